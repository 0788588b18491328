package io.riskloom.engine.judge;

import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Does a generator repeat what it has seen? Euclidean distances of windows of 20 daily returns to their nearest training
 * window: of generated ones, of training ones (windows that share a day left out) and of held-out ones. Calm windows lie
 * nearer to each other than wild ones, so that copies are looked for in distances over the size of the window.
 */
final class NearestReal {
    private static final int DAYS = 20;
    private static final int PROBES = 1000;
    private static final double CLOSE = 0.01;
    /** Multiples of it fill the days between 0 and 1 evenly. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double[] training;
    private final Near[] real;
    private final Near[] heldOut;

    /** A window's distance and that over the size of the window. */
    private record Near(double distance, double relative) {}

    /**
     * What was found for a simulator.
     *
     * @param distances of 1,000 windows spread over all paths; none where the training span is too short for two windows apart
     *     or the paths for one
     * @param ratio     their median over that of up to 1,000 training windows; NaN without any
     * @param copies    share of the windows that are nearer, in relation to their size, than the nearest 1 % of the training
     *     windows; NaN without any
     */
    record Found(double[] distances, double ratio, double copies) {}

    /** @param heldOut returns that were not learnt; may be empty */
    NearestReal(double[] training, double[] heldOut) {
        boolean enough = training.length - DAYS + 1 > 2 * DAYS;
        this.training = training;
        real = enough ? apart(training, training, true) : new Near[0];
        this.heldOut = enough ? apart(training, heldOut, false) : new Near[0];
    }

    Found of(double[][] paths) {
        if (real.length == 0 || paths.length == 0 || paths[0].length < DAYS) {
            return new Found(new double[0], Double.NaN, Double.NaN);
        }
        Near[] generated = new Near[PROBES];
        for (int i = 0; i < PROBES; i++) {
            double[] path = paths[i % paths.length];
            int at = (int) (i * GOLDEN % 1 * (path.length - DAYS + 1));
            generated[i] = nearest(training, path, at, j -> true);
        }
        double close = Quantiles.of(relative(real), CLOSE);
        long copies = Arrays.stream(relative(generated)).filter(d -> d < close).count();
        double ratio = Quantiles.of(distances(generated), 0.5) / Quantiles.of(distances(real), 0.5);
        return new Found(distances(generated), ratio, copies / (double) PROBES);
    }

    PathSight.Copying copying(Found generated) {
        return new PathSight.Copying(DAYS, generated.distances(), distances(real), distances(heldOut));
    }

    /** Windows of a series at even distances; {@code own}: those that share a day are not looked at. */
    private static Near[] apart(double[] training, double[] series, boolean own) {
        int windows = Math.max(0, series.length - DAYS + 1);
        int probes = Math.min(PROBES, windows);
        Near[] near = new Near[probes];
        for (int i = 0; i < probes; i++) {
            int at = probes == 1 ? 0 : (int) ((long) i * (windows - 1) / (probes - 1));
            near[i] = nearest(training, series, at, j -> !own || Math.abs(j - at) >= DAYS);
        }
        return near;
    }

    private static Near nearest(double[] training, double[] series, int at, IntPredicate permitted) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j + DAYS <= training.length; j++) {
            if (permitted.test(j)) {
                least = Math.min(least, squares(training, j, series, at, least));
            }
        }
        double size = 0;
        for (int t = 0; t < DAYS; t++) {
            size += series[at + t] * series[at + t];
        }
        return new Near(Math.sqrt(least), size == 0 ? 0 : Math.sqrt(least / size));
    }

    /** Broken off where the sum is more than {@code most} already. */
    private static double squares(double[] a, int i, double[] b, int j, double most) {
        double sum = 0;
        for (int t = 0; t < DAYS && sum < most; t++) {
            double gap = a[i + t] - b[j + t];
            sum += gap * gap;
        }
        return sum;
    }

    private static double[] distances(Near[] near) {
        return Arrays.stream(near).mapToDouble(Near::distance).toArray();
    }

    private static double[] relative(Near[] near) {
        return Arrays.stream(near).mapToDouble(Near::relative).toArray();
    }
}
