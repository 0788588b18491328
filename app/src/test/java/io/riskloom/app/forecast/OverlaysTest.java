package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlaysTest {

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

    private Run add(String id, int minute) throws Exception {
        Run run = ForecastFixture.run(id, minute, file);
        ResultFixtures.add(session, run);
        return run;
    }

    private static List<String> ids(List<Run> runs) {
        return runs.stream().map(Run::id).toList();
    }

    @Test
    void onlyForecastsOfTheSameSeriesReadTheSameWayCanBeDrawnBeside() throws Exception {
        add("r1", 0);
        Path other = Files.copy(file, folder.resolve("other.csv"));
        ResultFixtures.add(session, ForecastFixture.run("elsewhere", 1, other));
        ResultFixtures.add(
                session,
                ResultFixtures.run(
                        "series",
                        2,
                        Specs.with(ResultFixtures.spec("forecast", file), "series", "GOOG"),
                        "",
                        ForecastFixture.evaluation()));
        Path walk = MadeForecasts.prices(folder, 700);
        ResultFixtures.add(
                session, MadeForecasts.run("direction", 3, Specs.defaults("classify", walk.toString()), 700));
        add("r2", 4);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals("r2", model.chosen().run().get().id());
        assertEquals(List.of("r1"), ids(model.overlays().candidates()));
    }

    @Test
    void aVolatilityStandsBesideAVolatilityOfAsManyDays() throws Exception {
        String walk = MadeForecasts.prices(folder, 900).toString();
        var closes = Specs.with(Specs.defaults("forecast", walk), Map.of("window", "30", "horizon", "5"));
        var twenty = Specs.with(closes, "target", "volatility");
        ResultFixtures.add(session, MadeForecasts.run("closes", 0, closes, 900));
        ResultFixtures.add(session, MadeForecasts.run("ten", 1, Specs.with(twenty, "volatilityDays", "10"), 900));
        ResultFixtures.add(session, MadeForecasts.run("lstm", 2, twenty, 900));
        ResultFixtures.add(session, MadeForecasts.run("gru", 3, Specs.with(twenty, "model", "gru"), 900));
        ForecastViewModel model = new ForecastViewModel(session, texts);
        assertEquals(List.of("lstm"), ids(model.overlays().candidates()));
    }

    @Test
    void eachHasItsToneAndItsNameOnTheChart() throws Exception {
        Run first = add("forecast-lstm-0001", 0);
        Run second = add("forecast-lstm-0002", 1);
        add("forecast-lstm-0003", 2);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        model.overlays().choose(second, true);
        model.overlays().choose(first, true);
        List<ForecastChart.Model> drawn = ((ForecastChart) model.chart().get()).models();
        assertEquals(
                List.of("Forecast", "0002 · LSTM 2×64", "0001 · LSTM 2×64"),
                drawn.stream().map(ForecastChart.Model::name).toList());
        assertEquals(
                List.of(Tone.ACCENT, Tone.SECOND, Tone.THIRD),
                drawn.stream().map(ForecastChart.Model::tone).toList());
        model.overlays().choose(second, false);
        assertEquals(2, ((ForecastChart) model.chart().get()).models().size());
    }

    @Test
    void fourAreTheMost() throws Exception {
        for (int i = 1; i <= 6; i++) {
            add("r" + i, i);
        }
        ForecastViewModel model = new ForecastViewModel(session, texts);
        model.overlays().candidates().forEach(run -> model.overlays().choose(run, true));
        assertEquals(List.of("r5", "r4", "r3", "r2"), ids(model.overlays().chosen()));
        assertTrue(model.overlays().full());
        assertEquals(
                List.of(Tone.SECOND, Tone.THIRD, Tone.AMBER, Tone.FOURTH),
                model.overlays().overlays().stream().map(Overlays.Overlay::tone).toList());
    }

    @Test
    void aRunThatIsChosenOrDeletedIsNoLongerBeside() throws Exception {
        Run first = add("r1", 0);
        Run second = add("r2", 1);
        add("r3", 2);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        model.overlays().choose(first, true);
        model.overlays().choose(second, true);
        model.chosen().choose(second);
        assertEquals(List.of("r1"), ids(model.overlays().chosen()));
        session.runs().remove(first);
        assertTrue(model.overlays().chosen().isEmpty());
        ChartModel chart = model.chart().get();
        assertEquals(1, ((ForecastChart) chart).models().size());
    }

    @Test
    void theExportNamesTheRuns() throws Exception {
        Run first = add("r1", 0);
        add("r2", 1);
        ForecastViewModel model = new ForecastViewModel(session, texts);
        model.overlays().choose(first, true);
        Path csv = folder.resolve("both.csv");
        model.exportTo(csv);
        List<String> lines = Files.readAllLines(csv);
        assertEquals("run,date,step,actual,forecast,lower,upper,last_value", lines.getFirst());
        assertEquals("r2,2024-01-05,1,105,101.5,98,105,101", lines.get(1));
        assertEquals("r1,2024-01-05,1,105,101.5,98,105,101", lines.get(7));
        assertEquals(13, lines.size());
    }
}
