package io.riskloom.engine.stats;

/**
 * Half-widths of bands that learn from their misses: adaptive conformal inference (Gibbs and Candès 2021). The score of an
 * origin is its absolute error, or that over a scale; with delay s it is known s days later. At each origin, for every
 * score that has become known since the one before and that had a band, α ← α + γ·((1 − level) − missed); the half-width is
 * the quantile min(1, (1 − α)(1 + 1/n)) of type 7 of the last n ≤ {@value #WINDOW} known scores. Interpolated as it is, it
 * lies up to one score below the rank ⌈(n + 1)(1 − α)⌉ of split conformal bands.
 *
 * <p>α ≤ 0 asks for an infinite band: it counts as having held, and the half-width given is the largest score of the
 * window. α ≥ 1 asks for no band: it counts as missed, and the half-width given is the smallest score. Scores and half-widths
 * may be negative, as those around quantiles are that reach too far.
 *
 * <p>A least α keeps bands usable: in a market that has just broken, the largest of the last scores times today's volatility
 * is a band of several times the price, which tells a reader nothing. α then never falls below it, and a band is at most
 * as wide as the level 1 − least asks for.
 *
 * @param half  half-width of the band at each origin, in the unit of the scores
 * @param alpha share of misses aimed at there
 */
public record AdaptiveConformal(double[] half, double[] alpha) {

    /** γ, how far α moves a step. */
    public static final double GAMMA = 0.02;

    /** Most scores that a quantile is taken of. */
    public static final int WINDOW = 500;

    public AdaptiveConformal {
        half = half.clone();
        alpha = alpha.clone();
    }

    /**
     * Starts from stored scores.
     *
     * @param calibration scores in time order, all known at the first origin; at least one
     * @param origins     days, ascending
     * @param scores      one an origin, NaN where the outcome is not known yet
     * @param delay       days from an origin to its outcome, at least 1
     * @param level       share that bands are to cover, in (0, 1)
     */
    public static AdaptiveConformal of(double[] calibration, int[] origins, double[] scores, int delay, double level) {
        return of(calibration, origins, scores, delay, level, Double.NEGATIVE_INFINITY);
    }

    /**
     * As {@link #of(double[], int[], double[], int, double)}.
     *
     * @param least α, below 1 − level; negative infinity for none, as published
     */
    public static AdaptiveConformal of(
            double[] calibration, int[] origins, double[] scores, int delay, double level, double least) {
        Moments.sameLength("origins and scores", origins.length, scores.length);
        int before = calibration.length;
        int[] days = new int[before + origins.length];
        double[] all = new double[days.length];
        int start = origins.length == 0 ? 0 : origins[0];
        for (int i = 0; i < before; i++) {
            days[i] = start - delay - (before - 1 - i);
            all[i] = calibration[i];
        }
        System.arraycopy(origins, 0, days, before, origins.length);
        System.arraycopy(scores, 0, all, before, origins.length);
        return from(before, days, all, delay, level, least);
    }

    /**
     * Starts at origin number {@code first}; those before it calibrate, some of them perhaps becoming known only later.
     *
     * @param origins as above, all of them
     * @return half-widths and α of origins {@code first} and on
     * @throws IllegalArgumentException where no score is known at origin {@code first}
     */
    public static AdaptiveConformal from(int first, int[] origins, double[] scores, int delay, double level) {
        return from(first, origins, scores, delay, level, Double.NEGATIVE_INFINITY);
    }

    /** As {@link #from(int, int[], double[], int, double)} with a least α. */
    public static AdaptiveConformal from(
            int first, int[] origins, double[] scores, int delay, double level, double least) {
        Moments.sameLength("origins and scores", origins.length, scores.length);
        if (delay < 1 || !(level > 0 && level < 1) || !(least < 1 - level)) {
            throw new IllegalArgumentException("delay " + delay + ", level " + level + ", least " + least);
        }
        int n = origins.length - first;
        double[] half = new double[n];
        double[] alphas = new double[n];
        boolean[] missed = new boolean[n];
        SortedWindow known = new SortedWindow(WINDOW);
        double alpha = 1 - level;
        int next = 0;
        for (int j = 0; j < n; j++) {
            for (; origins[next] + delay <= origins[first + j]; next++) {
                if (Double.isNaN(scores[next])) {
                    continue;
                }
                known.add(scores[next]);
                if (next >= first) {
                    alpha = Math.max(least, alpha + GAMMA * (1 - level - (missed[next - first] ? 1 : 0)));
                }
            }
            half[j] = half(known, alpha);
            alphas[j] = alpha;
            missed[j] = alpha >= 1 || alpha > 0 && scores[first + j] > half[j];
        }
        return new AdaptiveConformal(half, alphas);
    }

    private static double half(SortedWindow known, double alpha) {
        int n = known.count();
        if (n == 0) {
            throw new IllegalArgumentException("no score is known at the first origin");
        }
        return known.quantile(Math.clamp((1 - alpha) * (1 + 1.0 / n), 0, 1));
    }

    @Override
    public double[] half() {
        return half.clone();
    }

    @Override
    public double[] alpha() {
        return alpha.clone();
    }
}
