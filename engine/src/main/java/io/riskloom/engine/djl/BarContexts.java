package io.riskloom.engine.djl;

import io.riskloom.engine.feature.BarCode;
import java.util.random.RandomGenerator;

/**
 * Contexts of windows, drawn from those of the training windows with a normal jitter. After a window comes a context as it came
 * after one of the training windows whose contexts are nearest to that window's (a nearest-neighbour bootstrap, Lall and Sharma
 * 1996); price and volume go on from where they are.
 *
 * @param window days
 * @param jitter standard deviation of the jitter over that of the training windows
 */
record BarContexts(BarScale scale, int window, double jitter) {
    /** Training windows among which the one is drawn whose successor is followed. */
    private static final int NEAREST = 8;

    /** Of any training window. */
    double[] any(RandomGenerator random) {
        double[][] all = scale.contexts();
        return shaken(all[random.nextInt(all.length)].clone(), random);
    }

    /** After the file's last window. */
    double[] today(RandomGenerator random) {
        return next(scale.last(), scale.last()[BarCode.PLACE], random);
    }

    /** @param place ln of the close before the window that begins */
    double[] next(double[] before, double place, RandomGenerator random) {
        double[][] all = scale.contexts();
        if (all.length <= window) {
            double[] context = any(random);
            context[BarCode.PLACE] = place;
            return context;
        }
        int[] near = nearest(before);
        int followed = near[random.nextInt(near.length)];
        double[] context = all[followed + window].clone();
        context[BarCode.TRADED] += before[BarCode.TRADED] - all[followed][BarCode.TRADED];
        context = shaken(context, random);
        context[BarCode.PLACE] = place;
        return context;
    }

    private double[] shaken(double[] context, RandomGenerator random) {
        for (int j = 0; j < context.length; j++) {
            context[j] += jitter * scale.scale()[j] * random.nextGaussian();
        }
        context[BarCode.QUIET] = Math.clamp(context[BarCode.QUIET], 0, 1);
        context[BarCode.TOUCHES] = Math.clamp(context[BarCode.TOUCHES], 0, 2);
        return context;
    }

    /** Of the training windows with a successor, by all of a context but the price. */
    private int[] nearest(double[] context) {
        int count = scale.contexts().length - window;
        int[] near = new int[Math.min(NEAREST, count)];
        double[] far = new double[near.length];
        int held = 0;
        for (int i = 0; i < count; i++) {
            double distance =
                    distance(context, scale.contexts()[i], held < near.length ? Double.MAX_VALUE : far[held - 1]);
            if (held < near.length || distance < far[held - 1]) {
                int at = held < near.length ? held++ : held - 1;
                while (at > 0 && far[at - 1] > distance) {
                    far[at] = far[at - 1];
                    near[at] = near[at - 1];
                    at--;
                }
                far[at] = distance;
                near[at] = i;
            }
        }
        return near;
    }

    /** The sum of squares, or a part of it that is above a limit. */
    private double distance(double[] a, double[] b, double limit) {
        double sum = 0;
        for (int j = BarCode.TRADED; j < a.length && sum < limit; j++) {
            double gap = scale.scale()[j] > 0 ? (a[j] - b[j]) / scale.scale()[j] : 0;
            sum += gap * gap;
        }
        return sum;
    }
}
