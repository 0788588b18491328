package io.riskloom.engine.inside;

import com.google.gson.annotations.JsonAdapter;
import java.util.Arrays;
import java.util.List;

/**
 * One layer's answer to one input: figures of all its channels, cells of only those that were asked for.
 *
 * @param layer    see {@link NetworkGraph.Node}
 * @param stage    whose weights answered
 * @param rows     of a map; 1 for a layer over days or without place
 * @param columns  of a map: cells, days, or 1
 * @param figures  one a channel
 * @param channels those whose maps are here, in the order of {@code values}
 * @param values   maps one after the other, row by row
 */
public record LayerMaps(
        String layer,
        Stage stage,
        int rows,
        int columns,
        @JsonAdapter(PackedFigures.class) List<Figures> figures,
        int[] channels,
        @JsonAdapter(PackedFloats.class) float[] values) {

    public LayerMaps {
        if (values.length != (long) channels.length * rows * columns) {
            throw new IllegalArgumentException(
                    values.length + " values for " + channels.length + " × " + rows + " × " + columns);
        }
        figures = List.copyOf(figures);
        channels = channels.clone();
        values = values.clone();
    }

    /** Of a channel's map. */
    public record Figures(float mean, float least, float largest) {}

    @Override
    public int[] channels() {
        return channels.clone();
    }

    @Override
    public float[] values() {
        return values.clone();
    }

    /** The map at a place of {@link #channels}, rows × columns. */
    public double[][] map(int place) {
        double[][] map = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            int from = (place * rows + i) * columns;
            for (int j = 0; j < columns; j++) {
                map[i][j] = values[from + j];
            }
        }
        return map;
    }

    /** Where a channel stands among {@link #channels}, −1 where its map is not here. */
    public int placeOf(int channel) {
        for (int i = 0; i < channels.length; i++) {
            if (channels[i] == channel) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return layer + " " + stage + " " + rows + " × " + columns + " " + Arrays.toString(channels);
    }
}
