package io.riskloom.engine.djl;

import io.riskloom.engine.model.Playback;
import io.riskloom.engine.stats.LagCurve;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.Arrays;
import java.util.Map;

/** What an epoch's paths look like, in few numbers. */
final class Frames {
    private static final int STEP = 12;
    private static final int SHOWN = 12;

    private Frames() {}

    /** Without its epoch's number, which is not known yet. */
    static Playback.Frame of(double score, Map<String, Double> facts, double diversity, double[][] returns) {
        double[] levels = Playback.levels();
        int[] days = days(returns[0].length);
        double[][] grown = new double[returns.length][];
        Arrays.setAll(grown, i -> grown(returns[i], days));
        double[][] fan = new double[levels.length][days.length];
        for (int d = 0; d < days.length; d++) {
            int day = d;
            double[] sorted =
                    Arrays.stream(grown).mapToDouble(path -> path[day]).toArray();
            for (int l = 0; l < levels.length; l++) {
                fan[l][d] = Quantiles.of(sorted, levels[l]);
            }
        }
        double[] pooled = StylisedFacts.pooled(returns);
        double[] quantiles =
                Arrays.stream(levels).map(l -> Quantiles.of(pooled, l)).toArray();
        return new Playback.Frame(
                0,
                score,
                facts,
                diversity,
                quantiles,
                LagCurve.ACF_ABS.mean(returns, 50),
                days,
                fan,
                Arrays.copyOf(grown, Math.min(SHOWN, grown.length)));
    }

    private static int[] days(int length) {
        int count = (length - 1) / STEP + 2;
        int[] days = new int[count];
        Arrays.setAll(days, i -> Math.min(length, i * STEP));
        return days;
    }

    private static double[] grown(double[] returns, int[] days) {
        double[] out = new double[days.length];
        double sum = 0;
        int at = 0;
        for (int d = 0; d < days.length; d++) {
            while (at < days[d]) {
                sum += returns[at++];
            }
            out[d] = Math.exp(sum);
        }
        return out;
    }
}
