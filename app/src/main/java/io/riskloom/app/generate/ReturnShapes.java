package io.riskloom.app.generate;

import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Log returns over some days of the real test span and of simulators: shares in common bins symmetric about 0, and quantiles at
 * common levels. The bins reach to the 0.1 % and 99.9 % quantiles of the widest side; what lies beyond is counted in the outer
 * bins. Returns overlap; none crosses from one path into the next.
 *
 * @param days   length of the returns
 * @param edges  bins + 1, in percent
 * @param levels of the quantiles
 * @param real   the test span; no values where it is shorter than the days
 * @param others the generator first, then the plain simulators; those that have no path are left out
 */
record ReturnShapes(int days, double[] edges, double[] levels, Shape real, List<Shape> others) {

    private static final int BINS = 61; // odd, so that one bin lies about 0
    private static final double PERCENT = 100;
    private static final int MOST_LEVELS = 400;

    /**
     * @param simulator as {@link io.riskloom.engine.model.PathSight} names it; {@code real} for the test span
     * @param shares    of the returns in each bin; all 0 where there are none
     * @param quantiles in percent at the levels; empty where there are none
     */
    record Shape(String simulator, double[] shares, double[] quantiles) {}

    /** A simulator's paths of daily log returns. */
    record Drawn(String simulator, double[][] paths) {}

    static ReturnShapes of(double[] real, List<Drawn> simulators, int days) {
        double[] measured = Distances.overlapping(real, days);
        List<double[]> drawn = simulators.stream()
                .map(s -> Distances.overlapping(s.paths(), days))
                .toList();
        double reach = DoubleStream.concat(
                        DoubleStream.of(reach(measured)), drawn.stream().mapToDouble(ReturnShapes::reach))
                .max()
                .orElse(0);
        double half = reach > 0 ? reach : 1e-4;
        double[] edges = IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> PERCENT * half * (2.0 * i / BINS - 1))
                .toArray();
        double[] levels = levels(measured.length);
        return new ReturnShapes(
                days,
                edges,
                levels,
                shape("real", measured, half, levels),
                IntStream.range(0, simulators.size())
                        .filter(i -> drawn.get(i).length > 0)
                        .mapToObj(i -> shape(simulators.get(i).simulator(), drawn.get(i), half, levels))
                        .toList());
    }

    /** (i + ½)/m, m the number of real returns, at most 400, so that the outer levels are as far out as the sample can say. */
    private static double[] levels(int returns) {
        int m = Math.min(returns, MOST_LEVELS);
        return IntStream.range(0, m).mapToDouble(i -> (i + 0.5) / m).toArray();
    }

    private static Shape shape(String simulator, double[] returns, double half, double[] levels) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double[] quantiles = sorted.length == 0
                ? new double[0]
                : Arrays.stream(levels)
                        .map(level -> PERCENT * Quantiles.ofSorted(sorted, level))
                        .toArray();
        return new Shape(simulator, shares(returns, half), quantiles);
    }

    private static double reach(double[] returns) {
        return returns.length == 0
                ? 0
                : Math.max(Math.abs(Quantiles.of(returns, 0.001)), Math.abs(Quantiles.of(returns, 0.999)));
    }

    private static double[] shares(double[] returns, double half) {
        double[] shares = new double[BINS];
        for (double r : returns) {
            shares[Math.clamp((int) Math.floor((r + half) / (2 * half) * BINS), 0, BINS - 1)] += 1.0 / returns.length;
        }
        return shares;
    }
}
