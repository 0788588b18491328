package io.riskloom.engine.quality;

import io.riskloom.engine.data.ImportReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The days of rows that the reader dropped, found from the lines around them: another series of a wide file has a row on the
 * same line, or the lines before and after stand on days between which just as many trading days are missing.
 */
final class LostDays {

    private LostDays() {}

    /** A step that lets those days keep the close of the day before; none where a day cannot be told for certain. */
    static List<Step> fill(List<Series> all, String name, ImportReport.Warning warning) {
        boolean known =
                warning.count() == warning.lines().size() && all.getFirst().dated();
        TreeMap<String, TreeSet<String>> days = new TreeMap<>();
        for (int line : known ? warning.lines() : List.<Integer>of()) {
            Optional<Series> series = all.stream()
                    .filter(s ->
                            name.isEmpty() ? rowAfter(s, line) > 0 : s.name().equals(name))
                    .findFirst();
            OptionalInt day = series.isEmpty() ? OptionalInt.empty() : day(all, series.get(), line);
            if (day.isEmpty()) {
                return List.of();
            }
            days.computeIfAbsent(series.get().name(), s -> new TreeSet<>())
                    .add(LocalDate.ofEpochDay(day.getAsInt()).toString());
        }
        if (days.size() != 1) {
            return List.of();
        }
        String lost = String.join(" ", days.firstEntry().getValue());
        return List.of(new Step(Check.NOT_POSITIVE, Fix.FILL_PREVIOUS, days.firstKey(), "", lost));
    }

    private static OptionalInt day(List<Series> all, Series series, int line) {
        for (Series other : all) {
            for (int row = 0; row < other.size(); row++) {
                if (other.lines()[row] == line) {
                    return OptionalInt.of(other.days()[row]);
                }
            }
        }
        int after = rowAfter(series, line);
        if (after == 0) {
            return OptionalInt.empty();
        }
        int[] missing = Calendar.of(series).missing(series.days()[after - 1], series.days()[after]);
        int lost = Math.abs(series.lines()[after] - series.lines()[after - 1]) - 1;
        int place = Math.abs(line - series.lines()[after - 1]) - 1;
        return missing.length == lost ? OptionalInt.of(missing[place]) : OptionalInt.empty();
    }

    /** The row that follows, in time, the gap in the file in which the line stands; 0 where there is none. */
    private static int rowAfter(Series series, int line) {
        for (int row = 1; row < series.size(); row++) {
            int a = series.lines()[row - 1];
            int b = series.lines()[row];
            if (Math.min(a, b) < line && line < Math.max(a, b)) {
                return row;
            }
        }
        return 0;
    }
}
