package io.riskloom.engine.quality;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Objects;

/**
 * One correction in the order in which they are applied. It names a rule, not rows: applied to the same file it always finds
 * the same rows. The file itself is never changed.
 *
 * @param check  what was found
 * @param fix    what is done about it
 * @param series of a price file; empty for all series and for credit tables
 * @param column empty where the whole row is meant
 * @param value  what the rule needs beside: the ISO date of a split and its ratio of new shares to old ({@code 2014-06-09 7},
 *               {@code 2011-05-09 1:10}; in a file without dates the row's number), the special codes of a column
 *               ({@code -9999 98}, or as a JSON array where one holds a blank: {@code ["not known","-9"]}), the value that fills, the days that are filled, the last day that is kept; of gaps
 *               {@code long}, {@code others}, or nothing for all of them
 */
public record Step(Check check, Fix fix, String series, String column, String value) {

    private static final Gson GSON = new Gson();

    public Step {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(fix, "fix");
        series = series == null ? "" : series;
        column = column == null ? "" : column;
        value = value == null ? "" : value;
    }

    /**
     * The special codes that the value names.
     *
     * @throws IllegalArgumentException where it names none, or is a broken JSON array
     */
    List<String> codes() {
        if (value.isBlank()) {
            throw new IllegalArgumentException("no codes");
        } else if (!value.startsWith("[")) {
            return List.of(value.trim().split(" +"));
        }
        try {
            return List.of(GSON.fromJson(value, String[].class));
        } catch (JsonParseException | NullPointerException e) {
            throw new IllegalArgumentException("no list of codes: " + value, e);
        }
    }
}
