package io.riskloom.app.data;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.quality.Finding;
import io.riskloom.engine.quality.Loaded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the quality report and the importer have to say, the gravest first. */
final class FindingRows {

    /** The importer's warnings that a finding of the quality report says too. */
    private static final Set<String> FOUND_AS_WELL = Set.of(
            "data.warn.conflict",
            "data.warn.repeatedDate",
            "data.warn.unsorted",
            "data.warn.notPositive",
            "data.warn.barOrder");

    private FindingRows() {}

    /** @param shifted what a comparison with another file found */
    static List<FindingRow> of(Loaded loaded, List<Finding> shifted, Texts texts) {
        List<FindingRow> rows = new ArrayList<>();
        boolean several = loaded.imported() instanceof Imported.Prices prices
                && prices.series().size() > 1;
        loaded.report().findings().forEach(finding -> rows.add(row(finding, several, texts)));
        shifted.forEach(finding -> rows.add(row(finding, several, texts)));
        warnings(loaded).forEach(warning -> rows.add(row(warning, texts)));
        rows.sort(Comparator.comparing(FindingRow::severity).reversed());
        return rows;
    }

    /** The cells that findings and warnings speak of. */
    static Marks marks(Loaded loaded, Texts texts) {
        Marks marks = new Marks();
        for (Finding finding : loaded.report().findings()) {
            boolean grave = finding.severity() == Finding.Severity.SEVERE;
            marks.add(finding.lines(), new Mark(column(finding, loaded), texts.of(finding.notice()), grave));
        }
        for (ImportReport.Warning warning : warnings(loaded)) {
            marks.add(warning.lines(), new Mark(warning.column(), texts.of(warning.notice()), false));
        }
        return marks;
    }

    /** The column that a finding marks: its own, or the one named as its series in a file with a column a series. */
    private static String column(Finding finding, Loaded loaded) {
        boolean wide = loaded.imported().report().columns().stream()
                .anyMatch(column -> column.name().equals(finding.series()));
        return finding.column().isEmpty() && wide ? finding.series() : finding.column();
    }

    private static List<ImportReport.Warning> warnings(Loaded loaded) {
        boolean checked = !loaded.report().columns().isEmpty();
        return loaded.imported().report().warnings().stream()
                .filter(warning ->
                        !checked || !FOUND_AS_WELL.contains(warning.notice().key()))
                .toList();
    }

    /** @param several whether the file holds more than one series, so that the finding must name its own */
    private static FindingRow row(Finding finding, boolean several, Texts texts) {
        String series = several ? finding.series() : "";
        String place = series.isEmpty() || finding.column().isEmpty()
                ? series + finding.column()
                : series + " · " + finding.column();
        return new FindingRow(
                finding.severity(),
                texts.get("quality.check." + finding.check().name().toLowerCase(Locale.ROOT)),
                texts.of(finding.notice()),
                place,
                count(finding.count(), texts),
                finding.lines(),
                finding.lines().size() == Finding.LINES && finding.count() > Finding.LINES,
                finding.fixes().stream()
                        .map(step -> new FindingRow.FixChoice(
                                texts.get("quality.fix." + step.fix().name().toLowerCase(Locale.ROOT)), step))
                        .toList());
    }

    private static FindingRow row(ImportReport.Warning warning, Texts texts) {
        return new FindingRow(
                Finding.Severity.NOTE,
                texts.get("data.check.import"),
                texts.of(warning.notice()),
                warning.column(),
                count(warning.count(), texts),
                warning.lines(),
                !warning.lines().isEmpty() && warning.count() > warning.lines().size(),
                List.of());
    }

    private static String count(int count, Texts texts) {
        return count == 0 ? "" : texts.get("data.findings.count", Summary.count(count));
    }
}
