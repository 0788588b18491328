package io.riskloom.engine.judge;

import java.util.Locale;

/** Numbers as arguments of notices. */
public final class Text {
    private Text() {}

    /** With a real minus sign, and none before a number that is rounded to zero. */
    public static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String size = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        boolean zero = size.chars().allMatch(c -> c == '0' || c == '.');
        return value < 0 && !zero ? "−" + size : size;
    }

    /** A share as a percentage without its sign. */
    public static String percent(double share) {
        return number(100 * share, 1);
    }

    /** A p-value: three decimals, or {@code <0.001}. */
    public static String p(double value) {
        return value < 0.001 ? "<0.001" : number(value, 3);
    }

    /** A p-value with its sign: {@code = 0.015} or {@code < 0.001}. */
    static String signedP(double value) {
        return value < 0.001 ? "< 0.001" : "= " + number(value, 3);
    }
}
