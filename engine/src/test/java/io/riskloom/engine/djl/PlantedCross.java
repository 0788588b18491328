package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A network that answers how much of a cross of three by three pixels is in a picture, wherever it is, and hardly looks at
 * anything else; and a dim picture with one bright cross, whose middle is at {@link #ROW}, {@link #COLUMN}.
 */
final class PlantedCross {
    static final int SIDE = 24;
    static final int ROW = 6;
    static final int COLUMN = 17;
    private static final float[] CROSS = {-1, 1, -1, 1, 1, 1, -1, 1, -1};
    private static final float THRESHOLD = -1.5f;
    private static final Shape PICTURE = new Shape(1, SIDE, SIDE);

    private PlantedCross() {}

    static ToySubject subject() {
        Network network = drawn();
        float[] filters = new float[2 * CROSS.length];
        System.arraycopy(CROSS, 0, filters, 0, CROSS.length);
        filters[CROSS.length + 4] = 1; // the second sees a pixel as it is
        network.state().get("conv.conv.weight").set(filters);
        network.state().get("conv.conv.bias").set(new float[] {THRESHOLD, 0});
        network.state().get("head.weight").set(new float[] {10, 0.05f});
        network.state().get("head.bias").set(new float[] {-1});
        ToySubject subject = new ToySubject(network, picture());
        float[] dim = new float[SIDE * SIDE];
        Arrays.fill(dim, 0.2f);
        subject.typical(dim);
        subject.another(PlantedCross::drawn);
        return subject;
    }

    private static Network drawn() {
        Chain chain = new Chain()
                .add(
                        "conv",
                        new Chain()
                                .add(
                                        "conv",
                                        Conv2d.builder()
                                                .setKernelShape(new Shape(3, 3))
                                                .optPadding(new Shape(1, 1))
                                                .setFilters(2)
                                                .build())
                                .then("relu", Residual::relu))
                .then("average", x -> x.mean(new int[] {3}).mean(new int[] {2}))
                .add("head", Linear.builder().setUnits(1).build());
        return new Network(chain, PICTURE);
    }

    private static float[] picture() {
        SplittableRandom random = new SplittableRandom(3);
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(0, 0.4);
        }
        for (int k = 0; k < CROSS.length; k++) {
            int at = (ROW - 1 + k / 3) * SIDE + COLUMN - 1 + k % 3;
            pixels[at] = CROSS[k] > 0 ? 1 : 0;
        }
        return pixels;
    }

    /** Largest |row − {@link #ROW}| or |column − {@link #COLUMN}| of the largest cell. */
    static int offBy(double[][] cells) {
        int row = 0;
        int column = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                if (cells[i][j] > cells[row][column]) {
                    row = i;
                    column = j;
                }
            }
        }
        return Math.max(Math.abs(row - ROW), Math.abs(column - COLUMN));
    }
}
