package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import java.util.Map;

/** The credit networks of {@code networks.py}: nine inputs, some of them levels of two categories. */
final class ToyCreditNetworks {
    static final int INPUTS = 9;
    private static final int CODES = 997;
    private static final int PLACES = 998;
    private static final int WIDTH = 4;

    private ToyCreditNetworks() {}

    /** {@code mlp}, {@code resnet}, {@code gru} or {@code lstm}. */
    static Chain of(String model) {
        CreditSpec spec = Specs.with(
                Specs.defaults(CreditSpec.class, "toy.csv"),
                Map.of(
                        "model",
                        model,
                        "units",
                        model.equals("mlp") ? 8 : 6,
                        "units2",
                        5,
                        "width",
                        4,
                        "stages",
                        3,
                        "dropout",
                        0.3));
        return switch (model) {
            case "mlp" ->
                CreditNetwork.mlp(new Embedded(new int[] {0, 1, 8}, new int[][] {{3, 4, 5}, {2, 6, 7}}, WIDTH), spec);
            case "resnet" -> CreditNetwork.resnet(pixels(0, 0), spec);
            default ->
                CreditNetwork.recurrent(
                        new Months(
                                new int[][] {{0, 1}, {1, 3}, {4, -1}},
                                new int[][] {{3, -1, 5}, {4, 5, 6}, {0, 1, 2}},
                                WIDTH,
                                CreditNetwork.layer(spec),
                                new Embedded(new int[] {8}, new int[][] {{2, 6, 7}}, WIDTH)),
                        spec);
        };
    }

    /** Seven inputs on a square of three, enlarged to five. */
    static Pixels pixels(double noise, double dropout) {
        int[] inputs = {3, -1, 0, 1, 8, 2, -1, 4, 5};
        return new Pixels(
                inputs,
                ReferenceNetworksTest.numbers(CODES, inputs.length, 1, 0),
                ReferenceNetworksTest.numbers(PLACES, inputs.length, 1, 0),
                5,
                noise,
                dropout);
    }

    static Shape row() {
        return new Shape(INPUTS);
    }
}
