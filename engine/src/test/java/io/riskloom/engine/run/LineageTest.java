package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.run.Lineage.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 120 days cut by hand: train 5…65, choice 69…78, calibration 82…91, test 95…117, between them two origins purged and one
 * embargoed.
 */
class LineageTest {

    private static final int DAYS = 120;
    private static final PriceHistory TOY = ToyData.swings(DAYS).series().getFirst();

    private static final ForecastSpec PATH = Specs.with(
            Specs.defaults(ForecastSpec.class, "toy.csv"),
            Map.of(
                    "window",
                    5,
                    "horizon",
                    2,
                    "embargo",
                    1,
                    "validationShare",
                    0.2,
                    "inputs",
                    "returns",
                    "bands",
                    "adaptive"));

    private static ForecastSpec path(Map<String, ?> settings) {
        return Specs.with(PATH, settings);
    }

    private static List<Span> days(RunSpec spec, int origin, Use use) throws Exception {
        return Lineage.of(spec, TOY, origin).of(use).stream()
                .map(Lineage.Rows::days)
                .toList();
    }

    private static List<Span> origins(RunSpec spec, int origin, Use use) throws Exception {
        return Lineage.of(spec, TOY, origin).of(use).stream()
                .map(Lineage.Rows::origins)
                .toList();
    }

    @Test
    void aPathForecastsRowsAreThoseCutByHand() throws Exception {
        assertEquals(List.of(new Span(0, 67)), days(PATH, 100, Use.SCALER));
        assertEquals(List.of(new Span(5, 65)), origins(PATH, 100, Use.WEIGHTS));
        assertEquals(List.of(new Span(0, 67)), days(PATH, 100, Use.WEIGHTS));
        assertEquals(List.of(new Span(69, 78)), origins(PATH, 100, Use.CHOICE));
        assertEquals(List.of(new Span(64, 80)), days(PATH, 100, Use.CHOICE));
        assertEquals(List.of(new Span(82, 91)), origins(PATH, 100, Use.CALIBRATION));
        assertEquals(List.of(new Span(77, 93)), days(PATH, 100, Use.CALIBRATION));
        assertEquals(List.of(new Span(92, 99)), origins(PATH, 100, Use.ADAPTATION));
        assertEquals(List.of(new Span(87, 100)), days(PATH, 100, Use.ADAPTATION));
        assertEquals(List.of(new Span(66, 67), new Span(79, 80), new Span(92, 93)), days(PATH, 100, Use.PURGED));
        assertEquals(List.of(new Span(68, 68), new Span(81, 81), new Span(94, 94)), days(PATH, 100, Use.EMBARGOED));
        assertEquals(List.of(new Span(95, 100)), days(PATH, 100, Use.FEATURES));
        assertEquals(List.of(new Span(96, 100)), days(PATH, 100, Use.WINDOW));
        assertEquals(List.of(new Span(101, 102)), days(PATH, 100, Use.LABEL));
    }

    @Test
    void rowsBearTheirDates() throws Exception {
        Lineage lineage = Lineage.of(PATH, TOY, 100);
        Lineage.Rows window = lineage.first(Use.WINDOW).orElseThrow();
        assertEquals(TOY.dates().get(96), window.first());
        assertEquals(TOY.dates().get(100), window.last());
        assertEquals(TOY.dates().get(100), lineage.date());
        assertFalse(lineage.otherSeries());
        assertTrue(Lineage.of(path(Map.of("tickers", "all")), TOY, 100).otherSeries());
    }

    @Test
    void aLabelIsToldAsFarAsTheHistoryGoes() throws Exception {
        assertEquals(List.of(new Span(119, 119)), days(PATH, 118, Use.LABEL));
        assertEquals(List.of(), days(PATH, 119, Use.LABEL));
    }

    @Test
    void aReturnIsKnownOnlyAfterTheHorizon() throws Exception {
        RunSpec spec = path(Map.of("target", "return"));
        assertEquals(List.of(new Span(92, 98)), origins(spec, 100, Use.ADAPTATION));
        assertEquals(List.of(), origins(path(Map.of("bands", "split")), 100, Use.ADAPTATION));
        assertEquals(List.of(), origins(spec, 93, Use.ADAPTATION));
        assertEquals(List.of(new Span(92, 92)), origins(spec, 94, Use.ADAPTATION));
    }

