package io.riskloom.engine.djl;

import io.riskloom.engine.feature.BarCode;
import io.riskloom.engine.stats.Distances;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How near generated bars are to real ones: windows of the same contexts, and the mean over the moves, the returns and the changes
 * of ln volume of Wasserstein-1 over the spread of each; the mean of what it is for windows of the training span and of the
 * validation span. It chooses the epoch: bars of the validation span alone, often of other habits than those before, hardly tell
 * one late epoch from the next. The stylised facts of paths, which hang on the contexts above all, are counted beside it.
 */
final class BarCheck implements Duel.Check {
    /** Windows of a span that are compared. */
    private static final int MOST = 256;
    /** Part of the seed by which the windows of all epochs are drawn. */
    private static final int DRAW = 14;

    private final BarSampler sampler;
    private final BarScale scale;
    private final List<Side> sides;
    private final Duel.Check facts;
    private final long seed;

    /** The real windows of a span. */
    private record Side(double[][] contexts, double[][] real) {}

    /** @param spans windows of each, at least one */
    BarCheck(BarSampler sampler, BarScale scale, List<BarCode[]> spans, Duel.Check facts, long seed) {
        this.sampler = sampler;
        this.scale = scale;
        this.sides = spans.stream().map(this::side).toList();
        this.facts = facts;
        this.seed = seed;
    }

    private Side side(BarCode... windows) {
        BarCode[] some = new BarCode[Math.min(MOST, windows.length)];
        Arrays.setAll(some, i -> windows[(int) ((long) i * windows.length / some.length)]);
        return new Side(Arrays.stream(some).map(BarCode::context).toArray(double[][]::new), figures(some));
    }

    @Override
    public Duel.Checked of(Sampler generator) {
        Duel.Checked known = facts.of(generator);
        Torch.seed(Torch.mix(seed, DRAW));
        double distance = sides.stream().mapToDouble(this::distance).average().orElseThrow();
        Map<String, Double> values = new HashMap<>(known.values());
        values.put("barDistance", distance);
        return new Duel.Checked(distance, values);
    }

    private double distance(Side side) {
        double[][] contexts = side.contexts();
        float[] rows = sampler.rows(Arrays.stream(contexts).map(scale::standard).toArray(float[][]::new));
        BarShape shape = sampler.size().shape();
        BarCode[] drawn = new BarCode[contexts.length];
        Arrays.setAll(drawn, i -> scale.code(rows, i * shape.row(), shape.days(), contexts[i]));
        double[][] figures = figures(drawn);
        double sum = 0;
        for (int k = 0; k < figures.length; k++) {
            sum += Distances.wasserstein1(figures[k], side.real()[k]);
        }
        return sum / figures.length;
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
                    out[moves + 1][at] =
                            scale.spreads()[BarCode.VOLUME] > 0 ? change / scale.spreads()[BarCode.VOLUME] : 0;
                }
            }
        }
        return out;
    }
}
