package io.riskloom.app.playground;

/** Kernels that everybody should have seen at work. Named in the bundle under {@code playground.preset.KEY}. */
enum Preset {
    IDENTITY("identity", new double[][] {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}),
    BOX("box", scaled(1 / 9.0, new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}})),
    GAUSSIAN("gaussian", scaled(1 / 16.0, new double[][] {{1, 2, 1}, {2, 4, 2}, {1, 2, 1}})),
    SOBEL_X("sobelX", new double[][] {{1, 0, -1}, {2, 0, -2}, {1, 0, -1}}),
    SOBEL_Y("sobelY", new double[][] {{1, 2, 1}, {0, 0, 0}, {-1, -2, -1}}),
    LAPLACIAN("laplacian", new double[][] {{0, 1, 0}, {1, -4, 1}, {0, 1, 0}}),
    SHARPEN("sharpen", new double[][] {{0, -1, 0}, {-1, 5, -1}, {0, -1, 0}}),
    EMBOSS("emboss", new double[][] {{-2, -1, 0}, {-1, 1, 1}, {0, 1, 2}}),
    MEAN_OF_THREE("meanOfThree", scaled(1 / 3.0, new double[][] {{1, 1, 1}})),
    DIFFERENCE("difference", new double[][] {{-1, 1}}),
    MOVING_AVERAGE("movingAverage", scaled(1 / 5.0, new double[][] {{1, 1, 1, 1, 1}})),
    MOMENTUM("momentum", new double[][] {{-1, 0, 0, 1}}),
    /** Also sets the input: x = 1…9 by rows gives the single value 5. */
    WORKED_EXAMPLE("worked", new double[][] {{1, 0, -1}, {0, 1, 0}, {-1, 0, 1}});

    /** Input of the worked example. */
    static final Grid WORKED_INPUT = Grid.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

    private final String key;
    private final Grid kernel;

    Preset(String key, double[][] kernel) {
        this.key = key;
        this.kernel = Grid.of(kernel);
    }

    String key() {
        return "playground.preset." + key;
    }

    /** One row, for series. */
    boolean row() {
        return kernel.rows() == 1;
    }

    Grid kernel() {
        return kernel;
    }

    private static double[][] scaled(double factor, double[][] kernel) {
        for (double[] row : kernel) {
            for (int column = 0; column < row.length; column++) {
                row[column] *= factor;
            }
        }
        return kernel;
    }
}
