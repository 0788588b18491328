package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.NetworkSizes;

/** The layers of the networks over days. */
final class WindowLayers {
    private static final int SIMPLE_LAYERS = 3;
    private static final int LSTM_GATES = 4;
    private static final int GRU_GATES = 3;

    private WindowLayers() {}

    static LayerPlan of(NetworkSizes sizes, BarUnit unit) {
        boolean daily = unit == BarUnit.DAY;
        int features = sizes.features();
        Layers layers = new Layers();
        Notice input = Notice.of(daily ? "train.layer.days" : "train.layer.bars." + unit, sizes.window(), features);
        layers.shape(input, sizes.window(), features);
        long width =
                switch (sizes.model()) {
                    case "lstm" -> recurrent(layers, sizes, features, LSTM_GATES);
                    case "gru" -> recurrent(layers, sizes, features, GRU_GATES);
                    case "rnn" -> simple(layers, sizes, features);
                    case "tcn" -> temporal(layers, sizes, features);
                    case "mlp" -> dense(layers, sizes, features);
                    default -> throw new IllegalArgumentException("no network over days " + sizes.model());
                };
        if (!sizes.model().equals("mlp")) {
            layers.shape(daily ? "train.layer.last" : "train.layer.lastBar", width);
            // a temporal block has its dropout within
            layers.dropout(sizes.model().equals("tcn") ? 0 : sizes.dropout(), width);
        }
        layers.linear("train.layer.linear", width, sizes.outputs());
        if (sizes.skip()) {
            layers.linear("train.layer.skip", features, sizes.outputs());
        }
        return layers.plan(false);
    }

    private static long recurrent(Layers layers, NetworkSizes sizes, long features, int gates) {
        boolean both = sizes.bothWays();
        long in = features;
        for (int layer = 1; layer <= sizes.layers(); layer++) {
            String key = "train.layer." + sizes.model() + (both ? ".both" : "");
            Notice name = Notice.of(key, layer, sizes.units());
            in = cells(layers, name, sizes.window(), in, sizes.units(), gates, both ? 2 : 1);
        }
        return in;
    }

    /** One layer of LSTM or GRU in one direction. */
    static void layer(Layers layers, String model, long steps, long in, long units) {
        layer(layers, Notice.of("train.layer." + model, 1, units), model, steps, in, units);
    }

    /** The same under another name. */
    static void layer(Layers layers, Notice name, String model, long steps, long in, long units) {
        cells(layers, name, steps, in, units, model.equals("lstm") ? LSTM_GATES : GRU_GATES, 1);
    }

    private static long simple(Layers layers, NetworkSizes sizes, long features) {
        long in = features;
        for (int layer = 1; layer <= SIMPLE_LAYERS; layer++) {
            long units = Math.max(1, sizes.units() >> (layer - 1));
            in = cells(layers, Notice.of("train.layer.rnn", layer, units), sizes.window(), in, units, 1, 1);
        }
        return in;
    }

    /**
     * A layer has gates·(in·h + h·h + 2·h) parameters a direction: each gate has two bias vectors, as PyTorch keeps them.
     *
     * @return numbers that it gives a day
     */
    private static long cells(Layers layers, Notice name, long steps, long in, long h, int gates, int directions) {
        long weights = directions * gates * (in * h + h * h);
        // each gate's answer, and where there are several the state before and after its rectifier
        long kept = directions * h * (gates == 1 ? 1 : gates + (gates == LSTM_GATES ? 3 : 2));
        layers.add(name, weights + directions * gates * 2 * h, steps * weights, 0, steps * kept, steps, directions * h);
        return directions * h;
    }

    /** Two convolutions with biases a block, and one of kernel 1 beside them where the features become units. */
    private static long temporal(Layers layers, NetworkSizes sizes, long features) {
        long units = sizes.units();
        long in = features;
        long field = 1;
        for (int block = 1; block <= sizes.blocks(); block++) {
            long dilation = 1L << (block - 1);
            long weights = sizes.kernel() * (in * units + units * units) + (in == units ? 0 : in * units);
            long biases = (in == units ? 2 : 3) * units;
            long past = (sizes.kernel() - 1) * dilation;
            field += 2 * past;
            // both convolutions' padded inputs; a rectifier's and a dropout's answers with its mask, and the sum
            long padded = (sizes.window() + past) * (in + units);
            long kept = padded + sizes.window() * units * (sizes.dropout() > 0 ? 7 : 3);
            layers.add(
                    Notice.of("train.layer.temporal", block, sizes.kernel(), dilation),
                    weights + biases,
                    sizes.window() * weights,
                    field,
                    kept,
                    sizes.window(),
                    units);
            in = units;
        }
        return units;
    }

    private static long dense(Layers layers, NetworkSizes sizes, long features) {
        long in = sizes.window() * features;
        layers.shape("train.layer.flat", in);
        for (int layer = 1; layer <= sizes.layers(); layer++) {
            layers.linear("train.layer.relu", in, sizes.units()).dropout(sizes.dropout(), sizes.units());
            in = sizes.units();
        }
        return in;
    }
}
