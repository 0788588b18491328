package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Stage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activation maps, integrated gradients and gates against PyTorch's, see {@code inside.py} beside the stored answers. */
class ReferenceInsideTest {
    private static final int INPUT = 999;
    private static final int BASELINE = 996;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    private static JsonObject whole() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(ReferenceInsideTest.class.getResourceAsStream("inside.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(file).getAsJsonObject();
        }
    }

    static Stream<JsonObject> maps() throws IOException {
        return whole().getAsJsonArray("maps").asList().stream().map(JsonElement::getAsJsonObject);
    }

    static Stream<JsonObject> integrated() throws IOException {
        return whole().getAsJsonArray("integrated").asList().stream().map(JsonElement::getAsJsonObject);
    }

    private static double[] doubles(JsonObject from, String name) {
        return from.getAsJsonArray(name).asList().stream()
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    private static int[] ints(JsonObject from, String name) {
        return from.getAsJsonArray(name).asList().stream()
                .mapToInt(JsonElement::getAsInt)
                .toArray();
    }

    /** A subject over the network with the weights and the input of the stored answers, the first of the batch. */
    private static ToySubject subject(String name, int... batch) {
        Shape sample = new Shape(Arrays.stream(batch).skip(1).asLongStream().toArray());
        Network network = new Network(ReferenceNetworksTest.chain(name), sample);
        ReferenceNetworksTest.fill(network);
        int size = Math.toIntExact(sample.size());
        ToySubject subject = new ToySubject(network, ReferenceNetworksTest.numbers(INPUT, size, 1, 0));
        subject.typical(ReferenceNetworksTest.numbers(BASELINE, size, 1, 0));
        return subject;
    }

    /** Within 1e-4 of the largest cell. */
    private static void assertMap(double[] wanted, double[] found, String message) {
        double largest = Arrays.stream(wanted).max().orElseThrow();
        assertTrue(largest > 0, message);
        double[] relative = Arrays.stream(found).map(cell -> cell / largest).toArray();
        assertArrayEquals(Arrays.stream(wanted).map(cell -> cell / largest).toArray(), relative, 1e-4, message);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void activationMapsAreThoseOfPyTorchAlsoWithinABranch(JsonObject expected) throws Exception {
        String layer = expected.get("layer").getAsString();
        int[] shape = ints(expected, "shape");
        try (ToySubject subject = subject(expected.get("network").getAsString(), ints(expected, "input"))) {
            for (String method : List.of("gradcam", "gradcam++")) {
                Attribution found = subject.attributions().of(0, method, layer, Stage.TRAINED, false, () -> false);
                assertEquals(layer, found.layer());
                assertEquals(expected.get("answer").getAsDouble(), found.logit(), 1e-5);
                double[] small = doubles(expected, method);
                double[] cells = Arrays.stream(found.cells())
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
                double[][] scaled = scaled(small, shape, found.cells().length, found.cells()[0].length);
                assertMap(Arrays.stream(scaled).flatMapToDouble(Arrays::stream).toArray(), cells, layer + " " + method);
                if (expected.has(method + " scaled")) {
                    assertMap(doubles(expected, method + " scaled"), cells, layer + " " + method);
                }
            }
        }
    }

    /** As the engine scales maps, which the smallest case also has from PyTorch. */
    private static double[][] scaled(double[] small, int[] shape, int rows, int columns) {
        int width = shape[shape.length - 1];
        double[][] square = IntStream.range(0, small.length / width)
                .mapToObj(i -> Arrays.copyOfRange(small, i * width, (i + 1) * width))
                .toArray(double[][]::new);
        if (shape.length == 2) {
            return Arrays.stream(small).mapToObj(day -> new double[] {day}).toArray(double[][]::new);
        }
        return Bilinear.scale(square, rows, columns);
    }

    @ParameterizedTest
    @MethodSource("integrated")
    void integratedGradientsAreThoseOfPyTorchAndTakeAsManyPoints(JsonObject expected) throws Exception {
        try (ToySubject subject = subject(expected.get("network").getAsString(), ints(expected, "input"))) {
            Attribution found = subject.attributions().of(0, "gradients", "", Stage.TRAINED, false, () -> false);
            assertEquals(expected.get("start").getAsDouble(), found.baseline(), 1e-5);
            assertEquals(expected.get("end").getAsDouble(), found.logit(), 1e-5);
            double[] cells =
                    Arrays.stream(found.cells()).flatMapToDouble(Arrays::stream).toArray();
            assertArrayEquals(doubles(expected, "shares"), cells, 1e-5);
            double change = found.logit() - found.baseline();
            assertEquals(change, Arrays.stream(cells).sum(), found.gap() + 1e-9);
            assertTrue(found.gap() <= Math.max(1e-3, 0.01 * Math.abs(change)), "gap " + found.gap());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void gatesAreThoseOfPyTorch(int which) throws Exception {
        JsonObject expected = whole().getAsJsonArray("gates").get(which).getAsJsonObject();
        int units = expected.get("units").getAsInt();
        int features = expected.get("features").getAsInt();
        int days = expected.get("days").getAsInt();
        String kind = expected.get("kind").getAsString();
        int rows = units * (kind.equals("lstm") ? 4 : kind.equals("gru") ? 3 : 1);
        GateSteps steps = new GateSteps(
                kind,
                units,
                ReferenceNetworksTest.numbers(0, rows * features, Math.sqrt(3.0 / features), 0),
                ReferenceNetworksTest.numbers(1, rows * units, Math.sqrt(3.0 / units), 0),
                ReferenceNetworksTest.numbers(2, rows, 0.1, 0),
                ReferenceNetworksTest.numbers(3, rows, 0.1, 0));
        float[] x = ReferenceNetworksTest.numbers(INPUT, days * features, 1, 0);
        double[][] window = new double[days][features];
        for (int i = 0; i < x.length; i++) {
            window[i / features][i % features] = x[i];
        }
        List<Gates.Series> found = steps.over(window);
        JsonObject wanted = expected.getAsJsonObject("series");
        assertEquals(
                List.copyOf(wanted.keySet()),
                found.stream().map(Gates.Series::name).toList());
        for (Gates.Series series : found) {
            double[] flat = Arrays.stream(series.values())
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            assertArrayEquals(doubles(wanted, series.name()), flat, 1e-5, series.name());
        }
    }
}
