package io.riskloom.engine.stats;

/** Means and variances, and the checks that every function on pairs makes. */
public final class Moments {

    private Moments() {}

    public static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** Sum of squared deviations from the mean. */
    static double squares(double[] x) {
        double mean = mean(x);
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    static void sameLength(String what, int a, int b) {
        if (a != b) {
            throw new IllegalArgumentException(what + ": " + a + " and " + b + " values, expected as many");
        }
    }
}
