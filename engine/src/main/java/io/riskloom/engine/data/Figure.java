package io.riskloom.engine.data;

import io.riskloom.engine.data.Numbers.Kind;
import io.riskloom.engine.data.Numbers.Style;

/**
 * A number with what stands around its digits, each at most once: a sign before or behind or parentheses for a negative one, a
 * currency, a percent sign (a hundredth) or a multiplier. Full-width characters count as their usual ones. Blanks may stand
 * between the parts.
 */
final class Figure {

    /** Longer ones first where one ends another. */
    private static final String[] MULTIPLIERS = {
        "万亿", "萬億", "亿", "億", "万", "萬", "bn", "Bn", "BN", "mn", "Mn", "MN", "Mrd.", "Mrd", "Mio.", "Mio", "K", "k", "M",
        "B", "T"
    };

    private static final int[] POWERS = {12, 12, 8, 8, 4, 4, 9, 9, 9, 6, 6, 6, 9, 9, 6, 6, 3, 3, 6, 9, 12};

    private static final char FULL_WIDTH = '\uFF01';

    private final char[] text;
    private int start;
    private int end;
    private boolean signed;
    private boolean negative;
    private boolean opened;
    private boolean closed;
    private boolean currency;
    private boolean percent;
    private boolean multiplied;
    private boolean attached;
    private int scale;

    Figure(char[] cell, int from, int to) {
        this.text = halfWidth(cell, from, to);
        this.start = text == cell ? from : 0;
        this.end = text == cell ? to : text.length;
        while (start < end && (blank(text[start]) || front())) {
            start += blank(text[start]) ? 1 : 0;
        }
        while (start < end && (blank(text[end - 1]) || back())) {
            end -= blank(text[end - 1]) ? 1 : 0;
        }
    }

    /** Whether a cell ends with a percent sign, or has one before a closing parenthesis or a minus. */
    static boolean percent(char[] text, int start, int length) {
        int end = start + length;
        return length > 1 && (sign(text[end - 1]) || (!digit(text[end - 1]) && sign(text[end - 2])));
    }

    private static boolean sign(char c) {
        return c == '%' || c == '\uFF05';
    }

    /** Whether anything but digits stands at an end of a cell that holds a digit. */
    static boolean possible(char[] text, int start, int end) {
        if (digit(text[start]) && digit(text[end - 1])) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (digit(text[i]) || (text[i] >= '\uFF10' && text[i] <= '\uFF19')) {
                return true;
            }
        }
        return false;
    }

    /** Whether what was taken off goes together; {@code 007B} and {@code USD001} are codes. */
    boolean fits() {
        boolean code = end - start > 1 && text[start] == '0' && digit(text[start + 1]);
        return start < end && opened == closed && !(percent && (currency || multiplied)) && !(attached && code);
    }

    Kind kind() {
        Kind kind = Digits.kind(text, start, end);
        boolean exponent = multiplied || percent || currency || opened;
        return exponent && exponent() ? Kind.NOT : kind;
    }

    /** NaN where the digits are no finite number in that style. */
    double value(Style style) {
        if (!Digits.fits(kind(), style)) {
            return Double.NaN;
        }
        double value = Digits.value(text, start, end, style, scale);
        return negative || opened ? -value : value;
    }

    private boolean exponent() {
        for (int i = start; i < end; i++) {
            if (text[i] == 'e' || text[i] == 'E') {
                return true;
            }
        }
        return false;
    }

    /** Takes one part off the front. */
    private boolean front() {
        char c = text[start];
        if (Numbers.sign(c) && !signed && !opened) {
            signed = true;
            negative = Numbers.minus(c);
            start++;
            return true;
        } else if (c == '(' && !signed && !opened) {
            opened = true;
            start++;
            return true;
        }
        int length = currency ? 0 : Currencies.before(text, start, end);
        if (length > 0) {
            currency = true;
            start += length;
            attached |= start < end && Character.isLetter(text[start - 1]) && digit(text[start]);
        }
        return length > 0;
    }

    /** Takes one part off the back. */
    private boolean back() {
        char c = text[end - 1];
        if (c == ')' && opened && !closed) {
            closed = true;
            end--;
            return true;
        } else if (c == '%' && !percent) {
            percent = true;
            scale -= 2;
            end--;
            return true;
        } else if (Numbers.minus(c) && !signed && !opened) {
            signed = true;
            negative = true;
            end--;
            return true;
        }
        int length = currency ? 0 : Currencies.behind(text, start, end);
        currency |= length > 0;
        length = length > 0 || multiplied ? length : multiplier();
        end -= length;
        attached |= length > 0 && end > start && Character.isLetter(text[end]) && digit(text[end - 1]);
        return length > 0;
    }

    private int multiplier() {
        for (int i = 0; i < MULTIPLIERS.length; i++) {
            if (Currencies.endsWith(text, start, end, MULTIPLIERS[i])) {
                multiplied = true;
                scale += POWERS[i];
                return MULTIPLIERS[i].length();
            }
        }
        return 0;
    }

    private static char[] halfWidth(char[] cell, int from, int to) {
        int first = from;
        while (first < to && (cell[first] < FULL_WIDTH || cell[first] > '\uFF5E')) {
            first++;
        }
        if (first == to) {
            return cell;
        }
        char[] half = new char[to - from];
        for (int i = from; i < to; i++) {
            boolean full = cell[i] >= FULL_WIDTH && cell[i] <= '\uFF5E';
            half[i - from] = full ? (char) (cell[i] - FULL_WIDTH + '!') : cell[i];
        }
        return half;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean blank(char c) {
        return c == ' ' || Cells.blank(c);
    }
}
