package io.riskloom.engine.judge;

import io.riskloom.engine.challenger.Garch;
import java.util.SplittableRandom;

/** Returns whose truth is known. */
final class Simulated {
    static final Garch GARCH = new Garch(3e-4, 5e-6, 0.1, 0.85, 8, Double.NaN);

    private Simulated() {}

    static double[] garch(int days, long seed) {
        return GARCH.paths(1, days, seed)[0];
    }

    static double[][] garch(int paths, int days, long seed) {
        return GARCH.paths(paths, days, seed);
    }

    /** Calm days of .6 % and wild ones of 1.8 % in turns of 20 to 60 days, from a random day of a turn on. */
    static double[][] turns(int paths, int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[paths][days];
        for (double[] path : out) {
            boolean wild = random.nextBoolean();
            int left = random.nextInt(1, 61);
            for (int t = 0; t < days; t++) {
                if (left-- == 0) {
                    wild = !wild;
                    left = random.nextInt(20, 61);
                }
                path[t] = (wild ? 0.018 : 0.006) * random.nextGaussian();
            }
        }
        return out;
    }

    /** Normal returns of 1 % without memory. */
    static double[][] noise(int paths, int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[paths][days];
        for (double[] path : out) {
            for (int t = 0; t < days; t++) {
                path[t] = 0.01 * random.nextGaussian();
            }
        }
        return out;
    }

    /** Two series of normal returns with a correlation, series × paths × days. */
    static double[][][] pair(double correlation, int paths, int days, long seed) {
        double[][] first = noise(paths, days, seed);
        double[][] second = noise(paths, days, seed + 1);
        for (int i = 0; i < paths; i++) {
            for (int t = 0; t < days; t++) {
                second[i][t] = correlation * first[i][t] + Math.sqrt(1 - correlation * correlation) * second[i][t];
            }
        }
        return new double[][][] {first, second};
    }
}
