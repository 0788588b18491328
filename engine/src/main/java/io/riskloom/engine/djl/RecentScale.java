package io.riskloom.engine.djl;

import io.riskloom.engine.feature.RecentFeatures;
import io.riskloom.engine.model.PathRequest;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a conditional generator keeps of recent histories, whose {@link RecentFeatures} it is given standardised: a condition.
 *
 * @param mean  of each feature over the training days
 * @param scale their standard deviations
 * @param today condition of the day after the file's last
 * @param drawn conditions of training days, from which those of other days are drawn
 */
record RecentScale(double[] mean, double[] scale, float[] today, float[][] drawn) {
    /** A history stranger than that counts as one that is so strange. */
    private static final double MOST = 5;

    private static final double LEAST_SCALE = 1e-3;
    private static final int DRAWN = 512;

    /**
     * @param training returns as the network learns them, series × more than {@link RecentFeatures#DAYS} days
     * @param all      the same up to the file's last day
     * @param halfLife days after which a training day counts half as much, 0 for all alike
     * @param seed     by which conditions are drawn
     */
    static RecentScale fit(double[][] training, double[][] all, double halfLife, long seed) {
        int days = training[0].length - RecentFeatures.DAYS;
        if (days < 1) {
            throw new IllegalArgumentException(training[0].length + " days, expected more than " + RecentFeatures.DAYS);
        }
        double[][] features = new double[days][];
        Arrays.setAll(features, i -> RecentFeatures.of(training, RecentFeatures.DAYS + i));
        int size = features[0].length;
        double[] mean = new double[size];
        double[] scale = new double[size];
        for (int f = 0; f < size; f++) {
            for (double[] row : features) {
                mean[f] += row[f] / days;
            }
            double squares = 0;
            for (double[] row : features) {
                squares += (row[f] - mean[f]) * (row[f] - mean[f]) / days;
            }
            scale[f] = Math.max(LEAST_SCALE, Math.sqrt(squares));
        }
        RecentScale bare = new RecentScale(mean, scale, new float[0], new float[0][]);
        double[] weights = WeightedDraws.recent(days, halfLife);
        if (weights == null) {
            weights = new double[days];
            Arrays.fill(weights, 1);
        }
        float[][] drawn = Arrays.stream(WeightedDraws.of(weights, DRAWN, seed))
                .mapToObj(i -> bare.standard(features[(int) i]))
                .toArray(float[][]::new);
        return new RecentScale(mean, scale, bare.of(all, all[0].length), drawn);
    }

    /** Numbers in a condition. */
    int size() {
        return mean.length;
    }

    /**
     * @param x   returns as the network learns them, series × days
     * @param end the first day that is not history
     */
    float[] of(double[][] x, int end) {
        return standard(RecentFeatures.of(x, end));
    }

    /** {@link RecentFeatures#history} of a condition of one series, in returns as the network learns them. */
    double[] history(float[] condition) {
        double[] features = new double[condition.length];
        Arrays.setAll(features, f -> mean[f] + scale[f] * condition[f]);
        return RecentFeatures.history(features);
    }

    private float[] standard(double[] features) {
        float[] out = new float[features.length];
        for (int f = 0; f < out.length; f++) {
            out[f] = (float) Math.clamp((features[f] - mean[f]) / scale[f], -MOST, MOST);
        }
        return out;
    }

    /** One condition for all paths of a request, or one for each. */
    float[][] of(PathRequest request) {
        if (request.start() == PathRequest.Start.TODAY) {
            return new float[][] {today};
        }
        float[][] conditions = new float[request.paths()][];
        for (int from = 0; from < conditions.length; from += PathRequest.BLOCK) {
            SplittableRandom random = new SplittableRandom(Torch.mix(request.seed(), -1L - request.first() - from));
            int to = Math.min(conditions.length, from + PathRequest.BLOCK);
            for (int i = from; i < to; i++) {
                conditions[i] = drawn[random.nextInt(drawn.length)];
            }
        }
        return conditions;
    }

    /**
     * The conditions of a block of paths, row after row.
     *
     * @param conditions one for all paths, or one for each
     */
    static float[] block(float[][] conditions, int from, int rows) {
        int size = conditions[0].length;
        float[] out = new float[rows * size];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(conditions[conditions.length == 1 ? 0 : from + i], 0, out, i * size, size);
        }
        return out;
    }
}
