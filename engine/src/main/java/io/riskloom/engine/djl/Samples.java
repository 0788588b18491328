package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Inputs beside targets, row after row.
 *
 * @param x     rows × the size of {@code shape}
 * @param shape of one input
 * @param y     rows × {@code width}
 * @param width numbers in one target
 */
record Samples(float[] x, Shape shape, float[] y, int width) {
    Samples {
        if (x.length / shape.size() * shape.size() != x.length || y.length / width != x.length / shape.size()) {
            throw new IllegalArgumentException(
                    x.length + " inputs of " + shape + " beside " + y.length + " targets of " + width);
        }
    }

    int rows() {
        return y.length / width;
    }

    NDArray inputs(NDManager manager) {
        return manager.create(x, Network.batchOf(rows(), shape));
    }

    NDArray targets(NDManager manager) {
        return manager.create(y, new Shape(rows(), width));
    }

    /** The rows from {@code from} up to, but not including, {@code to}. */
    Samples part(int from, int to) {
        int size = Math.toIntExact(shape.size());
        return new Samples(
                Arrays.copyOfRange(x, from * size, to * size),
                shape,
                Arrays.copyOfRange(y, from * width, to * width),
                width);
    }
}
