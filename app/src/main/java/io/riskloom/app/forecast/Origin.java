package io.riskloom.app.forecast;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.PriceHistory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The test day whose forecast is looked at closely, or none. */
final class Origin {

    private final ReadOnlyObjectWrapper<LocalDate> day = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<LocalDate>> origins = new ReadOnlyObjectWrapper<>(List.of());

    /** Null where none is chosen. */
    ReadOnlyObjectProperty<LocalDate> day() {
        return day.getReadOnlyProperty();
    }

    /** Days that can be chosen, ascending. */
    List<LocalDate> origins() {
        return origins.get();
    }

    /** {@link #origins()} to listen to. */
    ReadOnlyObjectProperty<List<LocalDate>> originsProperty() {
        return origins.getReadOnlyProperty();
    }

    /** Other forecasts are on show: the day stays where it is among theirs. */
    void among(List<LocalDate> days) {
        origins.set(days);
        if (day.get() != null && Collections.binarySearch(days, day.get()) < 0) {
            day.set(null);
        }
    }

    /** The last of them that is not after a day; none where the day lies outside of the test span. */
    void choose(LocalDate near) {
        day.set(found(near).orElse(null));
    }

    void clear() {
        day.set(null);
    }

    /** So many forecasts further, from the last where none is chosen; stops at both ends. */
    void step(int by) {
        if (!origins().isEmpty()) {
            int at = day.get() == null ? origins().size() - 1 : Collections.binarySearch(origins(), day.get()) + by;
            day.set(origins().get(Math.clamp(at, 0, origins().size() - 1)));
        }
    }

    /** Takes {@code 2020-03-02}, or {@code #12} of a file without dates; tells whether there is a forecast of that day. */
    boolean type(String words) {
        Optional<LocalDate> near = parse(words.strip()).flatMap(this::found);
        near.ifPresent(day::set);
        return near.isPresent();
    }

    /** The chosen day as it is typed; empty for none. */
    String words() {
        return day.get() == null ? "" : Formats.day(day.get());
    }

    private Optional<LocalDate> found(LocalDate near) {
        int at = Collections.binarySearch(origins(), near);
        int before = at < 0 ? -at - 2 : at;
        return before < 0 || near.isAfter(origins().getLast())
                ? Optional.empty()
                : Optional.of(origins().get(before));
    }

    private static Optional<LocalDate> parse(String words) {
        try {
            return Optional.of(
                    words.startsWith("#")
                            ? PriceHistory.FIRST_ROW.plusDays(Long.parseLong(words.substring(1)) - 1)
                            : LocalDate.parse(words));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
