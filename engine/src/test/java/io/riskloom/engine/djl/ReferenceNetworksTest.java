package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every network against PyTorch's own layers with equal weights: {@code networks.py}, beside the stored answers, builds them
 * and fills them by the formula that {@link #number} repeats.
 */
class ReferenceNetworksTest {
    private static final int INPUT = 999;
    private static final int BASELINE = 996;
    private static JsonObject whole;
    private static JsonObject reference;

    @BeforeAll
    static void read() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(ReferenceNetworksTest.class.getResourceAsStream("networks.json")),
                StandardCharsets.UTF_8)) {
            whole = JsonParser.parseReader(file).getAsJsonObject();
            reference = whole.getAsJsonObject("networks");
        }
    }

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    static Block chain(String name) {
        return switch (name) {
            case "resnet18" -> ResNet.RESNET18.of(1000);
            case "resnet34" -> ResNet.RESNET34.of(1000);
            case "resnet50" -> ResNet.RESNET50.of(1000);
            case "cnn" -> Cnn.of(32, 3, 48, 0, 3);
            case "lstm" -> Recurrent.lstm(12, 2, false, 0.3, 5);
            case "lstm-bidirectional" -> Recurrent.lstm(12, 2, true, 0.3, 5);
            case "gru" -> Recurrent.gru(12, 2, false, 0.3, 5);
            case "gru-bidirectional" -> Recurrent.gru(12, 2, true, 0.3, 5);
            case "rnn" -> Recurrent.simple(16, 0.3, 5);
            case "tcn" -> Temporal.of(4, 8, 3, 3, 0.3, 5);
            case "tcn-generator" -> TemporalGan.generator(8, 3, 3);
            case "tcn-critic" -> TemporalGan.critic(12, 8, 3, 3, UnaryOperator.identity());
            case "mlp" -> Mlp.ofWindow(16, 2, 0.3, 5);
            case "credit-mlp", "credit-resnet", "credit-gru", "credit-lstm" ->
                ToyCreditNetworks.of(name.substring("credit-".length()));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Answers within 1e-5, and the norm of each weight's gradient of the answers' mean square within a thousandth. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "resnet18",
                "resnet34",
                "resnet50",
                "cnn",
                "lstm",
                "lstm-bidirectional",
                "gru",
                "gru-bidirectional",
                "rnn",
                "tcn",
                "tcn-generator",
                "tcn-critic",
                "mlp",
                "credit-mlp",
                "credit-resnet",
                "credit-gru",
                "credit-lstm"
            })
    void answersAndLearnsAsPyTorchWithEqualWeights(String name) {
        assertAsPyTorch(name, false);
    }

    /** The order of the numbers in memory is none of the answer's business. */
    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet50", "cnn", "tcn-generator", "tcn-critic"})
    void channelsInnermostChangeNoAnswer(String name) {
        assertAsPyTorch(name, true);
    }

    private static void assertAsPyTorch(String name, boolean channelsLast) {
        JsonObject expected = reference.getAsJsonObject(name);
        Shape input = new Shape(expected.getAsJsonArray("input").asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .toArray());
        try (Network network = new Network(chain(name), input.slice(1));
                NDManager scratch = network.manager().newSubManager()) {
            if (channelsLast) {
                network.channelsLast();
            }
            Map<String, NDArray> trainable = network.trainable();
            assertEquals(expected.get("tensors").getAsInt(), trainable.size());
            assertEquals(
                    expected.get("parameters").getAsLong(),
                    trainable.values().stream().mapToLong(NDArray::size).sum());
            fill(network);
            NDArray x = scratch.create(numbers(INPUT, Math.toIntExact(input.size()), 1, 0), input);
            try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                NDArray answers = network.forward(x, false);
                assertAnswers(expected.getAsJsonArray("output"), answers.toFloatArray());
                collector.backward(answers.square().mean());
            }
            Iterator<JsonElement> norms = expected.getAsJsonArray("gradients").iterator();
            trainable.forEach((weight, array) -> {
                double wanted = norms.next().getAsDouble();
                NDArray gradient = array.getGradient();
                gradient.attach(scratch);
                double norm = Math.sqrt(gradient.square().sum().getFloat());
                assertEquals(wanted, norm, 1e-3 * wanted, weight);
            });
        }
    }

    /** Integrated gradients of one network and of two that are alike, within 1e-5. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void gradientsAreIntegratedAsInPyTorch(int networks) {
        for (JsonElement each : whole.getAsJsonArray("integrated")) {
            JsonObject expected = each.getAsJsonObject();
            String model = expected.get("model").getAsString();
            List<Network> all = IntStream.range(0, networks)
                    .mapToObj(i -> new Network(ToyCreditNetworks.of(model), ToyCreditNetworks.row()))
                    .toList();
            all.forEach(ReferenceNetworksTest::fill);
            try (CreditNetworks asked = CreditNetworks.of(all)) {
                float[][] rows = rows(numbers(INPUT, 4 * ToyCreditNetworks.INPUTS, 1, 0));
                float[] start = numbers(BASELINE, ToyCreditNetworks.INPUTS, 1, 0);
                double[][] found = asked.integratedGradients(
                        rows, start, expected.get("steps").getAsInt());
                double[] flat =
                        Arrays.stream(found).flatMapToDouble(Arrays::stream).toArray();
                double[] wanted = expected.getAsJsonArray("shares").asList().stream()
                        .mapToDouble(JsonElement::getAsDouble)
                        .toArray();
                assertArrayEquals(wanted, flat, 1e-5, model);
            }
        }
    }

    private static float[][] rows(float[] flat) {
        float[][] rows = new float[flat.length / ToyCreditNetworks.INPUTS][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * ToyCreditNetworks.INPUTS, (i + 1) * ToyCreditNetworks.INPUTS);
        }
        return rows;
    }

    private static void assertAnswers(JsonArray wanted, float[] answers) {
        assertEquals(wanted.size(), answers.length);
        double worst = 0;
        for (int i = 0; i < answers.length; i++) {
            worst = Math.max(worst, Math.abs(wanted.get(i).getAsDouble() - answers[i]));
        }
        assertTrue(worst <= 1e-5, "differs by " + worst);
    }

    /** As {@code fill} in networks.py. */
    static void fill(Network network) {
        int at = 0;
        for (Map.Entry<String, NDArray> named : network.state().entrySet()) {
            NDArray weight = named.getValue();
            int size = Math.toIntExact(weight.size());
            boolean around = named.getKey().endsWith("gamma") || named.getKey().endsWith("unningVar");
            double scale = weight.getShape().dimension() > 1
                    ? Math.sqrt(3.0 * weight.getShape().get(0) / size)
                    : 0.1;
            try (NDArray values =
                    network.manager().create(numbers(at++, size, scale, around ? 1 : 0), weight.getShape())) {
                Weights.set(weight, values);
            }
        }
    }

    static float[] numbers(int tensor, int size, double scale, double centre) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) (centre + scale * number(tensor, i));
        }
        return numbers;
    }

    /** As {@code number} in networks.py: uniform in ±1, a hash of tensor and index in 32-bit integers. */
    private static double number(int tensor, int index) {
        int x = index * (int) 2654435761L + tensor * 40503 + 12345;
        for (int round = 0; round < 2; round++) {
            x = (x ^ (x >>> 16)) * 0x45D9F3B;
        }
        x ^= x >>> 16;
        return Integer.toUnsignedLong(x) / 0x1p31 - 1;
    }
}
