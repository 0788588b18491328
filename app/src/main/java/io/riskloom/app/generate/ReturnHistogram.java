package io.riskloom.app.generate;

import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Real and generated log returns over some days, in common bins symmetric about 0. The bins reach to the 0.1 % and
 * 99.9 % quantiles of the wider side; what lies beyond is counted in the outer bins.
 *
 * @param edges     bins + 1, in percent
 * @param real      share of the real returns in each bin; all 0 where the real series is shorter than the days
 * @param generated share of the generated ones
 */
record ReturnHistogram(double[] edges, double[] real, double[] generated) {

    private static final int BINS = 61; // odd, so that one bin lies about 0
    private static final double PERCENT = 100;

    /** @param days length of the returns, overlapping; no return crosses from one path into the next */
    static ReturnHistogram of(double[] real, double[][] paths, int days) {
        double[] a = Distances.overlapping(real, days);
        double[] b = Distances.overlapping(paths, days);
        double reach = DoubleStream.of(reach(a), reach(b)).max().orElse(0);
        double half = reach > 0 ? reach : 1e-4;
        double[] edges = IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> PERCENT * half * (2.0 * i / BINS - 1))
                .toArray();
        return new ReturnHistogram(edges, shares(a, half), shares(b, half));
    }

    private static double reach(double[] returns) {
        return returns.length == 0
                ? 0
                : Math.max(Math.abs(Quantiles.of(returns, 0.001)), Math.abs(Quantiles.of(returns, 0.999)));
    }

    private static double[] shares(double[] returns, double half) {
        double[] shares = new double[BINS];
        for (double r : returns) {
            shares[Math.clamp((int) Math.floor((r + half) / (2 * half) * BINS), 0, BINS - 1)]++;
        }
        return Arrays.stream(shares)
                .map(count -> returns.length == 0 ? 0 : count / returns.length)
                .toArray();
    }
}
