package io.riskloom.engine.quality;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A price history as plain arrays, so that checks and corrections read it without copies.
 *
 * @param days  of the epoch, ascending
 * @param lines of the file; a row that a correction filled in has the line of the row before it
 */
record Series(
        String name,
        boolean dated,
        int[] days,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume,
        int[] lines) {

    static Series of(PriceHistory history, int[] lines) {
        int[] days = new int[history.size()];
        int next = 0;
        for (LocalDate date : history.dates()) {
            days[next++] = (int) date.toEpochDay();
        }
        return new Series(
                history.symbol(),
                history.dated(),
                days,
                history.open(),
                history.high(),
                history.low(),
                history.close(),
                history.volume(),
                lines);
    }

    PriceHistory history(Source source) {
        List<LocalDate> dates = new ArrayList<>(days.length);
        for (int day : days) {
            dates.add(LocalDate.ofEpochDay(day));
        }
        return new PriceHistory(name, dates, open, high, low, close, volume, source);
    }

    int size() {
        return days.length;
    }

    boolean filledIn(int row) {
        return row > 0 && lines[row] == lines[row - 1];
    }

    /** Date of a row in ISO form; its number in a file without dates. */
    String when(int row) {
        LocalDate date = LocalDate.ofEpochDay(days[row]);
        return dated ? date.toString() : String.valueOf(PriceHistory.row(date));
    }

    /** The epoch day that {@link #when} wrote so. */
    int day(String when) {
        LocalDate date = dated ? LocalDate.parse(when) : PriceHistory.FIRST_ROW.plusDays(Integer.parseInt(when) - 1L);
        return (int) date.toEpochDay();
    }

    /** Without the days after that one; as it is where it has no dates. */
    Series until(LocalDate latest) {
        return dated ? without(row -> days[row] > latest.toEpochDay()) : this;
    }

    /** Without the rows that are named. */
    Series without(IntPredicate leftOut) {
        int[] kept = IntStream.range(0, size()).filter(leftOut.negate()).toArray();
        return kept.length == size() ? this : at(kept);
    }

    /** Rows of this series, in that order; arrays that are empty stay so. */
    private Series at(int[] rows) {
        return new Series(
                name,
                dated,
                IntStream.of(rows).map(row -> days[row]).toArray(),
                at(open, rows),
                at(high, rows),
                at(low, rows),
                at(close, rows),
                at(volume, rows),
                IntStream.of(rows).map(row -> lines[row]).toArray());
    }

    private static double[] at(double[] values, int[] rows) {
        return values.length == 0
                ? values
                : IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** With rows on further days: each has the close of the row before it as all its prices, and volume 0. */
    Series filled(int[] more) {
        int[] added = IntStream.of(more).sorted().distinct().toArray();
        List<int[]> rows = new ArrayList<>(); // row to copy, day, 1 where it is filled in
        int next = 0;
        for (int row = 0; row < size(); row++) {
            while (next < added.length && added[next] < days[row]) {
                if (row > 0) {
                    rows.add(new int[] {row - 1, added[next], 1});
                }
                next++;
            }
            if (next < added.length && added[next] == days[row]) {
                next++;
            }
            rows.add(new int[] {row, days[row], 0});
        }
        Series wider = at(rows.stream().mapToInt(row -> row[0]).toArray());
        for (int i = 0; i < rows.size(); i++) {
            wider.days[i] = rows.get(i)[1];
            if (rows.get(i)[2] == 1) {
                wider.flatten(i);
            }
        }
        return wider;
    }

    private void flatten(int row) {
        for (double[] bar : List.of(open, high, low)) {
            if (bar.length > 0) {
                bar[row] = close[row];
            }
        }
        if (volume.length > 0) {
            volume[row] = 0;
        }
    }
}
