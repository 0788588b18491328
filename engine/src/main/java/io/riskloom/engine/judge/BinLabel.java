package io.riskloom.engine.judge;

import io.riskloom.engine.feature.WoeBins;
import java.math.BigDecimal;
import java.math.MathContext;

/** A bin without words: {@code < 5}, {@code 5 – 10}, {@code ≥ 10}, {@code own, rent}, {@code = -9}, {@code NA}, {@code *} for other levels. */
final class BinLabel {

    private static final MathContext DIGITS = new MathContext(6);

    private BinLabel() {}

    static String of(WoeBins.Bin bin) {
        return switch (bin.kind()) {
            case WoeBins.RANGE -> range(bin.low(), bin.high());
            case WoeBins.LEVELS -> String.join(", ", bin.levels());
            case WoeBins.SPECIAL -> "= " + number(bin.low());
            case WoeBins.MISSING -> "NA";
            default -> "*";
        };
    }

    private static String range(double low, double high) {
        if (Double.isInfinite(low)) {
            return Double.isInfinite(high) ? "−∞ – ∞" : "< " + number(high);
        }
        return Double.isInfinite(high) ? "≥ " + number(low) : number(low) + " – " + number(high);
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
