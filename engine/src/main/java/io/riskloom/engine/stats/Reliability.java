package io.riskloom.engine.stats;

import java.util.ArrayList;
import java.util.List;

/** How often bands held what they promised, one level after the other. */
public record Reliability(List<Level> levels) {

    /**
     * @param nominal   promised share, such as .9
     * @param coverage  share of actual values within their band, ends included, with Wilson's 95 % interval, which takes
     *     them for independent: bands of overlapping days know less than it says
     * @param meanWidth mean of upper − lower where the actual value is known, in its unit; NaN without any
     */
    public record Level(double nominal, Proportion coverage, double meanWidth) {}

    public Reliability {
        levels = List.copyOf(levels);
    }

    /**
     * @param nominal one a level, in (0, 1)
     * @param lower   levels × values
     * @param upper   the same
     * @param actual  NaN where it is not known yet
     */
    public static Reliability of(double[] nominal, double[][] lower, double[][] upper, double[] actual) {
        Moments.sameLength("levels and lower ends", nominal.length, lower.length);
        Moments.sameLength("levels and upper ends", nominal.length, upper.length);
        List<Level> levels = new ArrayList<>();
        for (int l = 0; l < nominal.length; l++) {
            if (!(nominal[l] > 0 && nominal[l] < 1)) {
                throw new IllegalArgumentException("level must be in (0, 1), not " + nominal[l]);
            }
            levels.add(level(nominal[l], lower[l], upper[l], actual));
        }
        return new Reliability(levels);
    }

    private static Level level(double nominal, double[] lower, double[] upper, double[] actual) {
        Moments.sameLength("lower and actual", lower.length, actual.length);
        Moments.sameLength("upper and actual", upper.length, actual.length);
        int n = 0;
        int inside = 0;
        double width = 0;
        for (int i = 0; i < actual.length; i++) {
            if (!Double.isNaN(actual[i])) {
                n++;
                inside += actual[i] >= lower[i] && actual[i] <= upper[i] ? 1 : 0;
                width += upper[i] - lower[i];
            }
        }
        return new Level(nominal, Proportion.wilson(inside, n), n == 0 ? Double.NaN : width / n);
    }
}
