package io.riskloom.engine.judge;

import java.util.Arrays;

/**
 * Forecasts with bands of several levels, each for itself: they may cross.
 *
 * @param point  origins × steps
 * @param levels shares that the bands aim to hold
 * @param low    levels × origins × steps
 * @param high   the same
 */
public record Fan(double[][] point, double[] levels, double[][][] low, double[][][] high) {

    /**
     * The bands of 50 and 90 %; each reaches at least as far as the forecast and the narrower one.
     *
     * @throws IllegalArgumentException where one of the two is missing
     */
    public Banded banded() {
        int fifty = at(0.5);
        int ninety = at(0.9);
        double[][] low50 = ends(point, low[fifty], -1);
        double[][] high50 = ends(point, high[fifty], 1);
        return new Banded(point, low50, high50, ends(low50, low[ninety], -1), ends(high50, high[ninety], 1));
    }

    private int at(double level) {
        for (int l = 0; l < levels.length; l++) {
            if (levels[l] == level) {
                return l;
            }
        }
        throw new IllegalArgumentException("no band of " + level + " among " + Arrays.toString(levels));
    }

    private static double[][] ends(double[][] inner, double[][] outer, int side) {
        double[][] ends = new double[outer.length][];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = new double[outer[i].length];
            for (int s = 0; s < ends[i].length; s++) {
                ends[i][s] = side < 0 ? Math.min(inner[i][s], outer[i][s]) : Math.max(inner[i][s], outer[i][s]);
            }
        }
        return ends;
    }
}
