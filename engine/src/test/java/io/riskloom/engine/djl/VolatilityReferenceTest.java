package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Neural stochastic volatility and its critic's statistics against PyTorch, see {@code volatility.py}. */
class VolatilityReferenceTest {
    private static final int INPUT = 999;
    private static final int DAYS = 90;
    private static JsonObject reference;

    @BeforeAll
    static void read() throws IOException {
        Torch.enter(Torch.Load.SMALL);
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(VolatilityReferenceTest.class.getResourceAsStream("volatility.json")),
                StandardCharsets.UTF_8)) {
            reference = JsonParser.parseReader(file).getAsJsonObject();
        }
    }

    @Test
    void daysAndGradientsAreThoseOfPyTorch() {
        for (JsonElement each : reference.getAsJsonArray("generators")) {
            JsonObject expected = each.getAsJsonObject();
            int series = expected.get("series").getAsInt();
            int channels = StochasticVolatility.channels(
                    series, expected.get("conditions").getAsInt());
            Shape shape = new Shape(3, 7, channels);
            try (Network network = new Network(new StochasticVolatility(series, 8), shape.slice(1))) {
                ReferenceNetworksTest.fill(network);
                NDArray x = network.manager()
                        .create(ReferenceNetworksTest.numbers(INPUT, Math.toIntExact(shape.size()), 1, 0), shape);
                try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                    NDArray days = network.forward(x, true);
                    assertArrayEquals(floats(expected.getAsJsonArray("days")), days.toFloatArray(), 1e-5f);
                    collector.backward(days.square().mean());
                }
                Iterator<JsonElement> norms =
                        expected.getAsJsonArray("gradients").iterator();
                network.trainable().forEach((name, weight) -> {
                    double norm = Math.sqrt(weight.getGradient().square().sum().getFloat());
                    assertEquals(norms.next().getAsDouble(), norm, 1e-5, name);
                });
            }
        }
    }

    @Test
    void theCriticSeesTheStatisticsOfPyTorchAndTheirGradient() {
        for (JsonElement each : reference.getAsJsonArray("statistics")) {
            JsonObject expected = each.getAsJsonObject();
            int window = expected.get("window").getAsInt();
            int series = expected.get("series").getAsInt();
            int conditions = expected.get("conditions").getAsInt();
            Samples rows = rows(window, series, conditions);
            try (NDManager manager = Torch.engine().newBaseManager()) {
                WindowStatistics statistics = new WindowStatistics(rows, window, series, conditions, manager);
                NDArray first = rows.part(0, 1).inputs(manager);
                first.setRequiresGradient(true);
                NDArray seen = Torch.recorded(() -> statistics.of(first));
                assertEquals(statistics.size(), seen.size());
                assertArrayEquals(floats(expected.getAsJsonArray("seen")), seen.toFloatArray(), 1e-5f);
                NDArray slope = Torch.recorded(
                        () -> Ops.slope(statistics.of(first).square().mean(), first));
                assertArrayEquals(floats(expected.getAsJsonArray("gradient")), slope.toFloatArray(), 1e-5f);
            }
        }
    }

    private static Samples rows(int window, int series, int conditions) {
        float[] numbers = ReferenceNetworksTest.numbers(INPUT, series * DAYS, 1, 0);
        int count = DAYS - window + 1;
        float[] told = ReferenceNetworksTest.numbers(INPUT - 1, count * conditions, 1, 0);
        int size = conditions + window * series;
        float[] x = new float[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(told, i * conditions, x, i * size, conditions);
            for (int t = 0; t < window; t++) {
                double swell = 1.5 * (1 + 0.8 * Math.sin((i + t) / 9.0));
                for (int s = 0; s < series; s++) {
                    x[i * size + conditions + t * series + s] = (float) (numbers[s * DAYS + i + t] * swell);
                }
            }
        }
        return new Samples(x, new Shape(size), new float[count], 1);
    }

    private static float[] floats(JsonArray array) {
        float[] out = new float[array.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = array.get(i).getAsFloat();
        }
        return out;
    }
}
