package io.riskloom.engine.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An applicant's row of encoded inputs: a cell is an input. Inputs of one column of the file are told and covered together.
 *
 * @param names  of the file's columns
 * @param inputs of each
 * @param of     the column of each input
 */
record RowFold(List<String> names, int[][] inputs, int... of) implements Fold {

    RowFold {
        names = List.copyOf(names);
        inputs = Arrays.stream(inputs).map(int[]::clone).toArray(int[][]::new);
        of = of.clone();
    }

    /** @param columns of the file, one an input */
    static RowFold of(List<String> columns) {
        Map<String, List<Integer>> inputs = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            inputs.computeIfAbsent(columns.get(i), column -> new ArrayList<>()).add(i);
        }
        int[][] byColumn = inputs.values().stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        int[] of = new int[columns.size()];
        for (int c = 0; c < byColumn.length; c++) {
            for (int input : byColumn[c]) {
                of[input] = c;
            }
        }
        return new RowFold(List.copyOf(inputs.keySet()), byColumn, of);
    }

    @Override
    public Told shares(double[] shares) {
        return told(shares, NO_PICTURE);
    }

    /** One number an input, beside a picture of them. */
    Told told(double[] perInput, double[][] picture) {
        double[] sums = new double[inputs.length];
        for (int i = 0; i < of.length; i++) {
            sums[of[i]] += perInput[i];
        }
        return new Told(new double[][] {perInput.clone()}, picture, names, sums);
    }

    @Override
    public boolean takes(Axes axes) {
        return false;
    }

    @Override
    public Told map(double[][] map) {
        throw new IllegalStateException("no map lies over a row of inputs");
    }

    @Override
    public int[][] units(boolean map) {
        return inputs;
    }

    @Override
    public double[] worth(Told told) {
        return told.byColumn();
    }

    /** One a column of the file, whatever the size. */
    @Override
    public int[][][] patches(int size, int step) {
        return new int[][][] {inputs};
    }

    /** All inputs of the column that the input {@code column} belongs to, whatever the size but 0. */
    @Override
    public int[] patch(int row, int column, int size) {
        return row == 0 && column >= 0 && column < of.length && size > 0 ? inputs[of[column]] : new int[0];
    }
}
