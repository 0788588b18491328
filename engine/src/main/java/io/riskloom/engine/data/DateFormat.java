package io.riskloom.engine.data;

import java.util.Arrays;
import java.util.List;

/**
 * The ways in which files write a calendar day. {@link #parse} gives the day packed as {@code year << 16 | month << 8 | day}
 * (Tablesaw's own form, ascending with time) or −1. A time of day after the date is accepted and dropped.
 */
enum DateFormat {
    ISO("yyyy-MM-dd"),
    COMPACT("yyyyMMdd"),
    MONTH_DAY("M/d/yyyy"),
    DAY_MONTH("d/M/yyyy"),
    DOTTED("dd.MM.yyyy"),
    MONTH_NAME("MMM d yyyy"),
    DAY_MONTH_NAME("d MMM yyyy"),
    CHINESE("yyyy年M月d日");

    private static final String[] MONTHS = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };

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

    int parse(char[] text, int start, int length) {
        if (length < 8 || length > 40) {
            return -1;
        }
        Cursor in = new Cursor(text, start, start + length);
        return switch (this) {
            case ISO -> in.iso();
            case COMPACT -> length == 8 ? in.compact() : -1;
            case MONTH_DAY -> in.slashed(true);
            case DAY_MONTH -> in.slashed(false);
            case DOTTED -> in.dotted();
            case MONTH_NAME -> in.monthName();
            case DAY_MONTH_NAME -> in.dayMonthName();
            case CHINESE -> in.chinese();
        };
    }

    /** Whether any format reads the cell. */
    static boolean any(String cell) {
        char[] text = cell.toCharArray();
        for (DateFormat format : values()) {
            if (format.parse(text, 0, text.length) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int pack(int year, int month, int day) {
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

    /** A position in a cell; each reader gives −1 where the text does not fit. */
    private static final class Cursor {
        private final char[] text;
        private final int end;
        private int at;

        Cursor(char[] text, int start, int end) {
            this.text = text;
            this.at = start;
            this.end = end;
        }

        int iso() {
            int year = digits(4, 4);
            char mark = next();
            if (year < 0 || (mark != '-' && mark != '/' && mark != '.')) {
                return -1;
            }
            int month = digits(1, 2);
            if (month < 0 || next() != mark) {
                return -1;
            }
            return closed(year, month, digits(1, 2));
        }

        int compact() {
            int year = digits(4, 4);
            int month = year < 0 ? -1 : digits(2, 2);
            return month < 0 ? -1 : closed(year, month, digits(2, 2));
        }

        int slashed(boolean monthFirst) {
            int first = digits(1, 2);
            char mark = next();
            if (first < 0 || (mark != '/' && mark != '-')) {
                return -1;
            }
            int second = digits(1, 2);
            if (second < 0 || next() != mark) {
                return -1;
            }
            int year = digits(4, 4);
            return monthFirst ? closed(year, first, second) : closed(year, second, first);
        }

        int dotted() {
            int day = digits(1, 2);
            if (day < 0 || next() != '.') {
                return -1;
            }
            int month = digits(1, 2);
            if (month < 0 || next() != '.') {
                return -1;
            }
            return closed(digits(4, 4), month, day);
        }

        int monthName() {
            int month = month();
            if (month < 0 || !gap()) {
                return -1;
            }
            int day = digits(1, 2);
            if (day < 0) {
                return -1;
            }
            boolean comma = skip(',');
            return gap() || comma ? closed(digits(4, 4), month, day) : -1;
        }

        int dayMonthName() {
            int day = digits(1, 2);
            if (day < 0 || !gap()) {
                return -1;
            }
            int month = month();
            skip(',');
            return month > 0 && gap() ? closed(digits(4, 4), month, day) : -1;
        }

        int chinese() {
            int year = digits(4, 4);
            if (year < 0 || next() != '年') {
                return -1;
            }
            int month = digits(1, 2);
            if (month < 0 || next() != '月') {
                return -1;
            }
            int day = digits(1, 2);
            return skip('日') ? closed(year, month, day) : -1;
        }

        private int closed(int year, int month, int day) {
            return at == end || time() ? pack(year, month, day) : -1;
        }

        /** {@code T} or blank, hours and minutes, then seconds, fraction, AM/PM and zone as far as there. */
        private boolean time() {
            char gap = next();
            if (gap != 'T' && gap != ' ') {
                return false;
            }
            int hour = digits(1, 2);
            if (hour < 0 || hour > 24 || next() != ':' || digits(2, 2) < 0) {
                return false;
            }
            if (skip(':') && digits(2, 2) < 0) {
                return false;
            }
            if (skip('.') && digits(1, 9) < 0) {
                return false;
            }
            skip(' ');
            if (at < end && (text[at] == 'A' || text[at] == 'P' || text[at] == 'a' || text[at] == 'p')) {
                at++;
                if (!skip('M') && !skip('m')) {
                    return false;
                }
            }
            if (!skip('Z') && at < end) {
                char sign = next();
                if ((sign != '+' && sign != '-') || digits(2, 2) < 0) {
                    return false;
                }
                skip(':');
                if (at < end && digits(2, 2) < 0) {
                    return false;
                }
            }
            return at == end;
        }

        private char next() {
            return at < end ? text[at++] : '\0';
        }

        private boolean skip(char c) {
            if (at < end && text[at] == c) {
                at++;
                return true;
            }
            return false;
        }

        private boolean gap() {
            int before = at;
            while (at < end && (text[at] == ' ' || text[at] == '-')) {
                at++;
            }
            return at > before;
        }

        private int digits(int least, int most) {
            int value = 0;
            int count = 0;
            while (at < end && count < most && text[at] >= '0' && text[at] <= '9') {
                value = value * 10 + (text[at++] - '0');
                count++;
            }
            return count < least ? -1 : value;
        }

        private int month() {
            int from = at;
            while (at < end && Character.isLetter(text[at])) {
                at++;
            }
            int letters = at - from;
            if (letters < 3) {
                return -1;
            }
            skip('.');
            for (int m = 0; m < MONTHS.length; m++) {
                boolean abbreviated = letters == 3 || letters == MONTHS[m].length() || (m == 8 && letters == 4);
                boolean same = abbreviated && letters <= MONTHS[m].length();
                for (int i = 0; same && i < letters; i++) {
                    same = Character.toLowerCase(text[from + i]) == MONTHS[m].charAt(i);
                }
                if (same) {
                    return m + 1;
                }
            }
            return -1;
        }
    }
}
