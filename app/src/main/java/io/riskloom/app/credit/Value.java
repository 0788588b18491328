package io.riskloom.app.credit;

import io.riskloom.engine.data.CreditColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A cell of a credit table as text. */
final class Value {

    private static final int DIGITS = 6;

    private Value() {}

    /** Empty where the cell is missing. */
    static String of(CreditColumn column, int row) {
        return switch (column) {
            case CreditColumn.Numeric numbers -> number(numbers.values()[row]);
            case CreditColumn.Categorical categories ->
                categories.codes()[row] < 0
                        ? ""
                        : categories.levels().get(categories.codes()[row]);
        };
    }

    /** Without trailing zeros, at most six significant digits after a whole part; empty for NaN. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        int places = Math.clamp(DIGITS - (exact.precision() - exact.scale()), 0, DIGITS);
        BigDecimal rounded = exact.scale() > places ? exact.setScale(places, RoundingMode.HALF_EVEN) : exact;
        String words =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return words.startsWith("-") ? "−" + words.substring(1) : words;
    }
}
