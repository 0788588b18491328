package io.riskloom.engine.quality;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The findings of one series, whose rows become lines of the file. */
final class SeriesFindings {

    private final Series series;
    private final List<Finding> findings = new ArrayList<>();

    SeriesFindings(Series series) {
        this.series = series;
    }

    List<Finding> all() {
        return findings;
    }

    /** @param rows all rows that are meant; the first of them are named */
    void add(Check check, Severity severity, int count, IntStream rows, Notice notice, Step... fixes) {
        List<Integer> lines = rows.limit(Finding.LINES)
                .mapToObj(row -> series.lines()[row])
                .sorted()
                .toList();
        findings.add(new Finding(check, severity, series.name(), "", count, lines, notice, List.of(fixes)));
    }
}
