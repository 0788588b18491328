package io.riskloom.app.data;

import io.riskloom.app.text.QualityText;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.Finding;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Overlap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the quality report and the importer have to say, the gravest first. */
final class FindingRows {

    /** What these find is true of every row, so that a count says nothing. */
    private static final Set<Check> WHOLE_COLUMN = EnumSet.of(Check.LEAK, Check.CONSTANT);

    private FindingRows() {}

    /** @param shifted what a comparison with another file found */
    static List<FindingRow> of(Loaded loaded, List<Finding> shifted, Texts texts) {
        List<FindingRow> rows = new ArrayList<>();
        boolean several = several(loaded);
        loaded.report().findings().forEach(finding -> rows.add(row(finding, several, texts)));
        shifted.forEach(finding -> rows.add(row(finding, several, texts)));
        warnings(loaded).forEach(warning -> rows.add(row(warning, texts)));
        rows.sort(Comparator.comparing(FindingRow::severity).reversed());
        return rows;
    }

    /** The cells that findings and warnings speak of. */
    static Marks marks(Loaded loaded, Texts texts) {
        Marks marks = new Marks();
        boolean several = several(loaded);
        for (Finding finding : loaded.report().findings()) {
            boolean grave = finding.severity() == Finding.Severity.SEVERE;
            marks.add(
                    finding.lines(), new Mark(column(finding, loaded), QualityText.of(finding, several, texts), grave));
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
        return Overlap.warningsAlone(
                loaded.imported().report().warnings(), loaded.report().findings());
    }

    /** Whether the file holds more than one series, so that a finding must name its own. */
    private static boolean several(Loaded loaded) {
        return loaded.imported() instanceof Imported.Prices prices
                && prices.series().size() > 1;
    }

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
                count(WHOLE_COLUMN.contains(finding.check()) ? 0 : finding.count(), texts),
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
