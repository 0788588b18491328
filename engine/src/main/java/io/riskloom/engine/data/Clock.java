package io.riskloom.engine.data;

/**
 * What may stand behind a day and does not change it: a weekday, a time of day with seconds, fraction and AM or PM, and a zone
 * ({@code Z}, {@code +08:00}, {@code EST}, {@code GMT+8}, {@code [Europe/Berlin]}).
 */
final class Clock {

    private Clock() {}

    /** Whether the rest of a cell, from right behind a day's digits on, is such. */
    static boolean reads(char[] text, int from, int end) {
        char first = text[from];
        if (first == 'T' || first == 't' || first == ':') {
            int behind = time(text, from + 1, end);
            return behind > 0 && zone(text, behind, end);
        } else if (first == 'Z' || first == '+') { // XML writes 2017-11-10Z
            return zone(text, from, end);
        }
        int at = blanks(text, from, end);
        return at > from && follows(text, at, end);
    }

    /** The same, where no mark needs to stand between. */
    static boolean follows(char[] text, int from, int end) {
        int at = blanks(text, from, end);
        if (at < end && !digit(text[at])) {
            int weekday = Weekdays.behind(text, at, end);
            if (weekday == end) {
                return true;
            }
            at = halfDay(text, weekday, end);
        }
        int behind = time(text, at, end);
        return behind > 0 && zone(text, behind, end);
    }

    /** Position behind hours, minutes and what follows them; −1 where there are none. */
    private static int time(char[] text, int from, int end) {
        int at = digits(text, from, end, 6);
        int hours = at - from;
        if (hours == 4 || hours == 6) { // 0930, 160000
            boolean fits = number(text, from, from + 2) < 25 && number(text, from + 2, from + 4) < 60;
            return fits ? fraction(text, at, end) : -1;
        } else if (hours < 1 || hours > 2 || number(text, from, at) > 24 || at == end || !colon(text[at], ":时時点點")) {
            return -1;
        }
        int minutes = at + 1;
        at = digits(text, minutes, end, 2);
        if (at != minutes + 2 || number(text, minutes, at) > 59) {
            return -1;
        }
        if (at < end && colon(text[at], ":分")) {
            int seconds = at + 1;
            at = digits(text, seconds, end, 2);
            boolean none = at == seconds && text[seconds - 1] == '分';
            if (!none && (at != seconds + 2 || number(text, seconds, at) > 60)) {
                return -1;
            }
            at = at < end && text[at] == '秒' ? at + 1 : fraction(text, at, end);
        }
        return halfDay(text, blanks(text, at, end), end);
    }

    private static int fraction(char[] text, int at, int end) {
        boolean mark = at + 1 < end && (text[at] == '.' || text[at] == ',') && digit(text[at + 1]);
        return mark ? digits(text, at + 1, end, 9) : at;
    }

    /** Position behind AM, PM or the Chinese words for them. */
    private static int halfDay(char[] text, int at, int end) {
        if (at + 1 >= end) {
            return at;
        }
        char first = (char) (text[at] | 32);
        if ((first == 'a' || first == 'p') && (text[at + 1] | 32) == 'm') {
            return at + 2;
        } else if ((first == 'a' || first == 'p')
                && at + 3 < end
                && text[at + 1] == '.'
                && (text[at + 2] | 32) == 'm') {
            return text[at + 3] == '.' ? at + 4 : at;
        }
        return (text[at] == '上' || text[at] == '下') && text[at + 1] == '午' ? at + 2 : at;
    }

    private static boolean zone(char[] text, int from, int end) {
        int at = name(text, blanks(text, from, end), end);
        if (at < end && (text[at] == '+' || text[at] == '-' || text[at] == '\u2212')) {
            int hours = at + 1;
            at = digits(text, hours, end, 4);
            boolean minutes = at < end && text[at] == ':';
            if (at == hours || (minutes && digits(text, at + 1, end, 2) != at + 3)) {
                return false;
            }
            at += minutes ? 3 : 0;
        }
        at = blanks(text, at, end);
        boolean round = end - at > 2 && text[at] == '(' && text[end - 1] == ')';
        boolean square = end - at > 2 && text[at] == '[' && text[end - 1] == ']';
        return at == end || round || square;
    }

    /** Position behind {@code EST}, {@code Europe/Berlin} or the German {@code Uhr}. */
    private static int name(char[] text, int from, int end) {
        int at = from;
        boolean slash = false;
        boolean capitals = true;
        while (at < end && (letter(text[at]) || text[at] == '_' || text[at] == '/')) {
            slash |= text[at] == '/';
            capitals &= text[at] <= 'Z';
            at++;
        }
        boolean known = slash || (capitals && at - from <= 5) || MonthNames.same("uhr", text, from, at);
        return known ? at : from;
    }

    private static boolean colon(char c, String colons) {
        return colons.indexOf(c) >= 0;
    }

    private static int blanks(char[] text, int from, int end) {
        int at = from;
        while (at < end && (text[at] == ',' || Cells.blank(text[at]))) {
            at++;
        }
        return at;
    }

    private static int digits(char[] text, int from, int end, int most) {
        int at = from;
        while (at < end && at - from < most && digit(text[at])) {
            at++;
        }
        return at;
    }

    private static int number(char[] text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
