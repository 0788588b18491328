package io.riskloom.engine.feature;

/**
 * What a day's recent history says of the days that follow: for each series and for spans of 5, 22 and 66 days before that day
 * log √(mean x² + {@value #LEAST}) and √days · mean x, x returns near one in size. Where fewer days lie before, those count.
 */
public final class RecentFeatures {
    /** Days that the longest span looks back. */
    public static final int DAYS = 66;
    /** Numbers of each series. */
    public static final int PER_SERIES = 6;

    private static final int[] SPANS = {5, 22, DAYS};
    /** Keeps the logarithm finite where prices stood still. */
    private static final double LEAST = 1e-4;

    private RecentFeatures() {}

    /**
     * @param x   series × days
     * @param end the first day that is not history, at least 1
     * @return {@link #PER_SERIES} numbers of each series: the spans' log volatilities, then their means
     */
    public static double[] of(double[][] x, int end) {
        if (end < 1) {
            throw new IllegalArgumentException("no day before day " + end);
        }
        double[] out = new double[x.length * PER_SERIES];
        for (int s = 0; s < x.length; s++) {
            for (int k = 0; k < SPANS.length; k++) {
                int days = Math.min(SPANS[k], end);
                double sum = 0;
                double squares = 0;
                for (int t = end - days; t < end; t++) {
                    sum += x[s][t];
                    squares += x[s][t] * x[s][t];
                }
                out[s * PER_SERIES + k] = Math.log(squares / days + LEAST) / 2;
                out[s * PER_SERIES + SPANS.length + k] = sum / Math.sqrt(days);
            }
        }
        return out;
    }
}
