package io.riskloom.engine.data;

/**
 * Numbers as files write them, without regular expressions and mostly without objects. A dot or a comma may be the decimal
 * mark, the other one, blanks and apostrophes group thousands; {@code 1,234} alone does not tell which, so the whole file is
 * asked. What may stand around the digits is in {@link Figure}: {@code 12.5%} is 0.125, {@code (1.2M)} is −1,200,000.
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

    /** More digits than any number of 64 bits has places; longer cells are no numbers. */
    private static final int LONGEST = 400;

    private Numbers() {}

    static Kind kind(char[] text, int start, int length) {
        if (length == 0 || length > LONGEST) {
            return Kind.NOT;
        }
        int end = start + length;
        Kind plain = Digits.kind(text, start + (sign(text[start]) ? 1 : 0), end);
        if (plain != Kind.NOT || !Figure.possible(text, start, end)) {
            return plain;
        }
        Figure figure = new Figure(text, start, end);
        return figure.fits() ? figure.kind() : Kind.NOT;
    }

    /** The cell's value, correctly rounded; NaN where it is no finite number in that style. */
    static double parse(char[] text, int start, int length, Style style) {
        int end = start + length;
        int i = start;
        boolean negative = length > 0 && minus(text[i]);
        if (length > 0 && sign(text[i])) {
            i++;
        }
        char mark = style == Style.DOT ? '.' : ',';
        long mantissa = 0;
        int digits = 0;
        int decimals = -1;
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == mark && decimals < 0) {
                decimals = 0;
            } else {
                break;
            }
        }
        boolean open = decimals == 0 && mark == ','; // "5." is a number, "5," is none
        if (i == end
                && digits > 0
                && digits < 16
                && !open) { // both below 2^53 and 10^22: one division rounds correctly
            double value = mantissa / Digits.POWERS[Math.max(decimals, 0)];
            return negative ? -value : value;
        }
        return parseSlowly(text, start, end, style);
    }

    private static double parseSlowly(char[] text, int start, int end, Style style) {
        if (start == end || end - start > LONGEST) {
            return Double.NaN;
        }
        int first = start + (sign(text[start]) ? 1 : 0);
        if (Digits.fits(Digits.kind(text, first, end), style)) {
            double value = Digits.value(text, first, end, style, 0);
            return minus(text[start]) ? -value : value;
        } else if (!Figure.possible(text, start, end)) {
            return Double.NaN;
        }
        Figure figure = new Figure(text, start, end);
        return figure.fits() ? figure.value(style) : Double.NaN;
    }

    static boolean sign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
    }

    static boolean minus(char c) {
        return c == '-' || c == '\u2212';
    }
}
