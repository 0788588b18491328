package io.riskloom.app.text;

import io.riskloom.engine.data.PriceHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/** Numbers as people read them: decimal point, comma for thousands (also in Chinese), fixed digits, a real minus sign. */
public final class Formats {

    private static final String MISSING = "–";

    private Formats() {}

    /** {@code 1,234.57}; an en dash for NaN. */
    public static String number(double value, int digits) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        return minus(String.format(Locale.ROOT, "%,." + digits + "f", value));
    }

    /** At most four significant digits: {@code 0.01234}, {@code 12.34}, {@code 1.2e-7}. */
    public static String compact(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e9)) {
            return minus(String.format(Locale.ROOT, "%.1e", value));
        }
        int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return minus(String.format(Locale.ROOT, "%,." + digits + "f", value));
    }

    /** A share in [0, 1] as {@code 51.3%}. */
    public static String percent(double share, int digits) {
        return Double.isNaN(share) ? MISSING : number(share * 100, digits) + "%";
    }

    /** A date in ISO form; {@code #12} for the twelfth row of a file without dates. */
    public static String day(LocalDate date) {
        return PriceHistory.dated(date) ? date.toString() : "#" + PriceHistory.row(date);
    }

    /** {@code 0:48}, {@code 12:03} or {@code 1:02:03}. */
    public static String duration(double seconds) {
        if (Double.isNaN(seconds)) {
            return MISSING;
        }
        Duration d = Duration.ofSeconds(Math.round(seconds));
        return d.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", d.toHours(), d.toMinutesPart(), d.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", d.toMinutes(), d.toSecondsPart());
    }

    /** A real minus sign, and none before a number that is rounded to zero. */
    private static String minus(String text) {
        if (!text.startsWith("-")) {
            return text;
        }
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.substring(1) : "−" + text.substring(1);
    }
}
