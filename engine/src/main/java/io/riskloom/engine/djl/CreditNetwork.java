package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RecurrentBlock;
import io.riskloom.engine.model.CreditSpec;

/** The networks over one row of inputs, which answer with the logit of default. */
final class CreditNetwork {
    /** Inputs are left out more seldom than hidden units. */
    private static final double OF_DROPOUT = 1.0 / 3;

    private CreditNetwork() {}

    /** With first weights from the native random numbers. */
    static Network of(CreditSpec spec, CreditLayout layout) {
        Shape row = new Shape(layout.encoder().width());
        return switch (spec.model()) {
            case "mlp" -> new Network(mlp(layout.embedded(spec.embedding()), spec), row);
            // a third less time a step
            case "resnet" -> new Network(resnet(layout.pixels(spec), spec), row).channelsLast();
            case "resnet50" -> new Network(pictured(layout.pixels(spec), ResNet.RESNET50.of(1, spec.dropout())), row);
            case "cnn" ->
                new Network(
                        pictured(layout.pixels(spec), Cnn.of(spec.filters(), 3, spec.units(), spec.dropout(), 1)), row);
            case "lstm", "gru" -> new Network(recurrent(layout.months(layer(spec), spec.embedding()), spec), row);
            default -> throw new IllegalArgumentException("no network " + spec.model());
        };
    }

    static Chain mlp(Embedded embedded, CreditSpec spec) {
        Chain chain = new Chain().add("embedded", embedded).dropout("dropout", spec.dropout() * OF_DROPOUT);
        return dense(dense(chain, 1, spec.units(), spec.dropout()), 2, spec.units2(), spec.dropout())
                .add("head", linear(1));
    }

    private static Chain dense(Chain chain, int number, int units, double dropout) {
        return chain.add("dense" + number, linear(units))
                .then("silu" + number, CreditNetwork::silu)
                .dropout("dropout" + number, dropout);
    }

    /**
     * A narrow residual network: a 3×3 stem of stride 1, one basic block a stage, twice as wide from stage to stage, and a
     * head over the flattened maps, for the place of a pixel carries its meaning.
     */
    static Chain resnet(Pixels pixels, CreditSpec spec) {
        Chain chain = new Chain()
                .add("pixels", pixels)
                .add(
                        "stem",
                        new Chain()
                                .add("conv", Residual.conv(spec.width(), 3, 1))
                                .add("norm", Residual.norm())
                                .then("relu", Residual::relu));
        for (int i = 0; i < spec.stages(); i++) {
            chain.add("stage" + (i + 1), Residual.basic(spec.width() << i, i == 0 ? 1 : 2, i > 0));
        }
        return chain.then("flat", Chain::flat)
                .dropout("dropout", spec.dropout())
                .add("head", linear(1));
    }

    private static Chain pictured(Pixels pixels, Chain network) {
        return new Chain().add("pixels", pixels).add("network", network);
    }

    static Chain recurrent(Months months, CreditSpec spec) {
        Chain chain = new Chain().add("months", months).dropout("dropout", spec.dropout());
        return dense(chain, 1, spec.units2(), spec.dropout()).add("head", linear(1));
    }

    static RecurrentBlock layer(CreditSpec spec) {
        return spec.model().equals("gru")
                ? GRU.builder()
                        .setStateSize(spec.units())
                        .setNumLayers(1)
                        .optDropRate(0)
                        .build()
                : LSTM.builder()
                        .setStateSize(spec.units())
                        .setNumLayers(1)
                        .optDropRate(0)
                        .build();
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    /** x / (1 + exp(−x)) (Hendrycks and Gimpel 2016). */
    private static NDArray silu(NDArray x) {
        return x.mul(x.getNDArrayInternal().sigmoid());
    }
}
