package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.stats.Quantiles;

/**
 * Rows with statistics of their windows behind them, through which gradients flow: what a small critic would have to find out
 * by itself. Standardised by the training windows and clamped. For each series x with u = x / mean|x|: log mean|x|, log means of
 * |u(t)·u(t − k)|, means of u(t − k)·|u(t)| (leverage) and of u(t)·u(t − k), mean, skew, log moments and largest |u|, sizes of
 * moves over 5 and 20 days, and the share of days below 15 levels, by a soft step. For each pair of series the means of their
 * products and of those of their sizes. Behind a condition also the log size of the first 5, 22 and 66 days.
 */
final class WindowStatistics implements Duel.View {
    private static final double[] LEVELS = {
        0.002, 0.01, 0.03, 0.08, 0.15, 0.25, 0.4, 0.5, 0.6, 0.75, 0.85, 0.92, 0.97, 0.99, 0.998
    };
    private static final double MOST = 8;
    private static final double LEAST_SCALE = 1e-4;
    private static final int CHUNK = 512;

    private final WindowFigures figures;
    private final NDArray mean;
    private final NDArray scale;

    /**
     * @param training   rows, [condition | window day after day, all series of a day together]
     * @param conditions numbers in a condition, 0 for none
     * @param manager    in which the standards live
     */
    WindowStatistics(Samples training, int window, int series, int conditions, NDManager manager) {
        float[] levelsOf = new float[series * LEVELS.length];
        float[] widthsOf = new float[series * LEVELS.length];
        for (int s = 0; s < series; s++) {
            double[] sorted = seen(training, window, series, conditions + s);
            for (int l = 0; l < LEVELS.length; l++) {
                double level = Quantiles.of(sorted, LEVELS[l]);
                levelsOf[s * LEVELS.length + l] = (float) level;
                widthsOf[s * LEVELS.length + l] = (float) (0.15 * (1 + Math.abs(level)));
            }
        }
        Shape shape = new Shape(1, series, LEVELS.length, 1);
        this.figures = new WindowFigures(
                window, series, conditions, manager.create(levelsOf, shape), manager.create(widthsOf, shape));
        double[][] standards = standards(training, manager);
        this.mean = manager.create(floats(standards[0]), new Shape(1, standards[0].length));
        this.scale = manager.create(floats(standards[1]), new Shape(1, standards[1].length));
    }

    /** Numbers in a row as the critic sees it. */
    int size() {
        return figures.conditions() + figures.window() * figures.series() + Math.toIntExact(mean.size());
    }

    @Override
    public NDArray of(NDArray rows) {
        NDArray standard = figures.of(rows).sub(mean).div(scale).clip(-MOST, MOST);
        return NDArrays.concat(new NDList(rows, standard), 1);
    }

    /**
     * A series' days: the first of each window, and all of the last window.
     *
     * @param first place of its first day in a row
     */
    private static double[] seen(Samples training, int window, int series, int first) {
        int size = Math.toIntExact(training.shape().size());
        int rows = training.rows();
        double[] days = new double[rows + window - 1];
        for (int i = 0; i < days.length; i++) {
            int row = Math.min(i, rows - 1);
            days[i] = training.x()[row * size + first + (i - row) * series];
        }
        return days;
    }

    /** Means and standard deviations over the training windows. */
    private double[][] standards(Samples training, NDManager manager) {
        double[] sums = null;
        double[] squares = null;
        for (int from = 0; from < training.rows(); from += CHUNK) {
            int to = Math.min(training.rows(), from + CHUNK);
            try (NDManager scratch = manager.newSubManager()) {
                float[] x = training.part(from, to).x();
                float[] values = figures.of(scratch.create(x, Network.batchOf(to - from, training.shape())))
                        .toFloatArray();
                int width = values.length / (to - from);
                sums = sums == null ? new double[width] : sums;
                squares = squares == null ? new double[width] : squares;
                for (int i = 0; i < values.length; i++) {
                    sums[i % width] += values[i];
                    squares[i % width] += (double) values[i] * values[i];
                }
            }
        }
        int n = training.rows();
        for (int f = 0; f < sums.length; f++) {
            sums[f] /= n;
            squares[f] = Math.sqrt(Math.max(0, squares[f] / n - sums[f] * sums[f])) + LEAST_SCALE;
        }
        return new double[][] {sums, squares};
    }

    private static float[] floats(double[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }
}
