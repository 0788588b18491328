package io.riskloom.engine.quality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Numbers that stand for a missing value, as bureaus and core systems write them: several nines, and 96 to 98 beside 99. One
 * is suspected where it stands in several rows and far from all other values: below zero where no other value is, or farther
 * from them than their whole range and three of their interquartile ranges. A lone −1 must also be frequent.
 */
public final class SpecialCodes {

    private static final double[] CODES = Stream.of(
                    DoubleStream.of(-1, -9, -99, -999, -9999, -99999, -999999, -9999999, -99999999),
                    DoubleStream.of(96, 97, 98, 99, 996, 997, 998, 999, 9996, 9997, 9998, 9999),
                    DoubleStream.of(99999, 999999, 9999999, 99999999, 999999999))
            .flatMapToDouble(codes -> codes)
            .sorted()
            .toArray();

    private static final int FEWEST_ROWS = 20;
    private static final int REPEATED = 2;
    private static final double FREQUENT = 0.01;
    private static final double FAR = 3;

    private SpecialCodes() {}

    /** Those suspected in a column, ascending; its missing cells are NaN. */
    public static List<Double> of(double[] values) {
        return in(Order.sorted(values));
    }

    /** As {@link #of} for numbers without NaN in ascending order. */
    static List<Double> in(double[] sorted) {
        double[] rest = Arrays.stream(sorted).filter(v -> !known(v)).toArray();
        if (sorted.length < FEWEST_ROWS || rest.length == 0) {
            return List.of();
        }
        double low = rest[0];
        double high = rest[rest.length - 1];
        double range = Order.quantile(rest, 0.75) - Order.quantile(rest, 0.25);
        double far = Math.max(high - low, FAR * range);
        return Arrays.stream(CODES)
                .filter(code -> count(sorted, code) >= (code == -1 ? FREQUENT * sorted.length : 0) + REPEATED)
                .filter(code -> code - high > far || low - code > far || (code < 0 && low >= 0))
                .boxed()
                .toList();
    }

    static int count(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, value);
        if (place < 0) {
            return 0;
        }
        int from = place;
        while (from > 0 && sorted[from - 1] == value) {
            from--;
        }
        int to = place;
        while (to < sorted.length && sorted[to] == value) {
            to++;
        }
        return to - from;
    }

    private static boolean known(double value) {
        return Arrays.binarySearch(CODES, value) >= 0;
    }
}
