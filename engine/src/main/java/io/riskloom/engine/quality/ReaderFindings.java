package io.riskloom.engine.quality;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the reader of a price file told about rows that it dropped or moved, as findings. */
final class ReaderFindings {

    private static final double MANY = 0.01;

    private final Imported.Prices prices;
    private final List<Series> series;
    private final Reading reading;

    private ReaderFindings(Imported.Prices prices, List<Series> series, Reading reading) {
        this.prices = prices;
        this.series = series;
        this.reading = reading;
    }

    /** Those that the reading has not settled. */
    static List<Finding> of(Imported.Prices prices, List<Series> series, Reading reading) {
        ReaderFindings findings = new ReaderFindings(prices, series, reading);
        List<Finding> found = new ArrayList<>();
        for (ImportReport.Warning warning : prices.report().warnings()) {
            switch (warning.notice().key()) {
                case "data.warn.conflict" -> findings.conflict(warning, found);
                case "data.warn.repeatedDate" ->
                    found.add(findings.finding(Check.REPEATED_DATE, Severity.NOTE, warning, List.of()));
                case "data.warn.unsorted" ->
                    found.add(findings.finding(Check.UNSORTED, Severity.NOTE, warning, List.of()));
                case "data.warn.notPositive" -> findings.notPositive(warning, found);
                default -> {
                    // told by the importer, no question of quality
                }
            }
        }
        return found;
    }

    private void conflict(ImportReport.Warning warning, List<Finding> found) {
        if (!DataFile.settings(reading).conflicts().isEmpty()) {
            return;
        }
        boolean many = warning.count() > MANY * prices.report().rows();
        List<Step> fixes = List.of(
                new Step(Check.CONFLICT, Fix.KEEP_LAST, "", "", ""),
                new Step(Check.CONFLICT, Fix.KEEP_FIRST, "", "", ""),
                new Step(Check.CONFLICT, Fix.KEEP_NONE, "", "", ""));
        found.add(finding(Check.CONFLICT, many ? Severity.SEVERE : Severity.WARNING, warning, fixes));
    }

    private void notPositive(ImportReport.Warning warning, List<Finding> found) {
        String name = seriesOf(warning);
        boolean settled = reading.steps().stream()
                .anyMatch(s -> s.check() == Check.NOT_POSITIVE && s.series().equals(name));
        if (!settled) {
            found.add(finding(Check.NOT_POSITIVE, Severity.WARNING, warning, LostDays.fill(series, name, warning)));
        }
    }

    private Finding finding(Check check, Severity severity, ImportReport.Warning warning, List<Step> fixes) {
        Notice notice = Notice.of("quality." + key(check), warning.column(), warning.count(), warning.line());
        return new Finding(
                check,
                severity,
                seriesOf(warning),
                warning.column(),
                warning.count(),
                warning.lines().stream().limit(Finding.LINES).toList(),
                notice,
                fixes);
    }

    static String key(Check check) {
        return check.name().toLowerCase(Locale.ROOT);
    }

    /** A column of a wide file is a series; in a long file the warning speaks of all of them. */
    private String seriesOf(ImportReport.Warning warning) {
        if (series.size() == 1) {
            return series.getFirst().name();
        }
        boolean named = series.stream().anyMatch(s -> s.name().equals(warning.column()));
        return named ? warning.column() : "";
    }
}
