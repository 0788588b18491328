package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ForecastSpec;

/** The layers of the forecasters. */
final class WindowLayers {
    private static final int SIMPLE_LAYERS = 3;
    private static final int LSTM_GATES = 4;

    private WindowLayers() {}

    /** @param features numbers a bar */
    static LayerPlan of(ForecastSpec spec, int features, BarUnit unit) {
        boolean daily = unit == BarUnit.DAY;
        Layers layers = new Layers();
        Notice input = Notice.of(daily ? "train.layer.days" : "train.layer.bars." + unit, spec.window(), features);
        layers.shape(input, spec.window(), features);
        long width =
                switch (spec.model()) {
                    case "lstm" -> recurrent(layers, spec, features, LSTM_GATES);
                    case "gru" -> recurrent(layers, spec, features, 3);
                    case "rnn" -> simple(layers, spec, features);
                    case "tcn" -> temporal(layers, spec, features);
                    case "mlp" -> dense(layers, spec, features);
                    default -> throw new IllegalArgumentException("no forecaster " + spec.model());
                };
        if (!spec.model().equals("mlp")) {
            layers.shape(daily ? "train.layer.last" : "train.layer.lastBar", width);
            // a temporal block has its dropout within
            layers.dropout(spec.model().equals("tcn") ? 0 : spec.dropout(), width);
        }
        return layers.linear("train.layer.linear", width, (long) spec.levels() * spec.horizon())
                .plan(false);
    }

    private static long recurrent(Layers layers, ForecastSpec spec, long features, int gates) {
        boolean both = spec.bidirectional().equals("yes");
        long in = features;
        for (int layer = 1; layer <= spec.layers(); layer++) {
            String key = "train.layer." + spec.model() + (both ? ".both" : "");
            in = cells(layers, Notice.of(key, layer, spec.units()), spec, in, spec.units(), gates, both ? 2 : 1);
        }
        return in;
    }

    private static long simple(Layers layers, ForecastSpec spec, long features) {
        long in = features;
        for (int layer = 1; layer <= SIMPLE_LAYERS; layer++) {
            long units = Math.max(1, spec.units() >> (layer - 1));
            in = cells(layers, Notice.of("train.layer.rnn", layer, units), spec, in, units, 1, 1);
        }
        return in;
    }

    /**
     * A layer has gates·(in·h + h·h + 2·h) parameters a direction: each gate has two bias vectors, as PyTorch keeps them.
     *
     * @return numbers that it gives a day
     */
    private static long cells(
            Layers layers, Notice name, ForecastSpec spec, long in, long h, int gates, int directions) {
        long weights = directions * gates * (in * h + h * h);
        // each gate's answer, and where there are several the state before and after its rectifier
        long kept = directions * h * (gates == 1 ? 1 : gates + (gates == LSTM_GATES ? 3 : 2));
        layers.add(
                name,
                weights + directions * gates * 2 * h,
                spec.window() * weights,
                0,
                spec.window() * kept,
                spec.window(),
                directions * h);
        return directions * h;
    }

    /** Two convolutions with biases a block, and one of kernel 1 beside them where the features become units. */
    private static long temporal(Layers layers, ForecastSpec spec, long features) {
        long units = spec.units();
        long in = features;
        long field = 1;
        for (int block = 1; block <= spec.blocks(); block++) {
            long dilation = 1L << (block - 1);
            long weights = spec.kernel() * (in * units + units * units) + (in == units ? 0 : in * units);
            long biases = (in == units ? 2 : 3) * units;
            long past = (spec.kernel() - 1) * dilation;
            field += 2 * past;
            // both convolutions' padded inputs; a rectifier's and a dropout's answers with its mask, and the sum
            long padded = (spec.window() + past) * (in + units);
            long kept = padded + spec.window() * units * (spec.dropout() > 0 ? 7 : 3);
            layers.add(
                    Notice.of("train.layer.temporal", block, spec.kernel(), dilation),
                    weights + biases,
                    spec.window() * weights,
                    field,
                    kept,
                    spec.window(),
                    units);
            in = units;
        }
        return units;
    }

    private static long dense(Layers layers, ForecastSpec spec, long features) {
        long in = spec.window() * features;
        layers.shape("train.layer.flat", in);
        for (int layer = 1; layer <= spec.layers(); layer++) {
            layers.linear("train.layer.relu", in, spec.units()).dropout(spec.dropout(), spec.units());
            in = spec.units();
        }
        return in;
    }
}
