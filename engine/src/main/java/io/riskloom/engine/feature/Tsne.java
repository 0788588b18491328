package io.riskloom.engine.feature;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Points of a plane whose neighbours are those of given distances: t-distributed stochastic neighbour embedding (van der
 * Maaten and Hinton 2008), exact, with early exaggeration, momentum and gains as in its authors’ programme. Repeats by seed.
 */
final class Tsne {
    private static final int STEPS = 1000;
    private static final int EXAGGERATED = 250;
    private static final double EXAGGERATION = 12;
    private static final double SLOW = 0.5;
    private static final double FAST = 0.8;
    private static final double MOST_NEIGHBOURS = 8;
    private static final int BISECTIONS = 60;
    private static final double LEAST_RATE = 50;
    private static final double TINY = 1e-12;

    private final double[][] joint;
    private final double[][] plane;
    private final double[][] speed;
    private final double[][] gain;
    private final double[][] kernel;

    private Tsne(double[][] joint, long seed) {
        this.joint = joint;
        int n = joint.length;
        plane = new double[n][2];
        speed = new double[n][2];
        gain = new double[n][2];
        kernel = new double[n][n];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < 2; axis++) {
                plane[i][axis] = 1e-4 * random.nextGaussian();
                gain[i][axis] = 1;
            }
        }
    }

    /**
     * @param distances of each pair, symmetric
     * @throws CancellationException where it is stopped
     */
    static double[][] plane(double[][] distances, long seed, BooleanSupplier stopped) {
        return plane(distances, MOST_NEIGHBOURS, seed, stopped);
    }

    /**
     * As above.
     *
     * @param neighbours perplexity at most; a quarter of the points where those are few
     */
    static double[][] plane(double[][] distances, double neighbours, long seed, BooleanSupplier stopped) {
        int n = distances.length;
        Tsne tsne = new Tsne(joint(distances, Math.min(neighbours, n / 4.0)), seed);
        double rate = Math.max(LEAST_RATE, n / EXAGGERATION / 4);
        for (int step = 0; step < STEPS && n > 2; step++) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            boolean early = step < EXAGGERATED;
            tsne.step(early ? EXAGGERATION : 1, early ? SLOW : FAST, rate);
        }
        return tsne.plane;
    }

    /** (p(j|i) + p(i|j)) / 2n, each conditional a normal one whose perplexity is so many neighbours. */
    private static double[][] joint(double[][] distances, double neighbours) {
        int n = distances.length;
        double[][] given = new double[n][];
        for (int i = 0; i < n; i++) {
            given[i] = conditional(distances[i], i, Math.log(Math.max(1.1, neighbours)));
        }
        double[][] joint = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                joint[i][j] = i == j ? 0 : Math.max(TINY, (given[i][j] + given[j][i]) / (2 * n));
            }
        }
        return joint;
    }

    /** Probabilities in proportion to exp(−β d²), with β by bisection so that their entropy is as wanted. */
    private static double[] conditional(double[] distances, int self, double entropy) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double beta = 1;
        double[] p = new double[distances.length];
        for (int i = 0; i < BISECTIONS; i++) {
            if (weigh(distances, self, beta, p) > entropy) {
                low = beta;
                beta = Double.isInfinite(high) ? beta * 2 : (low + high) / 2;
            } else {
                high = beta;
                beta = (low + high) / 2;
            }
        }
        return p;
    }

    /** Fills p, returns its entropy. */
    private static double weigh(double[] distances, int self, double beta, double[] p) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < p.length; j++) {
            nearest = j == self ? nearest : Math.min(nearest, distances[j] * distances[j]);
        }
        double sum = 0;
        double energy = 0;
        for (int j = 0; j < p.length; j++) {
            double squared = distances[j] * distances[j] - nearest;
            p[j] = j == self ? 0 : Math.exp(-beta * squared);
            sum += p[j];
            energy += j == self ? 0 : p[j] * squared;
        }
        for (int j = 0; j < p.length; j++) {
            p[j] /= sum;
        }
        return sum > 0 ? Math.log(sum) + beta * energy / sum : 0;
    }

    /** One step down the gradient of the divergence Σ p ln (p / q), q by Student’s t with one degree of freedom. */
    private void step(double exaggeration, double momentum, double rate) {
        int n = plane.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double down = plane[i][0] - plane[j][0];
                double right = plane[i][1] - plane[j][1];
                kernel[i][j] = 1 / (1 + down * down + right * right);
                kernel[j][i] = kernel[i][j];
                sum += 2 * kernel[i][j];
            }
        }
        double[][] slope = new double[n][2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double pull = 4 * (exaggeration * joint[i][j] - Math.max(TINY, kernel[i][j] / sum)) * kernel[i][j];
                slope[i][0] += pull * (plane[i][0] - plane[j][0]);
                slope[i][1] += pull * (plane[i][1] - plane[j][1]);
            }
        }
        move(slope, momentum, rate);
    }

    /** A coordinate whose slope keeps its direction gains pace, one that turns loses it. */
    private void move(double[][] slope, double momentum, double rate) {
        for (int i = 0; i < plane.length; i++) {
            for (int axis = 0; axis < 2; axis++) {
                boolean turns = slope[i][axis] * speed[i][axis] >= 0;
                gain[i][axis] = Math.max(0.01, turns ? gain[i][axis] * 0.8 : gain[i][axis] + 0.2);
                speed[i][axis] = momentum * speed[i][axis] - rate * gain[i][axis] * slope[i][axis];
                plane[i][axis] += speed[i][axis];
            }
        }
    }
}
