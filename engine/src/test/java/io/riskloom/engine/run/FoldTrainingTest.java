package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single folds through the recipes. */
class FoldTrainingTest {

    private static final int DAYS = 420;

    private static final ForecastSpec FORECAST = with(
            Specs.defaults(ForecastSpec.class, "toy.csv"),
            "model",
            "mlp",
            "window",
            10,
            "horizon",
            3,
            "units",
            8,
            "epochs",
            2,
            "testShare",
            0.4,
            "validationShare",
            0.2,
            "scheme",
            "expanding",
            "folds",
            3,
            "fold",
            1,
            "embargo",
            2);

    private static final ClassifySpec CLASSIFY = with(
            Specs.defaults(ClassifySpec.class, "toy.csv"),
            "model",
            "cnn",
            "window",
            10,
            "horizon",
            3,
            "filters",
            2,
            "units",
            4,
            "epochs",
            1,
            "imageSize",
            16,
            "testShare",
            0.4,
            "stride",
            2,
            "scheme",
            "expanding",
            "folds",
            3,
            "fold",
            1);

    @TempDir
    Path folder;

    @BeforeAll
    static void onTheCpu() throws Exception {
        Torch.choose("cpu");
    }

    private static <S extends RunSpec> S with(S spec, Object... settings) {
        S changed = spec;
        for (int i = 0; i < settings.length; i += 2) {
            changed = Specs.with(changed, (String) settings[i], settings[i + 1]);
        }
        return changed;
    }

    private Evaluation train(RunSpec spec, Imported data, String run) throws Exception {
        Path own = Files.createDirectories(folder.resolve(run));
        Outcome outcome = Recipes.of(spec).train(spec, data, own, RunMonitor.SILENT);
        return assertInstanceOf(Outcome.Finished.class, outcome).evaluation();
    }

    private byte[] weights(String run) throws Exception {
        return Files.readAllBytes(folder.resolve(run).resolve("weights.safetensors"));
    }

    private static Imported.Prices changedFrom(Imported.Prices prices, int day) {
        PriceHistory history = prices.series().getFirst();
        double[] close = history.close();
        for (int t = day; t < close.length; t++) {
            close[t] *= 2 + t % 3;
        }
        return ToyData.prices(history.dates(), close);
    }

    private static Imported.Prices changedBefore(Imported.Prices prices, int day) {
        PriceHistory history = prices.series().getFirst();
        double[] close = history.close();
        for (int t = 0; t < day; t++) {
            close[t] *= 2 + t % 3;
        }
        return ToyData.prices(history.dates(), close);
    }

    /** Neither the weights nor a figure of the first fold change with what comes after its test span and its labels. */
    private void knowsNothingOfLaterDays(RunSpec spec, int horizon) throws Exception {
        Imported.Prices prices = ToyData.swings(DAYS);
        DateSplit split = Splits.days(spec, DAYS);
        assertTrue(split.test().last() + horizon + 20 < DAYS, "later folds test later days");
        Evaluation plain = train(spec, prices, "plain");
        Evaluation changed = train(spec, changedFrom(prices, split.test().last() + horizon + 1), "changed");
        assertArrayEquals(weights("plain"), weights("changed"));
        assertEquals(plain.metrics(), changed.metrics());
        assertEquals(plain.challengers(), changed.challengers());
    }

    @Test
    void aForecastFoldKnowsNothingOfLaterDays() throws Exception {
        knowsNothingOfLaterDays(FORECAST, 3);
    }

    @Test
    void aClassifierFoldKnowsNothingOfLaterDays() throws Exception {
        knowsNothingOfLaterDays(CLASSIFY, 3);
    }

    /** Its weights; its error is also told as a multiple of the naive one over all days before. */
    @Test
    void aSlidingForecastFoldForgetsTheDaysBeforeItsTrainingSpan() throws Exception {
        ForecastSpec spec = with(FORECAST, "scheme", "sliding", "fold", 3);
        // the first day's volatility leads from the close of twenty days before
        int first = Splits.days(spec, DAYS).trainingDays().first() - 20;
        assertTrue(first > 20, "first " + first);
        train(spec, ToyData.swings(DAYS), "plain");
        train(spec, changedBefore(ToyData.swings(DAYS), first), "changed");
        assertArrayEquals(weights("plain"), weights("changed"));
        ForecastSpec expanding = with(spec, "scheme", "expanding");
        train(expanding, ToyData.swings(DAYS), "all");
        train(expanding, changedBefore(ToyData.swings(DAYS), first), "allChanged");
        assertFalse(Arrays.equals(weights("all"), weights("allChanged")), "an expanding fold remembers them");
    }

