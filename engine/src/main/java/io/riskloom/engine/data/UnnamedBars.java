package io.riskloom.engine.data;

import io.riskloom.engine.data.PriceLayout.Quote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Open, high, low, close and perhaps volume where no name tells them: four numbers of which the second is the highest and the
 * third the lowest in all rows.
 */
final class UnnamedBars {

    private static final int PRICES = 4;

    /** Separate series hardly stay so near to each other as the high and the low of a day do. */
    private static final double NEAR = 2;

    private final PriceColumns columns;
    private final int rows;

    UnnamedBars(PriceColumns columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** In a file without names. */
    Optional<Quote> find(List<Integer> values, List<ImportReport.Warning> warnings) {
        return find(values, "data.warn.barsGuessed", warnings);
    }

    /** In a file whose names are unknown: four or five numbers, no more, above zero, and each high less than twice its low. */
    Optional<Quote> findNamed(List<Integer> values, List<ImportReport.Warning> warnings) {
        if (values.size() < PRICES || values.size() > PRICES + 1) {
            return Optional.empty();
        }
        double[] highs = columns.numbers(values.get(1));
        double[] lows = columns.numbers(values.get(2));
        boolean near = IntStream.range(0, rows).noneMatch(row -> lows[row] <= 0 || highs[row] >= NEAR * lows[row]);
        return near ? find(values, "data.warn.barsByValue", warnings) : Optional.empty();
    }

    private Optional<Quote> find(List<Integer> values, String warning, List<ImportReport.Warning> warnings) {
        if (values.size() < PRICES || !ordered(values)) {
            return Optional.empty();
        }
        Map<String, Integer> found =
                new TreeMap<>(Map.of("open", values.get(0), "high", values.get(1), "low", values.get(2)));
        if (values.size() == PRICES + 1) {
            found.put("volume", values.get(PRICES));
        }
        int close = values.get(3);
        Notice notice = Notice.of(warning, "", columns.name(close), columns.name(values.get(0)));
        warnings.add(new ImportReport.Warning(0, columns.name(close), notice));
        return Optional.of(new Quote("", close, false, -1, found));
    }

    /** Whether no row contradicts, and at least one holds all four. */
    private boolean ordered(List<Integer> values) {
        double[][] bars = values.stream().limit(PRICES).map(columns::numbers).toArray(double[][]::new);
        boolean full = false;
        for (int row = 0; row < rows; row++) {
            double high = bars[1][row];
            double low = bars[2][row];
            double top = Math.max(bars[0][row], bars[3][row]);
            double bottom = Math.min(bars[0][row], bars[3][row]);
            if (top > high || bottom < low || low > high) {
                return false;
            }
            full |= !Double.isNaN(top + bottom + high + low);
        }
        return full;
    }
}
