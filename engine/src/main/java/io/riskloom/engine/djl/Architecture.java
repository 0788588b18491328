package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;

/**
 * The networks over days and over pictures, by the names that specifications give them. Settings that do not concern a model
 * are without meaning.
 *
 * @param model    such as {@code lstm} or {@code resnet50}
 * @param bothWays recurrent layers read the window from both ends
 * @param skip     see {@link Skip}; over days only
 */
record Architecture(
        String model,
        int units,
        int layers,
        boolean bothWays,
        int blocks,
        int kernel,
        int filters,
        double dropout,
        boolean skip) {

    static Architecture of(ForecastSpec spec) {
        return new Architecture(
                spec.model(),
                spec.units(),
                spec.layers(),
                spec.bidirectional().equals("yes"),
                spec.blocks(),
                spec.kernel(),
                spec.filters(),
                spec.dropout(),
                spec.skip().equals("yes") && !spec.seesImages());
    }

    static Architecture of(ClassifySpec spec) {
        return new Architecture(
                spec.model(),
                spec.units(),
                spec.layers(),
                spec.bidirectional().equals("yes"),
                spec.blocks(),
                spec.kernel(),
                spec.filters(),
                spec.dropout(),
                false);
    }

    /**
     * With first weights from the native random numbers.
     *
     * @param sample  shape of one input: days × features, or one channel × rows × columns
     * @param outputs numbers of one answer
     */
    Network network(Shape sample, int outputs) {
        return switch (model) {
            case "resnet18" -> ResNet.RESNET18.network(outputs, sample);
            case "resnet34" -> ResNet.RESNET34.network(outputs, sample);
            case "resnet50" -> ResNet.RESNET50.network(outputs, sample);
            default -> {
                Chain chain = chain(sample, outputs);
                yield new Network(skip ? new Skip(chain, outputs) : chain, sample);
            }
        };
    }

    private Chain chain(Shape sample, int outputs) {
        return switch (model) {
            case "lstm" -> Recurrent.lstm(units, layers, bothWays, dropout, outputs);
            case "gru" -> Recurrent.gru(units, layers, bothWays, dropout, outputs);
            case "rnn" -> Recurrent.simple(units, dropout, outputs);
            case "tcn" -> Temporal.of(Math.toIntExact(sample.get(1)), units, blocks, kernel, dropout, outputs);
            case "mlp" -> Mlp.ofWindow(units, layers, dropout, outputs);
            case "cnn" -> Cnn.of(filters, kernel, units, dropout, outputs);
            default -> throw new IllegalArgumentException("no network " + model);
        };
    }
}
