package io.riskloom.engine.djl;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A picture of one channel: a cell is a pixel. */
record PictureFold(int rows, int columns) implements Fold {

    @Override
    public Told shares(double[] shares) {
        double[][] cells = new double[rows][];
        Arrays.setAll(cells, i -> Arrays.copyOfRange(shares, i * columns, (i + 1) * columns));
        return Told.of(cells);
    }

    @Override
    public boolean takes(Axes axes) {
        return axes == Axes.PICTURE;
    }

    @Override
    public Told map(double[][] map) {
        return Told.of(Bilinear.scale(map, rows, columns));
    }

    @Override
    public int[][] units(boolean map) {
        return IntStream.range(0, rows * columns).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
    }

    @Override
    public double[] worth(Told told) {
        return told.flat();
    }

    @Override
    public int[][][] patches(int size, int step) {
        int[][][] patches = new int[Math.ceilDiv(rows, step)][Math.ceilDiv(columns, step)][];
        for (int i = 0; i < patches.length; i++) {
            for (int j = 0; j < patches[i].length; j++) {
                patches[i][j] = patch(i * step, j * step, size);
            }
        }
        return patches;
    }

    @Override
    public int[] patch(int row, int column, int size) {
        return IntStream.range(Math.max(0, row), Fold.end(row, size, rows))
                .flatMap(i -> IntStream.range(Math.max(0, column), Fold.end(column, size, columns))
                        .map(j -> i * columns + j))
                .toArray();
    }
}
