package io.riskloom.engine.run;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Simulated prices that nobody can forecast, to count how often a verdict claims the opposite: {@value #DAYS} closes with
 * ln C(t) = ln C(t−1) + z(t), z independent and normal with a standard deviation of 1 %. On each walk a small LSTM is
 * trained and judged as on any file; the last value is the best forecast of every step.
 */
public final class RandomWalks {

    public static final int DAYS = 500;

    private static final double DEVIATION = 0.01;
    private static final LocalDate START = LocalDate.of(2000, 1, 3);

    private RandomWalks() {}

    /**
     * What a run on a walk claims.
     *
     * @param walk   its number, the seed of its moves and of the training
     * @param good   1 better than the last value, 0 no better, −1 worse
     * @param relMae its error over the last value's
     * @param pValue of the Diebold-Mariano test
     */
    public record Claim(int walk, int good, double relMae, double pValue) {}

    /** The default LSTM, small and short enough for a hundred of them in a minute. */
    public static ForecastSpec spec(int horizon) {
        return Specs.with(
                Specs.defaults(ForecastSpec.class, "walk.csv"),
                Map.of("window", 20, "horizon", horizon, "units", 8, "layers", 1, "epochs", 4));
    }

    /** Closes alone. */
    static Imported.Prices prices(int walk) {
        Random random = new Random(walk);
        double[] close = new double[DAYS];
        close[0] = 100;
        for (int t = 1; t < DAYS; t++) {
            close[t] = close[t - 1] * Math.exp(DEVIATION * random.nextGaussian());
        }
        List<LocalDate> dates =
                IntStream.range(0, DAYS).mapToObj(START::plusDays).toList();
        double[] none = {};
        Source source = new Source("walk.csv", "walk " + walk, DAYS);
        ImportReport report =
                new ImportReport("UTF-8", ",", 0, List.of(), List.of(), List.of(), ReadSettings.DETECTED, List.of());
        return new Imported.Prices(
                List.of(new PriceHistory("WALK", dates, none, none, none, close, none, source)),
                List.of(IntStream.range(2, DAYS + 2).toArray()),
                report);
    }

    /**
     * Trains on a walk and tells the verdict.
     *
     * @param folder for the run, which is removed again
     */
    public static Claim claim(int walk, int horizon, Path folder) throws NoticeException, IOException {
        ForecastSpec spec = Specs.with(spec(horizon), "seed", walk);
        Path run = Files.createDirectories(folder.resolve("walk-" + walk));
        Outcome outcome = Recipes.of(spec).train(spec, prices(walk), run, RunMonitor.SILENT);
        remove(run);
        if (!(outcome instanceof Outcome.Finished(var evaluation))) {
            throw new IllegalStateException("walk " + walk + " " + outcome.word());
        }
        Map<String, Double> metrics = evaluation.metrics();
        return new Claim(walk, evaluation.good(), metrics.get(Metric.REL_MAE), metrics.get(Metric.DM_P_VALUE));
    }

    private static void remove(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(run);
    }
}
