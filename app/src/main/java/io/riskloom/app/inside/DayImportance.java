package io.riskloom.app.inside;

import java.util.Arrays;

/** Carries a map over a window's picture back to the window's days. */
final class DayImportance {

    private DayImportance() {}

    /**
     * What each day bears of a map over its window's picture; the sum over days is that of the map.
     *
     * <p>Row i and column i of a Gramian angular field, as of the other square pictures, both belong to the i-th stretch of days. A
     * stretch weighs wᵢ = Σ over j of (Aᵢⱼ + Aⱼᵢ)/2; its weight is spread evenly over its days from ⌊i·n/m⌋ to before
     * ⌊(i+1)·n/m⌋, or, where the picture has more pixels than the window days, between the two nearest days. In a chart of bars
     * the same number of columns belongs to each day: a day weighs the sum of its columns.
     *
     * @param map  A, of either sign: m × m, or rows × columns of a chart of bars
     * @param days n, of the window
     * @param bars whether the picture is a chart of bars
     * @return one a day, oldest first
     */
    static double[] weights(double[][] map, int days, boolean bars) {
        double[] weights = new double[days];
        if (bars) {
            for (double[] row : map) {
                for (int c = 0; c < row.length; c++) {
                    weights[c * days / row.length] += row[c];
                }
            }
            return weights;
        }
        int size = map.length;
        for (int i = 0; i < size; i++) {
            double weight = 0;
            for (int j = 0; j < size; j++) {
                weight += (map[i][j] + map[j][i]) / 2;
            }
            if (days >= size) {
                spread(weights, weight, i, size);
            } else {
                share(weights, weight, size == 1 ? 0 : (double) i * (days - 1) / (size - 1));
            }
        }
        return weights;
    }

    /** Weights that are at least 0 as shares of their sum in percent; zeros where all are zero. */
    static double[] percent(double[] weights) {
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights)
                .map(weight -> total > 0 ? 100 * weight / total : 0)
                .toArray();
    }

    private static void spread(double[] shares, double weight, int i, int size) {
        int from = (int) ((long) i * shares.length / size);
        int to = (int) ((long) (i + 1) * shares.length / size);
        for (int day = from; day < to; day++) {
            shares[day] += weight / (to - from);
        }
    }

    private static void share(double[] shares, double weight, double place) {
        int below = Math.min((int) place, shares.length - 1);
        int above = Math.min(below + 1, shares.length - 1);
        shares[below] += weight * (1 - (place - below));
        shares[above] += weight * (place - below);
    }
}
