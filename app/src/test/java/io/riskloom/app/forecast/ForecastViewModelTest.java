package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.result.Row;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    void keyFiguresCarryTheirIntervals() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals("1.01", model.chosen().value(Metric.REL_MAE).get());
        assertEquals(
                "0.98 – 1.04",
                model.chosen().interval(Metric.REL_MAE, "forecast.kpi.relMae").get());
        assertEquals("89.3%", model.chosen().value(Metric.COVERAGE_90).get());
        assertEquals(
                "90% would be exact",
                model.chosen()
                        .interval(Metric.COVERAGE_90, "forecast.kpi.coverage90")
                        .get());
        assertEquals("51.3%", model.chosen().value(Metric.DIRECTIONAL_ACCURACY).get());
        assertEquals(
                "46.4 – 56.2%",
                model.chosen()
                        .interval(Metric.DIRECTIONAL_ACCURACY, "forecast.kpi.direction")
                        .get());
        assertEquals("−0.11", model.chosen().value(Metric.SHARPE_NET).get());
    }

    @Test
    void theSharpeRatioOfMonthlyPricesSaysThatItAssumesDays() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals("after trading costs", model.sharpeNote().get());
        Details.OfForecast daily = model.details().orElseThrow();
        List<LocalDate> months = List.of(LocalDate.parse("2024-01-31"), LocalDate.parse("2024-02-29"));
        double[] two = {1, 1};
        double[][] table = {{1}, {1}};
        Forecast monthly = Forecast.ofCloses(months, two, table, table, table, table, table, table);
        Evaluation before = model.chosen().evaluation().orElseThrow();
        ResultFixtures.add(
                session,
                ResultFixtures.run(
                        "r2",
                        5,
                        ResultFixtures.spec("forecast", file),
                        "",
                        new Evaluation(
                                before.metrics(),
                                before.intervals(),
                                before.challengers(),
                                before.verdict(),
                                0,
                                List.of(),
                                new Details.OfForecast(monthly, daily.ahead(), months.getFirst(), null, null, null, Double.NaN))));
        assertEquals("assumes daily data, not monthly", model.sharpeNote().get());
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
        assertEquals("Test, 1 day ahead", model.chart().get().legend().test());
        model.step().set(2);
        assertEquals(2, model.chart().get().testStep());
        assertEquals("Test, 2 days ahead", model.chart().get().legend().test());
        texts.locale().set(Texts.CHINESE);
        assertEquals("测试期，向前 2 天", model.chart().get().legend().test());
    }

    @Test
    void thereIsAStepForEachDayOfTheHorizon() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        assertEquals(List.of(1, 2), new ForecastViewModel(session, texts).steps());
    }

    @Test
    void challengersAreShownInRelativeMaeFirst() throws Exception {
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, file));
        List<Row> rows = new ForecastViewModel(session, texts).challengers();
        assertEquals(1, rows.size());
        assertEquals(texts.get("challenger.lastValue"), rows.getFirst().words());
        assertEquals("1.00", rows.getFirst().value());
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
    void daysThatTheFileGainedSinceAreLeftOutAndTheChangeIsSaid() throws Exception {
        Run run = ForecastFixture.run("r1", 0, file);
        Files.writeString(file, ForecastFixture.PRICES + "2024-01-10,107,109,106,108,1600\n");
        ResultFixtures.add(session, run);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals(6, model.chart().get().history().size());
        assertArrayEquals(
                new double[] {100, 102, 103, 101, 105, 107},
                model.chart().get().history().close());
        assertTrue(
                model.noteWords().get().startsWith("prices.csv has changed"),
                model.noteWords().get());
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
        assertEquals("1.01", model.chosen().value(Metric.REL_MAE).get());
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
            assertEquals(6, model.chart().get().history().size());
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
}
