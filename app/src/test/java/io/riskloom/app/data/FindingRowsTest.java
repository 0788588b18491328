package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.ColumnQuality;
import io.riskloom.engine.quality.Finding;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.QualityReport;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingRowsTest {

    private static final Texts TEXTS = new Texts(Texts.ENGLISH);

    private static Loaded loaded(List<ImportReport.Warning> warnings, Finding... findings) {
        double[] none = {};
        PriceHistory history = new PriceHistory(
                "AAA",
                List.of(LocalDate.of(2020, 1, 2)),
                none,
                none,
                none,
                new double[] {1},
                none,
                new Source("p.csv", "00", 1));
        ImportReport report = new ImportReport(
                "UTF-8",
                ",",
                1,
                List.of(
                        new ImportReport.Column("Date", "date", "date", 0),
                        new ImportReport.Column("AAA", "number", "close", 0)),
                List.of(List.of("2020-01-02", "1")),
                List.of(2),
                ReadSettings.DETECTED,
                warnings);
        return new Loaded(
                new Imported.Prices(List.of(history), List.of(new int[] {2}), report),
                Reading.PLAIN,
                new QualityReport(
                        List.of(new ColumnQuality("AAA", "number", "close", 1, 0, 1, 0, "1", "1", 1)),
                        List.of(findings)));
    }

    private static Finding finding(Finding.Severity severity, int count, List<Integer> lines, Step... fixes) {
        return new Finding(
                Check.STALE,
                severity,
                "AAA",
                "",
                count,
                lines,
                Notice.of("quality.stale", "AAA", 5, 1, "2020-01-02", 5),
                List.of(fixes));
    }

    @Test
    void theGravestComesFirstAndFixesHaveWords() {
        Step step = new Step(Check.STALE, Fix.LEAVE_OUT, "AAA", "", "");
        List<FindingRow> rows = FindingRows.of(
                loaded(
                        List.of(),
                        finding(Finding.Severity.NOTE, 1, List.of(2)),
                        finding(Finding.Severity.SEVERE, 1_234, List.of(2, 5), step)),
                List.of(),
                TEXTS);
        assertEquals(Finding.Severity.SEVERE, rows.getFirst().severity());
        assertEquals("found: 1,234", rows.getFirst().count());
        assertEquals(List.of(2, 5), rows.getFirst().lines());
        assertEquals("", rows.getFirst().place(), "the only series needs no name");
        assertEquals(
                List.of(new FindingRow.FixChoice("Leave out the rows", step)),
                rows.getFirst().fixes());
    }

    @Test
    void whatAFindingSaysTheImporterNeedNotSayAgain() {
        List<ImportReport.Warning> warnings = List.of(
                new ImportReport.Warning(3, "", Notice.of("data.warn.barOrder", 3, "", 1)),
                new ImportReport.Warning(4, "AAA", Notice.of("data.warn.missingPrice", 4, "AAA", 1)));
        Finding order = new Finding(
                Check.BAR_ORDER,
                Finding.Severity.WARNING,
                "AAA",
                "",
                1,
                List.of(3),
                Notice.of("quality.bar_order", "AAA", 1, "2020-01-02"),
                List.of());
        List<FindingRow> rows = FindingRows.of(loaded(warnings, order), List.of(), TEXTS);
        assertEquals(
                List.of(List.of(3), List.of(4)),
                rows.stream().map(FindingRow::lines).toList());
        assertEquals("AAA", rows.getLast().place());
        assertEquals(2, FindingRows.of(loaded(warnings), List.of(), TEXTS).size(), "no finding says it");
    }

    @Test
    void theOnlySeriesIsNotNamedInTheWords() {
        FindingRow row = FindingRows.of(
                        loaded(List.of(), finding(Finding.Severity.NOTE, 1, List.of(2))), List.of(), TEXTS)
                .getFirst();
        assertTrue(row.words().startsWith("5 closes repeat the day before"), row.words());
    }

    @Test
    void aFindingOfAWholeColumnHasNoCount() {
        Finding leak = new Finding(
                Check.LEAK,
                Finding.Severity.SEVERE,
                "",
                "AAA",
                1_202,
                List.of(),
                Notice.of("quality.leak", "AAA", "0.999"),
                List.of());
        assertEquals(
                "",
                FindingRows.of(loaded(List.of(), leak), List.of(), TEXTS)
                        .getFirst()
                        .count());
    }

    @Test
    void aSeriesWithAColumnOfItsOwnIsMarkedThereAndAWholeRowByItsLine() {
        Marks wide = FindingRows.marks(loaded(List.of(), finding(Finding.Severity.WARNING, 1, List.of(2))), TEXTS);
        assertTrue(wide.at(2, "AAA").isPresent());
        assertTrue(wide.at(2, "Date").isEmpty());
        assertTrue(wide.at(3).isEmpty());
        Marks row = new Marks();
        row.add(List.of(7), new Mark("", "order", false));
        row.add(List.of(7), new Mark("Date", "no date", true));
        assertEquals("no date", row.at(7).orElseThrow().words());
        assertTrue(row.at(7, "Close").isEmpty());
        row.add(List.of(8), new Mark("", "lost", true));
        assertEquals("lost", row.at(8, "Close").orElseThrow().words());
        assertFalse(row.at(8, "Close").isEmpty());
    }
}
