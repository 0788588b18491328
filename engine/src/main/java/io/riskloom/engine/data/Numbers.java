package io.riskloom.engine.data;

/**
 * Numbers as files write them, without regular expressions and mostly without objects. A dot or a comma may be the decimal
 * mark, the other one groups thousands; {@code 1,234} alone does not tell which, so the whole file is asked.
 */
final class Numbers {

    /** How a file writes its decimal mark. */
    enum Style {
        DOT,
        COMMA
    }

    /** What one cell says about the decimal mark. */
    enum Kind {
        NOT,
        WHOLE,
        DOT,
        COMMA,
        MAYBE_DOT,
        MAYBE_COMMA
    }

    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Numbers() {}

    static Kind kind(char[] text, int start, int length) {
        int end = start + length;
        int i = start + (length > 0 && isSign(text[start]) ? 1 : 0);
        int first = i;
        int digits = 0;
        int run = 0;
        int dots = 0;
        int commas = 0;
        int lastMark = -1;
        boolean grouped = true;
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits++;
                run++;
            } else if (c == '.' || c == ',') {
                grouped &= dots + commas == 0 ? run >= 1 && run <= 3 : run == 3;
                dots += c == '.' ? 1 : 0;
                commas += c == ',' ? 1 : 0;
                lastMark = i;
                run = 0;
            } else {
                break;
            }
        }
        boolean exponent = i < end;
        if (digits == 0 || (exponent && !isExponent(text, i, end))) {
            return Kind.NOT;
        }
        if (dots + commas == 0) {
            return Kind.WHOLE;
        }
        boolean dot = text[lastMark] == '.';
        int lasts = dot ? dots : commas;
        int others = dot ? commas : dots;
        Kind decimal = dot ? Kind.DOT : Kind.COMMA;
        if (lasts > 1) { // the mark groups thousands, so the other one is the decimal mark
            return others == 0 && grouped && run == 3 && !exponent ? (dot ? Kind.COMMA : Kind.DOT) : Kind.NOT;
        }
        if (others > 0) {
            return grouped && run > 0 ? decimal : Kind.NOT;
        }
        if (run == 0 && !dot) {
            return Kind.NOT;
        }
        boolean thousands = grouped && run == 3 && !exponent && text[first] != '0';
        return thousands ? (dot ? Kind.MAYBE_DOT : Kind.MAYBE_COMMA) : decimal;
    }

    /** The cell's value, correctly rounded; NaN where it is no finite number in that style. */
    static double parse(char[] text, int start, int length, Style style) {
        int end = start + length;
        int i = start;
        boolean negative = length > 0 && (text[i] == '-' || text[i] == '\u2212');
        if (length > 0 && isSign(text[i])) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = -1;
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == '.' && style == Style.DOT && decimals < 0) {
                decimals = 0;
            } else {
                break;
            }
        }
        if (i == end && digits > 0 && digits < 16) { // both below 2^53 and 10^22: one division rounds correctly
            double value = mantissa / POWERS[Math.max(decimals, 0)];
            return negative ? -value : value;
        }
        return parseSlowly(text, start, length, style);
    }

    private static double parseSlowly(char[] text, int start, int length, Style style) {
        Kind kind = kind(text, start, length);
        boolean fits =
                style == Style.DOT ? kind != Kind.NOT && kind != Kind.COMMA : kind != Kind.NOT && kind != Kind.DOT;
        if (!fits) {
            return Double.NaN;
        }
        char mark = style == Style.DOT ? '.' : ',';
        StringBuilder plain = new StringBuilder(length);
        for (int i = start; i < start + length; i++) {
            char c = text[i];
            if (c == mark) {
                plain.append('.');
            } else if (c == '\u2212') {
                plain.append('-');
            } else if (c != '.' && c != ',') {
                plain.append(c);
            }
        }
        double value = Double.parseDouble(plain.toString());
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
    }

    private static boolean isExponent(char[] text, int start, int end) {
        int i = start;
        if (text[i] != 'e' && text[i] != 'E') {
            return false;
        }
        i++;
        if (i < end && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        int digits = 0;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
            digits++;
        }
        return i == end && digits > 0;
    }
}
