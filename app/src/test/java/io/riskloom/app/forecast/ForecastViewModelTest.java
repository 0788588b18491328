package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.result.Row;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private Path file;

    @BeforeEach
    void open() throws Exception {
        session = ResultFixtures.session(folder);
        file = ForecastFixture.prices(folder);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aRunThatEndsIsShownAtOnce() throws Exception {
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertNull(model.chosen().run().get());
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        assertEquals("r1", model.chosen().run().get().id());
        assertNotNull(model.chart().get());
    }

    @Test
    void theSubtitleNamesSeriesModelAndRunInBothLanguages() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        var subtitle = model.chosen().subtitle();
        assertEquals("prices · LSTM 2×64 · run r1", subtitle.get());
        texts.locale().set(Texts.CHINESE);
        assertEquals("prices · LSTM 2×64 · 实验 r1", subtitle.get());
    }

    @Test
    void theLegendFollowsTheLanguageAndTheStep() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals("Test, 1 day ahead", shown(model).legend().test());
        model.step().set(2);
        assertEquals(2, shown(model).testStep());
        assertEquals("Test, 2 days ahead", shown(model).legend().test());
        texts.locale().set(Texts.CHINESE);
        assertEquals("测试期，向前 2 天", shown(model).legend().test());
    }

    private static ChartModel.ForecastChart shown(ForecastViewModel model) {
        return assertInstanceOf(ChartModel.ForecastChart.class, model.chart().get());
    }

    @Test
    void thereIsAStepForEachDayOfTheHorizon() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        assertEquals(List.of(1, 2), new ForecastViewModel(session, texts).steps());
    }

    @Test
    void metricsStandInTheOrderOfTheTrade() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        assertEquals(
                List.of("relMae", "mae", "coverage90", "directionalAccuracy", "sharpeNet"),
                new ForecastViewModel(session, texts)
                        .chosen().metrics().stream().map(Row::key).toList());
    }

    @Test
    void daysThatTheFileGainedSinceAreDrawnOverTheForecast() throws Exception {
        Run run = ForecastFixture.run("r1", 0, file);
        Files.writeString(file, ForecastFixture.PRICES + "2024-01-10,107,109,106,108,1600\n");
        ResultFixtures.add(session, run);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertArrayEquals(
                new double[] {100, 102, 103, 101, 105, 107, 108},
                shown(model).history().close());
        assertEquals(1, model.prices().series().get().days());
        assertEquals(
                "prices.csv is longer than when this run was trained (days added: 1). What came is drawn over the"
                        + " forecast’s bands; the scores are those of the run.",
                model.noteWords().get());
        assertFalse(model.caution());
    }

    @Test
    void aFileWhosePastHasChangedIsNoLongerOne() throws Exception {
        Run run = ForecastFixture.run("r1", 0, file);
        Files.writeString(
                file, ForecastFixture.PRICES.replace("101,1300", "101.5,1300") + "2024-01-10,107,109,106,108,1600\n");
        ResultFixtures.add(session, run);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals(7, shown(model).history().size());
        assertTrue(
                model.noteWords().get().startsWith("prices.csv has changed"),
                model.noteWords().get());
        assertTrue(model.caution());
    }

    @Test
    void aFileThatIsGoneIsNamedAndTheScoresStay() throws Exception {
        Run run = ForecastFixture.run("r1", 0, file);
        Files.delete(file);
        ResultFixtures.add(session, run);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertNull(model.chart().get());
        assertTrue(
                model.noteWords().get().contains("prices.csv"),
                model.noteWords().get());
        assertEquals("1.012", model.chosen().value(Metric.REL_MAE).get());
    }

    @Test
    void aSeriesThatIsGoneIsSaidAndNoOtherIsDrawn() throws Exception {
        Run run = ResultFixtures.run(
                "r1",
                0,
                Specs.with(ResultFixtures.spec("forecast", file), "series", "GOOG"),
                "",
                ForecastFixture.evaluation());
        ResultFixtures.add(session, run);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertNull(model.chart().get());
        assertEquals(
                "The series GOOG is not in prices.csv any more, so the chart cannot be drawn."
                        + " The scores are those of the run.",
                model.noteWords().get());
    }

    @Test
    void aFileThatIsBeingReadIsNotReadAgainAndGivesWayToTheOpenOne() throws Exception {
        List<Runnable> background = new ArrayList<>();
        EngineHost none = new EngineHost((options, events) -> {
            throw new IllegalStateException("no engine in this test");
        });
        try (Session held =
                new Session(new Tasks(background::add, Runnable::run), Project.open(folder.resolve("held")), none)) {
            background.forEach(Runnable::run);
            background.clear();
            ResultFixtures.add(held, ForecastFixture.run("r1", 0, file));
            ForecastViewModel model = new ForecastViewModel(held, texts);
            Runnable late = background.removeLast();
            Path other = Files.copy(file, folder.resolve("other.csv"));
            open(held, other, background);
            assertEquals(List.of("other.csv"), names(held));
            assertEquals(1, held.tasks().items().size(), "the run's own file is still being read");
            open(held, file, background);
            assertEquals(6, shown(model).history().size());
            Files.delete(file);
            late.run();
            assertNull(model.note().get());
        }
    }

    private static void open(Session session, Path file, List<Runnable> background) {
        session.load(file);
        while (!background.isEmpty()) {
            background.removeFirst().run();
        }
    }

    private static List<String> names(Session session) {
        return session.data().opened().stream().map(Dataset::name).toList();
    }

    @Test
    void anOlderRunCanBeChosenAgain() throws Exception {
        ForecastViewModel model = new ForecastViewModel(session, texts);
        Run older = ForecastFixture.run("r1", 0, file);
        ResultFixtures.add(session, older);
        ResultFixtures.add(session, ForecastFixture.run("r2", 5, file));
        assertEquals("r2", model.chosen().run().get().id());
        assertEquals(2, model.chosen().finished().size());
        model.chosen().choose(older);
        assertEquals("r1", model.chosen().run().get().id());
        assertNotNull(model.chart().get());
    }

    @Test
    void theExportHoldsTheTestSpanAndTheDaysAhead() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        Path csv = folder.resolve("out.csv");
        model.exportTo(csv);
        assertEquals("""
                date,step,actual,forecast,lower,upper,last_value
                2024-01-05,1,105,101.5,98,105,101
                2024-01-05,2,107,102,96,108,101
                2024-01-08,1,107,105.5,102,109,105
                2024-01-08,2,,106,100,112,105
                2024-01-09,1,,107.25,104,110.5,107
                2024-01-09,2,,107.5,102,113,107
                """, Files.readString(csv));
        assertEquals(csv, model.export().saved().get());
    }

    @Test
    void anExportThatCannotBeWrittenIsReported() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        model.exportTo(file.resolve("below-a-file.csv"));
        assertNotNull(session.problem().get());
        assertNull(model.export().saved().get());
    }

    @Test
    void aChosenTestDayIsDrawnWholeUntilARunWithoutItIsShown() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        model.chooseBar(4);
        assertEquals(LocalDate.parse("2024-01-08"), shown(model).from());
        assertEquals("From 2024-01-08", shown(model).legend().from());
        assertEquals(4, model.bar(LocalDate.parse("2024-01-08")));
        model.chooseBar(0);
        assertNull(shown(model).from());
        model.chooseBar(4);
        Path walk = MadeForecasts.prices(folder, 900);
        ResultFixtures.add(session, MadeForecasts.run("r2", 1, small(walk, "return"), 900));
        assertNull(shown(model).from());
    }

    private static RunSpec small(Path walk, String target) {
        return Specs.with(
                Specs.defaults("forecast", walk.toString()), Map.of("target", target, "window", "30", "horizon", "5"));
    }

    @Test
    void aTargetOfOneStepIsDrawnAtThatStep() throws Exception {
        Path walk = MadeForecasts.prices(folder, 900);
        ResultFixtures.add(session, MadeForecasts.run("r1", 0, small(walk, "return"), 900));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals(List.of(5), model.steps());
        assertEquals(5, shown(model).testStep());
        assertEquals("Test, 5 days ahead", shown(model).legend().test());
        assertEquals("Price", shown(model).yLabel());
        ResultFixtures.add(session, MadeForecasts.run("r2", 1, small(walk, "volatility"), 900));
        assertEquals("Volatility, % a year", shown(model).yLabel());
        assertEquals("Realised", shown(model).legend().actual());
        assertEquals(880, shown(model).history().size());
    }

    @Test
    void directionsOfTwoAndThreeClassesStandBelowThePrices() throws Exception {
        RunSpec two =
                Specs.defaults("classify", MadeForecasts.prices(folder, 900).toString());
        ResultFixtures.add(session, MadeForecasts.run("r1", 0, two, 900));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        var chart =
                assertInstanceOf(ChartModel.DirectionChart.class, model.chart().get());
        assertEquals(List.of("Down", "Up"), chart.classes());
        assertEquals(900, chart.history().size());
        assertTrue(model.steps().isEmpty());
        ResultFixtures.add(session, MadeForecasts.run("r2", 1, Specs.with(two, "directions", "three"), 900));
        chart = assertInstanceOf(ChartModel.DirectionChart.class, model.chart().get());
        assertEquals(List.of("Down", "Flat", "Up"), chart.classes());
        Path csv = folder.resolve("three.csv");
        model.exportTo(csv);
        List<String> lines = Files.readAllLines(csv);
        assertEquals("date,down,flat,up,outcome,move", lines.getFirst());
        assertEquals(chart.origins().size() + 1, lines.size());
        assertEquals(6, lines.get(1).split(",").length);
    }

    @Test
    void theRunThatWasChosenLastIsShownWhicheverItsTask() throws Exception {
        Run closes = ForecastFixture.run("r1", 0, file);
        Path walk = MadeForecasts.prices(folder, 900);
        Run directions = MadeForecasts.run("r2", 1, Specs.defaults("classify", walk.toString()), 900);
        ResultFixtures.add(session, closes);
        ResultFixtures.add(session, directions);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals("r2", model.chosen().run().get().id());
        assertEquals(2, model.chosen().finished().size());
        model.chosen().choose(closes);
        assertEquals("r1", model.chosen().run().get().id());
        model.chosen().choose(directions);
        assertEquals("r2", model.chosen().run().get().id());
    }

    @Test
    void whatIsForecastIsSaid() throws Exception {
        RunSpec spec = ResultFixtures.spec("forecast", file);
        assertEquals("Path of closes over 20 days · split conformal bands", TargetWords.of(spec, texts));
        assertEquals(
                "Volatility of 20 days, 20 days ahead · split conformal bands",
                TargetWords.of(Specs.with(spec, Map.of("target", "volatility", "bands", "split")), texts));
        texts.locale().set(Texts.CHINESE);
        assertEquals(
                "未来 5 天的涨、平、跌",
                TargetWords.of(Specs.with(ResultFixtures.spec("classify", file), "directions", "three"), texts));
    }
}
