package io.riskloom.engine.djl;

import java.util.Arrays;

/**
 * An applicant's row of encoded inputs that a network sees as a picture. A layer's map lies over the picture; an input has the
 * mean of its pixels.
 *
 * @param row    the inputs
 * @param square the picture's pixels
 * @param input  that lies at each pixel, row after row, −1 where none does
 */
record PixelFold(RowFold row, PictureFold square, int... input) implements Fold {

    PixelFold {
        input = input.clone();
    }

    /** @param input at each pixel of the picture as {@link Pixels} makes it */
    static PixelFold of(RowFold row, int... input) {
        int side = (int) Math.round(Math.sqrt(input.length));
        return new PixelFold(row, new PictureFold(side, side), input);
    }

    @Override
    public Told shares(double[] shares) {
        double[] pixels =
                Arrays.stream(input).mapToDouble(i -> i < 0 ? 0 : shares[i]).toArray();
        return row.told(shares, square.shares(pixels).cells());
    }

    @Override
    public boolean takes(Axes axes) {
        return axes == Axes.PICTURE;
    }

    @Override
    public Told map(double[][] map) {
        Told picture = square.map(map);
        double[] pixels = picture.flat();
        double[] sums = new double[row.of().length];
        int[] counts = new int[sums.length];
        for (int p = 0; p < input.length; p++) {
            if (input[p] >= 0) {
                sums[input[p]] += pixels[p];
                counts[input[p]]++;
            }
        }
        Arrays.setAll(sums, i -> sums[i] / Math.max(1, counts[i]));
        return row.told(sums, picture.cells());
    }

    @Override
    public int[][] units(boolean map) {
        return row.units(map);
    }

    @Override
    public double[] worth(Told told) {
        return row.worth(told);
    }

    @Override
    public int[][][] patches(int size, int step) {
        return row.patches(size, step);
    }

    /** All inputs of the columns that have a pixel in the square: an applicant with part of a column would be none. */
    @Override
    public int[] patch(int row, int column, int size) {
        return Arrays.stream(square.patch(row, column, size))
                .map(pixel -> input[pixel])
                .filter(i -> i >= 0)
                .map(i -> this.row.of()[i])
                .distinct()
                .flatMap(whole -> Arrays.stream(this.row.inputs()[whole]))
                .sorted()
                .toArray();
    }
}
