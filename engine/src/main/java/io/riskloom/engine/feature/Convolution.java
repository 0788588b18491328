package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Two-dimensional convolution as deep learning means it (cross-correlation, the kernel not flipped), in double
 * precision and term by term: y(i, j) = b + Σₚ Σ_q x(i·s − p₀ + p·d, j·s − p₀ + q·d)·k(p, q) with stride s, padding p₀
 * and dilation d. A row or a column of values is a matrix with one row or one column.
 */
public final class Convolution {

    /** Largest padding; a larger one is a slip of the keyboard and would fill the memory. */
    public static final int MOST_PADDING = 1000;

    private Convolution() {}

    /**
     * One product of an output cell.
     *
     * @param inputRow    row under the kernel, from 0; outside the input (negative too) where padding is meant
     * @param inputColumn column under the kernel
     * @param inputValue  the input's value there, or what the padding mode puts there
     * @param product     {@code inputValue}·{@code kernelValue}
     */
    public record Term(int inputRow, int inputColumn, double inputValue, double kernelValue, double product) {}

    /**
     * The arithmetic of one output cell.
     *
     * @param terms   in the kernel's row-major order
     * @param sum     bias plus all products: the output's value
     * @param running bias plus the products up to each term, one a term; the last is {@code sum}
     */
    public record Cell(int row, int column, List<Term> terms, double bias, double sum, double[] running) {
        public Cell {
            terms = List.copyOf(terms);
            running = running.clone();
        }

        @Override
        public double[] running() {
            return running.clone();
        }
    }

    /**
     * Output size along one side, ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1; 0 or less where the kernel does not fit.
     *
     * @param n input size
     * @param k kernel size
     * @param s stride, at least 1
     * @param p padding on each end
     * @param d dilation
     */
    public static int outputSize(int n, int k, int s, int p, int d) {
        return Math.floorDiv(n + 2 * p - d * (k - 1) - 1, s) + 1;
    }

    /**
     * @param input  rows of equal length, at least one value
     * @param kernel the same
     * @return rows × columns by {@link #outputSize}
     * @throws SetupException {@code conv.error.*}: input or kernel empty or ragged; stride or dilation below 1; padding
     *     below 0, or too large to reflect; a kernel beyond the padded input. All but the first two carry a
     *     {@link Suggestion}
     */
    public static double[][] output(
            double[][] input, double[][] kernel, int stride, int padding, int dilation, PadMode mode, double bias)
            throws SetupException {
        ConvolutionSetup setup = ConvolutionSetup.of(input, kernel, stride, padding, dilation, mode);
        double[][] out = new double[setup.outputRows()][setup.outputColumns()];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out[i].length; j++) {
                double sum = bias;
                for (int p = 0; p < kernel.length; p++) {
                    int row = mode.source(i * stride - padding + p * dilation, input.length);
                    for (int q = 0; q < kernel[p].length; q++) {
                        int column = mode.source(j * stride - padding + q * dilation, input[0].length);
                        sum += (row < 0 || column < 0 ? 0 : input[row][column]) * kernel[p][q];
                    }
                }
                out[i][j] = sum;
            }
        }
        return out;
    }

    /**
     * How one cell of {@link #output} comes about; adds in the same order, so that {@code sum} equals the output
     * exactly.
     *
     * @throws SetupException            as {@link #output}
     * @throws IndexOutOfBoundsException for a cell outside the output
     */
    public static Cell cell(
            double[][] input,
            double[][] kernel,
            int stride,
            int padding,
            int dilation,
            PadMode mode,
            double bias,
            int row,
            int column)
            throws SetupException {
        ConvolutionSetup setup = ConvolutionSetup.of(input, kernel, stride, padding, dilation, mode);
        checkCell(row, column, setup.outputRows(), setup.outputColumns());
        List<Term> terms = new ArrayList<>();
        double[] running = new double[kernel.length * kernel[0].length];
        double sum = bias;
        for (int p = 0; p < kernel.length; p++) {
            for (int q = 0; q < kernel[p].length; q++) {
                int r = row * stride - padding + p * dilation;
                int c = column * stride - padding + q * dilation;
                int fromRow = mode.source(r, input.length);
                int fromColumn = mode.source(c, input[0].length);
                double value = fromRow < 0 || fromColumn < 0 ? 0 : input[fromRow][fromColumn];
                double product = value * kernel[p][q];
                sum += product;
                running[terms.size()] = sum;
                terms.add(new Term(r, c, value, kernel[p][q], product));
            }
        }
        return new Cell(row, column, terms, bias, sum, running);
    }

    static void checkCell(int row, int column, int rows, int columns) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(
                    "cell " + row + ", " + column + " of an output of " + rows + " × " + columns);
        }
    }

    /** The input with its padding written out, (rows + 2p) × (columns + 2p), for drawing. */
    public static double[][] padded(double[][] input, int padding, PadMode mode) throws SetupException {
        ConvolutionSetup.of(input, new double[][] {{1}}, 1, padding, 1, mode);
        double[][] out = new double[input.length + 2 * padding][input[0].length + 2 * padding];
        for (int i = 0; i < out.length; i++) {
            int row = mode.source(i - padding, input.length);
            for (int j = 0; j < out[i].length && row >= 0; j++) {
                int column = mode.source(j - padding, input[0].length);
                out[i][j] = column < 0 ? 0 : input[row][column];
            }
        }
        return out;
    }
}
