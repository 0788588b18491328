package io.riskloom.engine.data;

import java.util.Arrays;
import java.util.List;

/**
 * The ways in which files write a calendar day. {@link #parse} gives the day packed as {@code year << 16 | month << 8 | day}
 * (Tablesaw's own form, ascending with time) or −1. The day counts as it is written: a time of day and a zone behind it are
 * accepted and dropped, and so is a weekday's name. A month is its first day, a quarter the first day of its first month. Years
 * of two digits are 2000–2068 and 1969–1999, as POSIX has it.
 */
enum DateFormat {
    ISO("yyyy-MM-dd"),
    COMPACT("yyyyMMdd"),
    COMPACT_TIME("yyyyMMdd HH:mm"),
    MONTH_DAY("M/d/yyyy"),
    DAY_MONTH("d/M/yyyy"),
    SHORT_YEAR("yy-MM-dd"),
    DOTTED("dd.MM.yyyy"),
    MONTH_NAME("MMM d yyyy"),
    DAY_MONTH_NAME("d MMM yyyy"),
    CHINESE("yyyy年M月d日"),
    MONTH("yyyy-MM"),
    MONTH_DIGITS("yyyyMM"),
    NAMED_MONTH("MMM yyyy"),
    CHINESE_MONTH("yyyy年M月"),
    QUARTER("yyyyQq"),
    EPOCH_SECONDS("epoch s"),
    EPOCH_MILLIS("epoch ms"),
    EPOCH_MICROS("epoch us"),
    EPOCH_NANOS("epoch ns"),
    EXCEL_SERIAL("excel");

    private static final int SHORTEST = 5;
    private static final int LONGEST = 64;

    private final String pattern;

    DateFormat(String pattern) {
        this.pattern = pattern;
    }

    String pattern() {
        return pattern;
    }

    static List<String> patterns() {
        return Arrays.stream(values()).map(DateFormat::pattern).toList();
    }

    /** Whether it reads what is a number as well, so that it is only to be believed under a date's name. */
    boolean numeric() {
        return switch (this) {
            case COMPACT, MONTH_DIGITS, EPOCH_SECONDS, EPOCH_MILLIS, EPOCH_MICROS, EPOCH_NANOS, EXCEL_SERIAL -> true;
            default -> false;
        };
    }

    /** Whether it names months or quarters, not days. */
    boolean coarse() {
        return switch (this) {
            case MONTH, MONTH_DIGITS, NAMED_MONTH, CHINESE_MONTH, QUARTER -> true;
            default -> false;
        };
    }

    int parse(char[] text, int start, int length) {
        if (length < SHORTEST || length > LONGEST) {
            return -1;
        }
        int end = start + length;
        int from = text[start] >= '0' && text[start] <= '9' ? start : Weekdays.behind(text, start, end);
        return switch (this) {
            case ISO, MONTH_DAY, DAY_MONTH, SHORT_YEAR, DOTTED -> NumberDates.parse(this, text, from, end);
            case COMPACT, COMPACT_TIME, MONTH_DIGITS -> CompactDates.parse(this, text, from, end);
            case EPOCH_SECONDS, EPOCH_MILLIS, EPOCH_MICROS, EPOCH_NANOS, EXCEL_SERIAL ->
                EpochDays.parse(this, text, from, end);
            case MONTH_NAME -> new NamedDates(text, from, end).monthFirst();
            case DAY_MONTH_NAME -> new NamedDates(text, from, end).dayFirst();
            case NAMED_MONTH -> new NamedDates(text, from, end).month();
            case CHINESE -> new WrittenDates(text, from, end).chinese();
            case CHINESE_MONTH -> new WrittenDates(text, from, end).chineseMonth();
            case MONTH -> new WrittenDates(text, from, end).month();
            case QUARTER -> new WrittenDates(text, from, end).quarter();
        };
    }

    /** Whether any format reads the cell as a day for certain: months and plain numbers may be names. */
    static boolean any(String cell) {
        char[] text = cell.toCharArray();
        for (DateFormat format : values()) {
            boolean day = format == COMPACT || !(format.numeric() || format.coarse());
            if (day && format.parse(text, 0, text.length) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The packed day; −1 where there is none, as of February 30. */
    static int pack(int year, int month, int day) {
        if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) {
            return -1;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days =
                switch (month) {
                    case 2 -> leap ? 29 : 28;
                    case 4, 6, 9, 11 -> 30;
                    default -> 31;
                };
        return day > days ? -1 : year << 16 | month << 8 | day;
    }

    /** A year as written with that many digits, −1 where they are neither two nor four. */
    static int year(int number, int digits) {
        return digits == 4 ? number : digits != 2 ? -1 : number < 69 ? 2000 + number : 1900 + number;
    }
}
