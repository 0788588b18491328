package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit of real networks. */
class AuditedTrainingTest {

    private static final int DAYS = 300;

    @TempDir
    Path folder;

    @BeforeAll
    static void onTheProcessor() throws Exception {
        Torch.choose("cpu");
    }

    /** Short series of open, high, low, close and volume in a file. */
    private Path csv() throws IOException {
        double[] close = ToyData.swings(DAYS).series().getFirst().close();
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int t = 0; t < DAYS; t++) {
            double open = close[Math.max(0, t - 1)];
            text.append(ToyData.swings(DAYS).series().getFirst().dates().get(t))
                    .append(',')
                    .append(open);
            text.append(',').append(Math.max(open, close[t]) * (1.001 + t % 7 * 1e-3));
            text.append(',').append(Math.min(open, close[t]) * (0.999 - t % 5 * 1e-3));
            text.append(',')
                    .append(close[t])
                    .append(',')
                    .append(1000 + t * 37 % 400)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("toy.csv"), text);
    }

    private static RunSpec with(RunSpec spec, String settings) {
        RunSpec small = Specs.with(spec, Map.of("epochs", 1, "horizon", 3, "window", 12, "units", 4));
        for (String setting : settings.split(" ")) {
            small = Specs.with(small, setting.split("=")[0], setting.split("=")[1]);
        }
        return small;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "forecast; model=lstm inputs=returns,ranges,volume,volatility,logVolatility,logPrice,indicators,calendar",
                "forecast; model=mlp strategy=recursive inputs=returns,volatility",
                "forecast; model=mlp target=return bands=split",
                "forecast; model=tcn target=volatility volatilityDays=5 loss=pinball",
                "forecast; model=gru bands=dropout passes=10",
                "forecast; model=cnn encoding=bars filters=2",
                "forecast; model=mlp scheme=sliding folds=2 fold=1 validationShare=0.3 testShare=0.3",
                "classify; model=cnn encoding=mtf imageSize=16 filters=2",
                "classify; model=mlp directions=three stride=2"
            })
    void noNetworkLooksAhead(String task, String settings) throws Exception {
        RunSpec spec = with(Specs.defaults(task, csv().toString()), settings);
        Outcome outcome = Training.train(spec, folder.resolve("run"), "cpu", RunMonitor.SILENT);
        Evaluation evaluation = assertInstanceOf(Outcome.Finished.class, outcome, outcome.toString())
                .evaluation();
        List<Audit> audits = evaluation.audits();
        assertEquals(
                List.of(Audit.TRAINING, Audit.FORECASTS, Audit.SHOWN),
                audits.stream().map(Audit::kind).toList());
        assertTrue(audits.stream().allMatch(Audit::passed), audits.toString());
        assertTrue(audits.get(1).checked() >= 8, audits.toString());
        Path left = folder.resolve("run").resolve(Outcome.FILE);
        assertEquals(Json.gson().toJson(outcome, Outcome.class), Files.readString(left));
    }

    @ParameterizedTest
    @CsvSource({"forecast", "classify"})
    void aNetworkOfSeveralSeriesPasses(String task) throws Exception {
        RunSpec spec = with(Specs.defaults(task, "toy.csv"), "model=mlp tickers=all");
        List<Audit> audits = audits(spec, ToyData.two(DAYS));
        assertEquals(3, audits.stream().filter(Audit::passed).count(), audits.toString());
    }

    private <S extends RunSpec> List<Audit> audits(S spec, Imported data) throws Exception {
        Recipe<S> recipe = Recipes.of(spec);
        Outcome outcome = recipe.train(spec, data, folder, RunMonitor.SILENT);
        Outcome told = new Audited<>(recipe, spec, folder, RunMonitor.SILENT).of(outcome, data, Duration.ofMinutes(9));
        return assertInstanceOf(Outcome.Finished.class, told).evaluation().audits();
    }

    /** Every step of every forecast is a question put to the network, and before each it asks. */
    @Test
    void aCancelIsAnsweredInTheMiddleOfAForecast() throws Exception {
        ForecastSpec spec = (ForecastSpec) with(
                Specs.defaults("forecast", "toy.csv"),
                "model=mlp strategy=recursive inputs=returns bands=dropout passes=10 horizon=5 dropout=0.1");
        Imported.Prices data = ToyData.swings(DAYS);
        Recipe<ForecastSpec> recipe = Recipes.of(spec);
        Outcome outcome = recipe.train(spec, data, folder, RunMonitor.SILENT);
        Evaluation bare = assertInstanceOf(Outcome.Finished.class, outcome).evaluation();
        Asked whole = new Asked(Integer.MAX_VALUE);
        LeakAudit.Found found =
                new LeakAudit<>(recipe, spec, data, whole).made(folder, bare.details(), Duration.ofMinutes(1));
        assertEquals(3, found.audits().stream().filter(Audit::passed).count(), found.toString());
        int training = found.audits().getFirst().checked();
        assertTrue(whole.times > training + 3 * 5 * found.audits().get(1).checked() / 256, "asked " + whole.times);
        // in the first question of the first cut, which has forty of them
        Asked early = new Asked(training + 10);
        LeakAudit.Found broken =
                new LeakAudit<>(recipe, spec, data, early).made(folder, bare.details(), Duration.ofMinutes(1));
        assertEquals(List.of(found.audits().getFirst()), broken.audits());
        assertEquals(List.of(Notice.of("run.warning.noAudit.cancelled")), broken.notes());
        assertEquals(training + 11, early.times, "asked no more once it has said yes");
    }

    /** Says yes after it was asked so many times. */
    private static final class Asked implements RunMonitor {
        private final int most;
        private int times;

        Asked(int most) {
            this.most = most;
        }

        @Override
        public void onEpoch(EpochReport report) {}

        @Override
        public boolean cancelled() {
            return times++ >= most;
        }
    }

    /** A sound network that is given tomorrow's prices as today's. */
    @Test
    void aFileShiftedByADayIsCaught() throws Exception {
        ForecastSpec spec = (ForecastSpec) with(Specs.defaults("forecast", "toy.csv"), "model=mlp inputs=returns");
        Imported.Prices data = ToyData.swings(DAYS);
        Recipe<ForecastSpec> shifted = new Shifted(Recipes.of(spec));
        Outcome outcome = shifted.train(spec, data, folder, RunMonitor.SILENT);
        Outcome told = new Audited<>(shifted, spec, folder, RunMonitor.SILENT).of(outcome, data, Duration.ofMinutes(1));
        Evaluation evaluation = assertInstanceOf(Outcome.Finished.class, told).evaluation();
        Audit forecasts = evaluation.audits().get(1);
        assertEquals(4, forecasts.changed(), "at each cut the last origin");
        assertEquals(
                List.of("run.warning.leak.training", "run.warning.leak.forecasts"),
                evaluation.warnings().stream().map(Notice::key).limit(2).toList(),
                "the last label of each stage lies a day late, too");
    }

    /** The recipe is sound whenever it is asked; what it was given is not what it would be given. */
    @Test
    void aNetworkTrainedOnTomorrowsPricesIsCaughtByWhatItWasGiven() throws Exception {
        ForecastSpec spec = (ForecastSpec) with(Specs.defaults("forecast", "toy.csv"), "model=mlp inputs=returns");
        Imported.Prices data = ToyData.swings(DAYS);
        Recipe<ForecastSpec> sound = Recipes.of(spec);
        Outcome outcome = sound.train(spec, Shifted.shifted(data), folder, RunMonitor.SILENT);
        Outcome told = new Audited<>(sound, spec, folder, RunMonitor.SILENT).of(outcome, data, Duration.ofMinutes(1));
        Evaluation evaluation = assertInstanceOf(Outcome.Finished.class, told).evaluation();
        assertEquals(
                List.of(false, true, false),
                evaluation.audits().stream().map(Audit::passed).toList(),
                "training, forecasts, shown");
    }

    private record Shifted(Recipe<ForecastSpec> sound) implements Recipe<ForecastSpec> {

        private static PriceHistory shifted(PriceHistory history) {
            double[] close = history.close();
            double[] early = Arrays.copyOfRange(close, 1, close.length + 1);
            early[close.length - 1] = close[close.length - 1];
            return ToyData.prices(history.dates(), early).series().getFirst();
        }

        private static Imported shifted(Imported data) {
            PriceHistory history = shifted(((Imported.Prices) data).series().getFirst());
            return ToyData.prices(history.dates(), history.close());
        }

        @Override
        public String name() {
            return sound.name();
        }

        @Override
        public Class<ForecastSpec> specType() {
            return ForecastSpec.class;
        }

        @Override
        public Outcome train(ForecastSpec spec, Imported data, Path run, RunMonitor monitor)
                throws NoticeException, IOException {
            return sound.train(spec, shifted(data), run, monitor);
        }

        @Override
        public Optional<Learnt.Given> learnt(ForecastSpec spec, Imported data, Learnt.Stage stage, Runnable check)
                throws NoticeException {
            return sound.learnt(spec, shifted(data), stage, check);
        }

        @Override
        public Forecaster load(ForecastSpec spec, Path run) throws NoticeException, IOException {
            Forecaster model = (Forecaster) sound.load(spec, run);
            return new Forecaster() {
                @Override
                public Forecast forecast(PriceHistory history, int from, int to) throws NoticeException {
                    return model.forecast(shifted(history), from, to);
                }

                @Override
                public int window() {
                    return model.window();
                }

                @Override
                public void close() {
                    model.close();
                }
            };
        }
    }
}
