package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import io.riskloom.engine.lesson.ArenaSettings.Net;
import java.util.function.UnaryOperator;

/**
 * What one of the two networks of a duel looks like.
 *
 * @param spectral whether its layers are spectrally normalised
 */
record ArenaForm(Net net, int inputs, int outputs, boolean spectral) {

    /** With first weights from the native random numbers; on the processor, where so small a network is fastest and repeats. */
    Network network() {
        UnaryOperator<Block> layers = spectral ? Spectral::new : UnaryOperator.identity();
        Chain chain = new Chain();
        for (int i = 1; i <= net.layers(); i++) {
            chain.add("dense" + i, layers.apply(linear(net.units())))
                    .then(net.activation() + i, activation(net.activation()));
        }
        return new Network(chain.add("head", layers.apply(linear(outputs))), new Shape(inputs), Device.cpu());
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static UnaryOperator<NDArray> activation(String name) {
        return switch (name) {
            case "relu" -> Residual::relu;
            case "leaky" -> x -> x.getNDArrayInternal().leakyRelu(0.2f);
            case "tanh" -> NDArray::tanh;
            case "sigmoid" -> x -> x.getNDArrayInternal().sigmoid();
            default -> throw new IllegalArgumentException("no activation " + name);
        };
    }

    /** Whether weights of one fit the other. */
    boolean fits(ArenaForm other) {
        return net.layers() == other.net.layers()
                && net.units() == other.net.units()
                && inputs == other.inputs
                && outputs == other.outputs;
    }
}
