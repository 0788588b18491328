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
     * A history of {@value #DAYS} days that has given features: within each stretch between the ends of the spans days lie as far
     * above its mean as below it.
     *
     * @param features of one series, see {@link #of}
     */
    public static double[] history(double[] features) {
        double[] x = new double[DAYS];
        int done = 0;
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < SPANS.length; k++) {
            int days = SPANS[k] - done;
            double sums = features[SPANS.length + k] * Math.sqrt(SPANS[k]);
            double all = SPANS[k] * Math.max(0, Math.exp(2 * features[k]) - LEAST);
            double mean = (sums - sum) / days;
            double variance = Math.max(0, (all - squares) / days - mean * mean);
            boolean odd = days % 2 == 1;
            double far = Math.sqrt(variance * days / (odd ? days - 1 : days));
            for (int i = 0; i < days; i++) {
                double side = odd && i == 0 ? 0 : i % 2 == 0 ? far : -far;
                x[DAYS - 1 - done - i] = mean + side;
            }
            done = SPANS[k];
            sum = sums;
            squares += days * (variance + mean * mean);
        }
        return x;
    }

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
