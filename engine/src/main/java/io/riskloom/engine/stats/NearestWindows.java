package io.riskloom.engine.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which real days a path repeats most closely: Euclidean distances between windows of daily returns. What a generator may come
 * to by chance is told by the real series itself, each of whose windows is held against all that share no day with it (the
 * matrix profile of Yeh et al. 2016, without normalisation). All distances take O(n²) steps once, a path then O(length · n).
 */
public final class NearestWindows {

    private final double[] real;
    private final int days;
    private final double[] among;

    /**
     * A path's stretch beside the real one that it is nearest to.
     *
     * @param at       first day of the stretch in the path, from 0
     * @param realAt   first day of the real window
     * @param distance √ Σ (path − real)² over the days
     */
    public record Match(int at, int realAt, double distance) {}

    /**
     * @param real daily returns
     * @param days of a window
     * @throws IllegalArgumentException where the series has no two windows apart
     */
    public NearestWindows(double[] real, int days) {
        if (days < 1 || real.length < 2 * days) {
            throw new IllegalArgumentException(real.length + " returns hold no two windows of " + days + " days apart");
        }
        this.real = real.clone();
        this.days = days;
        this.among = amongReal();
    }

    public int days() {
        return days;
    }

    /** Of each real window, in the order of their first days, the distance to the nearest that shares no day with it. */
    public double[] among() {
        return among.clone();
    }

    /** The stretch of a path that is nearest to any real window; empty for a path shorter than a window. */
    public Optional<Match> nearest(double[] path) {
        double least = Double.POSITIVE_INFINITY;
        int at = -1;
        int realAt = -1;
        for (int shift = days - path.length; shift <= real.length - days; shift++) {
            int from = Math.max(0, -shift);
            int to = Math.min(path.length, real.length - shift);
            double sum = 0;
            for (int t = from; t < to; t++) {
                sum += square(path[t] - real[t + shift]);
                if (t - from >= days) {
                    sum -= square(path[t - days] - real[t - days + shift]);
                }
                if (t - from >= days - 1 && sum < least) {
                    least = sum;
                    at = t - days + 1;
                    realAt = at + shift;
                }
            }
        }
        return at < 0 ? Optional.empty() : Optional.of(new Match(at, realAt, distance(path, at, realAt)));
    }

    /**
     * Share of real stretches as long as a path whose own nearest window is nearer than {@code distance}: near 0 for a path that
     * is closer to what was learnt than the market ever repeats itself.
     *
     * @param length of the path in days; one longer than the real series counts as that long
     */
    public double rank(int length, double distance) {
        int windows = Math.clamp(length - days + 1, 1, among.length);
        int stretches = among.length - windows + 1;
        int nearer = 0;
        for (int i = 0; i < stretches; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int w = i; w < i + windows; w++) {
                least = Math.min(least, among[w]);
            }
            nearer += least < distance ? 1 : 0;
        }
        return (double) nearer / stretches;
    }

    /** Along each lag the sum of squares moves on by a day. */
    private double[] amongReal() {
        double[] least = new double[real.length - days + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int lag = days; lag <= real.length - days; lag++) {
            double sum = 0;
            for (int t = 0; t + lag < real.length; t++) {
                sum += square(real[t] - real[t + lag]);
                if (t >= days) {
                    sum -= square(real[t - days] - real[t - days + lag]);
                }
                if (t >= days - 1) {
                    int i = t - days + 1;
                    least[i] = Math.min(least[i], sum);
                    least[i + lag] = Math.min(least[i + lag], sum);
                }
            }
        }
        // a difference of sums may end a rounding error below zero
        return Arrays.stream(least).map(sum -> Math.sqrt(Math.max(0, sum))).toArray();
    }

    private double distance(double[] path, int at, int realAt) {
        double sum = 0;
        for (int t = 0; t < days; t++) {
            sum += square(path[at + t] - real[realAt + t]);
        }
        return Math.sqrt(sum);
    }

    private static double square(double x) {
        return x * x;
    }
}
