package io.riskloom.app.inside;

import java.util.Arrays;

/** Paints maps into pixels, sharp cell by sharp cell. */
final class TilePixels {

    private final int[] pixels;
    private final int width;
    private final int height;
    private int[] columnOf = {};

    /** @param pixels width × height, row by row, 0xAARRGGBB */
    TilePixels(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    void clear(int argb) {
        Arrays.fill(pixels, argb);
    }

    void rect(int x, int y, int wide, int high, int argb) {
        int from = Math.clamp(x, 0, width);
        int to = Math.clamp(x + (long) wide, from, width);
        for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
            Arrays.fill(pixels, row * width + from, row * width + to, argb);
        }
    }

    /** A map of so many cells at a place, cut to the pixels. */
    void map(float[] values, int rows, int columns, Shades shades, int x, int y, int wide, int high) {
        if (columnOf.length < wide) {
            columnOf = new int[wide];
        }
        for (int i = 0; i < wide; i++) {
            columnOf[i] = (int) ((long) i * columns / wide);
        }
        int from = Math.max(0, -x);
        int to = Math.min(wide, width - x);
        int[] colours = new int[columns];
        int painted = -1;
        for (int i = Math.max(0, -y); i < Math.min(high, height - y) && from < to; i++) {
            int row = (int) ((long) i * rows / high);
            int at = (y + i) * width + x;
            if (row == painted) {
                System.arraycopy(pixels, at - width + from, pixels, at + from, to - from);
                continue;
            }
            for (int c = 0; c < columns; c++) {
                colours[c] = shades.of(values[row * columns + c]);
            }
            for (int j = from; j < to; j++) {
                pixels[at + j] = colours[columnOf[j]];
            }
            painted = row;
        }
    }
}
