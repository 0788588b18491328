package io.riskloom.app.credit;

import io.riskloom.engine.stats.CostMatrix;
import java.util.Arrays;

/**
 * What a model brings at given costs, whatever the cut-off.
 *
 * @param each       for one applicant, over cut-offs from 0 to 1: any above a score and up to the next refuses the same
 * @param bestCutOff of highest profit; positive infinity where all are best approved
 */
record Profit(Points each, double bestCutOff) {

    static Profit of(CostMatrix costs, Answers model) {
        CostMatrix.Curve curve = model.profit(costs);
        int cases = model.probability().length;
        double[] each = Arrays.stream(curve.profit()).map(all -> all / cases).toArray();
        int n = each.length - 1;
        double[] cutOffs = Arrays.copyOf(curve.cutOffs(), n);
        return new Profit(Points.steps(cutOffs, Arrays.copyOfRange(each, 1, n + 1), each[0], 0, 1), curve.bestCutOff());
    }
}