    @Test
    void aVolatilityLabelMayBeginBeforeItsOrigin() throws Exception {
        RunSpec spec = path(Map.of("target", "volatility", "volatilityDays", 5, "window", 5));
        assertEquals(List.of(new Span(98, 102)), days(spec, 100, Use.LABEL));
    }

    @Test
    void aRecursiveNetworkLearnsTheNextDayAndIsCalibratedOnTheHorizon() throws Exception {
        RunSpec spec = path(Map.of("strategy", "recursive"));
        assertEquals(List.of(new Span(0, 66)), days(spec, 100, Use.WEIGHTS));
        assertEquals(List.of(new Span(64, 79)), days(spec, 100, Use.CHOICE));
        assertEquals(List.of(new Span(77, 93)), days(spec, 100, Use.CALIBRATION));
    }

    /** Train 8…74, validation 77…93, test 96…117. */
    @Test
    void anImageClassifierHasNoScalerAndItsBarsLookBackOnAverages() throws Exception {
        ClassifySpec spec = Specs.with(
                Specs.defaults(ClassifySpec.class, "toy.csv"),
                Map.of("model", "cnn", "window", 8, "horizon", 2, "encoding", "bars"));
        assertEquals(List.of(), days(spec, 100, Use.SCALER));
        assertEquals(List.of(), days(spec, 100, Use.CALIBRATION));
        assertEquals(List.of(new Span(8, 74)), origins(spec, 100, Use.WEIGHTS));
        assertEquals(List.of(new Span(0, 76)), days(spec, 100, Use.WEIGHTS));
        assertEquals(List.of(new Span(77, 93)), origins(spec, 100, Use.CHOICE));
        assertEquals(List.of(new Span(86, 100)), days(spec, 100, Use.FEATURES));
        assertEquals(List.of(new Span(93, 100)), days(Specs.with(spec, "encoding", "gasf"), 100, Use.FEATURES));
        assertEquals(List.of(new Span(75, 76), new Span(94, 95)), days(spec, 100, Use.PURGED));
        assertEquals(List.of(), days(spec, 100, Use.EMBARGOED));
    }

    @Test
    void anIndicatorLooksBackOnTheWholePast() throws Exception {
        assertEquals(List.of(new Span(0, 100)), days(path(Map.of("inputs", "returns,indicators")), 100, Use.FEATURES));
    }

    @Test
    void aLongerFileLeavesTheCutOfTheTrainingAsItWas() throws Exception {
        PriceHistory longer = ToyData.swings(DAYS + 40).series().getFirst();
        Lineage lineage = Lineage.of(PATH, longer, DAYS, 150);
        assertEquals(new Span(5, 65), lineage.first(Use.WEIGHTS).orElseThrow().origins());
        assertEquals(new Span(151, 152), lineage.first(Use.LABEL).orElseThrow().days());
        assertEquals(
                new Span(92, 149), lineage.first(Use.ADAPTATION).orElseThrow().origins());
    }

