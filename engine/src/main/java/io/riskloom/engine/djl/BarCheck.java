package io.riskloom.engine.djl;

import io.riskloom.engine.feature.BarCode;
import io.riskloom.engine.stats.Distances;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How near generated bars are to those of the validation span: windows of the same contexts, and the mean over the moves, the
 * returns and the changes of ln volume of Wasserstein-1 over the spread of each. It chooses the epoch; the stylised facts of
 * paths, which hang on the contexts above all, are counted beside it.
 */
final class BarCheck implements Duel.Check {
    /** Windows that are compared. */
    private static final int MOST = 256;
    /** Part of the seed by which the windows of all epochs are drawn. */
    private static final int DRAW = 14;

    private final BarSampler sampler;
    private final BarScale scale;
    private final double[][] contexts;
    private final double[][] real;
    private final Duel.Check facts;
    private final long seed;

    /** @param validation windows, at least one */
    BarCheck(BarSampler sampler, BarScale scale, BarCode[] validation, Duel.Check facts, long seed) {
        BarCode[] some = new BarCode[Math.min(MOST, validation.length)];
        Arrays.setAll(some, i -> validation[(int) ((long) i * validation.length / some.length)]);
        this.sampler = sampler;
        this.scale = scale;
        this.contexts = Arrays.stream(some).map(BarCode::context).toArray(double[][]::new);
        this.real = figures(some);
        this.facts = facts;
        this.seed = seed;
    }

    @Override
    public Duel.Checked of(Sampler generator) {
        Duel.Checked known = facts.of(generator);
        Torch.seed(Torch.mix(seed, DRAW));
        float[] rows =
                sampler.rows(Arrays.stream(contexts).map(scale::standard).toArray(float[][]::new));
        int days = sampler.size().shape().days();
        BarCode[] drawn = new BarCode[contexts.length];
        Arrays.setAll(
                drawn, i -> scale.code(rows, i * sampler.size().shape().row(), days, contexts[i]));
        double distance = distance(figures(drawn));
        Map<String, Double> values = new HashMap<>(known.values());
        values.put("barDistance", distance);
        return new Duel.Checked(distance, values);
    }

    private double distance(double[][] figures) {
        double sum = 0;
        for (int k = 0; k < real.length; k++) {
            sum += Distances.wasserstein1(figures[k], real[k]);
        }
        return sum / real.length;
    }

    /** Each over its spread, of all days of all windows. */
    private double[][] figures(BarCode... windows) {
        int days = windows[0].moves().length;
        int moves = windows[0].moves()[0].length;
        boolean volume = moves == BarCode.moves(true);
        double[][] out = new double[moves + (volume ? 2 : 1)][windows.length * days];
        for (int w = 0; w < windows.length; w++) {
            for (int t = 0; t < days; t++) {
                double[] day = windows[w].moves()[t];
                int at = w * days + t;
                for (int k = 0; k < moves; k++) {
                    out[k][at] = scale.spreads()[k] > 0 ? day[k] / scale.spreads()[k] : 0;
                }
                out[moves][at] = BarCode.coarse(day[BarCode.GAP]) + day[BarCode.BODY];
                if (volume) {
                    int last = t == 0 ? 0 : t - 1;
                    double change = day[BarCode.VOLUME] - windows[w].moves()[last][BarCode.VOLUME];
                    out[moves + 1][at] = scale.spreads()[BarCode.VOLUME] > 0 ? change / scale.spreads()[BarCode.VOLUME] : 0;
                }
            }
        }
        return out;
    }
}
