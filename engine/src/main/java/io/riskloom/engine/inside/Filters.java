package io.riskloom.engine.inside;

import com.google.gson.annotations.JsonAdapter;

/**
 * Weights of a convolution.
 *
 * @param of      filters that the layer has
 * @param inputs  channels that each filter reads
 * @param channels those whose weights are here
 * @param values  filters × inputs × rows × columns, row by row
 */
public record Filters(
        String layer,
        Stage stage,
        int of,
        int inputs,
        int rows,
        int columns,
        int[] channels,
        @JsonAdapter(PackedFloats.class) float[] values) {

    public Filters {
        if (values.length != (long) channels.length * inputs * rows * columns) {
            throw new IllegalArgumentException(
                    values.length + " values for " + channels.length + " × " + inputs + " × " + rows + " × " + columns);
        }
        channels = channels.clone();
        values = values.clone();
    }

    @Override
    public int[] channels() {
        return channels.clone();
    }

    @Override
    public float[] values() {
        return values.clone();
    }

    /** One filter's weights for one input channel, rows × columns. */
    public double[][] kernel(int place, int input) {
        double[][] kernel = new double[rows][columns];
        int from = (place * inputs + input) * rows * columns;
        for (int i = 0; i < rows * columns; i++) {
            kernel[i / columns][i % columns] = values[from + i];
        }
        return kernel;
    }
}
