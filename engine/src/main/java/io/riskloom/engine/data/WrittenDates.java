package io.riskloom.engine.data;

/** Days in Chinese ({@code 2017年11月10日}), months in digits ({@code 2017-11}, {@code 11/2017}) and quarters ({@code 2017Q3}). */
final class WrittenDates {

    private final char[] text;
    private final int end;
    private int at;

    WrittenDates(char[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    int chinese() {
        int year = number(4, 4);
        int month = skip('年') ? number(1, 2) : -1;
        int day = skip('月') ? number(1, 2) : -1;
        boolean closed = skip('日') || skip('号');
        return closed && (at == end || Clock.follows(text, at, end)) ? DateFormat.pack(year, month, day) : -1;
    }

    int chineseMonth() {
        int year = number(4, 4);
        int month = skip('年') ? number(1, 2) : -1;
        return skip('月') && at == end ? DateFormat.pack(year, month, 1) : -1;
    }

    int month() {
        int start = at;
        int first = number(1, 4);
        int digits = at - start;
        boolean slashed = skip('-') || skip('/');
        boolean marked = slashed || skip('M');
        int second = marked ? number(1, 4) : -1;
        int behind = at - start - digits - 1;
        if (at != end || second < 0) {
            return -1;
        } else if (digits == 4 && behind <= 2) {
            return DateFormat.pack(first, second, 1);
        }
        return slashed && digits <= 2 && behind == 4 ? DateFormat.pack(second, first, 1) : -1;
    }

    int quarter() {
        int quarter = sign() ? number(1, 1) : -1;
        gap();
        int year = number(4, 4);
        if (quarter < 0) {
            gap();
            quarter = sign() ? number(1, 1) : -1;
        }
        boolean fits = quarter >= 1 && quarter <= 4 && at == end;
        return fits ? DateFormat.pack(year, 3 * quarter - 2, 1) : -1;
    }

    private boolean sign() {
        return skip('Q') || skip('q');
    }

    private void gap() {
        while (at < end && (text[at] == ' ' || text[at] == '-' || text[at] == '/')) {
            at++;
        }
    }

    private boolean skip(char c) {
        boolean there = at < end && text[at] == c;
        at += there ? 1 : 0;
        return there;
    }

    private int number(int least, int most) {
        int from = at;
        int value = 0;
        while (at < end && at - from < most && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + text[at++] - '0';
        }
        return at - from < least ? -1 : value;
    }
}
