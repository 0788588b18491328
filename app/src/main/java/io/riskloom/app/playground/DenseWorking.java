package io.riskloom.app.playground;

import java.util.Arrays;
import java.util.List;

/**
 * Maps flattened in reading order, one after the other, weighed and turned into probabilities: z = W·x, p = exp(z)/Σ exp(z).
 *
 * @param weights classes × values
 */
record DenseWorking(double[] values, double[][] weights, double[] logits, double[] probabilities) {

    static DenseWorking of(DenseEnd end, List<Grid> maps) {
        double[] values = maps.stream()
                .flatMapToDouble(map -> Arrays.stream(map.values()).flatMapToDouble(Arrays::stream))
                .toArray();
        double[][] weights = end.weights(values.length);
        double[] logits = Arrays.stream(weights)
                .mapToDouble(w -> product(w, values, values.length))
                .toArray();
        return new DenseWorking(values, weights, logits, softmax(logits));
    }

    /** Of the first terms only. */
    static double product(double[] weights, double[] values, int terms) {
        double sum = 0;
        for (int i = 0; i < terms; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    static double[] softmax(double[] logits) {
        double most = Arrays.stream(logits).max().orElseThrow();
        double[] powers = Arrays.stream(logits).map(z -> Math.exp(z - most)).toArray();
        double all = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / all).toArray();
    }

    /** A class's weights of the values from one map, in the map's shape. */
    Grid weights(int kind, int map, int rows, int columns) {
        double[][] grid = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(weights[kind], (map * rows + row) * columns, grid[row], 0, columns);
        }
        return Grid.of(grid);
    }
}
