package io.riskloom.engine.feature;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Windows of several columns over the same days. Value of column c on day t of a window: {@code rows[w][t · columns + c]}.
 *
 * @param columns names
 * @param days    of each window
 */
public record WindowSet(List<String> columns, int days, float[][] rows) {

    /** TimeGAN's ε, which keeps a constant column finite. */
    private static final double EPSILON = 1e-7;

    public WindowSet {
        columns = List.copyOf(columns);
        for (float[] row : rows) {
            if (row.length != days * columns.size()) {
                throw new IllegalArgumentException(
                        "windows of " + row.length + " values, expected " + days + " · " + columns.size());
            }
        }
    }

    /**
     * Every window of one history, one day after the other.
     *
     * @param levels  columns × days
     * @param rebased divides each column by its level on the day before the window, which costs one day
     */
    public static WindowSet every(List<String> columns, double[][] levels, int days, boolean rebased) {
        int before = rebased ? 1 : 0;
        int count = Math.max(0, levels[0].length - days - before + 1);
        float[][] rows = new float[count][];
        for (int w = 0; w < count; w++) {
            rows[w] = window(levels, w + before, days, rebased);
        }
        return new WindowSet(columns, days, rows);
    }

    /**
     * Windows drawn from paths: each path in turn, at a random day of it.
     *
     * @param levels paths × columns × days, each path long enough for a window
     * @param count  how many
     */
    public static WindowSet drawn(
            List<String> columns, double[][][] levels, int days, boolean rebased, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int before = rebased ? 1 : 0;
        float[][] rows = new float[count][];
        for (int w = 0; w < count; w++) {
            double[][] path = levels[w % levels.length];
            int at = before + random.nextInt(path[0].length - days - before + 1);
            rows[w] = window(path, at, days, rebased);
        }
        return new WindowSet(columns, days, rows);
    }

    private static float[] window(double[][] levels, int from, int days, boolean rebased) {
        int columns = levels.length;
        float[] row = new float[days * columns];
        for (int c = 0; c < columns; c++) {
            double base = rebased ? levels[c][from - 1] : 1;
            for (int t = 0; t < days; t++) {
                row[t * columns + c] = (float) (levels[c][from + t] / base);
            }
        }
        return row;
    }

    public int size() {
        return rows.length;
    }

    /** Whether every value is a number, without which no least and largest ones are known. */
    public boolean finite() {
        for (float[] row : rows) {
            for (float value : row) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Some of the windows, in that order. */
    public WindowSet some(int[] which) {
        return new WindowSet(
                columns, days, Arrays.stream(which).mapToObj(w -> rows[w]).toArray(float[][]::new));
    }

    /** (x − min) / (max − min + 10⁻⁷) of each column, with the least and largest value that the given windows have. */
    public WindowSet scaled(WindowSet by) {
        int width = columns.size();
        double[] low = new double[width];
        double[] range = new double[width];
        for (int c = 0; c < width; c++) {
            int column = c;
            double[] values = Arrays.stream(by.rows)
                    .flatMapToDouble(row -> IntStream.range(0, days).mapToDouble(t -> row[t * width + column]))
                    .toArray();
            low[c] = Arrays.stream(values).min().orElse(0);
            range[c] = Arrays.stream(values).max().orElse(0) - low[c] + EPSILON;
        }
        float[][] scaled = new float[rows.length][days * width];
        for (int w = 0; w < rows.length; w++) {
            for (int i = 0; i < scaled[w].length; i++) {
                scaled[w][i] = (float) ((rows[w][i] - low[i % width]) / range[i % width]);
            }
        }
        return new WindowSet(columns, days, scaled);
    }
}
