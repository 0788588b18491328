package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.judge.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A path of closes from a network that answers the next day's log return alone: its answer makes the next close, this the next
 * day's features, these its next answer, for {@code horizon} days. Of quantiles the median goes on. With passes each pass is a
 * path of its own.
 */
final class Recursion {
    private static final int ROWS = 256;

    private final Network network;
    private final SeriesView view;
    private final ForecastWindows windows;
    private final Shape shape;
    private final int horizon;

    private Recursion(Network network, SeriesView view, int horizon) {
        this.network = network;
        this.view = view;
        this.windows = (ForecastWindows) view.windows();
        this.shape = Network.shapeOf(windows);
        this.horizon = horizon;
    }

    /** One level. */
    static Predictor plain(Network network, SeriesView view, int horizon) {
        return new Recursion(network, view, horizon)::plain;
    }

    /** One level for each pass. */
    static Predictor sampled(Network network, SeriesView view, int horizon, Passes passes) {
        Recursion recursion = new Recursion(network, view, horizon);
        return origins -> recursion.sampled(origins, passes);
    }

    private double[][][] plain(int[] origins) {
        double[][] paths = new double[origins.length][];
        for (int from = 0; from < origins.length; from += ROWS) {
            int[] part = Arrays.copyOfRange(origins, from, Math.min(origins.length, from + ROWS));
            double[][] found = paths(part, x -> network.predict(x, shape));
            System.arraycopy(found, 0, paths, from, part.length);
        }
        return new double[][][] {paths};
    }

    /** Origin by origin: masks then hang on no other origin, and several in one batch are as slow a row (LSTM) or slower (TCN). */
    private double[][][] sampled(int[] origins, Passes passes) {
        double[][][] paths = new double[passes.count()][origins.length][];
        int[] same = new int[passes.count()];
        for (int i = 0; i < origins.length; i++) {
            Arrays.fill(same, origins[i]);
            double[][] found = paths(same, x -> network.sampled(x, shape, passes.seed()));
            for (int pass = 0; pass < same.length; pass++) {
                paths[pass][i] = found[pass];
            }
        }
        return paths;
    }

    /** Cumulative log returns of 1 … horizon days, one row an origin. */
    private double[][] paths(int[] origins, UnaryOperator<float[]> answers) {
        List<GrowingPath> paths = new ArrayList<>();
        for (int origin : origins) {
            paths.add(new GrowingPath(view.history(), windows, origin));
        }
        double[][] returns = new double[origins.length][horizon];
        float[] x = new float[origins.length * windows.size()];
        for (int s = 0; s < horizon; s++) {
            for (int i = 0; i < origins.length; i++) {
                paths.get(i).copyTo(x, i * windows.size());
            }
            float[] answered = answers.apply(x);
            int width = answered.length / origins.length;
            for (int i = 0; i < origins.length; i++) {
                double next = view.scaler().invert(new double[] {answered[i * width]})[0];
                returns[i][s] = next + (s == 0 ? 0 : returns[i][s - 1]);
                if (s < horizon - 1) {
                    grow(paths.get(i), next);
                }
            }
        }
        return returns;
    }

    private static void grow(GrowingPath path, double logReturn) {
        try {
            path.grow(logReturn);
        } catch (NoticeException e) {
            throw new IllegalStateException("features that need more than closes in a recursion", e);
        }
    }
}
