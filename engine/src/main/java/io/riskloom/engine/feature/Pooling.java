package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Max and average pooling without padding; windows that would reach beyond the input are left out, as in PyTorch. */
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
     * @param terms        in the window's row-major order
     * @param argMaxRow    input row of the largest value, the first one on a draw; −1 for the average
     * @param argMaxColumn its column
     */
    public record Cell(int row, int column, List<Term> terms, double value, int argMaxRow, int argMaxColumn) {
        public Cell {
            terms = List.copyOf(terms);
        }
    }

    /**
     * @param input   rows of equal length, at least one value
     * @param rows    window rows P
     * @param columns window columns Q
     * @param stride  at least 1
     * @return (⌊(n − P)/stride⌋ + 1) rows and (⌊(m − Q)/stride⌋ + 1) columns
     * @throws SetupException {@code conv.error.*} with a {@link Suggestion} where no window fits
     */
    public static double[][] output(double[][] input, Kind kind, int rows, int columns, int stride)
            throws SetupException {
        ConvolutionSetup setup = ConvolutionSetup.ofWindow(input, rows, columns, stride);
        double[][] out = new double[setup.outputRows()][setup.outputColumns()];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out[i].length; j++) {
                out[i][j] = pool(input, kind, setup, i, j).value();
            }
        }
        return out;
    }

    /**
     * How one cell of {@link #output} comes about.
     *
     * @throws IndexOutOfBoundsException for a cell outside the output
     */
    public static Cell cell(double[][] input, Kind kind, int rows, int columns, int stride, int row, int column)
            throws SetupException {
        ConvolutionSetup setup = ConvolutionSetup.ofWindow(input, rows, columns, stride);
        Convolution.checkCell(row, column, setup.outputRows(), setup.outputColumns());
        return pool(input, kind, setup, row, column);
    }

    private static Cell pool(double[][] input, Kind kind, ConvolutionSetup setup, int row, int column) {
        int top = row * setup.stride();
        int left = column * setup.stride();
        int bestRow = top;
        int bestColumn = left;
        double sum = 0;
        for (int i = top; i < top + setup.kernelRows(); i++) {
            for (int j = left; j < left + setup.kernelColumns(); j++) {
                sum += input[i][j];
                if (input[i][j] > input[bestRow][bestColumn]) {
                    bestRow = i;
                    bestColumn = j;
                }
            }
        }
        int size = setup.kernelRows() * setup.kernelColumns();
        List<Term> terms = new ArrayList<>(size);
        for (int i = top; i < top + setup.kernelRows(); i++) {
            for (int j = left; j < left + setup.kernelColumns(); j++) {
                boolean best = i == bestRow && j == bestColumn;
                double weight = kind == Kind.AVERAGE ? 1.0 / size : best ? 1 : 0;
                terms.add(new Term(i, j, input[i][j], weight));
            }
        }
        return kind == Kind.AVERAGE
                ? new Cell(row, column, terms, sum / size, -1, -1)
                : new Cell(row, column, terms, input[bestRow][bestColumn], bestRow, bestColumn);
    }
}
