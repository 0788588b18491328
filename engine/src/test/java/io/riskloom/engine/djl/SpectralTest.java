package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralTest {
    private static final int ROWS = 6;
    private static final int WINDOW = 12;
    private static final UnaryOperator<Block> NORMALISED = Spectral.layers("hinge");

    private record Step(double loss, float[] answers) {}

    private record Case(Map<String, float[]> first, List<Step> steps, Map<String, float[]> last, float[] answers) {}

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static Network critic(String name) {
        return switch (name) {
            case "mlp" -> new Network(Mlp.leaky(7, 1, NORMALISED), new Shape(WINDOW));
            case "tcn" ->
                new Network(TemporalGan.critic(WINDOW, 4, 2, 3, NORMALISED), new Shape(WINDOW)).channelsLast();
            case "gru" ->
                new Network(
                        new Chain()
                                .then("days", x -> x.expandDims(2))
                                .add("gru", NORMALISED.apply(gru()))
                                .then("mean", x -> x.mean(new int[] {1}))
                                .add(
                                        "head",
                                        NORMALISED.apply(
                                                Linear.builder().setUnits(1).build())),
                        new Shape(WINDOW));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Block gru() {
        return GRU.builder().setStateSize(5).setNumLayers(1).build();
    }

    /** Four steps of the hinge loss: losses, answers, weights, directions and answers in inference mode within 1e-5. */
    @ParameterizedTest
    @ValueSource(strings = {"mlp", "tcn", "gru"})
    void stepsAreThoseOfPyTorch(String name) throws IOException {
        Case wanted = cases().get(name);
        try (Network critic = critic(name);
                NDManager scratch = critic.manager().newSubManager();
                Optimiser descent = new Sgd(critic, 0, 0, Optimiser.Limits.NONE)) {
            wanted.first().forEach((weight, values) -> set(critic, weight, values));
            for (int i = 0; i < wanted.steps().size(); i++) {
                NDArray real = batch(900 + 2 * i, scratch);
                NDArray fake = batch(901 + 2 * i, scratch);
                NDArray[] onReal = new NDArray[1];
                NDArray loss = Torch.recorded(() -> {
                    onReal[0] = critic.forward(real, true);
                    NDArray onFake = critic.forward(fake, true);
                    return Residual.relu(onReal[0].neg().add(1))
                            .mean()
                            .add(Residual.relu(onFake.add(1)).mean());
                });
                assertArrayEquals(wanted.steps().get(i).answers(), onReal[0].toFloatArray(), 1e-5f);
                assertEquals(wanted.steps().get(i).loss(), loss.getFloat(), 1e-5);
                descent.step(loss, 0.05);
            }
            assertEquals(wanted.last().keySet(), critic.state().keySet());
            wanted.last()
                    .forEach((weight, values) ->
                            assertArrayEquals(values, critic.state().get(weight).toFloatArray(), 1e-5f, weight));
            assertArrayEquals(
                    wanted.answers(), critic.forward(batch(990, scratch), false).toFloatArray(), 1e-5f);
        }
    }

    private static void set(Network network, String weight, float[] values) {
        NDArray target = Objects.requireNonNull(network.state().get(weight), weight);
        try (NDManager scratch = network.manager().newSubManager()) {
            Weights.set(target, scratch.create(values, target.getShape()));
        }
    }

    private static NDArray batch(int tensor, NDManager manager) {
        return manager.create(ReferenceNetworksTest.numbers(tensor, ROWS * WINDOW, 1, 0), new Shape(ROWS, WINDOW));
    }

    /** diag(3, 1) over 3; its first directions are found before the first pass. */
    @Test
    void aKnownMatrixIsDividedByItsLargestSingularValue() {
        Chain chain = new Chain()
                .add("head", NORMALISED.apply(Linear.builder().setUnits(2).build()));
        try (Network network = new Network(chain, new Shape(2));
                NDManager scratch = network.manager().newSubManager()) {
            set(network, "head.layer.weight", new float[] {3, 0, 0, 1});
            set(network, "head.layer.bias", new float[] {0, 0.5f});
            NDArray x = scratch.create(new float[] {1, 1}, new Shape(1, 2));
            for (int i = 0; i < 20; i++) {
                network.forward(x, true);
            }
            assertArrayEquals(
                    new float[] {1, 1 / 3f + 0.5f}, network.forward(x, false).toFloatArray(), 1e-5f);
        }
    }

    @Test
    void inferenceMovesNoDirectionAndTrainingLeavesNoArrayBehind() {
        try (Network critic = critic("tcn")) {
            float[] before = critic.state().get("block2.conv.weight_u").toFloatArray();
            try (NDManager scratch = critic.manager().newSubManager()) {
                critic.forward(batch(1, scratch), false);
            }
            assertArrayEquals(before, critic.state().get("block2.conv.weight_u").toFloatArray());
            int alive = Torch.liveArrays();
            for (int i = 0; i < 20; i++) {
                try (NDManager scratch = critic.manager().newSubManager()) {
                    NDArray x = batch(1, scratch);
                    assertTrue(Float.isFinite(
                            Torch.recorded(() -> critic.forward(x, true)).toFloatArray()[0]));
                }
            }
            assertEquals(alive, Torch.liveArrays());
        }
    }

    private static Map<String, Case> cases() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(SpectralTest.class.getResourceAsStream("spectral.json")),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(file, new TypeToken<>() {});
        }
    }
}
