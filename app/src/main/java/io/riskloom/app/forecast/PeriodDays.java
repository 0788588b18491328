package io.riskloom.app.forecast;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days from one to another, both included. */
record PeriodDays(LocalDate from, LocalDate to) {

    private static final Pattern ROW = Pattern.compile("#?([1-9][0-9]{0,8})");

    PeriodDays {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period from " + from + " to " + to);
        }
    }

    /** A day as it is shown: {@code 2019-06-28}, or {@code #12} for a row of a file without dates; empty for anything else. */
    static Optional<LocalDate> day(String words) {
        Matcher row = ROW.matcher(words.strip());
        if (row.matches()) {
            return Optional.of(PriceHistory.FIRST_ROW.plusDays(Long.parseLong(row.group(1)) - 1));
        }
        try {
            return Optional.of(LocalDate.parse(words.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // the field says what it expects
        }
    }

    /** With another beginning, where that is within {@code all} and not past the end. */
    Optional<PeriodDays> from(LocalDate day, PeriodDays all) {
        return day.isBefore(all.from()) || day.isAfter(to) ? Optional.empty() : Optional.of(new PeriodDays(day, to));
    }

    /** With another end, where that is within {@code all} and not before the beginning. */
    Optional<PeriodDays> to(LocalDate day, PeriodDays all) {
        return day.isAfter(all.to()) || day.isBefore(from) ? Optional.empty() : Optional.of(new PeriodDays(from, day));
    }
}
