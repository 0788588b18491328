package io.riskloom.engine.feature;

import java.util.Arrays;

/**
 * The steps in which a file's numbers come.
 *
 * @param decimals of prices; −1 where they have none in common
 * @param lot      largest power of ten that all volumes are multiples of
 */
public record Ticks(int decimals, double lot) {
    private static final int MOST = 4;
    private static final double LARGEST = 1e9;
    /** Prices of single precision are this far from their decimals, relative to their size. */
    private static final double SINGLE = 1.2e-7;

    public static Ticks of(Bars bars) {
        int decimals = 0;
        while (decimals <= MOST && !(rounded(bars.open(), decimals) && rounded(bars.close(), decimals))) {
            decimals++;
        }
        double lot = LARGEST;
        while (lot > 1 && !multiples(bars.volume(), lot)) {
            lot /= 10;
        }
        return new Ticks(decimals <= MOST ? decimals : -1, lot);
    }

    private static boolean rounded(double[] prices, int decimals) {
        double scale = Math.pow(10, decimals);
        return Arrays.stream(prices).allMatch(p -> Math.abs(p - Math.rint(p * scale) / scale) <= SINGLE * p);
    }

    private static boolean multiples(double[] volumes, double lot) {
        return Arrays.stream(volumes).allMatch(v -> v % lot == 0);
    }

    /** To the nearest step, at least one. */
    public double price(double price) {
        if (decimals < 0) {
            return price;
        }
        double scale = Math.pow(10, decimals);
        return Math.max(1, Math.rint(price * scale)) / scale;
    }

    /** To the nearest lot, at least one. */
    public double volume(double volume) {
        return Math.max(1, Math.rint(volume / lot)) * lot;
    }
}
