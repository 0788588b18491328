package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.DirectionChart;
import java.util.Arrays;

/** What a model of the direction said, by bar of a history. */
final class DirectionBars {

    /** Bars from which it spoke, ascending. */
    final double[] x;

    private final double[][] probability;
    private final int[] outcome;
    private final int classes;

    /** Origins that the history does not know, and those out of order, are left out. */
    DirectionBars(DirectionChart chart, int[] days) {
        int[] order = new int[chart.origins().size()];
        double[] at = new double[order.length];
        int count = 0;
        for (int o = 0; o < order.length; o++) {
            int bar = Arrays.binarySearch(days, (int) chart.origins().get(o).toEpochDay());
            if (bar >= 0 && (count == 0 || bar > at[count - 1])) {
                at[count] = bar;
                order[count++] = o;
            }
        }
        this.x = Arrays.copyOf(at, count);
        this.probability = Arrays.stream(order, 0, count)
                .mapToObj(o -> chart.probability()[o])
                .toArray(double[][]::new);
        this.outcome =
                Arrays.stream(order, 0, count).map(o -> chart.outcome()[o]).toArray();
        this.classes = chart.classes().size();
    }

    int classes() {
        return classes;
    }

    int indexOf(int bar) {
        return Math.max(-1, Arrays.binarySearch(x, bar));
    }

    /** Bar of the next origin; after the last as far away as that from the one before. */
    double next(int k) {
        return k + 1 < x.length ? x[k + 1] : x[k] + (k > 0 ? x[k] - x[k - 1] : 1);
    }

    double[] probability(int k) {
        return probability[k];
    }

    int outcome(int k) {
        return outcome[k];
    }

    /** Whether the likeliest class came; of equals the first. */
    boolean hit(int k) {
        int likeliest = 0;
        for (int c = 1; c < classes; c++) {
            likeliest = probability[k][c] > probability[k][likeliest] ? c : likeliest;
        }
        return likeliest == outcome[k];
    }

    /** Summed probability of the classes before {@code c}. */
    double[] below(int c) {
        double[] sums = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            sums[k] = Arrays.stream(probability[k], 0, c).sum();
        }
        return sums;
    }

    /** Probability of the last class: up. */
    double[] up() {
        return Arrays.stream(probability).mapToDouble(p -> p[classes - 1]).toArray();
    }
}
