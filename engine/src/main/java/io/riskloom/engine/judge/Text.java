package io.riskloom.engine.judge;

import java.util.Locale;

/** Numbers as arguments of notices. */
public final class Text {
    private Text() {}

    public static String number(double value, int decimals) {
        return !Double.isFinite(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
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
