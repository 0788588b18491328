package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFiguresTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private ChosenRun chosen;
    private KeyFigures figures;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        chosen = new ChosenRun(session, texts, "forecast", "classify");
        figures = new KeyFigures(chosen, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<String> metrics() {
        return IntStream.range(0, KeyFigures.COUNT).mapToObj(figures::metric).toList();
    }

    @Test
    void figuresOfClosesCarryTheirIntervalsOrWhatTheyMean() throws Exception {
        assertEquals(Figure.NONE, figures.figure(0).get());
        ResultFixtures.add(session, ForecastFixture.run("r1", 0, ForecastFixture.prices(folder)));
        assertEquals(
                List.of(
                        new Figure("Error relative to last value", "1.012", "0.980 – 1.040"),
                        new Figure("Coverage of the 90% band", "89.3%", "90% would be exact"),
                        new Figure("Directional accuracy", "51.3%", "46.4 – 56.2%"),
                        new Figure("Sharpe ratio after costs", "−0.11", "after trading costs")),
                IntStream.range(0, KeyFigures.COUNT)
                        .mapToObj(place -> figures.figure(place).get())
                        .toList());
    }

    @Test
    void theyFollowWhatTheRunForecasts() throws Exception {
        String walk = MadeForecasts.prices(folder, 900).toString();
        var spec = Specs.with(Specs.defaults("forecast", walk), Map.of("window", "30", "horizon", "5"));
        ResultFixtures.add(session, MadeForecasts.run("r1", 0, Specs.with(spec, "target", "volatility"), 900));
        assertEquals(
                List.of(Metric.REL_MAE, Metric.LOG_MAE, Metric.COVERAGE_90, Metric.DIRECTIONAL_ACCURACY), metrics());
        assertEquals("0.262", figures.figure(1).get().value());
        ResultFixtures.add(session, MadeForecasts.run("r2", 1, Specs.defaults("classify", walk), 900));
        assertEquals(List.of(Metric.AUC, Metric.ACCURACY, Metric.LOG_LOSS, Metric.SHARPE_NET), metrics());
        assertEquals("47.0 – 57.0%", figures.figure(1).get().note());
    }

    @Test
    void theSharpeRatioOfMonthlyPricesOfAnEarlierVersionSaysThatItAssumesDays() throws Exception {
        Path file = ForecastFixture.prices(folder);
        Evaluation before = ForecastFixture.evaluation();
        Details.OfForecast daily = (Details.OfForecast) before.details();
        List<LocalDate> months = List.of(LocalDate.parse("2024-01-31"), LocalDate.parse("2024-02-29"));
        double[] two = {1, 1};
        double[][] table = {{1}, {1}};
        Forecast monthly = Forecast.ofCloses(months, two, table, table, table, table, table, table);
        for (boolean old : new boolean[] {true, false}) {
            List<Details.Rival> rivals = old ? List.of() : List.of(new Details.Rival("lastValue", two));
            Details.OfForecast details =
                    new Details.OfForecast(monthly, daily.ahead(), months.getFirst(), null, rivals, null, Double.NaN);
            ResultFixtures.add(
                    session,
                    ResultFixtures.run(
                            old ? "old" : "new",
                            old ? 0 : 1,
                            ResultFixtures.spec("forecast", file),
                            "",
                            new Evaluation(
                                    before.metrics(),
                                    before.intervals(),
                                    before.challengers(),
                                    before.verdict(),
                                    0,
                                    List.of(),
                                    details)));
            assertEquals(
                    old ? "assumes daily data, not monthly" : "after trading costs",
                    figures.figure(3).get().note());
        }
    }
}
