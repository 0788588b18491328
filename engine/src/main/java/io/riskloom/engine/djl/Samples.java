package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.WindowInputs;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Inputs beside targets, row after row.
 *
 * @param x     rows × the size of {@code shape}
 * @param shape of one input
 * @param y     rows × {@code width}
 * @param width numbers in one target
 */
record Samples(float[] x, Shape shape, float[] y, int width) {
    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 16;

    Samples {
        if (x.length / shape.size() * shape.size() != x.length || y.length / width != x.length / shape.size()) {
            throw new IllegalArgumentException(
                    x.length + " inputs of " + shape + " beside " + y.length + " targets of " + width);
        }
    }

    /**
     * Windows of one series beside what is learnt from them.
     *
     * @param width numbers in one target
     * @param label the target of an origin
     */
    record Part(WindowInputs windows, int[] origins, int width, IntFunction<float[]> label) {}

    /**
     * The parts' windows one after the other; all of them have the same shape.
     *
     * @throws NoticeException {@code run.error.tooManyNumbers} (windows, numbers in each) where one array cannot hold them
     */
    static Samples of(List<Part> parts) throws NoticeException {
        Part first = parts.getFirst();
        int size = first.windows().size();
        int rows = parts.stream().mapToInt(part -> part.origins().length).sum();
        if ((long) rows * size > MOST_NUMBERS) {
            throw new NoticeException(Notice.of("run.error.tooManyNumbers", rows, size));
        }
        float[] x = new float[rows * size];
        float[] y = new float[rows * first.width()];
        int row = 0;
        for (Part part : parts) {
            for (int origin : part.origins()) {
                System.arraycopy(part.windows().of(origin), 0, x, row * size, size);
                System.arraycopy(part.label().apply(origin), 0, y, row * first.width(), first.width());
                row++;
            }
        }
        return new Samples(x, Network.shapeOf(first.windows()), y, first.width());
    }

    /** Inputs of some origins, row after row. */
    static float[] inputs(WindowInputs windows, int[] origins) {
        int size = windows.size();
        float[] x = new float[Math.multiplyExact(origins.length, size)];
        for (int i = 0; i < origins.length; i++) {
            System.arraycopy(windows.of(origins[i]), 0, x, i * size, size);
        }
        return x;
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
