package io.riskloom.engine.djl;

import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Does a generator repeat what it has seen? The median Euclidean distance of generated windows to their nearest
 * training window, over the same for training windows among themselves (windows that share a day left out). About 1:
 * as new as reality; near 0: copies.
 */
final class NearestReal {
    private static final int DAYS = 20;
    private static final int PROBES = 200;

    private NearestReal() {}

    /** NaN where the training span is too short for two windows apart. */
    static double ratio(double[] training, double[][] paths) {
        int windows = training.length - DAYS + 1;
        if (windows <= 2 * DAYS || paths.length == 0 || paths[0].length < DAYS) {
            return Double.NaN;
        }
        List<Double> generated = new ArrayList<>();
        List<Double> real = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            double[] path = paths[i % paths.length];
            int at = (i / paths.length * DAYS) % (path.length - DAYS + 1);
            generated.add(nearest(training, path, at, j -> true));
            int own = (int) ((long) i * (windows - 1) / (PROBES - 1));
            real.add(nearest(training, training, own, j -> Math.abs(j - own) >= DAYS));
        }
        return median(generated) / median(real);
    }

    private static double nearest(double[] training, double[] series, int at, IntPredicate permitted) {
        return Math.sqrt(IntStream.rangeClosed(0, training.length - DAYS)
                .filter(permitted)
                .mapToDouble(j -> squares(training, j, series, at))
                .min()
                .orElse(Double.NaN));
    }

    private static double squares(double[] a, int i, double[] b, int j) {
        double sum = 0;
        for (int t = 0; t < DAYS; t++) {
            double gap = a[i + t] - b[j + t];
            sum += gap * gap;
        }
        return sum;
    }

    private static double median(List<Double> values) {
        return Quantiles.of(values.stream().mapToDouble(v -> v).toArray(), 0.5);
    }
}
