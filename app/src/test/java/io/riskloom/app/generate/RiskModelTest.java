package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.PathSight.Backtest;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.TailRisk;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskModelTest {

    private static final GenerateSpec PLAIN = Specs.defaults(GenerateSpec.class, "x.csv");

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final List<Requests.GenerateRequest> asked = new ArrayList<>();
    private Function<Requests.GenerateRequest, PathSet> engine =
            request -> RiskFixture.paths(request.paths(), request.length(), request.seed());
    private Session session;
    private RiskModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder, request -> {
            asked.add(request);
            return engine.apply(request);
        });
        ResultFixtures.add(session, RiskFixture.run("r1"));
        model = new RiskModel(session, new ChosenRun(session, texts, "generate"));
        model.position().paths().set(2000);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private RiskReport report() {
        return model.report().get().answer();
    }

    @Test
    void scenariosAreDrawnFromTodayAndStandBesideFourOthers() {
        assertNull(report());
        model.simulate();
        Requests.GenerateRequest request = asked.getFirst();
        assertEquals(PathRequest.Start.TODAY, request.start());
        assertEquals(2000, request.paths());
        assertEquals(60, request.length());
        assertEquals(
                List.of("generated", "blockBootstrap", "garchToday", "garch", "historical"),
                report().sources().stream().map(RiskReport.Of::source).toList());
        assertEquals(591, report().source("historical").orElseThrow().risk().profits().length);
        assertNull(model.drawing().stage().get());
        assertNull(model.problem().get());
    }

    @Test
    void aLongPositionLosesByTheLowTailAndAShortOneByTheHigh() {
        model.simulate();
        double[][] paths = RiskFixture.paths(2000, 60, 1).returns();
        double[] growth = Arrays.stream(paths)
                .mapToDouble(path -> Math.expm1(Arrays.stream(path).limit(10).sum()))
                .toArray();
        assertEquals(-1e6 * Quantiles.of(growth, 0.01), generated(0.01).valueAtRisk(), 1e-6);
        model.position().side().set(RiskPosition.Side.SHORT);
        assertEquals(1e6 * Quantiles.of(growth, 0.99), generated(0.01).valueAtRisk(), 1e-6);
        model.position().amount().set(100);
        assertEquals(100 * Quantiles.of(growth, 0.99), generated(0.01).valueAtRisk(), 1e-9);
        assertEquals(1, asked.size(), "a position is held against the scenarios that are there");
    }

    private TailRisk generated(double level) {
        return report().source(PathSight.GENERATED).orElseThrow().tail(level);
    }

    @Test
    void anOwnLevelJoinsThoseOfTheTable() {
        model.simulate();
        assertArrayEquals(new double[] {0.01, 0.025, 0.05}, report().question().levels());
        model.position().level().set(0.1);
        assertArrayEquals(
                new double[] {0.01, 0.025, 0.05, 0.1}, report().question().levels());
        assertTrue(generated(0.1).valueAtRisk() < generated(0.05).valueAtRisk());
        assertTrue(generated(0.1).expectedShortfall() > generated(0.1).valueAtRisk());
    }

    @Test
    void beyondTheScenariosOnlyHistoryReachesAndThatIsSaid() {
        model.simulate();
        model.position().days().set(90);
        assertEquals(
                List.of("historical"),
                report().sources().stream().map(RiskReport.Of::source).toList());
        assertEquals("generate.risk.tooShort", model.problem().get().key());
        assertEquals("historical", model.source().get(), "what is on show is there");
        model.simulate();
        assertEquals(90, asked.getLast().length());
        assertEquals(5, report().sources().size());
        assertNull(model.problem().get());
    }

    @Test
    void theCurveGrowsWithTheHorizon() {
        model.simulate();
        RiskReport.Of generated = report().source("generated").orElseThrow();
        assertEquals(1, generated.days()[0]);
        assertEquals(60, generated.days()[generated.days().length - 1]);
        assertTrue(generated.curve()[0] < 0.6 * generated.curve()[generated.curve().length - 1]);
        int ten = Arrays.binarySearch(generated.days(), 10);
        assertEquals(generated(0.01).valueAtRisk(), generated.curve()[ten], 1e-6);
    }

    @Test
    void aWorstScenarioOpensBesideItsNearestRealDays() {
        model.simulate();
        RiskReport.Of generated = report().source("generated").orElseThrow();
        int worst = generated.worst().getFirst();
        assertEquals(
                Arrays.stream(generated.risk().profits()).min().orElseThrow(),
                generated.risk().profits()[worst]);
        model.look(worst);
        RiskPaths.Opened opened = model.opened().latest().get().answer();
        assertEquals(11, opened.course().length);
        assertEquals(0, opened.course()[0]);
        assertEquals(generated.risk().profits()[worst], opened.course()[10], 1e-6);
        assertEquals(9, opened.others().size());
        RiskPaths.Nearest nearest = opened.nearest().orElseThrow();
        assertEquals(20, nearest.dates().size());
        int from = RiskFixture.dates().indexOf(nearest.dates().getFirst());
        double[] real = RiskFixture.real();
        assertEquals(100 * Math.exp(real[from]), nearest.real()[1], 1e-9);
        assertTrue(nearest.distance() > 0 && nearest.rank() >= 0 && nearest.rank() <= 1);
    }

    @Test
    void theWorstOfThePastHasDatesAndNoNearestDays() {
        model.simulate();
        model.source().set("historical");
        RiskReport.Of past = model.shownSource().orElseThrow();
        model.look(past.worst().getFirst());
        assertTrue(model.opened().latest().get().answer().nearest().isEmpty());
        assertEquals(
                RiskFixture.dates().get(past.worst().getFirst()),
                model.desk()
                        .get()
                        .dates("historical", past.worst().getFirst(), 10)
                        .orElseThrow()[0]);
        assertTrue(model.desk().get().dates("generated", 0, 10).isEmpty());
        for (int i : past.worst()) {
            assertTrue(past.worst().stream().allMatch(j -> i == j || Math.abs(i - j) >= 10));
        }
    }

    @Test
    void backTestsAreThoseOfTheEvaluationAndOtherwiseComputed() {
        List<Backtest> tests = model.backtests().latest().get().answer();
        assertEquals(9, tests.size());
        Backtest stored = tests.get(6);
        assertEquals("generated", stored.simulator());
        assertEquals(0.05, stored.level());
        assertEquals(0, stored.exceedances());
        Backtest constant = tests.getFirst();
        assertEquals(constant.forecast()[0], constant.forecast()[199]);
        assertEquals(
                List.of("generated", "garch", "historical"),
                tests.stream().limit(3).map(Backtest::simulator).toList());
        assertEquals("Too seldom: overstated", RiskWords.verdict(stored, 200, texts));
    }

    @Test
    void verdictsSayWhatTheTestsFound() {
        assertEquals("Too few expected to tell", verdict(150, 0.01, 1, 0.7, Double.NaN));
        assertEquals("Nothing speaks against it", verdict(500, 0.01, 5, 0.9, 0.5));
        assertEquals("Too often: understated", verdict(500, 0.01, 15, 0.001, 0.5));
        assertEquals("Too seldom: overstated", verdict(2000, 0.01, 5, 0.001, 0.5));
        assertEquals("Right number, but in clusters", verdict(500, 0.01, 5, 0.9, 0.01));
    }

    private String verdict(int days, double level, int hits, double kupiec, double independence) {
        return RiskWords.verdict(
                new Backtest("garch", level, new double[days], hits, kupiec, independence, 0.5), days, texts);
    }

    @Test
    void theShortSideIsTestedByTheOtherTail() {
        Backtest before = model.backtests().latest().get().answer().getFirst();
        model.position().side().set(RiskPosition.Side.SHORT);
        RiskBacktests.Question question = model.backtests().latest().get().question();
        assertEquals(-RiskFixture.real()[RiskFixture.KNOWN], question.returns()[0]);
        Backtest after = model.backtests().latest().get().answer().getFirst();
        assertFalse(before.forecast()[0] == after.forecast()[0]);
        model.position().level().set(0.1);
        assertEquals(12, model.backtests().latest().get().answer().size());
    }

    /** Nothing is answered before all was asked. */
    @Test
    void aSideTakenBackInTimeIsTheOneThatIsTested() {
        List<Runnable> waiting = new ArrayList<>();
        RiskBacktests tests = new RiskBacktests(new Tasks(waiting::add, Runnable::run));
        tests.ask(model.details().orElseThrow(), PLAIN, false, new double[] {0.05});
        waiting.removeFirst().run();
        tests.ask(model.details().orElseThrow(), PLAIN, true, new double[] {0.05});
        tests.ask(model.details().orElseThrow(), PLAIN, false, new double[] {0.05});
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        assertFalse(tests.latest().get().question().turned());
    }

    @Test
    void aConditionalGeneratorHasNoConstantLevelAndThatIsSaid() {
        RiskBacktests tests = new RiskBacktests(new Tasks(Runnable::run, Runnable::run));
        tests.ask(
                model.details().orElseThrow(), Specs.with(PLAIN, "conditional", "yes"), false, new double[] {0.02, 0.05
                });
        assertEquals(
                List.of("garch", "historical", "generated", "garch", "historical"),
                tests.latest().get().answer().stream().map(Backtest::simulator).toList(),
                "what the evaluation has is there");
        assertEquals(List.of("generate.risk.backtest.missing.conditional"), missing(tests));
        tests.clear();
        tests.ask(model.details().orElseThrow(), PLAIN, false, new double[] {0.02, 0.05});
        assertEquals(List.of(), missing(tests));
    }

    private static List<String> missing(RiskBacktests tests) {
        return RiskBacktests.missing(
                        tests.latest().get().question(), tests.latest().get().answer())
                .stream()
                .map(Notice::key)
                .toList();
    }

    /** The days before the test span are not there, so that nothing can be forecast from them. */
    @Test
    void behindAnEmbargoOnlyTheConstantIsComputed() {
        RiskBacktests tests = new RiskBacktests(new Tasks(Runnable::run, Runnable::run));
        tests.ask(model.details().orElseThrow(), Specs.with(PLAIN, "embargo", 5), false, new double[] {0.02, 0.05});
        assertEquals(
                List.of("generated", "generated"),
                tests.latest().get().answer().stream().map(Backtest::simulator).toList());
        assertEquals(List.of("generate.risk.backtest.missing.embargo"), missing(tests));
    }

    @Test
    void aRefusalIsSaidAndNothingElseChanges() {
        model.simulate();
        RiskReport before = report();
        engine = request -> {
            throw new EngineFailure(Notice.of("common.error.noFile", "weights.safetensors"), null);
        };
        model.simulate();
        assertEquals("common.error.noFile", model.problem().get().key());
        assertEquals(before, report());
        assertNull(model.drawing().stage().get());
    }

    @Test
    void drawingIsShownAndCanBeGivenUp() {
        List<Runnable> waiting = new ArrayList<>();
        try (Session slow = new Session(
                new Tasks(waiting::add, Runnable::run),
                Project.open(folder.resolve("slow")),
                new EngineHost((options, events) -> {
                    throw new IllegalStateException("never asked");
                }))) {
            ResultFixtures.add(slow, RiskFixture.run("r1"));
            RiskModel desk = new RiskModel(slow, new ChosenRun(slow, texts, "generate"));
            desk.simulate();
            assertEquals(
                    "generate.risk.task.paths", desk.drawing().stage().get().key());
            assertEquals(1, slow.tasks().items().size());
            desk.cancel();
            assertNull(desk.drawing().stage().get());
            assertEquals("generate.risk.stopped", desk.problem().get().key());
            assertEquals(0, slow.tasks().items().size());
        }
    }

    @Test
    void anotherRunTakesTheScenariosAway() {
        model.simulate();
        ResultFixtures.add(session, GenerateFixture.run("r0"));
        assertNull(model.desk().get());
        assertNull(report());
        assertFalse(model.known(), "a run of an earlier version");
        model.simulate();
        assertEquals(1, asked.size());
        assertNull(model.backtests().latest().get().answer());
    }

    @Test
    void moreThanTheEngineGivesAtOnceIsNotAskedFor() {
        model.position().paths().set(100_000);
        assertFalse(model.drawing().fits());
        model.simulate();
        assertTrue(asked.isEmpty());
    }

    /** Four columns of 60 days: 5,000,000 numbers are 20,833 scenarios. */
    @Test
    void furtherColumnsCountAgainstTheLimit() {
        double[][] levels = new double[200][253];
        PathSet wide = new PathSet(
                "A",
                RiskFixture.paths(200, 252, 3).returns(),
                100,
                List.of(
                        new PathSet.Column("B", levels),
                        new PathSet.Column("C", levels),
                        new PathSet.Column("D", levels)));
        ResultFixtures.add(session, RiskFixture.run("r2", wide));
        model.position().paths().set(20_833);
        assertTrue(model.drawing().fits());
        model.position().paths().set(20_834);
        assertFalse(model.drawing().fits());
        assertEquals(5_000_000, model.drawing().most());
    }

    @Test
    void weightsOfTheSameSeriesStay() {
        RiskPosition position = model.position();
        position.series(List.of("A", "B"));
        position.legs().getLast().weight().set(-0.5);
        position.series(List.of("A", "B"));
        assertEquals(-0.5, position.legs().getLast().weight().get());
        position.series(List.of("A", "C"));
        assertEquals(0, position.legs().getLast().weight().get());
        assertEquals(1, position.legs().getFirst().weight().get());
    }

    @Test
    void theFiguresAreWrittenWithThePositionTheyAreAbout() throws Exception {
        model.simulate();
        Path file = folder.resolve("risk.csv");
        model.exportTo(file);
        List<String> lines = Files.readAllLines(file);
        assertEquals(1 + 5 * 3, lines.size());
        assertTrue(lines.get(0).endsWith("mean_profit,share_losing,amount"), lines.get(0));
        String[] first = lines.get(1).split(",");
        assertEquals("generated", first[0]);
        assertEquals(generated(0.01).valueAtRisk(), Double.parseDouble(first[4]), 1e-6);
        assertEquals("1000000", first[12].replace(".0", ""));
        assertEquals("risk-r1.csv", model.exportName());
    }

    @Test
    void theHistogramCountsEveryProfit() {
        model.simulate();
        ChartModel.HistogramChart chart =
                RiskCharts.profits(report(), model.shownSource().orElseThrow(), texts);
        assertEquals(2, chart.groups().size());
        chart.groups()
                .forEach(group -> assertEquals(1, Arrays.stream(group.heights()).sum(), 1e-9));
        assertEquals(-generated(0.01).valueAtRisk(), chart.marks().getLast().x(), 1e-9);
        assertEquals("1% VaR, left of it 1% ES", chart.marks().getLast().words());
    }

    @Test
    void figuresAreInTheReadersWords() {
        model.simulate();
        assertEquals("1%", RiskWords.level(0.01));
        assertEquals("2.5%", RiskWords.level(0.025));
        assertTrue(
                RiskWords.finding(report(), texts).startsWith("Over 10 days, 1% of generated paths lose more than "));
        String risk = RiskWords.money(generated(0.01).valueAtRisk(), report());
        assertTrue(RiskWords.finding(report(), texts).contains(" more than " + risk), risk);
        double half =
                (generated(0.01).varBand().high() - generated(0.01).varBand().low()) / 2;
        assertTrue(RiskWords.error(report(), texts).contains("±" + RiskWords.money(half, report())));
        model.position().days().set(1);
        assertTrue(RiskWords.finding(report(), texts).startsWith("Over 1 day, 1% "));
        assertEquals(
                "1% VaR over 1 day, with 95% interval",
                RiskCharts.valueAtRisk(report(), texts).xLabel());
        model.position().days().set(10);
        texts.locale().set(Texts.CHINESE);
        assertTrue(RiskWords.finding(report(), texts).startsWith("持有 10 日，1% 的生成路径亏损超过 "));
    }

    /** At a level of a half the typical path gains; beyond the scenarios history speaks alone. */
    @Test
    void aGainIsNoLossAndNothingIsSaidOfScenariosThatAreTooShort() {
        model.simulate();
        model.position().level().set(0.5);
        double gain = -generated(0.5).valueAtRisk();
        assertTrue(gain > 0);
        assertTrue(RiskWords.finding(report(), texts)
                .startsWith("Over 10 days, all but 50% of generated paths gain more than "
                        + RiskWords.money(gain, report()) + ". "));
        model.position().level().set(0.01);
        model.position().days().set(90);
        assertTrue(RiskWords.finding(report(), texts)
                .startsWith("Over 90 days, 1% of the stretches of history lose more than "));
        assertEquals("", RiskWords.error(report(), texts));
    }
}
