package io.riskloom.engine.djl;

import java.util.Arrays;
import java.util.List;

/** How the numbers of an input are told as cells, and which of them are covered together. */
sealed interface Fold permits PictureFold, DaysFold, RowFold, PixelFold {

    /** Where the network makes no picture of the cells. */
    double[][] NO_PICTURE = new double[0][];

    /**
     * An attribution over an input.
     *
     * @param cells    as {@link io.riskloom.engine.inside.Inputs#cells}, or one a day
     * @param picture  where the network makes a picture of the cells: the attribution at each pixel; 0 × 0 elsewhere
     * @param names    of {@code byColumn}
     * @param byColumn sums over the cells of a column; empty where there is no column to speak of
     */
    record Told(double[][] cells, double[][] picture, List<String> names, double[] byColumn) {
        public Told {
            names = List.copyOf(names);
        }

        static Told of(double[][] cells) {
            return new Told(cells, NO_PICTURE, List.of(), new double[0]);
        }

        /** All cells, row after row. */
        double[] flat() {
            return Arrays.stream(cells).flatMapToDouble(Arrays::stream).toArray();
        }
    }

    /** What integrated gradients give to each number of an input; the cells sum to as much. */
    Told shares(double[] shares);

    /** Whether maps of such a layer lie over the input's cells. */
    boolean takes(Axes axes);

    /** A layer's map over the input's cells: rows × columns of a picture, or one row of days. */
    Told map(double[][] map);

    /**
     * What is covered together where an attribution's cells are covered one after the other, as indices of an input's numbers.
     *
     * @param map whether it comes from {@link #map} rather than {@link #shares}
     */
    int[][] units(boolean map);

    /** The attribution of each of its units. */
    double[] worth(Told told);

    /**
     * All patches of an occlusion, rows × columns of patches, each with the indices of an input's numbers that it covers.
     *
     * @param size cells a side, cut at the input's edge
     * @param step between two patches
     */
    int[][][] patches(int size, int step);

    /** Indices of an input's numbers under one patch, whose first cell is at the row and column; none beside the input or of size 0. */
    int[] patch(int row, int column, int size);

    /** After the last of so many cells from a first one on, of which there are {@code of}; sizes may be as large as they like. */
    static int end(int first, int size, int of) {
        return (int) Math.min(of, (long) first + size);
    }
}
