package io.riskloom.engine.data;

import java.util.List;
import java.util.Map;

/**
 * What a reader decides about a file instead of the importer; an empty text, list or map and {@link #DETECT} leave it to be
 * detected. After reading, the same record tells what was used ({@link ImportReport#used()}).
 *
 * @param encoding  charset name, such as {@code GB18030}
 * @param separator a tabulator or one character from {@code U+0020} to {@code U+007E} but the quotation mark; a blank stands for runs of blanks
 * @param decimal   {@code .} or {@code ,}
 * @param header    1-based line of the column names; {@link #NO_HEADER} where the file has none
 * @param dates     pattern of the date column, one of {@link #datePatterns()}
 * @param kind      {@code price} or {@code credit}
 * @param target    column of a credit table that holds its target; {@link #NO_TARGET} where it is read without one
 * @param bad       the target's texts that mean an applicant did not pay; with several classes all others are good
 * @param roles     column name to role, such as {@code Last → close}, {@code Notes → ignored}
 * @param conflicts which row counts where one day of a series has several prices: {@code last}, {@code first} or {@code none}
 */
public record ReadSettings(
        String encoding,
        String separator,
        String decimal,
        int header,
        String dates,
        String kind,
        String target,
        List<String> bad,
        Map<String, String> roles,
        String conflicts) {

    public static final int DETECT = 0;
    public static final int NO_HEADER = -1;
    /** For a credit table whose applicants have no outcome, or one that is left unread. */
    public static final String NO_TARGET = "-";

    public static final ReadSettings DETECTED =
            new ReadSettings("", "", "", DETECT, "", "", "", List.of(), Map.of(), "");

    /** Absent members of older or hand-written JSON arrive as null and mean {@code detect}. */
    public ReadSettings {
        encoding = encoding == null ? "" : encoding;
        separator = separator == null ? "" : separator;
        decimal = decimal == null ? "" : decimal;
        dates = dates == null ? "" : dates;
        kind = kind == null ? "" : kind;
        target = target == null ? "" : target;
        bad = bad == null ? List.of() : List.copyOf(bad);
        roles = roles == null ? Map.of() : Map.copyOf(roles);
        conflicts = conflicts == null ? "" : conflicts;
        if (!List.of("", ".", ",").contains(decimal)) {
            throw new IllegalArgumentException("decimal must be . or , not " + decimal);
        }
        if (!List.of("", "price", "credit").contains(kind)) {
            throw new IllegalArgumentException("kind must be price or credit, not " + kind);
        }
        if (!List.of("", "first", "last", "none").contains(conflicts)) {
            throw new IllegalArgumentException("conflicts must be first, last or none, not " + conflicts);
        }
        if (separator.length() > 1) {
            throw new IllegalArgumentException("separator must be one character, not " + separator);
        }
        if (!separator.isEmpty() && !separates(separator.charAt(0))) {
            throw new IllegalArgumentException(
                    "separator must be a tabulator or a character of ASCII other than \", not " + separator);
        }
        if (header < NO_HEADER) {
            throw new IllegalArgumentException("header must be a line, 0 to detect it or -1 for none, not " + header);
        }
    }

    static boolean separates(char mark) {
        return mark == '\t' || (mark >= ' ' && mark <= '~' && mark != '"');
    }

    /** The patterns that {@link #dates} may hold. */
    public static List<String> datePatterns() {
        return DateFormat.patterns();
    }

    public ReadSettings withEncoding(String value) {
        return new ReadSettings(value, separator, decimal, header, dates, kind, target, bad, roles, conflicts);
    }

    public ReadSettings withSeparator(String value) {
        return new ReadSettings(encoding, value, decimal, header, dates, kind, target, bad, roles, conflicts);
    }

    public ReadSettings withDecimal(String value) {
        return new ReadSettings(encoding, separator, value, header, dates, kind, target, bad, roles, conflicts);
    }

    public ReadSettings withHeader(int value) {
        return new ReadSettings(encoding, separator, decimal, value, dates, kind, target, bad, roles, conflicts);
    }

    public ReadSettings withDates(String value) {
        return new ReadSettings(encoding, separator, decimal, header, value, kind, target, bad, roles, conflicts);
    }

    public ReadSettings withKind(String value) {
        return new ReadSettings(encoding, separator, decimal, header, dates, value, target, bad, roles, conflicts);
    }

    public ReadSettings withTarget(String column, List<String> badTexts) {
        return new ReadSettings(encoding, separator, decimal, header, dates, kind, column, badTexts, roles, conflicts);
    }

    public ReadSettings withRoles(Map<String, String> value) {
        return new ReadSettings(encoding, separator, decimal, header, dates, kind, target, bad, value, conflicts);
    }

    public ReadSettings withConflicts(String value) {
        return new ReadSettings(encoding, separator, decimal, header, dates, kind, target, bad, roles, value);
    }
}
