package io.riskloom.engine.feature;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** How far inputs are from saying the same. */
final class Correlations {
    /** Products of two inputs' values at most, about a second of work. */
    private static final double MOST_PRODUCTS = 1e9;

    private static final int FEWEST_ROWS = 2_000;

    private Correlations() {}

    /** As many rows, drawn by the seed and in their order, as so many inputs allow; all where that is not fewer. */
    static float[][] sample(float[][] rows, long seed) {
        double width = rows[0].length;
        int most = (int) Math.min(rows.length, Math.max(FEWEST_ROWS, MOST_PRODUCTS / (width * width)));
        float[][] sample = new float[most][];
        SplittableRandom random = new SplittableRandom(seed);
        int taken = 0;
        for (int row = 0; taken < most; row++) {
            if (random.nextInt(rows.length - row) < most - taken) {
                sample[taken++] = rows[row];
            }
        }
        return sample;
    }

    /**
     * √(1 − |ρ|) for each pair of inputs, ρ being Pearson’s correlation over the rows: 0 where one tells the other, 1 where
     * they have nothing to do with each other or one does not vary.
     */
    static double[][] distances(float[][] rows, BooleanSupplier stopped) {
        int width = rows[0].length;
        double[][] unit = new double[width][rows.length];
        for (int j = 0; j < width; j++) {
            standardise(rows, j, unit[j]);
        }
        double[][] distances = new double[width][width];
        for (int i = 0; i < width; i++) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            for (int j = i + 1; j < width; j++) {
                double rho = 0;
                for (int row = 0; row < rows.length; row++) {
                    rho += unit[i][row] * unit[j][row];
                }
                distances[i][j] = Math.sqrt(Math.max(0, 1 - Math.abs(rho)));
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    /** Column j less its mean, of length 1; zeros where it does not vary. */
    private static void standardise(float[][] rows, int j, double[] out) {
        double mean = 0;
        for (float[] row : rows) {
            mean += row[j];
        }
        mean /= rows.length;
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            out[i] = rows[i][j] - mean;
            squares += out[i] * out[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < rows.length; i++) {
            out[i] = length > 1e-9 ? out[i] / length : 0;
        }
    }
}
