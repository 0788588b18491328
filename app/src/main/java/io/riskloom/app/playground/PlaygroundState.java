package io.riskloom.app.playground;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.Pooling;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the user has set; one immutable value, so that undo is a stack of them.
 *
 * @param kernel      of the convolution
 * @param pool        window, stride and kind of the pooling
 * @param origin      where the input was taken from, until it is edited
 */
record PlaygroundState(
        Mode mode,
        Grid input,
        Grid kernel,
        int stride,
        int padding,
        int dilation,
        PadMode padMode,
        double bias,
        Pool pool,
        Optional<Notice> origin) {

    static final int MAX_STRIDE = 4;
    static final int MAX_PADDING = 4;
    static final int MAX_DILATION = 4;
    static final int MAX_KERNEL = 7;

    enum Mode {
        CONVOLUTION,
        POOLING
    }

    /** @param rows of the window, {@code columns} of the window */
    record Pool(Pooling.Kind kind, int rows, int columns, int stride) {
        Pool {
            Objects.requireNonNull(kind, "kind");
            between("pooling rows", rows, 1, MAX_KERNEL);
            between("pooling columns", columns, 1, MAX_KERNEL);
            between("pooling stride", stride, 1, MAX_KERNEL);
        }

        /** The kind as requests name it. */
        String word() {
            return switch (kind) {
                case MAX -> "max";
                case AVERAGE -> "average";
            };
        }
    }

    PlaygroundState {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(padMode, "padMode");
        between("input rows", input.rows(), 1, Grid.LARGEST);
        between("input columns", input.columns(), 1, Grid.LARGEST);
        between("kernel rows", kernel.rows(), 1, MAX_KERNEL);
        between("kernel columns", kernel.columns(), 1, MAX_KERNEL);
        between("stride", stride, 1, MAX_STRIDE);
        between("padding", padding, 0, MAX_PADDING);
        between("dilation", dilation, 1, MAX_DILATION);
        if (!Double.isFinite(bias)) {
            throw new IllegalArgumentException("bias must be a finite number, not " + bias);
        }
    }

    private static void between(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be between " + low + " and " + high + ", not " + value);
        }
    }

    /** A vertical edge finder over a small picture. */
    static PlaygroundState first() {
        Grid input = Grid.of(new double[][] {
            {3, 4, 1, 6, 7, 2, 1},
            {1, 0, 6, 8, 4, 0, 3},
            {8, 8, 5, 4, 2, 1, 4},
            {3, 0, 4, 4, 3, 2, 4},
            {4, 5, 1, 9, 5, 6, 8},
            {3, 2, 3, 7, 4, 1, 8},
            {4, 0, 4, 9, 4, 8, 3}
        });
        return new PlaygroundState(
                Mode.CONVOLUTION,
                input,
                Preset.SOBEL_X.kernel(),
                1,
                0,
                1,
                PadMode.ZERO,
                0,
                new Pool(Pooling.Kind.MAX, 2, 2, 2),
                Optional.empty());
    }

    /** Rows of the window of one output cell, from its first to its last input row. */
    int spanRows() {
        return mode == Mode.POOLING ? pool.rows() : dilation * (kernel.rows() - 1) + 1;
    }

    int spanColumns() {
        return mode == Mode.POOLING ? pool.columns() : dilation * (kernel.columns() - 1) + 1;
    }

    /** Padding that counts: pooling has none. */
    int border() {
        return mode == Mode.POOLING ? 0 : padding;
    }

    int step() {
        return mode == Mode.POOLING ? pool.stride() : stride;
    }

    /** The padding mode as requests name it. */
    String padWord() {
        return switch (padMode) {
            case ZERO -> "zeros";
            case REFLECT -> "reflect";
            case REPLICATE -> "replicate";
        };
    }

    PlaygroundState withMode(Mode value) {
        return new PlaygroundState(value, input, kernel, stride, padding, dilation, padMode, bias, pool, origin);
    }

    PlaygroundState withInput(Grid value, Optional<Notice> from) {
        return new PlaygroundState(mode, value, kernel, stride, padding, dilation, padMode, bias, pool, from);
    }

    PlaygroundState withKernel(Grid value) {
        return new PlaygroundState(mode, input, value, stride, padding, dilation, padMode, bias, pool, origin);
    }

    PlaygroundState withStride(int value) {
        return new PlaygroundState(mode, input, kernel, value, padding, dilation, padMode, bias, pool, origin);
    }

    PlaygroundState withPadding(int value) {
        return new PlaygroundState(mode, input, kernel, stride, value, dilation, padMode, bias, pool, origin);
    }

    PlaygroundState withDilation(int value) {
        return new PlaygroundState(mode, input, kernel, stride, padding, value, padMode, bias, pool, origin);
    }

    PlaygroundState withPadMode(PadMode value) {
        return new PlaygroundState(mode, input, kernel, stride, padding, dilation, value, bias, pool, origin);
    }

    PlaygroundState withBias(double value) {
        return new PlaygroundState(mode, input, kernel, stride, padding, dilation, padMode, value, pool, origin);
    }

    PlaygroundState withPool(Pool value) {
        return new PlaygroundState(mode, input, kernel, stride, padding, dilation, padMode, bias, value, origin);
    }
}
