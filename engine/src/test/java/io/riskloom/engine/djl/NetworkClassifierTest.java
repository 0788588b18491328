package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Specs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkClassifierTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static ForecastWindows windows() throws Exception {
        double[] none = {};
        List<LocalDate> dates = IntStream.range(0, 60)
                .mapToObj(LocalDate.of(2020, 1, 1)::plusDays)
                .toList();
        double[] close = IntStream.range(0, 60).mapToDouble(t -> 100 + t % 7).toArray();
        PriceHistory history =
                new PriceHistory("A", dates, none, none, none, close, none, new Source("a.csv", "a", 60));
        Scaler plain = new Scaler(new double[1], new double[] {1});
        return ForecastWindows.of(history, 8, List.of("logReturn"), plain);
    }

    private static ClassifyModel model(boolean unweighted, double logOdds, double... shares) {
        return new ClassifyModel(
                8, 2, 32, "gadf", logOdds, 1, unweighted, shares, List.of("logReturn"), null, Map.of());
    }

    /** What a network that knows nothing answers: zero for every class. */
    private static double[] ofZero(ClassifyModel model, int outputs) throws Exception {
        ClassifySpec spec = Specs.with(Specs.defaults(ClassifySpec.class, ""), Map.of("model", "mlp", "window", 8));
        ForecastWindows windows = windows();
        try (Network network = Architecture.of(spec).network(Network.shapeOf(windows), outputs)) {
            Weights.zero(Skip.body(network.block()).part("head"));
            double[][] rows = NetworkClassifier.probabilities(network, windows, new int[] {20, 30}, model.shift());
            assertArrayEquals(rows[0], rows[1]);
            return rows[0];
        }
    }

    @Test
    void sharesArePutBackWhereAllClassesWeighedAlike() throws Exception {
        assertArrayEquals(new double[] {0.2, 0.5, 0.3}, ofZero(model(false, 0, 0.2, 0.5, 0.3), 3), 1e-9);
        assertArrayEquals(new double[] {0.4, 0.6}, ofZero(model(false, Math.log(1.5), 0.4, 0.6), 1), 1e-9);
    }

    @Test
    void whereTheyWeighedAsTheyCameTheNetworksAnswersStand() throws Exception {
        double third = 1.0 / 3;
        assertArrayEquals(new double[] {third, third, third}, ofZero(model(true, 0, 0.2, 0.5, 0.3), 3), 1e-9);
        assertArrayEquals(new double[] {0.5, 0.5}, ofZero(model(true, Math.log(1.5), 0.4, 0.6), 1), 1e-9);
    }

    /** ln(p_a / p_b) of two classes moves by the difference of their shifts, whatever the network says. */
    @Test
    void theShiftAddsToTheNetworksLogits() throws Exception {
        ClassifySpec spec = Specs.with(
                Specs.defaults(ClassifySpec.class, ""), Map.of("model", "lstm", "window", 8, "directions", "three"));
        ForecastWindows windows = windows();
        int[] origins = {25};
        try (Network network = Architecture.of(spec).network(Network.shapeOf(windows), 3)) {
            float[] logits = network.predict(windows, origins);
            double[] row = NetworkClassifier.probabilities(
                    network, windows, origins, model(false, 0, 0.2, 0.5, 0.3).shift())[0];
            assertEquals(1, row[0] + row[1] + row[2], 1e-12);
            assertEquals(logits[2] - logits[0] + Math.log(0.3 / 0.2), Math.log(row[2] / row[0]), 1e-6);
            assertEquals(logits[1] - logits[0] + Math.log(0.5 / 0.2), Math.log(row[1] / row[0]), 1e-6);
        }
    }
}
