package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ImageEncoding;
import java.util.Arrays;

/** Closes of windows as pictures of one channel, row by row; the network copies them to its three. */
final class WindowImages {
    private final double[] close;
    private final int window;
    private final int size;
    private final String encoding;

    WindowImages(PriceHistory history, int window, int size, String encoding) {
        this.close = history.close();
        this.window = window;
        this.size = size;
        this.encoding = encoding;
    }

    Shape shape() {
        return new Shape(1, size, size);
    }

    double[] closes(int origin) {
        return Arrays.copyOfRange(close, origin - window + 1, origin + 1);
    }

    double[][] image(int origin) {
        return ImageEncoding.encode(encoding, closes(origin), size);
    }

    float[] pixels(int[] origins) {
        float[] pixels = new float[origins.length * size * size];
        int at = 0;
        for (int origin : origins) {
            for (double[] row : image(origin)) {
                for (double value : row) {
                    pixels[at++] = (float) value;
                }
            }
        }
        return pixels;
    }

    /** Whether the close is higher {@code horizon} days after the origin. */
    boolean up(int origin, int horizon) {
        return close[origin + horizon] > close[origin];
    }
}
