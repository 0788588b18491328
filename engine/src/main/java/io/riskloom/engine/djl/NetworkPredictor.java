package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.feature.WindowInputs;
import io.riskloom.engine.judge.Predictor;

/** A network's own answers before one series, in the unit that is learnt. */
final class NetworkPredictor {
    private final Network network;
    private final WindowInputs windows;
    private final Scaler scaler;

    private NetworkPredictor(Network network, SeriesView view) {
        this.network = network;
        this.windows = view.windows();
        this.scaler = view.scaler();
    }

    /** One level, or those of a network that answers quantiles. */
    static Predictor plain(Network network, SeriesView view) {
        return new NetworkPredictor(network, view)::plain;
    }

    /** One level for each pass with dropout, see {@link Passes}; of quantiles the median. */
    static Predictor sampled(Network network, SeriesView view, Passes passes) {
        NetworkPredictor predictor = new NetworkPredictor(network, view);
        return origins -> predictor.sampled(origins, passes);
    }

    private double[][][] plain(int[] origins) {
        float[] answers = network.predict(windows, origins);
        int steps = scaler.columns();
        int levels = origins.length == 0 ? 1 : answers.length / (origins.length * steps);
        double[][][] learnt = new double[levels][origins.length][];
        for (int i = 0; i < origins.length; i++) {
            for (int level = 0; level < levels; level++) {
                learnt[level][i] = inverted(answers, (i * levels + level) * steps);
            }
        }
        return learnt;
    }

    private double[][][] sampled(int[] origins, Passes passes) {
        Shape shape = Network.shapeOf(windows);
        double[][][] learnt = new double[passes.count()][origins.length][];
        for (int i = 0; i < origins.length; i++) {
            float[] answers = network.sampled(passes.repeated(windows.of(origins[i])), shape, passes.seed());
            int width = answers.length / passes.count();
            for (int pass = 0; pass < passes.count(); pass++) {
                learnt[pass][i] = inverted(answers, pass * width);
            }
        }
        return learnt;
    }

    private double[] inverted(float[] answers, int from) {
        double[] row = new double[scaler.columns()];
        for (int s = 0; s < row.length; s++) {
            row[s] = answers[from + s];
        }
        return scaler.invert(row);
    }
}