    @Test
    void aSlidingClassifierFoldForgetsTheDaysBeforeItsTrainingSpan() throws Exception {
        ClassifySpec spec = with(CLASSIFY, "scheme", "sliding", "fold", 3);
        int first = Splits.days(spec, DAYS).trainingDays().first();
        assertTrue(first > 20, "first " + first);
        Evaluation plain = train(spec, ToyData.swings(DAYS), "plain");
        Evaluation changed = train(spec, changedBefore(ToyData.swings(DAYS), first), "changed");
        assertArrayEquals(weights("plain"), weights("changed"));
        assertEquals(plain.metrics(), changed.metrics());
    }

    @Test
    void aGeneratorFoldKnowsNothingOfLaterDays() throws Exception {
        GenerateSpec spec = with(
                Specs.defaults(GenerateSpec.class, "toy.csv"),
                "model",
                "mlp-gan",
                "window",
                10,
                "latent",
                4,
                "units",
                8,
                "epochs",
                1,
                "testShare",
                0.5,
                "scheme",
                "expanding",
                "folds",
                3,
                "fold",
                1);
        knowsNothingOfLaterDays(spec, 0);
        Details.OfGenerate details =
                (Details.OfGenerate) train(spec, ToyData.swings(DAYS), "again").details();
        assertEquals(Splits.days(spec, DAYS).test().size(), details.real().length, "its own test days and no more");
    }

    @Test
    void aSlidingGeneratorFoldForgetsTheDaysBeforeItsTrainingSpan() throws Exception {
        GenerateSpec spec = with(
                Specs.defaults(GenerateSpec.class, "toy.csv"),
                "model",
                "mlp-gan",
                "window",
                10,
                "latent",
                4,
                "units",
                8,
                "epochs",
                1,
                "testShare",
                0.5,
                "scheme",
                "sliding",
                "folds",
                3,
                "fold",
                3);
        int first = Splits.days(spec, DAYS).trainingDays().first();
        assertTrue(first > 50, "first " + first);
        Evaluation plain = train(spec, ToyData.swings(DAYS), "plain");
        // its first return leads from the day before
        Evaluation changed = train(spec, changedBefore(ToyData.swings(DAYS), first - 1), "changed");
        assertArrayEquals(weights("plain"), weights("changed"));
        assertEquals(plain.metrics(), changed.metrics());
    }

    @Test
    void theTestRowsOfACreditFoldMoveNoWeightAndNoCutOff() throws Exception {
        CreditSpec spec = with(
                Specs.defaults(CreditSpec.class, "toy.csv"),
                "units",
                4,
                "units2",
                4,
                "epochs",
                2,
                "scheme",
                "kfold",
                "folds",
                3,
                "fold",
                2);
        Imported.Credit data = ToyData.applicants(300, false);
        int[] tested = Splits.rows(spec, data.book()).test();
        Imported.Credit changed = new Imported.Credit(aged(data.book(), tested), data.lines(), data.report());
        Evaluation plain = train(spec, data, "plain");
        Evaluation other = train(spec, changed, "changed");
        assertArrayEquals(weights("plain"), weights("changed"));
        assertEquals(
                Files.readString(folder.resolve("plain").resolve("model.json")),
                Files.readString(folder.resolve("changed").resolve("model.json")));
        assertFalse(plain.metrics().equals(other.metrics()), "the rows are judged as they are");
    }

    /** The rows' ages spread and their housing known no more. */
    private static CreditBook aged(CreditBook book, int[] rows) {
        CreditColumn.Numeric age = (CreditColumn.Numeric) book.features().get(0);
        CreditColumn.Categorical housing =
                (CreditColumn.Categorical) book.features().get(2);
        double[] ages = age.values();
        int[] homes = housing.codes();
        for (int row : rows) {
            ages[row] = 10 * ages[row] - row;
            homes[row] = -1;
        }
        List<CreditColumn> features = List.of(
                new CreditColumn.Numeric("age", ages),
                book.features().get(1),
                new CreditColumn.Categorical("housing", housing.levels(), homes));
        return new CreditBook(
                book.name(),
                features,
                book.target(),
                book.goodLabel(),
                book.badLabel(),
                book.bad(),
                book.setAside(),
                book.source());
    }

