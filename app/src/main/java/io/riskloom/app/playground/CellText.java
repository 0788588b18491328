package io.riskloom.app.playground;

import java.util.Locale;

/** Numbers of a grid as text: plain where whole, a real minus sign, no more digits than there is room for. */
final class CellText {

    private static final int DIGITS = 4;

    private CellText() {}

    /** At most four decimals, trailing zeros cut; tiny and huge numbers with an exponent. */
    static String of(double value) {
        double size = Math.abs(value);
        if (Double.isInfinite(value)) {
            return value < 0 ? "−∞" : "∞";
        }
        if (size != 0 && (size < 5e-5 || size >= 1e9)) {
            return minus(String.format(Locale.ROOT, "%.2e", value));
        }
        return minus(fixed(value, DIGITS));
    }

    /** Whether {@link #of} leaves nothing out but the noise of floating point. */
    static boolean exact(double value) {
        double shown = Math.rint(value * 1e4) / 1e4;
        return Math.abs(value - shown) <= 1e-12 * Math.max(1, Math.abs(value)) && Math.abs(value) < 1e9;
    }

    /**
     * As {@link #of} within a room; decimals go first, then the zero before the point.
     *
     * @param room how many digits would fit side by side
     */
    static String fit(double value, double room) {
        if (Double.isInfinite(value)) {
            return of(value);
        }
        for (int digits = DIGITS; digits >= 0; digits--) {
            String fixed = fixed(value, digits);
            if (value != 0 && Double.parseDouble(fixed) == 0) {
                continue; // what is not zero must not look like it
            }
            String text = minus(fixed);
            String bare = text.replaceFirst("^(−?)0\\.", "$1.");
            if (width(text) <= room) {
                return text;
            } else if (width(bare) <= room) {
                return bare;
            }
        }
        String power = minus(String.format(Locale.ROOT, "%.0e", value)
                .replace("e+0", "e")
                .replace("e-0", "e−")
                .replace("e+", "e"));
        return width(power) <= room ? power : "…";
    }

    /** In digits of the text's font: a point takes less than half of one. */
    private static double width(String text) {
        return text.length() - 0.55 * text.chars().filter(c -> c == '.').count();
    }

    private static String fixed(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        if (digits > 0) {
            text = text.replaceFirst("\\.?0+$", "");
        }
        return text.equals("-0") ? "0" : text;
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
