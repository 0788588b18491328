package io.riskloom.engine.data;

import io.riskloom.engine.data.Numbers.Kind;
import io.riskloom.engine.data.Numbers.Style;

/** A number's digits, with its decimal mark, marks between thousands and exponent, and nothing before or behind. */
final class Digits {

    static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Digits() {}

    /**
     * What the marks tell. Groups hold three digits, and in India two before the last three ({@code 12,34,567.89}); blanks and
     * apostrophes only ever group, so that the mark behind them is the decimal one.
     */
    static Kind kind(char[] text, int start, int end) {
        int run = 0;
        int digits = 0;
        int dots = 0;
        int commas = 0;
        char gap = 0;
        char last = 0;
        boolean threes = true;
        boolean pairs = true;
        int i = start;
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits++;
                run++;
            } else if (c == '.' || c == ',') {
                boolean first = dots + commas == 0 && gap == 0;
                threes &= first ? run >= 1 && run <= 3 : run == 3;
                pairs &= c == '.' ? commas > 0 && run == 3 : first ? run == 1 || run == 2 : run == 2;
                dots += c == '.' ? 1 : 0;
                commas += c == ',' ? 1 : 0;
                last = c;
                run = 0;
            } else if (gap(c) && dots + commas == 0 && (gap == 0 || gap == c)) {
                threes &= gap == 0 ? run >= 1 && run <= 3 && text[start] != '0' : run == 3;
                gap = c;
                run = 0;
            } else {
                break;
            }
        }
        boolean exponent = i < end;
        if (digits == 0 || (exponent && !exponent(text, i, end))) {
            return Kind.NOT;
        } else if (gap != 0) {
            return gapped(run, dots, commas, threes && !exponent);
        } else if (last == 0) {
            return Kind.WHOLE;
        }
        boolean dot = last == '.';
        boolean grouped = threes || pairs;
        boolean three = run == 3 && !exponent;
        int lasts = dot ? dots : commas;
        if (lasts > 1) { // the mark groups thousands, so the other one is the decimal mark
            return !grouped || !three || lasts < dots + commas ? Kind.NOT : dot ? Kind.COMMA : Kind.DOT;
        } else if (dots + commas > 1 ? !grouped || run == 0 : run == 0 && !dot) {
            return Kind.NOT;
        } else if (dots + commas == 1 && grouped && three && text[start] != '0') {
            return dot ? Kind.MAYBE_DOT : Kind.MAYBE_COMMA;
        }
        return dot ? Kind.DOT : Kind.COMMA;
    }

    private static Kind gapped(int run, int dots, int commas, boolean threes) {
        if (!threes || dots + commas > 1 || (dots + commas == 0 && run != 3)) {
            return Kind.NOT;
        }
        return dots + commas == 0 ? Kind.WHOLE : dots > 0 ? Kind.DOT : run > 0 ? Kind.COMMA : Kind.NOT;
    }

    static boolean fits(Kind kind, Style style) {
        return kind != Kind.NOT && kind != (style == Style.DOT ? Kind.COMMA : Kind.DOT);
    }

    /** The value times 10 to the power of {@code scale}, correctly rounded; NaN beyond the largest number. */
    static double value(char[] text, int start, int end, Style style, int scale) {
        char mark = style == Style.DOT ? '.' : ',';
        long mantissa = 0;
        int digits = 0;
        int decimals = -1;
        int i = start;
        for (; i < end && text[i] != 'e' && text[i] != 'E'; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                digits += mantissa == 0 ? 0 : 1;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == mark) {
                decimals = 0;
            }
        }
        int power = scale - Math.max(decimals, 0) + power(text, i, end);
        if (digits < 16 && Math.abs(power) < POWERS.length) {
            return power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
        }
        StringBuilder plain = new StringBuilder(end - start + 8);
        for (int d = start; d < i; d++) {
            if (text[d] >= '0' && text[d] <= '9') {
                plain.append(text[d]);
            }
        }
        double value = Double.parseDouble(plain.append('e').append(power).toString());
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static int power(char[] text, int start, int end) {
        int power = 0;
        for (int i = start + 1; i < end; i++) {
            boolean digit = text[i] >= '0' && text[i] <= '9';
            power = digit ? Math.min(99_999, power * 10 + (text[i] - '0')) : power;
        }
        return start + 1 < end && text[start + 1] == '-' ? -power : power;
    }

    private static boolean exponent(char[] text, int start, int end) {
        int i = start;
        if (text[i] != 'e' && text[i] != 'E') {
            return false;
        }
        i++;
        if (i < end && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        int first = i;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i == end && i > first;
    }

    private static boolean gap(char c) {
        return c == ' ' || c == '\'' || c == '\u2019' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }
}
