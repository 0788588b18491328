package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.RecentFile;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.QualityReport;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {

    /** No setting makes a date of the word in line 3. */
    private static final String BROKEN = "date,close\n2020-01-02,1\nsoon,2\n2020-01-06,3\n2020-01-07,4\n";

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
        model.open(List.of(samples.get(0)));
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
        assertEquals(1, summary.grade());
        assertInstanceOf(ChartModel.PriceChart.class, model.charts().chart().get());
    }

    @Test
    void applicantsAreSummedUpByTheirBadRateAndGaps() {
        model.open(List.of(samples.get(4)));
        Summary summary = model.summary().get();
        assertEquals(
                new Figure("Applicants", "4,454", "Target: Status"),
                summary.figures().get(0));
        assertEquals(
                new Figure("Bad rate", "28.2%", "1,254 bad (“bad”), the rest “good”"),
                summary.figures().get(1));
        assertEquals(
                new Figure("Features", "13", "9 numeric, 4 categorical"),
                summary.figures().get(2));
        // 455 of 4,454 · 13 cells
        assertEquals(
                new Figure("Missing", "0.79%", "Cells: 455, columns: 6"),
                summary.figures().get(3));
        assertEquals(0, summary.grade());
    }

    @Test
    void aChosenColumnIsDrawnAsItsKindAsksFor() {
        model.open(List.of(samples.get(4)));
        model.charts().chosen().set("Income");
        assertInstanceOf(ChartModel.HistogramChart.class, model.charts().chart().get());
        assertEquals("381 missing", model.charts().remark().get());
        model.charts().chosen().set("Home");
        assertInstanceOf(ChartModel.BarChart.class, model.charts().chart().get());
    }

    @Test
    void aChosenSeriesChangesChartAndFigures() {
        model.open(List.of(samples.get(2)));
        assertEquals(
                List.of("MSFT", "AMZN", "IBM", "GOOG", "AAPL"), model.charts().names());
        assertEquals("123", model.figure(0).get().value());
        assertEquals("Closes only · monthly", model.figure(0).get().note());
        model.charts().chosen().set("GOOG");
        assertEquals("68", model.figure(0).get().value());
        assertEquals(
                "GOOG",
                ((ChartModel.PriceChart) model.charts().chart().get()).history().symbol());
    }

    @Test
    void columnsTellTypeRoleAndMissingShare() {
        model.open(List.of(samples.get(4)));
        ColumnRow status = model.columns().get(0);
        assertEquals("Status", status.name());
        assertEquals("Category", status.type());
        assertEquals("target", status.role());
        assertEquals(0, status.missing());
        assertEquals(List.of("feature", "target", "id", "date", "ignored"), model.roles());
        ColumnRow income = model.columns().stream()
                .filter(row -> row.name().equals("Income"))
                .findFirst()
                .orElseThrow();
        assertEquals(381, income.missing());
        assertEquals(381.0 / 4_454, income.share());
    }

    @Test
    void thePreviewHasTheFirstRowsUnderTheFilesOwnNames() {
        model.open(List.of(samples.get(3)));
        assertEquals(21, model.grid().get().header().size());
        assertEquals("checking_status", model.grid().get().header().getFirst());
        assertEquals("<0", model.grid().get().rows().getFirst().getFirst());
        assertEquals(1_000, model.rows());
    }

    @Test
    void whatTheImporterSawStandsAmongTheFindingsInTheReadersLanguage() {
        model.open(List.of(samples.get(1)));
        FindingRow row = row("As read");
        String english = row.words();
        texts.locale().set(Texts.CHINESE);
        assertFalse(row("读取说明").words().equals(english));
        assertEquals("行数", model.figure(0).get().caption());
    }

    private FindingRow row(String name) {
        return model.findings().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileThatCannotBeReadIsShownAsADraftAndChangesNothing() throws Exception {
        model.open(List.of(samples.get(0)));
        Path broken = Files.writeString(folder.resolve("broken.csv"), BROKEN);
        model.open(List.of(broken));
        assertEquals(broken, model.draft().get().file());
        assertTrue(model.draft().get().verdict().startsWith("broken.csv"));
        assertEquals("SP500.csv", model.summary().get().title());
        model.draft().get().cancel();
        assertNull(model.draft().get());
        assertEquals(broken, session.data().refused().getFirst().file());
        assertEquals("SP500.csv", model.summary().get().title());
    }

    @Test
    void refusedFilesWaitAmongTheOpenOnesUntilTheyAreSetAside() throws Exception {
        Path first = Files.writeString(folder.resolve("a.csv"), BROKEN);
        Path second = Files.writeString(folder.resolve("b.csv"), BROKEN);
        model.open(List.of(first, samples.get(0), second));
        assertEquals(first, model.draft().get().file());
        model.show(session.data().opened().getFirst());
        assertNull(model.draft().get());
        assertEquals(List.of(samples.get(0), first, second), asked());
        FileEntry.Refused entry = (FileEntry.Refused) model.files().asked().getLast();
        model.show(entry.refusal());
        assertEquals(second, model.draft().get().file());
        model.files().setAside(entry.refusal());
        assertNull(model.draft().get());
        assertEquals(List.of(samples.get(0), first), asked());
    }

    private List<Path> asked() {
        return model.files().asked().stream().map(FileEntry::file).toList();
    }

    @Test
    void earlierFilesStandNewestFirstOnceTheyAreClosed() {
        model.open(List.of(samples.get(0)));
        model.open(List.of(samples.get(3)));
        assertEquals(List.of(), model.files().recent());
        List.copyOf(session.data().opened()).forEach(model.files()::close);
        assertTrue(model.empty().get());
        assertEquals(
                List.of(samples.get(3), samples.get(0)),
                model.files().recent().stream().map(RecentFile::file).toList());
    }

    @Test
    void theReturnsOfAPriceSeriesAreSpreadAboutZero() {
        model.open(List.of(samples.get(0)));
        HistogramChart returns = (HistogramChart) model.charts().returns().get();
        assertEquals(-returns.edges()[61], returns.edges()[0], 1e-12);
        assertEquals(100, Arrays.stream(returns.groups().getFirst().heights()).sum(), 1e-9);
        assertEquals(
                "The outer bars hold everything beyond ±" + Formats.compact(returns.edges()[61]) + "%.",
                model.charts().beyond().get());
        model.open(List.of(samples.get(3)));
        assertNull(model.charts().returns().get());
    }

    @Test
    void aColumnIsMeasuredInTheBackgroundOnceForBothLanguages() throws Exception {
        List<Runnable> background = new ArrayList<>();
        EngineHost none = new EngineHost((options, events) -> {
            throw new IllegalStateException("no engine in this test");
        });
        try (Session held =
                new Session(new Tasks(background::add, Runnable::run), Project.open(folder.resolve("held")), none)) {
            DataViewModel waiting = new DataViewModel(held, texts, samples);
            waiting.open(List.of(samples.get(4)));
            while (held.dataset().get() == null) {
                background.removeFirst().run();
            }
            assertNull(waiting.charts().chart().get());
            assertEquals("4,454", waiting.figure(0).get().value());
            List.copyOf(background).forEach(Runnable::run);
            background.clear();
            assertInstanceOf(ChartModel.class, waiting.charts().chart().get());
            texts.locale().set(Texts.CHINESE);
            assertEquals(List.of(), background);
        }
    }

    @Test
    void nothingIsLeftOfTheLastFileWhenItIsClosed() {
        model.open(List.of(samples.get(0)));
        model.files().close(session.dataset().get());
        assertNull(model.charts().chart().get());
        assertNull(model.charts().returns().get());
        assertEquals(Grid.EMPTY, model.grid().get());
        assertEquals(List.of(), model.columns());
        assertEquals(List.of(), model.findings());
        assertEquals(List.of(), model.charts().names());
    }

    @Test
    void aFileWithoutDatesShowsItsRows() throws Exception {
        Summary summary = Summary.of(undated(), "p", List.of(), texts);
        assertEquals("Prices · 3 rows · #1 to #3 · UTF-8, comma", summary.subtitle());
        assertEquals(
                new Figure("First row", "#1", "Close 10.00"), summary.figures().get(1));
        assertEquals(new Figure("Last row", "#3", ""), summary.figures().get(2));
    }

    private static Dataset undated() {
        List<LocalDate> rows =
                IntStream.range(0, 3).mapToObj(PriceHistory.FIRST_ROW::plusDays).toList();
        double[] none = {};
        PriceHistory history = new PriceHistory(
                "p", rows, none, none, none, new double[] {10, 11, 12}, none, new Source("p.csv", "00", 3));
        ImportReport report =
                new ImportReport("UTF-8", ",", 3, List.of(), List.of(), List.of(), ReadSettings.DETECTED, List.of());
        Loaded loaded = new Loaded(
                new Imported.Prices(List.of(history), List.of(new int[] {2, 3, 4}), report),
                Reading.PLAIN,
                new QualityReport(List.of(), List.of()));
        return new Dataset(Path.of("p.csv"), loaded);
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
