package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private List<Path> samples;
    private DataViewModel model;

    @BeforeEach
    void open() throws Exception {
        session = ResultFixtures.session(folder);
        samples = Samples.unpack(folder.resolve("samples"));
        model = new DataViewModel(session, texts, samples);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void withoutAFileThePageIsEmpty() {
        assertTrue(model.empty().get());
        assertEquals(Figure.NONE, model.figure(0).get());
    }

    @Test
    void pricesAreSummedUpByTheirRowsDatesAndLastClose() {
        model.open(samples.get(0));
        Summary summary = model.summary().get();
        assertEquals("SP500.csv", summary.title());
        assertEquals("Prices · 5,105 rows · 2000-01-03 to 2020-04-17 · UTF-8, comma", summary.subtitle());
        assertEquals(
                new Figure("Rows", "5,105", "Open, high, low, close · daily"),
                summary.figures().get(0));
        assertEquals(
                new Figure("First date", "2000-01-03", "Close 1,455.22"),
                summary.figures().get(1));
        assertEquals(
                new Figure("Last date", "2020-04-17", "20.3 years"),
                summary.figures().get(2));
        // 2,874.56 / 1,455.22 − 1
        assertEquals(
                new Figure("Last close", "2,874.56", "+97.5% since the first date"),
                summary.figures().get(3));
        assertTrue(summary.clean());
        assertInstanceOf(ChartModel.PriceChart.class, model.chart().get());
    }

    @Test
    void applicantsAreSummedUpByTheirBadRateAndGaps() {
        model.open(samples.get(4));
        Summary summary = model.summary().get();
        assertEquals(
                new Figure("Applicants", "4,454", "Target: Status"),
                summary.figures().get(0));
        assertEquals(
                new Figure("Bad rate", "28.2%", "1,254 bad, the rest good"),
                summary.figures().get(1));
        assertEquals(
                new Figure("Features", "13", "9 numeric, 4 categorical"),
                summary.figures().get(2));
        // 455 of 4,454 · 13 cells
        assertEquals(
                new Figure("Missing", "0.79%", "455 cells in 6 columns"),
                summary.figures().get(3));
        assertFalse(summary.clean());
    }

    @Test
    void aChosenColumnIsDrawnAsItsKindAsksFor() {
        model.open(samples.get(4));
        model.choice().set("Income");
        assertInstanceOf(ChartModel.HistogramChart.class, model.chart().get());
        assertEquals("381 missing", model.remark().get());
        model.choice().set("Home");
        assertInstanceOf(ChartModel.BarChart.class, model.chart().get());
    }

    @Test
    void aChosenSeriesChangesChartAndFigures() {
        model.open(samples.get(2));
        assertEquals(List.of("MSFT", "AMZN", "IBM", "GOOG", "AAPL"), model.choices());
        assertEquals("123", model.figure(0).get().value());
        assertEquals("Closes only · monthly", model.figure(0).get().note());
        model.choice().set("GOOG");
        assertEquals("68", model.figure(0).get().value());
        assertEquals(
                "GOOG", ((ChartModel.PriceChart) model.chart().get()).history().symbol());
    }

    @Test
    void columnsTellTypeRoleAndMissingShare() {
        model.open(samples.get(4));
        assertEquals(
                new ColumnRow("Status", "Category", "Target", 0, 0),
                model.columns().get(0));
        ColumnRow income = model.columns().stream()
                .filter(row -> row.name().equals("Income"))
                .findFirst()
                .orElseThrow();
        assertEquals(381, income.missing());
        assertEquals(381.0 / 4_454, income.share());
    }

    @Test
    void thePreviewHasTheFirstRowsUnderTheFilesOwnNames() {
        model.open(samples.get(3));
        assertEquals(21, model.header().get().size());
        assertEquals("checking_status", model.header().get().getFirst());
        assertEquals("<0", model.preview().getFirst().getFirst());
        assertEquals(1_000, model.rows());
    }

    @Test
    void warningsStandInTheReadersLanguage() {
        model.open(samples.get(1));
        String english = model.warnings().getFirst().words();
        texts.locale().set(Texts.CHINESE);
        assertFalse(model.warnings().getFirst().words().equals(english));
        assertEquals("行数", model.figure(0).get().caption());
    }

    @Test
    void aFileThatCannotBeReadIsReportedAndChangesNothing() throws Exception {
        model.open(samples.get(0));
        model.open(Files.writeString(folder.resolve("broken.csv"), "nothing of use\n"));
        assertTrue(session.problem().get() != null);
        assertEquals("SP500.csv", model.summary().get().title());
        assertEquals(List.of(samples.get(0)), model.recent());
    }

    @Test
    void recentFilesStandNewestFirstAndOnlyOnce() {
        model.open(samples.get(0));
        model.open(samples.get(3));
        model.open(samples.get(0));
        assertEquals(List.of(samples.get(0), samples.get(3)), model.recent());
    }

    @Test
    void everyTypeAndRoleHasAWordInBothLanguages() {
        for (Locale locale : List.of(Texts.ENGLISH, Texts.CHINESE)) {
            Texts own = new Texts(locale);
            for (String type : List.of("date", "number", "category", "text")) {
                assertTrue(own.has("data.type." + type), type);
            }
            for (String role : List.of(
                    "date",
                    "open",
                    "high",
                    "low",
                    "close",
                    "adjclose",
                    "volume",
                    "symbol",
                    "feature",
                    "target",
                    "id",
                    "ignored")) {
                assertTrue(own.has("data.role." + role), role);
            }
        }
    }
}
