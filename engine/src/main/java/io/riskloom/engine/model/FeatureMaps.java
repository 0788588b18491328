package io.riskloom.engine.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What a convolutional network makes of one window.
 *
 * @param windowDates the window's days, oldest first
 * @param closes      their closes
 * @param image       the encoded window, rows × columns, values in [−1, 1]
 * @param layers      from the stem to the last stage
 * @param activation  class-activation map over the image, rows × columns of the last stage scaled to the image's size, in [0, 1]
 * @param probabilityUp the network's answer for this window
 */
public record FeatureMaps(
        List<LocalDate> windowDates,
        double[] closes,
        double[][] image,
        List<Layer> layers,
        double[][] activation,
        double probabilityUp) {

    public FeatureMaps {
        windowDates = List.copyOf(windowDates);
        closes = closes.clone();
        image = Matrices.copy(image);
        layers = List.copyOf(layers);
        activation = Matrices.copy(activation);
    }

    @Override
    public double[] closes() {
        return closes.clone();
    }

    @Override
    public double[][] image() {
        return Matrices.copy(image);
    }

    @Override
    public double[][] activation() {
        return Matrices.copy(activation);
    }

    /**
     * One layer's output.
     *
     * @param name     such as {@code stem}, {@code stage1} … {@code stage4}
     * @param channels of the whole layer
     * @param height   of each map, in cells
     * @param width    of each map, in cells
     * @param values   channels × height × width, row by row, single precision
     */
    public record Layer(String name, int channels, int height, int width, float[] values) {
        public Layer {
            if (values.length != channels * height * width) {
                throw new IllegalArgumentException(
                        values.length + " values for " + channels + " × " + height + " × " + width);
            }
            values = values.clone();
        }

        @Override
        public float[] values() {
            return values.clone();
        }

        /** One channel's map, height × width. */
        public double[][] map(int channel) {
            double[][] map = new double[height][width];
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    map[i][j] = values[(channel * height + i) * width + j];
                }
            }
            return map;
        }
    }
}
