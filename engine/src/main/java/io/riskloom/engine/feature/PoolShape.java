package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;

/**
 * Which input cells each output cell of a pooling sees.
 *
 * @param rows    of the window; of the output where the form is adaptive, at most {@value #MOST_CELLS}; without meaning where it
 *                is global
 * @param columns as {@code rows}
 * @param stride  cells between windows; of {@link Form#WINDOW} only
 * @param padding cells added on each side, at most half a window and {@link Convolution#MOST_PADDING}; of {@link Form#WINDOW} only
 */
public record PoolShape(Form form, int rows, int columns, int stride, int padding) {

    /** Longest side of an adaptive output; a longer one is a slip of the keyboard and would fill the memory. */
    public static final int MOST_CELLS = 1000;

    /** How windows are laid over the input. */
    public enum Form {
        /** One of a fixed size moves on by the stride. */
        WINDOW,
        /** One window over all. */
        GLOBAL,
        /** As many windows as the output has cells: window i of m over n cells is ⌊i·n/m⌋ … ⌈(i+1)·n/m⌉. */
        ADAPTIVE
    }

    public static PoolShape window(int rows, int columns, int stride) {
        return new PoolShape(Form.WINDOW, rows, columns, stride, 0);
    }

    /** A window along one side, its last cell excluded; with padding it reaches beyond 0 and n. */
    public record Reach(int from, int to) {}

    /** @throws SetupException {@code conv.error.*} where there is no output cell, with the nearest possible window */
    void check(double[][] input) throws SetupException {
        ConvolutionSetup.checkMatrix(input, "input");
        if (form != Form.WINDOW) {
            int betterRows = Math.clamp(rows, 1, MOST_CELLS);
            int betterColumns = Math.clamp(columns, 1, MOST_CELLS);
            if (form == Form.ADAPTIVE && (rows != betterRows || columns != betterColumns)) {
                throw new SetupException(
                        Notice.of("conv.error.adaptive", rows, columns, betterRows, betterColumns, MOST_CELLS),
                        new Suggestion(betterRows, betterColumns, 1, 0, 1));
            }
            return;
        }
        int most = mostPadding();
        if (padding < 0 || rows > 0 && columns > 0 && padding > most) {
            throw new SetupException(
                    Notice.of("conv.error.windowPadding", padding, rows, columns, most, Convolution.MOST_PADDING),
                    new Suggestion(rows, columns, Math.max(1, stride), Math.clamp(padding, 0, most), 1));
        }
        ConvolutionSetup.checkWindow(input.length + 2 * padding, input[0].length + 2 * padding, rows, columns, stride);
    }

    /** As much as a window allows. */
    public int mostPadding() {
        return Math.clamp(Math.min(rows, columns) / 2, 0, Convolution.MOST_PADDING);
    }

    public int outputRows(int inputRows) {
        return output(inputRows, rows);
    }

    public int outputColumns(int inputColumns) {
        return output(inputColumns, columns);
    }

    private int output(int n, int side) {
        return switch (form) {
            case WINDOW -> Convolution.outputSize(n, side, stride, padding, 1);
            case GLOBAL -> 1;
            case ADAPTIVE -> side;
        };
    }

    Reach rowsOf(int output, int inputRows) {
        return reach(output, inputRows, rows);
    }

    Reach columnsOf(int output, int inputColumns) {
        return reach(output, inputColumns, columns);
    }

    private Reach reach(int i, int n, int side) {
        return switch (form) {
            case WINDOW -> new Reach(i * stride - padding, i * stride - padding + side);
            case GLOBAL -> new Reach(0, n);
            case ADAPTIVE -> new Reach(i * n / side, Math.ceilDiv((i + 1) * n, side));
        };
    }
}
