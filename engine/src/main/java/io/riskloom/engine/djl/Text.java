package io.riskloom.engine.djl;

import java.util.Locale;

/** Numbers as arguments of notices. */
final class Text {
    private Text() {}

    static String number(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A share as a percentage without its sign. */
    static String percent(double share) {
        return number(100 * share, 1);
    }

    /** A p-value: three decimals, or {@code <0.001}. */
    static String p(double value) {
        return value < 0.001 ? "<0.001" : number(value, 3);
    }
}
