package io.riskloom.engine.feature;

import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Numbers by their rank among the training values: Φ⁻¹(F(x)), where F is linear between quantiles of the training values
 * and takes the middle where several are equal (as scikit-learn’s {@code QuantileTransformer}). What comes out is held
 * within ±3, so that a value far beyond the training range counts as its end.
 */
final class RankNormal {
    private static final int MOST_KNOTS = 1000;
    private static final int FEWEST_KNOTS = 10;
    private static final int ROWS_A_KNOT = 5;
    private static final double FARTHEST = 3;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final double[] knots;

    RankNormal(List<Double> knots) {
        this.knots = knots.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Quantiles at equal distances, a fifth as many as rows, 10 to 1,000; one where the values do not vary, which says
     * nothing of their order.
     *
     * @param known training values without NaN, in any order
     * @param rows  training rows, those without a value too
     */
    static List<Double> knots(double[] known, int rows) {
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return List.of(sorted.length == 0 ? 0.0 : sorted[0]);
        }
        int count = Math.min(MOST_KNOTS, Math.max(FEWEST_KNOTS, rows / ROWS_A_KNOT));
        Double[] knots = new Double[count];
        for (int i = 0; i < count; i++) {
            knots[i] = Quantiles.ofSorted(sorted, (double) i / (count - 1));
        }
        return List.of(knots);
    }

    double of(double value) {
        int last = knots.length - 1;
        if (last == 0) {
            return 0;
        }
        if (value <= knots[0]) {
            return -FARTHEST;
        }
        if (value >= knots[last]) {
            return FARTHEST;
        }
        double rank = (position(below(value), value) + position(above(value) - 1, value)) / 2 / last;
        return Math.clamp(NORMAL.inverseCumulativeProbability(rank), -FARTHEST, FARTHEST);
    }

    /** The value of which {@link #of} gives the number; beyond ±3 an end of the training values. */
    double value(double number) {
        int last = knots.length - 1;
        if (last == 0 || number <= -FARTHEST) {
            return knots[0];
        }
        if (number >= FARTHEST) {
            return knots[last];
        }
        double place = NORMAL.cumulativeProbability(number) * last;
        int knot = Math.min((int) place, last - 1);
        return knots[knot] + (place - knot) * (knots[knot + 1] - knots[knot]);
    }

    /** Place of a value between a knot and the next one. */
    private double position(int knot, double value) {
        double step = knots[knot + 1] - knots[knot];
        return knot + (step == 0 ? 0 : (value - knots[knot]) / step);
    }

    /** The last knot that is less than the value. */
    private int below(double value) {
        int low = 0;
        int high = knots.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (knots[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, low - 1);
    }

    /** The first knot that is more than the value. */
    private int above(double value) {
        int low = 0;
        int high = knots.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (knots[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(1, low);
    }
}
