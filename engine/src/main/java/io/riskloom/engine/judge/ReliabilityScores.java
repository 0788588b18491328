package io.riskloom.engine.judge;

import io.riskloom.engine.feature.Target;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Proportion;
import io.riskloom.engine.stats.Reliability;
import java.util.ArrayList;
import java.util.List;

/** How often bands of several levels held on the test origins. */
final class ReliabilityScores {
    private static final double[] LEVELS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};
    private static final double[] QUANTILES = {0.5, 0.9};

    private ReliabilityScores() {}

    static double[] levels(Bands bands) {
        return bands.anyLevel() ? LEVELS.clone() : QUANTILES.clone();
    }

    /**
     * Coverage over all origins and steps. Its interval is Wilson's for as many cases as there are origins whose labels do
     * not overlap.
     *
     * @param fan whose first rows are the test origins
     */
    static List<Details.Level> of(Fan fan, Target target, int[] test) {
        Banded banded = fan.banded();
        int levels = fan.levels().length;
        double[][] lower = new double[levels][];
        double[][] upper = new double[levels][];
        for (int l = 0; l < levels; l++) {
            double nominal = fan.levels()[l];
            lower[l] = pooled(
                    nominal == 0.5 ? banded.low50() : nominal == 0.9 ? banded.low90() : fan.low()[l], target, test);
            upper[l] = pooled(
                    nominal == 0.5 ? banded.high50() : nominal == 0.9 ? banded.high90() : fan.high()[l], target, test);
        }
        double[][] labels = new double[test.length][];
        for (int i = 0; i < test.length; i++) {
            labels[i] = target.label(test[i]);
        }
        Reliability measured = Reliability.of(fan.levels(), lower, upper, pooled(labels, target, test));
        int[] steps = target.steps();
        int horizon = steps[steps.length - 1];
        int apart = (test.length + horizon - 1) / horizon;
        List<Details.Level> all = new ArrayList<>();
        for (Reliability.Level level : measured.levels()) {
            double coverage = level.coverage().value();
            Proportion interval = Proportion.wilson((int) Math.round(coverage * apart), apart);
            all.add(new Details.Level(level.nominal(), coverage, interval.low(), interval.high(), level.meanWidth()));
        }
        return all;
    }

    /** Numbers of the first rows as they are shown, in per cent of the last value. */
    private static double[] pooled(double[][] learnt, Target target, int[] test) {
        int steps = target.steps().length;
        double[] pooled = new double[test.length * steps];
        for (int i = 0; i < test.length; i++) {
            double last = target.known(test[i]);
            for (int s = 0; s < steps; s++) {
                pooled[i * steps + s] = 100 * target.shown(test[i], learnt[i][s]) / last;
            }
        }
        return pooled;
    }
}
