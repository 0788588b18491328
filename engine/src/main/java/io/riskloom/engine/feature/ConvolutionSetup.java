package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;

/**
 * Sizes of a convolution or pooling. {@link #check} refuses what cannot be and names the nearest set-up that can: the
 * one with the least sum of changes to padding and dilation, the kernel kept where possible.
 */
record ConvolutionSetup(
        int rows,
        int columns,
        int kernelRows,
        int kernelColumns,
        int stride,
        int padding,
        int dilation,
        PadMode mode,
        boolean paddable) {

    private static final String PREFIX = "conv.error.";
    private static final long KERNEL_COST = 1_000_000;

    /** Refuses a pooling window that does not fit; its padding counts as input and is kept. */
    static void checkWindow(int inputRows, int inputColumns, int rows, int columns, int stride) throws SetupException {
        ConvolutionSetup setup =
                new ConvolutionSetup(inputRows, inputColumns, rows, columns, stride, 0, 1, PadMode.ZERO, false);
        if (rows < 1 || columns < 1) {
            throw setup.refused("window", rows, columns);
        }
        setup.check();
    }

    static ConvolutionSetup of(double[][] input, double[][] kernel, int stride, int padding, int dilation, PadMode mode)
            throws SetupException {
        checkMatrix(input, "input");
        checkMatrix(kernel, "kernel");
        ConvolutionSetup setup = new ConvolutionSetup(
                input.length, input[0].length, kernel.length, kernel[0].length, stride, padding, dilation, mode, true);
        setup.check();
        return setup;
    }

    /** Refuses an empty matrix and rows of different lengths; {@code which} is input or kernel. */
    static void checkMatrix(double[][] matrix, String which) throws SetupException {
        if (matrix.length == 0 || matrix[0].length == 0) {
            throw new SetupException(Notice.of(PREFIX + which + "Empty"), null);
        }
        for (int i = 1; i < matrix.length; i++) {
            if (matrix[i].length != matrix[0].length) {
                throw new SetupException(
                        Notice.of(PREFIX + which + "Ragged", i + 1, matrix[i].length, matrix[0].length), null);
            }
        }
    }

    void check() throws SetupException {
        if (stride < 1) {
            throw refused(paddable ? "stride" : "windowStride", stride);
        }
        if (dilation < 1) {
            throw refused("dilation", dilation);
        }
        if (padding < 0 || padding > Convolution.MOST_PADDING) {
            throw refused("padding", padding, Convolution.MOST_PADDING);
        }
        if (mode == PadMode.REFLECT && padding >= Math.min(rows, columns)) {
            throw refused("reflect", padding, rows, columns);
        }
        if (!paddable && !fits()) {
            throw refused("windowTooLarge", kernelRows, kernelColumns, rows, columns);
        }
        if (!fits()) {
            throw refused(
                    "tooLarge", reach(kernelRows), reach(kernelColumns), rows + 2 * padding, columns + 2 * padding);
        }
    }

    /** Input cells from the first to the last that a kernel of {@code size} touches, d(k − 1) + 1. */
    private long reach(int size) {
        return (long) dilation * (size - 1) + 1;
    }

    private boolean fits() {
        return reach(kernelRows) <= rows + 2L * padding && reach(kernelColumns) <= columns + 2L * padding;
    }

    /** Arguments: what is wrong, then kernel rows and columns, stride, padding and dilation of the suggestion. */
    private SetupException refused(String key, Object... wrong) {
        Suggestion s = nearest();
        Object[] args = new Object[wrong.length + 5];
        System.arraycopy(wrong, 0, args, 0, wrong.length);
        Object[] better = {s.kernelRows(), s.kernelColumns(), s.stride(), s.padding(), s.dilation()};
        System.arraycopy(better, 0, args, wrong.length, better.length);
        return new SetupException(Notice.of(PREFIX + key, args), s);
    }

    private Suggestion nearest() {
        int size = Math.max(rows, columns);
        int mostPadding = Convolution.MOST_PADDING;
        if (!paddable) {
            mostPadding = 0;
        } else if (mode == PadMode.REFLECT) {
            mostPadding = Math.min(Convolution.MOST_PADDING, Math.min(rows, columns) - 1);
        }
        int wantedPadding = Math.clamp(padding, 0, mostPadding);
        int wantedDilation = Math.clamp(dilation, 1, size);
        Suggestion best = null;
        long bestCost = Long.MAX_VALUE;
        for (int p = 0; p <= Math.min(mostPadding, wantedPadding + size); p++) {
            int d = Math.min(
                    wantedDilation,
                    Math.min(largestDilation(rows, kernelRows, p), largestDilation(columns, kernelColumns, p)));
            int keptRows = Math.clamp(kernelRows, 1, rows + 2 * p);
            int keptColumns = Math.clamp(kernelColumns, 1, columns + 2 * p);
            long cost = Math.abs(p - wantedPadding)
                    + Math.abs(d - wantedDilation)
                    + KERNEL_COST * (Math.max(0, kernelRows - keptRows) + Math.max(0, kernelColumns - keptColumns));
            if (cost < bestCost) {
                bestCost = cost;
                best = new Suggestion(keptRows, keptColumns, Math.max(1, stride), p, d);
            }
        }
        return best;
    }

    /** The largest dilation, at least 1, with which a kernel of size k fits an input of size n. */
    private static int largestDilation(int n, int k, int p) {
        return k < 2 ? Integer.MAX_VALUE : Math.max(1, (n + 2 * p - 1) / (k - 1));
    }

    int outputRows() {
        return Convolution.outputSize(rows, kernelRows, stride, padding, dilation);
    }

    int outputColumns() {
        return Convolution.outputSize(columns, kernelColumns, stride, padding, dilation);
    }
}
