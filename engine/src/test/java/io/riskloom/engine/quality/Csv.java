package io.riskloom.engine.quality;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Files for tests, and what was found in them as short text. */
final class Csv {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    private Csv() {}

    static Path file(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("ACME.csv"), text);
    }

    static Path file(Path folder, String header, List<String> rows) throws IOException {
        return file(folder, header + "\n" + String.join("\n", rows) + "\n");
    }

    /** So many weekdays from Monday, 2 January 2023. */
    static List<LocalDate> weekdays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2023, 1, 2); days.size() < count; day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.add(day);
            }
        }
        return days;
    }

    /** A calm price around 100: moves of about one percent that never repeat. */
    static double calm(int row) {
        return 100 + Math.sin(1.7 * row) + 0.3 * Math.cos(0.31 * row);
    }

    static List<String> rows(List<LocalDate> days, Function<Integer, String> cells) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            rows.add(days.get(i) + "," + cells.apply(i));
        }
        return rows;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    static QualityReport report(Path file, Reading reading) throws Exception {
        return Quality.of(DataFile.read(file, reading), reading, TODAY);
    }

    /** The findings as severity, message, arguments, lines and fixes. */
    static List<String> findings(Path file, Step... steps) throws Exception {
        return report(file, reading(steps)).findings().stream().map(Csv::text).toList();
    }

    static String text(Finding finding) {
        String fixes = finding.fixes().stream()
                .map(step -> step.fix() + (step.value().isEmpty() ? "" : "(" + step.value() + ")"))
                .collect(Collectors.joining(" "));
        return finding.severity() + " " + finding.notice().toString().replace("quality.", "") + " " + finding.lines()
                + (fixes.isEmpty() ? "" : " " + fixes);
    }

    static Reading reading(Step... steps) {
        Reading reading = Reading.PLAIN;
        for (Step step : steps) {
            reading = reading.and(step);
        }
        return reading;
    }

    /** The usual fix of the first finding. */
    static Step fix(Path file) throws Exception {
        return report(file, Reading.PLAIN).findings().getFirst().fixes().getFirst();
    }

    static Imported.Prices prices(Path file, Step... steps) throws Exception {
        return assertInstanceOf(Imported.Prices.class, DataFile.read(file, reading(steps)));
    }

    static PriceHistory series(Path file, Step... steps) throws Exception {
        return prices(file, steps).series().getFirst();
    }

    static Imported.Credit credit(Path file, Step... steps) throws Exception {
        return assertInstanceOf(Imported.Credit.class, DataFile.read(file, reading(steps)));
    }
}
