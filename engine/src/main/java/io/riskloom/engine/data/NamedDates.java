package io.riskloom.engine.data;

/** Days and months with a month's name: {@code Nov 10, 2017}, {@code 10-Nov-17}, {@code 10NOV2017}, {@code 10. November 2017}, {@code Nov 2017}. */
final class NamedDates {

    private final char[] text;
    private final int end;
    private int at;

    NamedDates(char[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    int monthFirst() {
        int month = name();
        if (month < 0 || !gap()) {
            return -1;
        }
        int day = number(2);
        skipOrdinal();
        return day > 0 && gap() ? closed(month, day) : -1;
    }

    int dayFirst() {
        int day = number(2);
        if (day < 0) {
            return -1;
        }
        skipOrdinal();
        boolean gap = gap(); // SAS writes none: 10NOV2017
        int month = name();
        return month > 0 && gap() == gap ? closed(month, day) : -1;
    }

    /** A year of two digits stands behind a hyphen or an apostrophe: {@code Nov-17}, {@code Nov '17}. */
    int month() {
        int month = name();
        if (month < 0) {
            return -1;
        }
        boolean hyphen = at < end && text[at] == '-';
        gap();
        boolean apostrophe = at < end && (text[at] == '\'' || text[at] == '\u2019');
        at += apostrophe ? 1 : 0;
        int start = at;
        int year = number(4);
        boolean fits = at - start == 4 || (hyphen || apostrophe);
        return fits && at == end ? DateFormat.pack(DateFormat.year(year, at - start), month, 1) : -1;
    }

    private int closed(int month, int day) {
        int start = at;
        int number = number(4);
        int packed = DateFormat.pack(DateFormat.year(number, at - start), month, day);
        return at == end || Clock.reads(text, at, end) ? packed : -1;
    }

    private int name() {
        int from = at;
        while (at < end && Character.isLetter(text[at])) {
            at++;
        }
        return MonthNames.month(text, from, at);
    }

    /** The letters of {@code 1st}, {@code 2nd}, {@code 3rd}, {@code 4th} and {@code 1er}. */
    private void skipOrdinal() {
        int to = at + 2;
        if (to <= end && (same("st", to) || same("nd", to) || same("rd", to) || same("th", to) || same("er", to))) {
            at = to;
        }
    }

    private boolean same(String letters, int to) {
        return MonthNames.same(letters, text, at, to);
    }

    private boolean gap() {
        int before = at;
        while (at < end && (" -./,".indexOf(text[at]) >= 0 || Cells.blank(text[at]))) {
            at++;
        }
        return at > before;
    }

    private int number(int most) {
        int from = at;
        int value = 0;
        while (at < end && at - from < most && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + text[at++] - '0';
        }
        return at == from ? -1 : value;
    }
}
