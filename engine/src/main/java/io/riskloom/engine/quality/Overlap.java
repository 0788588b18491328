package io.riskloom.engine.quality;

import io.riskloom.engine.data.ImportReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a finding and one of the importer's warnings both say. */
public final class Overlap {

    private static final Map<Check, String> WARNED_OF = Map.of(
            Check.CONFLICT, "data.warn.conflict",
            Check.REPEATED_DATE, "data.warn.repeatedDate",
            Check.UNSORTED, "data.warn.unsorted",
            Check.NOT_POSITIVE, "data.warn.notPositive",
            Check.BAR_ORDER, "data.warn.barOrder");

    private Overlap() {}

    /** The findings that no warning says. */
    public static List<Finding> findingsAlone(List<Finding> findings, List<ImportReport.Warning> warnings) {
        Set<String> warned = warnings.stream().map(w -> w.notice().key()).collect(Collectors.toSet());
        return findings.stream()
                .filter(f -> !warned.contains(WARNED_OF.getOrDefault(f.check(), "")))
                .toList();
    }

    /** The warnings that no finding says. */
    public static List<ImportReport.Warning> warningsAlone(
            List<ImportReport.Warning> warnings, List<Finding> findings) {
        Set<String> found = findings.stream()
                .map(f -> WARNED_OF.get(f.check()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return warnings.stream().filter(w -> !found.contains(w.notice().key())).toList();
    }
}
