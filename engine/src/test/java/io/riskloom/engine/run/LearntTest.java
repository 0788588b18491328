package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run learns from: the digest of it, several series at once, and what is refused. */
class LearntTest {
    private static final int DAYS = 300;

    @TempDir
    Path folder;

    private static RunSpec spec(String text) {
        String[] words = text.split(" ");
        Map<String, String> settings = new LinkedHashMap<>(Map.of("window", "10", "horizon", "3", "epochs", "2"));
        for (int i = 1; i < words.length; i++) {
            settings.put(words[i].split("=")[0], words[i].split("=")[1]);
        }
        return Specs.with(Specs.defaults(words[0], "toy.csv"), settings);
    }

    private static List<Learnt.Given> learnt(RunSpec spec, Imported data) throws Exception {
        List<Learnt.Given> stages = new ArrayList<>();
        for (Learnt.Stage stage : Learnt.Stage.values()) {
            Recipes.of(spec).learnt(spec, data, stage, () -> {}).ifPresent(stages::add);
        }
        return stages;
    }

    /** The last day whose prices a label of training, choice or calibration holds. */
    private static int known(RunSpec spec) throws Exception {
        DateSplit split = Splits.days(spec, DAYS);
        return split.validation().last() + split.horizon();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forecast model=lstm",
                "forecast model=mlp target=return inputs=returns,ranges,volume,indicators,calendar",
                "forecast model=tcn target=volatility",
                "forecast model=gru strategy=recursive inputs=returns,volatility",
                "forecast model=cnn encoding=bars",
                "forecast model=lstm tickers=all",
                "classify model=cnn encoding=mtf stride=2",
                "classify model=lstm directions=three tickers=all"
            })
    void theDigestIsThatOfTheDaysARunMayKnow(String text) throws Exception {
        RunSpec spec = spec(text);
        Imported.Prices data = ToyData.two(DAYS);
        PriceHistory chosen = data.series().getFirst();
        PriceHistory other = data.series().get(1);
        List<Learnt.Given> plain = learnt(spec, data);
        assertEquals(plain, learnt(spec, ToyData.two(DAYS)));
        int known = known(spec);
        // the other series begins twenty days earlier
        Imported future =
                ToyData.with(data, ToyData.changedFrom(chosen, known + 1), ToyData.changedFrom(other, known + 21));
        assertEquals(plain, learnt(spec, future), "days after " + known);
        // a direction need not change with the last day alone
        int late = text.startsWith("classify") ? known - 12 : known;
        Imported past = ToyData.with(data, ToyData.changedFrom(chosen, late), other);
        assertNotEquals(plain, learnt(spec, past), "day " + late + " counts");
    }

    /** Written from the arrays that it learnt from, which are made in another way than the digest asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "forecast model=mlp epochs=1 stride=2",
                "forecast model=mlp epochs=1 tickers=all",
                "forecast model=cnn epochs=1 encoding=mtf imageSize=16 stride=2",
                "classify model=mlp epochs=1 directions=three tickers=all"
            })
    void aRunLeavesTheDigestsOfWhatItWasGiven(String text) throws Exception {
        RunSpec spec = spec(text);
        Imported.Prices data = ToyData.two(DAYS);
        train(spec, data, "given");
        Learnt left = Learnt.read(folder.resolve("given"));
        assertEquals(
                learnt(spec, data),
                Stream.of(Learnt.Stage.values())
                        .flatMap(stage -> left.of(stage).stream())
                        .toList());
        boolean forecast = text.startsWith("forecast");
        assertEquals(forecast ? 3 : 2, learnt(spec, data).size());
        assertEquals(forecast, left.of(Learnt.Stage.CALIBRATION).isPresent());
        DateSplit split = Splits.days(spec, DAYS);
        int own = split.train().size() / (text.contains("stride=2") ? 2 : 1);
        int windows = left.training().windows();
        assertTrue(text.contains("tickers") ? windows > own : Math.abs(windows - own) <= 5, windows + " for " + own);
    }

    @Test
    void aRunWithoutAFutureHasNoDigest() throws Exception {
        assertTrue(Recipes.of(Specs.defaults("credit", "toy.csv"))
                .learnt(
                        Specs.defaults("credit", "toy.csv"),
                        ToyData.applicants(100, false),
                        Learnt.Stage.TRAINING,
                        () -> {})
                .isEmpty());
    }

    private Evaluation train(RunSpec spec, Imported data, String run) throws Exception {
        Path own = Files.createDirectories(folder.resolve(run));
        Outcome outcome = Recipes.of(spec).train(spec, data, own, RunMonitor.SILENT);
        return assertInstanceOf(Outcome.Finished.class, outcome).evaluation();
    }

    private byte[] weights(String run) throws Exception {
        return Files.readAllBytes(folder.resolve(run).resolve("weights.safetensors"));
    }

    @Test
    void oneNetworkLearnsFromAllSeriesUpToTheChosenOnesCutAndForecastsEach() throws Exception {
        RunSpec spec = spec("forecast model=mlp units=8 tickers=all series=SLOW");
        Imported.Prices data = ToyData.two(DAYS);
        PriceHistory slow = data.series().getFirst();
        PriceHistory quick = data.series().get(1);
        Evaluation plain = train(spec, data, "plain");
        DateSplit split = Splits.days(spec, DAYS);
        int cut = split.train().last() + split.horizon() + 20;
        Imported later = ToyData.with(data, slow, ToyData.changedFrom(quick, cut + 1));
        assertEquals(plain.metrics(), train(spec, later, "later").metrics());
        assertArrayEquals(weights("plain"), weights("later"));
        train(spec, ToyData.with(data, slow, ToyData.changedFrom(quick, cut)), "earlier");
        assertFalse(Arrays.equals(weights("plain"), weights("earlier")), "its last known day counts");
        train(Specs.with(spec, "tickers", "one"), data, "alone");
        assertFalse(Arrays.equals(weights("plain"), weights("alone")));
        try (Forecaster forecaster = (Forecaster) Recipes.of(spec).load(spec, folder.resolve("plain"))) {
            double[] near = forecaster.forecast(quick, 250, 251).forecast()[0];
            // the closes swing by a tenth around 50, not around 100
            assertTrue(near[0] > 40 && near[0] < 60, Arrays.toString(near));
            PriceHistory strange = ToyData.swings(DAYS).series().getFirst();
            NoticeException refused = assertThrows(NoticeException.class, () -> forecaster.forecast(strange, 250, 251));
            assertEquals("run.error.unknownSeries", refused.notice().key());
        }
    }

    @Test
    void seriesThatCannotTakePartAreNamed() throws Exception {
        RunSpec spec = spec("forecast model=mlp units=8 tickers=all");
        Imported.Prices data = ToyData.two(DAYS);
        PriceHistory withoutBars = ToyData.swings(DAYS).series().getFirst();
        Evaluation evaluation = train(spec, ToyData.with(data, data.series().getFirst(), withoutBars), "run");
        assertTrue(
                evaluation.warnings().stream()
                        .anyMatch(w -> w.toString().contains("run.warning.seriesLeftOut")
                                && w.args().toString().equals("[1, TOY]")),
                evaluation.warnings().toString());
    }

    private void refused(String key, String args, String text) {
        RunSpec spec = spec(text);
        NoticeException refused = assertThrows(NoticeException.class, () -> train(spec, ToyData.two(DAYS), "refused"));
        assertEquals(key, refused.notice().key());
        assertEquals(args, refused.notice().args().toString());
        assertFalse(Files.exists(folder.resolve("refused/weights.safetensors")));
    }

    @Test
    void whatCannotBeTrainedIsRefusedBeforeItStarts() {
        refused("run.error.noDropout", "[lstm]", "forecast model=lstm bands=dropout dropout=0");
        refused("run.error.noDropout", "[resnet18]", "forecast model=resnet18 bands=dropout");
        refused(
                "run.error.recursiveInputs",
                "[ranges, volume, returns, volatility, logPrice, calendar]",
                "forecast model=lstm strategy=recursive inputs=returns,ranges,volume,volatility");
        refused("run.error.missingDirection", "[181]", "classify model=mlp directions=three deadBand=0.01 series=SLOW");
    }

    @Test
    void aNetworkOverDaysHasNoFeatureMaps() throws Exception {
        RunSpec spec = spec("classify model=mlp units=4");
        PriceHistory history = ToyData.swings(DAYS).series().getFirst();
        train(spec, ToyData.swings(DAYS), "run");
        try (Classifier classifier = (Classifier) Recipes.of(spec).load(spec, folder.resolve("run"))) {
            assertEquals(11, classifier.window(), "a day more than the window, whose first day has a return");
            assertEquals(1, classifier.probabilityUp(history, 10, 11).length);
            NoticeException refused = assertThrows(NoticeException.class, () -> classifier.featureMaps(history, 50));
            assertEquals("run.error.noMaps", refused.notice().key());
        }
    }

    @Test
    void aRecursiveForecastTakesTheDefaultsWithBarsAndWithout() throws Exception {
        RunSpec spec = spec("forecast model=mlp units=8 strategy=recursive");
        assertTrue(train(spec, ToyData.swings(DAYS), "closes").metrics().get("mae") > 0);
        assertTrue(train(spec, ToyData.two(DAYS), "bars").metrics().get("mae") > 0);
    }
}
