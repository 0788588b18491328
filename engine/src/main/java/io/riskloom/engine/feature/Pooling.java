package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Max and average pooling as in PyTorch: windows that would reach beyond the padded input are left out; the maximum never takes
 * a padded cell, the average counts it as a zero.
 */
public final class Pooling {

    private Pooling() {}

    /** What becomes of the values of a window. */
    public enum Kind {
        MAX,
        AVERAGE
    }

    /**
     * One value of a window.
     *
     * @param weight its share in the output, and of the gradient that flows back to it: 1 or 0 for the maximum, 1/(P·Q)
     *     for the average
     */
    public record Term(int inputRow, int inputColumn, double value, double weight) {}

    /**
     * The arithmetic of one output cell.
     *
     * @param terms        in the window's row-major order; for the average padded cells are among them, with indices outside
     * @param argMaxRow    input row of the largest value, the first one on a draw; −1 for the average
     * @param argMaxColumn its column
     */
    public record Cell(int row, int column, List<Term> terms, double value, int argMaxRow, int argMaxColumn) {
        public Cell {
            terms = List.copyOf(terms);
        }
    }

    /** As below, by a window without padding. */
    public static double[][] output(double[][] input, Kind kind, int rows, int columns, int stride)
            throws SetupException {
        return output(input, kind, PoolShape.window(rows, columns, stride));
    }

    /**
     * @param input rows of equal length, at least one value
     * @return rows × columns by {@link PoolShape#outputRows} and {@link PoolShape#outputColumns}
     * @throws SetupException {@code conv.error.*} with a {@link Suggestion} where no window fits
     */
    public static double[][] output(double[][] input, Kind kind, PoolShape shape) throws SetupException {
        shape.check(input);
        double[][] out = new double[shape.outputRows(input.length)][shape.outputColumns(input[0].length)];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out[i].length; j++) {
                out[i][j] = pool(input, kind, shape, i, j).value();
            }
        }
        return out;
    }

    /**
     * How one cell of {@link #output} comes about.
     *
     * @throws IndexOutOfBoundsException for a cell outside the output
     */
    public static Cell cell(double[][] input, Kind kind, PoolShape shape, int row, int column) throws SetupException {
        shape.check(input);
        Convolution.checkCell(row, column, shape.outputRows(input.length), shape.outputColumns(input[0].length));
        return pool(input, kind, shape, row, column);
    }

    /**
     * What flows back to each input cell when each output cell sends back a gradient of 1: the sum of its shares, rows × columns of
     * the input.
     */
    public static double[][] gradient(double[][] input, Kind kind, PoolShape shape) throws SetupException {
        shape.check(input);
        double[][] gradient = new double[input.length][input[0].length];
        for (int i = 0; i < shape.outputRows(input.length); i++) {
            for (int j = 0; j < shape.outputColumns(input[0].length); j++) {
                for (Term term : pool(input, kind, shape, i, j).terms()) {
                    if (inside(input, term.inputRow(), term.inputColumn())) {
                        gradient[term.inputRow()][term.inputColumn()] += term.weight();
                    }
                }
            }
        }
        return gradient;
    }

    private static boolean inside(double[][] input, int row, int column) {
        return row >= 0 && column >= 0 && row < input.length && column < input[0].length;
    }

    private static Cell pool(double[][] input, Kind kind, PoolShape shape, int row, int column) {
        PoolShape.Reach down = shape.rowsOf(row, input.length);
        PoolShape.Reach across = shape.columnsOf(column, input[0].length);
        return kind == Kind.MAX ? largest(input, down, across, row, column) : mean(input, down, across, row, column);
    }

    private static Cell largest(double[][] input, PoolShape.Reach down, PoolShape.Reach across, int row, int column) {
        int top = Math.max(0, down.from());
        int left = Math.max(0, across.from());
        int bottom = Math.min(input.length, down.to());
        int right = Math.min(input[0].length, across.to());
        int bestRow = top;
        int bestColumn = left;
        for (int i = top; i < bottom; i++) {
            for (int j = left; j < right; j++) {
                if (input[i][j] > input[bestRow][bestColumn]) {
                    bestRow = i;
                    bestColumn = j;
                }
            }
        }
        List<Term> terms = new ArrayList<>();
        for (int i = top; i < bottom; i++) {
            for (int j = left; j < right; j++) {
                terms.add(new Term(i, j, input[i][j], i == bestRow && j == bestColumn ? 1 : 0));
            }
        }
        return new Cell(row, column, terms, input[bestRow][bestColumn], bestRow, bestColumn);
    }

    private static Cell mean(double[][] input, PoolShape.Reach down, PoolShape.Reach across, int row, int column) {
        int size = (down.to() - down.from()) * (across.to() - across.from());
        List<Term> terms = new ArrayList<>(size);
        double sum = 0;
        for (int i = down.from(); i < down.to(); i++) {
            for (int j = across.from(); j < across.to(); j++) {
                double value = inside(input, i, j) ? input[i][j] : 0;
                sum += value;
                terms.add(new Term(i, j, value, 1.0 / size));
            }
        }
        return new Cell(row, column, terms, sum / size, -1, -1);
    }
}
