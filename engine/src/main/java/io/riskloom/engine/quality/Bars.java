package io.riskloom.engine.quality;

import java.util.BitSet;

/** Highs and lows that do not enclose open and close, with room for rounded adjustments. */
final class Bars {

    private static final double SLACK = 1e-4;

    private Bars() {}

    static BitSet wrong(Series series) {
        BitSet wrong = new BitSet();
        if (series.high().length == 0 || series.low().length == 0) {
            return wrong;
        }
        for (int row = 0; row < series.size(); row++) {
            double slack = SLACK * series.close()[row];
            boolean above = highest(series, row) > series.high()[row] + slack;
            boolean below = lowest(series, row) < series.low()[row] - slack;
            wrong.set(row, above || below || series.low()[row] > series.high()[row]);
        }
        return wrong;
    }

    /** Widens high and low of these rows in place; a bar without a high or low keeps none. */
    static void widen(Series series, BitSet rows) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            double high = Math.max(series.high()[row], series.low()[row]);
            double low = Math.min(series.high()[row], series.low()[row]);
            if (!Double.isNaN(high)) {
                series.high()[row] = Math.max(high, highest(series, row));
                series.low()[row] = Math.min(low, lowest(series, row));
            } else if (!Double.isNaN(series.high()[row])) {
                series.high()[row] = Math.max(series.high()[row], highest(series, row));
            } else {
                series.low()[row] = Math.min(series.low()[row], lowest(series, row));
            }
        }
    }

    private static double highest(Series series, int row) {
        return Math.max(first(series, row), series.close()[row]);
    }

    private static double lowest(Series series, int row) {
        return Math.min(first(series, row), series.close()[row]);
    }

    private static double first(Series series, int row) {
        boolean known = series.open().length > 0 && !Double.isNaN(series.open()[row]);
        return known ? series.open()[row] : series.close()[row];
    }
}
