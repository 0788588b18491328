package io.riskloom.engine.quality;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the arguments of notices and steps: a decimal point, no grouping, no exponent. */
final class Plain {

    private Plain() {}

    /** All digits that the value needs, so that the text parses back to it. */
    static String exact(double value) {
        return plain(new BigDecimal(Double.toString(value)));
    }

    /** Rounded to six significant digits; whole numbers keep all of theirs. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        return plain(value == Math.rint(value) ? exact : exact.round(new MathContext(6)));
    }

    /** A share of 1 in percent, two significant digits. */
    static String percent(double share) {
        return plain(new BigDecimal(100 * share).round(new MathContext(2)));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
