package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Supplier;

/** A small network of each kind that can be looked into. */
final class InsideNetworks {
    private InsideNetworks() {}

    record Kind(String name, Supplier<Network> make) {
        /** Shifts and scales differ from their first values, so that mistakes show. */
        Network open() {
            Network network = make.get();
            for (NDArray array : network.state().values()) {
                if (array.getShape().dimension() == 1) {
                    try (NDManager scratch = network.manager().newSubManager()) {
                        NDArray noise = scratch.randomUniform(0.05f, 0.3f, array.getShape(), DataType.FLOAT32);
                        Weights.set(array, array.add(noise));
                    }
                }
            }
            return network;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Shape PICTURE = new Shape(1, 36, 32);
    private static final Shape DAYS = new Shape(9, 3);

    static final List<Kind> ALL = List.of(
            new Kind("resnet18", () -> new Network(ResNet.RESNET18.of(1), PICTURE)),
            new Kind("resnet50", () -> new Network(ResNet.RESNET50.of(3, 0.1), PICTURE).channelsLast()),
            new Kind("cnn", () -> new Network(Cnn.of(4, 3, 6, 0.2, 1), PICTURE)),
            new Kind("lstm", () -> new Network(Recurrent.lstm(5, 2, false, 0.1, 2), DAYS)),
            new Kind("lstm both ways", () -> new Network(Recurrent.lstm(5, 2, true, 0.1, 2), DAYS)),
            new Kind("gru", () -> new Network(Recurrent.gru(4, 1, false, 0, 1), DAYS)),
            new Kind("gru both ways", () -> new Network(new Skip(Recurrent.gru(4, 1, true, 0, 2), 2), DAYS)),
            new Kind("rnn", () -> new Network(Recurrent.simple(8, 0.1, 1), DAYS)),
            new Kind("tcn", () -> new Network(Temporal.of(3, 6, 3, 2, 0.1, 2), DAYS)),
            new Kind("mlp", () -> new Network(new Skip(Mlp.ofWindow(7, 2, 0.1, 2), 2), DAYS)),
            new Kind("credit mlp", () -> new Network(ToyCreditNetworks.of("mlp"), ToyCreditNetworks.row())),
            new Kind("credit resnet", () -> new Network(ToyCreditNetworks.of("resnet"), ToyCreditNetworks.row())),
            new Kind("credit gru", () -> new Network(ToyCreditNetworks.of("gru"), ToyCreditNetworks.row())),
            new Kind("credit lstm", () -> new Network(ToyCreditNetworks.of("lstm"), ToyCreditNetworks.row())),
            new Kind(
                    "credit cnn",
                    () -> new Network(
                            new Chain()
                                    .add("pixels", ToyCreditNetworks.pixels(0, 0))
                                    .add("network", ResNet.RESNET18.of(1, 0)),
                            ToyCreditNetworks.row())));

    static NDArray batch(NDManager manager, int rows, Shape sample) {
        return manager.randomNormal(0, 1, Network.batchOf(rows, sample), DataType.FLOAT32);
    }
}