    @Test
    void everyApplicantIsScoredInOneFoldAndTheGroupsColumnInNone() throws Exception {
        Imported.Credit data = ToyData.applicants(300, false);
        CreditSpec study = with(
                Specs.defaults(CreditSpec.class, "toy.csv"),
                "units",
                4,
                "units2",
                4,
                "epochs",
                1,
                "scheme",
                "grouped",
                "groups",
                "branch",
                "folds",
                3);
        Imported.Credit branched = new Imported.Credit(branched(data.book()), data.lines(), data.report());
        int[] tested = new int[0];
        for (int fold = 1; fold <= 3; fold++) {
            CreditSpec spec = with(study, "fold", fold);
            Details.OfCredit details =
                    (Details.OfCredit) train(spec, branched, "fold" + fold).details();
            tested = IntStream.concat(Arrays.stream(tested), Arrays.stream(details.rows()))
                    .toArray();
        }
        Arrays.sort(tested);
        assertArrayEquals(IntStream.range(0, 300).toArray(), tested);
        try (CreditScorer scorer = (CreditScorer) Recipes.of(study).load(study, folder.resolve("fold1"))) {
            assertFalse(
                    scorer.encoder().fields().stream().anyMatch(f -> f.column().equals("branch")));
            assertEquals(300, scorer.probabilityBad(data.book()).length, "applicants need no branch to be scored");
        }
    }

    private static CreditBook branched(CreditBook book) {
        double[] branches =
                IntStream.range(0, book.size()).mapToDouble(row -> row % 40).toArray();
        List<CreditColumn> features = new ArrayList<>(book.features());
        features.add(new CreditColumn.Numeric("branch", branches));
        return new CreditBook(
                book.name(),
                features,
                book.target(),
                book.goodLabel(),
                book.badLabel(),
                book.bad(),
                book.setAside(),
                book.source());
    }

    @Test
    void severalRunsInOneAreRefusedInWords() {
        ForecastSpec study = with(Specs.defaults(ForecastSpec.class, "toy.csv"), "scheme", "sliding", "repeats", 2);
        Outcome outcome = Training.train(study, folder.resolve("run"), RunMonitor.SILENT);
        assertEquals(new Outcome.Failed(Notice.of("run.error.study", 10)), outcome);
        assertFalse(Files.exists(folder.resolve("run")));
    }

    /** An identifier, which no book holds otherwise. */
    @Test
    void theGroupsColumnIsReadWhateverItsRole() throws Exception {
        StringBuilder csv = new StringBuilder("customer_id,age,default\n");
        for (int i = 0; i < 120; i++) {
            csv.append(100_000 + i / 2).append(',').append(20 + i * 7 % 45).append(',');
            csv.append(i % 5 == 0 ? 1 : 0).append('\n');
        }
        Path file = Files.writeString(folder.resolve("loans.csv"), csv);
        Reading reading = Reading.PLAIN.with(ReadSettings.DETECTED.withRoles(Map.of("customer_id", "id")));
        CreditSpec grouped = with(
                Specs.defaults(CreditSpec.class, file.toString()),
                "scheme",
                "grouped",
                "groups",
                "customer_id",
                "reading",
                reading.toJson());
        CreditBook plain = ((Imported.Credit) Training.read(with(grouped, "scheme", "kfold"))).book();
        assertFalse(plain.features().stream().anyMatch(f -> f.name().equals("customer_id")), "an identifier");
        CreditBook book = ((Imported.Credit) Training.read(grouped)).book();
        assertEquals(5, Splits.rowFolds(grouped, book).size());
        assertTrue(Splits.rowFolds(grouped, book).stream()
                .allMatch(fold -> Arrays.stream(fold.test())
                                .map(row -> row / 2)
                                .distinct()
                                .count()
                        == fold.test().length / 2));
    }
}