    @Test
    void whatHasNoLineageIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> Lineage.of(PATH, TOY, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> Lineage.of(PATH, TOY, DAYS));
        GenerateSpec other = Specs.with(Specs.defaults(GenerateSpec.class, "toy.csv"), Map.of("window", 10));
        assertThrows(IllegalArgumentException.class, () -> Lineage.of(other, TOY, 100));
    }

    private static PriceHistory changed(int day) {
        double[] close = TOY.close();
        close[day] *= 1.3;
        return ToyData.prices(TOY.dates(), close).series().getFirst();
    }

    /** Days whose close decides a computation. */
    private static List<Integer> deciding(Computation computation) throws Exception {
        double[] plain = computation.of(TOY);
        List<Integer> deciding = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            if (!Arrays.equals(plain, computation.of(changed(day)))) {
                deciding.add(day);
            }
        }
        return deciding;
    }

    @FunctionalInterface
    private interface Computation {
        double[] of(PriceHistory history) throws Exception;
    }

    private static List<Integer> listed(Span span) {
        return IntStream.of(span.days()).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"returns", "returns,volatility", "returns,logVolatility", "logPrice", "indicators"})
    void everyDayOfTheFeaturesDecidesTheInputAndNoOther(String inputs) throws Exception {
        ForecastSpec spec = path(Map.of("inputs", inputs));
        DateSplit split = Splits.days(spec, DAYS);
        ForecastWindows trained = ForecastWindows.of(TOY, split, spec.groups());
        assertEquals(
                listed(days(spec, 100, Use.FEATURES).getFirst()),
                deciding(history -> doubles(ForecastWindows.of(history, 5, trained.names(), trained.scaler())
                        .of(100))));
    }

    @Test
    void everyDayOfTheScalerDecidesItAndNoOther() throws Exception {
        DateSplit split = Splits.days(PATH, DAYS);
        assertEquals(listed(days(PATH, 100, Use.SCALER).getFirst()), deciding(history -> {
            Target target = Target.ofCloses(history, new int[] {1, 2}, 5);
            Scaler targets = Scaler.fit(
                    IntStream.of(split.train().days()).mapToObj(target::label).toArray(double[][]::new));
            Scaler features =
                    ForecastWindows.of(history, split, List.of("returns")).scaler();
            return new double[] {targets.scale()[0], targets.scale()[1], features.mean()[0]};
        }));
    }

    @Test
    void picturesAreDecidedByNoOtherDay() throws Exception {
        ForecastSpec spec = path(Map.of("model", "cnn", "window", 8, "encoding", "gasf", "embargo", 0));
        List<Integer> deciding = deciding(
                history -> doubles(WindowImages.of(history, 8, 16, "gasf").of(100)));
        assertTrue(listed(days(spec, 100, Use.FEATURES).getFirst()).containsAll(deciding), deciding.toString());
        assertTrue(deciding.contains(100), deciding.toString());
    }

    /** What training, stopping and calibration see, by the recipe's own digest. */
    @ParameterizedTest
    @ValueSource(strings = {"target=path", "strategy=recursive", "target=return", "model=cnn"})
    void theLearntRowsAreThoseThatTheRecipesDigestHangsOn(String setting) throws Exception {
        String[] pair = setting.split("=");
        ForecastSpec spec = path(Map.of(pair[0], pair[1], "window", 5, "stride", 1));
        Lineage lineage = Lineage.of(spec, TOY, 100);
        List<Integer> said = IntStream.range(0, DAYS)
                .filter(day -> List.of(Use.SCALER, Use.WEIGHTS, Use.CHOICE, Use.CALIBRATION).stream()
                        .anyMatch(use -> lineage.first(use).orElseThrow().days().contains(day)))
                .boxed()
                .toList();
        assertEquals(said, deciding(history -> digest(spec, history)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "cnn"})
    void theLearntRowsOfAClassifierAreThose(String model) throws Exception {
        ClassifySpec spec = Specs.with(
                Specs.defaults(ClassifySpec.class, "toy.csv"),
                Map.of("model", model, "window", 8, "horizon", 2, "stride", 1, "inputs", "returns"));
        Lineage lineage = Lineage.of(spec, TOY, 100);
        Span weights = lineage.first(Use.WEIGHTS).orElseThrow().days();
        Span choice = lineage.first(Use.CHOICE).orElseThrow().days();
        List<Integer> said = listed(new Span(weights.first(), choice.last()));
        List<Integer> deciding = deciding(history -> digest(spec, history));
        // the first close of a picture of directions may leave it as it is
        assertTrue(said.containsAll(deciding), deciding.toString());
        assertEquals(said.getLast(), deciding.getLast());
        assertTrue(deciding.size() >= said.size() - 2, deciding.toString());
    }

    private static double[] digest(RunSpec spec, PriceHistory history) throws Exception {
        Imported data = ToyData.prices(history.dates(), history.close());
        StringBuilder digests = new StringBuilder();
        for (Learnt.Stage stage : Learnt.Stage.values()) {
            Recipes.of(spec).learnt(spec, data, stage, () -> {}).ifPresent(given -> digests.append(given.sha256()));
        }
        return digests.chars().asDoubleStream().toArray();
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    @Test
    void aLabelHangsOnItsDaysAndTheOrigin() throws Exception {
        Target path = Target.ofCloses(TOY, new int[] {1, 2}, 5);
        assertArrayEquals(
                new double[] {
                    Math.log(TOY.close()[101] / TOY.close()[100]), Math.log(TOY.close()[102] / TOY.close()[100])
                },
                path.label(100));
        assertEquals(List.of(100, 101, 102), deciding(history -> Target.ofCloses(history, new int[] {1, 2}, 5)
                .label(100)));
        assertEquals(List.of(97, 98, 99, 100, 101, 102), deciding(history -> Target.ofVolatility(history, 5, 2, 252)
                .label(100)));
    }
}
