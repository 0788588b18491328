package io.riskloom.engine.judge;

import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.LagCurve;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How far figures of simulators hang on chance: the real span is drawn again in blocks, the simulated paths by groups. All
 * simulators meet the same drawn spans, so that their differences are paired. As a drawn span has its memory broken, its
 * figures lie off those of the real one: only their spread about their median is taken. Distribution functions are compared on
 * a grid here, which is exact enough for a spread.
 */
final class PathSpread {
    /** What has an interval. */
    static final List<String> METRICS =
            List.of(Metric.FACT_SCORE, Metric.WASSERSTEIN_1, Metric.WASSERSTEIN_5, Metric.ACF_ABS_ERROR);

    private static final int LAGS = 50;
    private static final int WEEK = 5;
    private static final double LEVEL = 0.95;

    private final FactScale scale;
    private final ShareGrid daily;
    private final ShareGrid weekly;
    private final Rows real;

    /** What is known of groups of pieces, a row each. */
    private record Rows(double[][] facts, double[][] daily, double[][] weekly, double[][] acfAbs) {}

    PathSpread(FactScale scale, double[] real) {
        this.scale = scale;
        daily = ShareGrid.over(real);
        weekly = ShareGrid.over(Distances.overlapping(real, WEEK));
        List<double[][]> drawn =
                Arrays.stream(scale.drawn()).map(scale.pieces()::real).toList();
        this.real = rows(drawn, scale.bands().drawn());
    }

    private Rows rows(List<double[][]> groups, double[][] facts) {
        return new Rows(
                facts,
                groups.stream()
                        .map(g -> daily.shares(Distances.overlapping(g, 1)))
                        .toArray(double[][]::new),
                groups.stream()
                        .map(g -> weekly.shares(Distances.overlapping(g, WEEK)))
                        .toArray(double[][]::new),
                groups.stream().map(g -> LagCurve.ACF_ABS.mean(g, LAGS)).toArray(double[][]::new));
    }

    /**
     * Figures of a simulator against each drawn span, {@link #METRICS} × spans.
     *
     * @param ofGroups facts of the paths' groups
     */
    double[][] of(double[][] paths, double[][] ofGroups, long seed) {
        List<double[][]> groups = scale.pieces().groups(paths);
        Rows rows = rows(groups, ofGroups);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[METRICS.size()][real.facts().length];
        for (int b = 0; b < real.facts().length; b++) {
            int[] chosen = random.ints(groups.size(), 0, groups.size()).toArray();
            double day = daily.distance(mean(rows.daily(), chosen), real.daily()[b]);
            double[][] facts =
                    Arrays.stream(chosen).mapToObj(g -> rows.facts()[g]).toArray(double[][]::new);
            out[0][b] = scale.score(scale.bands().typical(facts), real.facts()[b], day);
            out[1][b] = day;
            out[2][b] = weekly.distance(mean(rows.weekly(), chosen), real.weekly()[b]);
            out[3][b] = LagCurve.distance(mean(rows.acfAbs(), chosen), real.acfAbs()[b]);
        }
        return out;
    }

    private static double[] mean(double[][] rows, int[] chosen) {
        double[] mean = new double[rows[0].length];
        for (int g : chosen) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += rows[g][i] / chosen.length;
            }
        }
        return mean;
    }

    /** 95 % interval of a distance, which is not below 0. */
    static Interval interval(double value, double[] drawn) {
        Interval around = around(value, drawn);
        return new Interval(Math.max(0, around.low()), around.high());
    }

    private static Interval around(double value, double[] drawn) {
        double shift = value - Quantiles.of(drawn, 0.5);
        return new Interval(shift + Quantiles.of(drawn, (1 - LEVEL) / 2), shift + Quantiles.of(drawn, (1 + LEVEL) / 2));
    }

    /** The first figure less the second with its interval; p-value: twice the smaller share of draws on one side of 0. */
    static ChallengerScore.Gap gap(double first, double second, double[] drawnFirst, double[] drawnSecond) {
        double[] drawn = new double[drawnFirst.length];
        Arrays.setAll(drawn, b -> drawnFirst[b] - drawnSecond[b]);
        double difference = first - second;
        Interval around = around(difference, drawn);
        double shift = difference - Quantiles.of(drawn, 0.5);
        long above = Arrays.stream(drawn).filter(d -> d + shift >= 0).count();
        long below = Arrays.stream(drawn).filter(d -> d + shift <= 0).count();
        double p = Math.min(1, 2.0 * (Math.min(above, below) + 1) / (drawn.length + 1));
        return new ChallengerScore.Gap(difference, around.low(), around.high(), p);
    }
}
