package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.judge.Predictor;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network's answers before a series: recursive paths and passes with dropout. */
class PredictorsTest {
    private static final double[] NONE = {};
    private static final int WINDOW = 10;
    private static final int HORIZON = 7;

    private static String threadsBefore;

    @BeforeAll
    static void repeatable() {
        threadsBefore = System.setProperty("riskloom.threads", "1");
    }

    @AfterAll
    static void threadsAsBefore() {
        if (threadsBefore == null) {
            System.clearProperty("riskloom.threads");
        } else {
            System.setProperty("riskloom.threads", threadsBefore);
        }
    }

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    /** Working days only. */
    private static PriceHistory history(int days) {
        Random random = new Random(4);
        List<LocalDate> dates = new ArrayList<>();
        double[] close = new double[days];
        LocalDate date = LocalDate.of(2024, 1, 1);
        double price = 100;
        for (int t = 0; t < days; t++) {
            dates.add(date);
            date = date.plusDays(date.getDayOfWeek().getValue() == 5 ? 3 : 1);
            price *= Math.exp(0.01 * random.nextGaussian());
            close[t] = price;
        }
        return new PriceHistory("A", dates, NONE, NONE, NONE, close, NONE, new Source("a.csv", "a", days));
    }

    private static ForecastSpec spec(Map<String, Object> settings) {
        ForecastSpec base = Specs.with(
                Specs.defaults(ForecastSpec.class, ""),
                Map.of("window", WINDOW, "horizon", HORIZON, "units", 6, "layers", 2, "model", "lstm"));
        return Specs.with(base, settings);
    }

    private static final Map<String, Object> RECURSIVE =
            Map.of("strategy", "recursive", "inputs", "returns,volatility,logVolatility,calendar");

    private static SeriesView view(ForecastSpec spec, PriceHistory history) throws Exception {
        int[] training = Splits.days(spec, history.size()).train().days(1);
        return SeriesView.fitted(spec, history, Splits.days(spec, history.size()), training);
    }

    /** Random weights everywhere, in the head too: answers that differ from day to day. */
    private static Network network(ForecastSpec spec, SeriesView view) {
        return Architecture.of(spec).network(Network.shapeOf(view.windows()), spec.answers() * spec.levels());
    }

    /** All features anew from the whole series with the forecast closes behind it, one origin at a time. */
    private static double[] byHand(Network network, SeriesView view, PriceHistory all, int origin) throws Exception {
        List<LocalDate> dates = new ArrayList<>(all.dates().subList(0, origin + 1));
        double[] close = Arrays.copyOf(all.close(), origin + 1);
        ForecastWindows seen = (ForecastWindows) view.windows();
        double[] path = new double[HORIZON];
        for (int s = 0; s < HORIZON; s++) {
            PriceHistory so = new PriceHistory("A", dates, NONE, NONE, NONE, close, NONE, all.source());
            ForecastWindows windows = ForecastWindows.of(so, WINDOW, seen.names(), seen.scaler());
            float answer = network.predict(
                            windows.of(close.length - 1),
                            new Shape(windows.window(), windows.names().size()))[0];
            double r = view.scaler().invert(new double[] {answer})[0];
            path[s] = r + (s == 0 ? 0 : path[s - 1]);
            close = Arrays.copyOf(close, close.length + 1);
            close[close.length - 1] = close[close.length - 2] * Math.exp(r);
            LocalDate last = dates.getLast();
            dates.add(last.plusDays(last.getDayOfWeek().getValue() == 5 ? 3 : 1));
        }
        return path;
    }

    @Test
    void aRecursivePathIsWhatAHandRolledLoopGives() throws Exception {
        PriceHistory history = history(300);
        ForecastSpec spec = spec(RECURSIVE);
        SeriesView view = view(spec, history);
        try (Network network = network(spec, view)) {
            int[] origins = {10, 11, 40, 150, 299};
            double[][] paths = Recursion.plain(network, view, HORIZON).answers(origins)[0];
            for (int i = 0; i < origins.length; i++) {
                assertArrayEquals(byHand(network, view, history, origins[i]), paths[i], 1e-7);
            }
            assertTrue(Math.abs(paths[2][HORIZON - 1] - paths[3][HORIZON - 1]) > 1e-5, "paths differ");
        }
    }

    @Test
    void ofQuantilesTheMedianGoesOn() throws Exception {
        PriceHistory history = history(300);
        ForecastSpec spec = Specs.with(spec(RECURSIVE), "loss", "pinball");
        SeriesView view = view(spec, history);
        try (Network network = network(spec, view)) {
            double[][][] answers = Recursion.plain(network, view, HORIZON).answers(new int[] {200});
            assertEquals(1, answers.length);
            assertArrayEquals(byHand(network, view, history, 200), answers[0][0], 1e-7);
        }
    }

    private static ForecastSpec sampled(Map<String, Object> settings) {
        return Specs.with(spec(settings), Map.of("bands", "dropout", "dropout", 0.3, "passes", 20));
    }

    private static Predictor predictor(ForecastSpec spec, Network network, SeriesView view) {
        return ForecastNetwork.outlook(spec, network, view).predictor();
    }

    @Test
    void passesRepeatBitForBitAndDependOnNoOtherOrigin() throws Exception {
        PriceHistory history = history(300);
        for (ForecastSpec spec : List.of(sampled(Map.of()), sampled(Map.of("model", "mlp")), sampled(RECURSIVE))) {
            SeriesView view = view(spec, history);
            try (Network network = network(spec, view)) {
                Predictor predictor = predictor(spec, network, view);
                double[][][] both = predictor.answers(new int[] {100, 250});
                double[][][] again = predictor.answers(new int[] {100, 250});
                double[][][] alone = predictor.answers(new int[] {250});
                assertEquals(20, both.length);
                for (int pass = 0; pass < 20; pass++) {
                    assertArrayEquals(both[pass][0], again[pass][0]);
                    assertArrayEquals(both[pass][1], again[pass][1]);
                    assertArrayEquals(both[pass][1], alone[pass][0]);
                }
                assertEquals(HORIZON, both[0][0].length);
                assertTrue(
                        Arrays.stream(both)
                                        .mapToDouble(pass -> pass[0][0])
                                        .distinct()
                                        .count()
                                > 5,
                        "passes differ from each other");
            }
        }
    }

    /** The expectation over masks of a linear network is the network itself. */
    @Test
    void passesScatterAroundTheForecastWithoutDropout() throws Exception {
        PriceHistory history = history(300);
        ForecastSpec spec = Specs.with(sampled(Map.of("layers", 1, "target", "return")), "passes", 600);
        SeriesView view = view(spec, history);
        try (Network network = network(spec, view)) {
            int[] origins = {123};
            double[] passes = Arrays.stream(predictor(spec, network, view).answers(origins))
                    .mapToDouble(pass -> pass[0][0])
                    .toArray();
            double mean = Arrays.stream(passes).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(passes)
                    .map(p -> (p - mean) * (p - mean))
                    .average()
                    .orElseThrow());
            double plain = NetworkPredictor.plain(network, view).answers(origins)[0][0][0];
            // dropout stands right before the linear head; the mean of 600 is within four standard errors
            assertEquals(plain, mean, 4 * deviation / Math.sqrt(passes.length));
            assertTrue(deviation > 0);
            // beyond the rows of one batch the masks are others
            assertTrue(passes[0] != passes[256] || passes[1] != passes[257]);
        }
    }
}
