package io.riskloom.app.playground;

import java.util.Arrays;

/** A rectangle of numbers that never changes. Rows and columns count from 0. */
final class Grid {

    /** Most rows or columns that a person can still read at a glance. */
    static final int LARGEST = 12;

    private final double[][] values;

    private Grid(double[][] values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException where it is empty, ragged or holds a number that is not finite */
    static Grid of(double[][] values) {
        if (values.length == 0 || values[0].length == 0) {
            throw new IllegalArgumentException("a grid needs at least one cell");
        }
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            if (values[row].length != values[0].length) {
                throw new IllegalArgumentException(
                        "row " + row + " has " + values[row].length + " cells, row 0 has " + values[0].length);
            }
            copy[row] = values[row].clone();
            for (double value : copy[row]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("row " + row + " holds " + value);
                }
            }
        }
        return new Grid(copy);
    }

    int rows() {
        return values.length;
    }

    int columns() {
        return values[0].length;
    }

    double at(int row, int column) {
        return values[row][column];
    }

    double[][] values() {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /** Largest absolute value. */
    double size() {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    Grid with(int row, int column, double value) {
        double[][] copy = values();
        copy[row][column] = value;
        return of(copy);
    }

    /** Keeps the upper left corner; new cells are 0. */
    Grid resized(int rows, int columns) {
        double[][] copy = new double[rows][columns];
        for (int row = 0; row < Math.min(rows, rows()); row++) {
            System.arraycopy(values[row], 0, copy[row], 0, Math.min(columns, columns()));
        }
        return of(copy);
    }

    Grid transposed() {
        double[][] turned = new double[columns()][rows()];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                turned[column][row] = values[row][column];
            }
        }
        return of(turned);
    }

    /** Left and right changed. */
    Grid mirrored() {
        double[][] copy = values();
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                copy[row][column] = values[row][columns() - 1 - column];
            }
        }
        return of(copy);
    }

    /** Writes a block over this grid from a cell on; the grid grows where the block reaches beyond it. */
    Grid pasted(int row, int column, Grid block) {
        double[][] copy = resized(Math.max(rows(), row + block.rows()), Math.max(columns(), column + block.columns()))
                .values();
        for (int i = 0; i < block.rows(); i++) {
            System.arraycopy(block.values[i], 0, copy[row + i], column, block.columns());
        }
        return of(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && Arrays.deepEquals(values, grid.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(values);
    }
}
