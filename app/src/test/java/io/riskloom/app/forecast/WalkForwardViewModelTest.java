package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartBrush;
import io.riskloom.app.chart.ChartModel.DateSpan;
import io.riskloom.app.chart.ChartModel.SpanRow;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.judge.Period;
import io.riskloom.engine.judge.Trading;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.stats.TradingRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkForwardViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final ObjectProperty<PriceHistory> prices = new SimpleObjectProperty<>();
    private Session session;
    private ChosenRun chosen;
    private Path file;
    private PriceHistory history;

    @BeforeEach
    void open() throws Exception {
        session = ResultFixtures.session(folder);
        chosen = new ChosenRun(session, texts, "forecast", "classify");
        file = WalkForwardFixture.prices(folder);
        history = WalkForwardFixture.history(file);
        prices.set(history);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private WalkForwardViewModel model() {
        return new WalkForwardViewModel(session, texts, chosen, prices);
    }

    private static Period whole(WalkForwardViewModel model) {
        return model.scores().get().answer().whole();
    }

    private static Period part(WalkForwardViewModel model) {
        return model.scores().get().answer().part().orElseThrow();
    }

    private static Details.OfForecast details(Run run) {
        return (Details.OfForecast) WalkForward.evaluation(run).details();
    }

    @Test
    void allFoldsOfAStudyAreWindowsOverTheDaysThatTheEngineCuts() throws Exception {
        List<Run> runs = WalkForwardFixture.study(session, file, Map.of("embargo", "7"));
        WalkForwardViewModel model = model();
        assertEquals(runs, model.walk().get().runs());
        List<SpanRow> rows = model.windows().get().rows();
        assertEquals(
                List.of("Fold 1", "Fold 2", "Fold 3"),
                rows.stream().map(SpanRow::name).toList());
        List<DateSplit> cuts = Splits.dayFolds(WalkForwardFixture.spec(file, Map.of("embargo", "7")), history.size());
        for (int i = 0; i < 3; i++) {
            DateSpan test = span(rows.get(i), "Test");
            assertEquals(cuts.get(i).test().first(), test.first());
            assertEquals(cuts.get(i).test().last(), test.last());
            assertEquals(
                    cuts.get(i).train().last(), span(rows.get(i), "Training").last());
            assertEquals(
                    7,
                    span(rows.get(i), "Embargo").last()
                            - span(rows.get(i), "Embargo").first()
                            + 1);
        }
        assertEquals(
                new ChartBrush(cuts.get(0).test().first(), cuts.get(2).test().last()),
                model.limits().get());
        assertEquals("", model.note().map(Notice::key).orElse(""));
    }

    private static DateSpan span(SpanRow row, String name) {
        return row.spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allTestDaysOfOneRunHaveTheFiguresOfTheRun() throws Exception {
        Run run = alone(Map.of("horizon", "5"));
        WalkForwardViewModel model = model();
        assertEquals(1, model.walk().get().runs().size());
        assertEquals(1, model.rows().size());
        Map<String, Double> stored = WalkForward.evaluation(run).metrics();
        assertTrue(whole(model).metrics().size() > 8, whole(model).metrics().keySet()::toString);
        whole(model).metrics().forEach((metric, value) -> assertEquals(stored.get(metric), value, 1e-12, metric));
        assertEquals(
                WalkForward.evaluation(run).intervals().get(Metric.REL_MAE),
                whole(model).intervals().get(Metric.REL_MAE));
    }

    private Run alone(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("scheme", "holdout");
        Run run = WalkForwardFixture.run("alone", WalkForwardFixture.spec(file, all), history);
        ResultFixtures.add(session, run);
        return run;
    }

    @Test
    void brushingRecomputesAllFiguresForThePeriod() throws Exception {
        List<Run> runs = WalkForwardFixture.study(session, file, Map.of());
        WalkForwardViewModel model = model();
        Details.OfForecast second = details(runs.get(1));
        LocalDate from = second.test().origins().get(10);
        LocalDate to = second.test().origins().get(49);
        int first = history.dates().indexOf(from);
        model.brush(new ChartBrush(first, first + 39));
        assertEquals(new PeriodDays(from, to), model.period().get());
        assertEquals(new ChartBrush(first, first + 39), model.brush());
        assertEquals(40, part(model).origins());
        double[] last = second.test().lastValue();
        double[][] actual = second.test().actual();
        double own = Arrays.stream(second.loss(), 10, 50).sum();
        double plain = IntStream.range(10, 50)
                .mapToDouble(i -> Math.abs(actual[i][0] - last[i]))
                .sum();
        assertEquals(own / plain, part(model).metrics().get(Metric.REL_MAE), 1e-12);
        assertEquals(
                runs.stream().mapToInt(run -> details(run).test().size()).sum(),
                whole(model).origins());
        assertFalse(model.scores().get().answer().whole().equals(part(model)));
        model.brush((ChartBrush) null);
        assertNull(model.period().get());
        assertEquals(whole(model), part(model));
    }

    @Test
    void aPeriodWithoutForecastsSaysSo() throws Exception {
        WalkForwardFixture.study(session, file, Map.of());
        WalkForwardViewModel model = model();
        model.period()
                .set(new PeriodDays(history.dates().get(0), history.dates().get(5)));
        assertTrue(model.scores().get().answer().part().isEmpty());
        assertTrue(whole(model).origins() > 300);
    }

    @Test
    void regimesAreYearsThirdsAndAllButTheLastDays() throws Exception {
        WalkForwardFixture.study(session, file, Map.of());
        WalkForwardViewModel model = model();
        List<String> names =
                model.presets().stream().map(preset -> texts.of(preset.name())).toList();
        assertEquals(
                List.of("Year 2022", "Year 2023", "Without the last 80 days", "Calmest third", "Wildest third"), names);
        PeriodDays all = model.whole().get();
        assertEquals(all.from(), model.presets().get(0).period().from());
        assertEquals(LocalDate.of(2022, 12, 30), model.presets().get(0).period().to());
        assertEquals(
                history.dates().get(model.limits().get().last() - 80),
                model.presets().get(2).period().to());
        assertTrue(model.presets().get(3).period().from().getYear() == 2023);
        assertTrue(model.presets().get(4).period().from().getYear() == 2022);
        model.period().set(model.presets().get(4).period());
        assertEquals(
                (model.limits().get().last() - model.limits().get().first() + 1) / 3,
                part(model).origins());
    }

    @Test
    void costsAreThoseOfTheRunUntilTheyAreChanged() throws Exception {
        Run run = alone(Map.of());
        WalkForwardViewModel model = model();
        assertEquals(5, model.costs().get());
        Details.OfForecast d = details(run);
        double[] sign = new double[d.test().size()];
        double[] move = new double[d.test().size()];
        for (int i = 0; i < sign.length; i++) {
            sign[i] = d.test().forecast()[i][0] - d.test().lastValue()[i];
            move[i] = d.test().actual()[i][0] / d.test().lastValue()[i] - 1;
        }
        Trading dear = trading(model, 120);
        TradingRule expected = TradingRule.sign(sign, move, 120, 252);
        assertEquals(expected.rule().sharpe(), dear.rule().sharpe(), 1e-12);
        assertEquals(expected.rule().total(), dear.rule().total(), 1e-12);
        assertTrue(trading(model, 0).rule().total() > dear.rule().total());
    }

    private static Trading trading(WalkForwardViewModel model, double costs) {
        model.costs().set(costs);
        return part(model).trading().orElseThrow();
    }

    @Test
    void theEquityCurveStatesSharpeDrawdownTurnoverAndShareLong() throws Exception {
        alone(Map.of());
        WalkForwardViewModel model = model();
        Trading trading = trading(model, 150);
        EquityCurve equity =
                new EquityCurve(trading, model.axis().after(trading.dates().getLast(), 1), 150, texts);
        List<Figure> figures = equity.figures();
        assertEquals(EquityCurve.FIGURES, figures.size());
        assertTrue(figures.getFirst().value().matches("−?\\d+\\.\\d\\d ± \\d\\.\\d\\d"), figures.toString());
        assertEquals(trading.dates().size() + 1, equity.chart().dates().size());
        assertEquals(
                history.dates().get(history.dates().indexOf(trading.dates().getLast()) + 1),
                equity.chart().dates().getLast());
        double worst = Arrays.stream(equity.chart().strip().values()).min().orElseThrow();
        assertEquals(trading.rule().maxDrawdown() * 100, -worst, 1e-9);
        assertEquals("Rule, net of 150 bp", equity.chart().lines().getFirst().name());
    }

    @Test
    void aSharpeRatioWhoseIntervalHoldsZeroIsCalledLuck() throws Exception {
        alone(Map.of());
        WalkForwardViewModel model = model();
        for (double costs : new double[] {0, 20, 200}) {
            Trading trading = trading(model, costs);
            double sharpe = trading.rule().sharpe();
            boolean holdsZero = Math.abs(sharpe) <= 1.96 * trading.rule().sharpeError();
            EquityCurve equity =
                    new EquityCurve(trading, model.axis().after(trading.dates().getLast(), 1), costs, texts);
            assertEquals(holdsZero, equity.caution().isPresent(), "Sharpe " + sharpe);
        }
    }

    @Test
    void aLineOfTheTableChoosesItsRunAndItsTestDays() throws Exception {
        List<Run> runs = WalkForwardFixture.study(session, file, Map.of());
        WalkForwardViewModel model = model();
        assertEquals(4, model.rows().size());
        assertEquals("Mean ± SD", model.rows().getLast().window());
        model.open(model.rows().get(1));
        assertEquals(runs.get(1), chosen.run().get());
        assertEquals(
                WalkForward.tested(runs.get(1)).orElseThrow(), model.period().get());
        assertEquals(details(runs.get(1)).test().size(), part(model).origins());
        assertEquals(
                WalkForward.evaluation(runs.get(1)).metrics().get(Metric.REL_MAE),
                part(model).metrics().get(Metric.REL_MAE),
                1e-12);
        model.open(model.rows().getLast());
        assertEquals(runs.get(1), chosen.run().get());
    }

    @Test
    void anotherSeedShowsTheSameWindowOfThatSeed() throws Exception {
        List<Run> runs = WalkForwardFixture.study(session, file, Map.of("repeats", "2"));
        WalkForwardViewModel model = model();
        assertEquals(2, model.walk().get().seeds().size());
        assertEquals(runs.subList(0, 3), model.walk().get().runs());
        model.seed(model.walk().get().seeds().get(1));
        assertEquals(runs.get(5), chosen.run().get());
        assertEquals(runs.subList(3, 6), model.walk().get().runs());
    }

    @Test
    void anUnfinishedStudyShowsTheFoldsThatAreThere() throws Exception {
        List<Run> runs = WalkForwardFixture.study(session, file, Map.of());
        session.runs().remove(runs.getFirst());
        WalkForwardViewModel model = model();
        assertEquals(runs.subList(1, 3), model.walk().get().runs());
        assertEquals(3, model.walk().get().planned());
    }

    @Test
    void aFileThatHasGrownKeepsTheWindowsAndOneThatHasChangedLosesThem() throws Exception {
        alone(Map.of());
        Path longer = folder.resolve("longer.csv");
        Files.writeString(longer, Files.readString(file) + "2025-01-01,100\n");
        prices.set(WalkForwardFixture.history(longer));
        WalkForwardViewModel model = model();
        assertEquals(WalkForwardFixture.DAYS + 1, model.windows().get().dates().size());
        assertEquals(1, model.windows().get().rows().size());
        List<String> lines = Files.readAllLines(file);
        lines.subList(1, 21).clear();
        prices.set(WalkForwardFixture.history(Files.write(longer, lines)));
        assertEquals(List.of(), model.windows().get().rows());
        assertEquals("walk.note.changed", model.note().orElseThrow().key());
        assertNotNull(model.limits().get());
    }

    @Test
    void withoutPricesTheScoresAreThere() throws Exception {
        prices.set(null);
        WalkForwardFixture.study(session, file, Map.of());
        WalkForwardViewModel model = model();
        assertNull(model.windows().get());
        assertNull(model.limits().get());
        assertEquals(
                List.of("walk.regime.year", "walk.regime.year", "walk.regime.withoutLast"),
                model.presets().stream().map(preset -> preset.name().key()).toList());
        model.period().set(model.presets().getFirst().period());
        assertTrue(part(model).origins() < whole(model).origins());
    }

    @Test
    void volatilityHasNoTradingView() throws Exception {
        alone(Map.of("target", "volatility", "horizon", "5", "volatilityDays", "5"));
        WalkForwardViewModel model = model();
        assertEquals(
                "walk.rule.volatility",
                EquityRule.obstacle(model.walk().get(), whole(model))
                        .orElseThrow()
                        .key());
        assertEquals(
                List.of("relMae", "dmPValue", "qlike", "directionalAccuracy", "coverage90"),
                model.table().metrics());
    }

    @Test
    void aRunOfAnEarlierVersionIsJudgedWithoutPlainModels() throws Exception {
        Path few = ForecastFixture.prices(folder);
        prices.set(WalkForwardFixture.history(few));
        ResultFixtures.add(session, ForecastFixture.run("old", 0, few));
        WalkForwardViewModel model = model();
        assertEquals(2, whole(model).origins());
        // errors of 3.5, 5 and 1.5 beside those of the last value, 4, 6 and 2; one outcome is not known yet
        assertEquals((4.25 + 1.5) / (5 + 2), whole(model).metrics().get(Metric.REL_MAE), 1e-12);
        assertEquals(List.of(), whole(model).rivals());
        assertEquals(List.of(), model.windows().get().rows());
        assertEquals(
                2,
                new PeriodComparison(model.scores().get().answer(), texts)
                        .rivals("LSTM")
                        .size());
        assertEquals(List.of(), List.copyOf(model.presets()));
    }

    @Test
    void directionsAreJudgedAndTradedForTheirHorizon() throws Exception {
        for (String directions : List.of("two", "three")) {
            Run run = WalkForwardFixture.direction(directions, file, history);
            ResultFixtures.add(session, run);
            WalkForwardViewModel model = model();
            assertEquals(run, model.walk().get().runs().getFirst());
            assertEquals(WalkForward.evaluation(run).metrics(), whole(model).metrics());
            assertEquals(
                    List.of("auc", "accuracy", "logLoss", "f1", "sharpeNet"),
                    model.table().metrics());
            assertEquals(1, model.windows().get().rows().size());
            Trading trading = part(model).trading().orElseThrow();
            EquityCurve equity = new EquityCurve(
                    trading,
                    model.axis()
                            .after(
                                    trading.dates().getLast(),
                                    EquityRule.held(model.walk().get())),
                    5,
                    texts);
            assertEquals(
                    history.dates().get(history.dates().indexOf(trading.dates().getLast()) + 5),
                    equity.chart().dates().getLast());
            String rule = EquityRule.words(model.walk().get(), model.axis().unit(), texts);
            assertTrue(rule.contains("held for 5 days"), rule);
            assertEquals(directions.equals("three"), rule.contains("out of the market"));
            model.period()
                    .set(new PeriodDays(trading.dates().get(3), trading.dates().get(20)));
            assertEquals(18, part(model).origins());
        }
    }

    @Test
    void directionsOfAFileThatHasGrownKeepTheirWindows() throws Exception {
        Run run = WalkForwardFixture.direction("two", file, history);
        ResultFixtures.add(session, run);
        List<SpanRow> before = model().windows().get().rows();
        Path longer = folder.resolve("longer.csv");
        Files.writeString(longer, Files.readString(file) + "2025-01-01,100\n2025-01-02,101\n");
        prices.set(WalkForwardFixture.history(longer));
        assertEquals(before, model().windows().get().rows());
        assertEquals(1, before.size());
    }

    @Test
    void theTableCanBeCopiedAndWritten() throws Exception {
        List<Run> runs = WalkForwardFixture.study(session, file, Map.of());
        WalkForwardViewModel model = model();
        List<String> copied = model.table().text().lines().toList();
        assertEquals(5, copied.size());
        assertEquals(
                "Window\tTest days\tForecasts\trelMAE\tDM p\tDirection\tCoverage 90%\tSharpe, net", copied.getFirst());
        assertTrue(
                copied.get(4)
                        .startsWith("Mean ± SD\tof the 3 folds, not pooled\t"
                                + whole(model).origins()),
                copied.get(4));
        Path csv = folder.resolve("windows.csv");
        model.exportTo(csv);
        List<String> lines = Files.readAllLines(csv);
        assertEquals(4, lines.size());
        assertTrue(
                lines.getFirst().startsWith("fold,seed,run,from,to,forecasts,relMae,relMae.low,relMae.high,dmPValue"));
        String[] second = lines.get(2).split(",", -1);
        assertEquals("2", second[0]);
        assertEquals(runs.get(1).id(), second[2]);
        assertEquals(
                WalkForward.evaluation(runs.get(1)).metrics().get(Metric.REL_MAE), Double.parseDouble(second[6]), 1e-9);
    }

    @Test
    void aPeriodStaysWhereAnotherRunTestsTheSameDaysAndCostsAreEachRunsOwn() throws Exception {
        WalkForwardFixture.study(session, file, Map.of());
        WalkForwardViewModel model = model();
        PeriodDays year = model.presets().getFirst().period();
        model.period().set(year);
        model.costs().set(30);
        alone(Map.of("costs", "12"));
        assertEquals(1, model.rows().size());
        assertEquals(year, model.period().get());
        assertEquals(12, model.costs().get());
        ResultFixtures.add(
                session,
                WalkForwardFixture.run(
                        "shorter",
                        WalkForwardFixture.spec(file, Map.of("scheme", "holdout", "testShare", "0.2")),
                        history));
        assertNull(model.period().get());
    }

    @Test
    void daysAreTypedAsTheyAreShown() {
        assertEquals(LocalDate.of(2022, 3, 4), PeriodDays.day(" 2022-03-04 ").orElseThrow());
        assertEquals(PriceHistory.FIRST_ROW.plusDays(11), PeriodDays.day("#12").orElseThrow());
        assertTrue(PeriodDays.day("4.3.2022").isEmpty());
        PeriodDays all = new PeriodDays(LocalDate.of(2022, 1, 3), LocalDate.of(2022, 12, 30));
        assertTrue(all.from(LocalDate.of(2022, 1, 2), all).isEmpty());
        assertEquals(
                LocalDate.of(2022, 2, 1),
                all.to(LocalDate.of(2022, 2, 1), all).orElseThrow().to());
        assertTrue(all.to(LocalDate.of(2022, 1, 2), all).isEmpty());
    }
}
