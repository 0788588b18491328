package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateSpan;
import io.riskloom.app.chart.ChartModel.SpanRow;
import io.riskloom.app.forecast.LeaksModel.Line;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.Lineage;
import io.riskloom.engine.run.Lineage.Use;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineagesTest {

    private static final int DAYS = 900;

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private Path file;
    private RunSpec spec;

    @BeforeEach
    void open() throws Exception {
        session = ResultFixtures.session(folder);
        file = MadeForecasts.prices(folder, DAYS);
        spec = Specs.with(
                Specs.defaults("forecast", file.toString()),
                Map.of("window", "30", "horizon", "5", "embargo", "3", "bands", "adaptive"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ForecastViewModel shown(RunSpec shown, int trainedOn) throws Exception {
        ResultFixtures.add(session, MadeForecasts.run("r1", 0, shown, trainedOn));
        return new ForecastViewModel(session, texts);
    }

    private LeaksModel words(Lineage lineage, ForecastViewModel model) {
        return new LeaksModel(lineage, model.prices().prices().getValue(), texts);
    }

    @Test
    void withoutAChosenDayTheLastTestForecastIsTraced() throws Exception {
        ForecastViewModel model = shown(spec, DAYS);
        Lineages lineages = new Lineages(session, model);
        assertEquals(
                model.details().orElseThrow().test().origins().getLast(),
                lineages.lineage().get().date());
        assertNull(model.origin().day().get());
        LocalDate earlier = model.origin().origins().get(10);
        model.origin().choose(earlier);
        assertEquals(earlier, lineages.lineage().get().date());
    }

    @Test
    void everyUseHasItsRowsInWordsAndNothingButTheLabelIsAfterTheOrigin() throws Exception {
        ForecastViewModel model = shown(spec, DAYS);
        model.origin().choose(model.origin().origins().get(40));
        Lineage lineage = new Lineages(session, model).lineage().get();
        List<Line> lines = words(lineage, model).lines();
        assertEquals(
                List.of(
                        Use.SCALER,
                        Use.WEIGHTS,
                        Use.CHOICE,
                        Use.CALIBRATION,
                        Use.ADAPTATION,
                        Use.PURGED,
                        Use.PURGED,
                        Use.PURGED,
                        Use.EMBARGOED,
                        Use.EMBARGOED,
                        Use.EMBARGOED,
                        Use.FEATURES,
                        Use.WINDOW,
                        Use.LABEL),
                lines.stream().map(Line::use).toList());
        List<LocalDate> dates = model.prices().prices().getValue().dates();
        int origin = lineage.origin();
        Line window = lines.get(12);
        assertEquals(dates.get(origin - 29) + " – " + dates.get(origin), window.dates());
        assertEquals("30 days", window.days());
        Line label = lines.get(13);
        assertEquals(dates.get(origin + 1) + " – " + dates.get(origin + 5), label.dates());
        assertEquals("5 days", lines.get(5).days());
        assertEquals("3 days", lines.get(8).days());
        lineage.rows().stream()
                .filter(rows -> rows.use() != Use.LABEL)
                .forEach(rows -> assertTrue(rows.days().last() <= origin, rows.toString()));
    }

    @Test
    void theBarsOfARowLieApartAndTheLookBackEndsWhereTheWindowBegins() throws Exception {
        ForecastViewModel model = shown(spec, DAYS);
        model.origin().choose(model.origin().origins().get(40));
        Lineage lineage = new Lineages(session, model).lineage().get();
        DateChart chart = words(lineage, model).chart();
        assertEquals(
                List.of(
                        "Scaler",
                        "Weights",
                        "Epoch",
                        "Calibration",
                        "Adaptation",
                        "Purged · Embargo",
                        "Look-back · Window",
                        "Label"),
                chart.rows().stream().map(SpanRow::name).toList());
        for (SpanRow row : chart.rows()) {
            int free = 0;
            for (DateSpan span : row.spans()) {
                assertTrue(span.first() >= free && span.last() >= span.first(), row.toString());
                free = span.last() + 1;
            }
        }
        List<DateSpan> inputs = chart.rows().get(6).spans();
        assertEquals(lineage.origin() - 29, inputs.get(1).first());
        assertEquals(lineage.origin() - 30, inputs.get(0).last());
        assertEquals(DAYS, chart.dates().size());
    }

    @Test
    void anImageClassifierHasNeitherScalerNorBandsNorLookBack() throws Exception {
        ForecastViewModel model = shown(Specs.defaults("classify", file.toString()), DAYS);
        DateChart chart =
                words(new Lineages(session, model).lineage().get(), model).chart();
        assertEquals(
                List.of("Weights", "Epoch", "Purged", "Window", "Label"),
                chart.rows().stream().map(SpanRow::name).toList());
    }

    @Test
    void aFileThatHasGrownIsCutWhereTheRunWasTrained() throws Exception {
        ForecastViewModel model = shown(spec, DAYS - 50);
        Lineage lineage = new Lineages(session, model).lineage().get();
        assertEquals(50, model.prices().series().get().days());
        assertEquals(Lineage.of(spec, model.prices().prices().getValue(), DAYS - 50, lineage.origin()), lineage);
    }

    @Test
    void aFileThatHasChangedIsNotTraced() throws Exception {
        ResultFixtures.add(session, MadeForecasts.run("r1", 0, spec, DAYS));
        Files.writeString(file, Files.readString(file).replaceFirst("100.00", "100.01"));
        Lineages lineages = new Lineages(session, new ForecastViewModel(session, texts));
        assertNull(lineages.lineage().get());
        assertNotNull(lineages.trouble().get());
        assertTrue(texts.of(lineages.trouble().get()).startsWith("The file has changed since this run was trained"));
    }
}
