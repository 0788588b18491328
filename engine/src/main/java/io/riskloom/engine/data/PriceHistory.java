package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.List;

/**
 * One instrument's prices in ascending date order. {@code close} is always there; the other columns are empty arrays where
 * the file does not have them. Arrays are copied in and out.
 *
 * <p>A file without dates has its rows as time: its dates are made up, one day a row from {@link #FIRST_ROW} on, and
 * {@link #dated()} is false. Show {@link #row} in their place.
 *
 * @param symbol ticker, or the file's name where it names none
 * @param dates  trading dates, strictly ascending
 * @param close  the price that models use (adjusted close where the file has one), one a date, finite and positive
 * @param volume units traded, may exceed 32 bits
 */
public record PriceHistory(
        String symbol,
        List<LocalDate> dates,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume,
        Source source) {

    /**
     * The date that stands for row 1 of a file without dates; no file can hold it. So early that the rows of the largest file
     * (2 GiB, at least two bytes each) end before the year 1000, and that differences of days fit 32 bits.
     */
    public static final LocalDate FIRST_ROW = LocalDate.ofEpochDay(-2_000_000_000);

    private static final int FIRST_YEAR = 1000;

    public PriceHistory {
        dates = Days.copyOf(dates);
        open = column("open", open, dates.size());
        high = column("high", high, dates.size());
        low = column("low", low, dates.size());
        volume = column("volume", volume, dates.size());
        if (close.length != dates.size()) {
            throw new IllegalArgumentException(close.length + " closes for " + dates.size() + " dates");
        }
        close = close.clone();
    }

    private static double[] column(String name, double[] values, int rows) {
        if (values.length != 0 && values.length != rows) {
            throw new IllegalArgumentException(values.length + " values in " + name + " for " + rows + " dates");
        }
        return values.clone();
    }

    public int size() {
        return dates.size();
    }

    /** Whether the dates are the file's own. */
    public boolean dated() {
        return dates.isEmpty() || dated(dates.getFirst());
    }

    /** Whether a date is one of a file; those before the year 1000 stand for rows. */
    public static boolean dated(LocalDate date) {
        return date.getYear() >= FIRST_YEAR;
    }

    /** The row, counted from 1, that a made-up date stands for. */
    public static int row(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST_ROW.toEpochDay()) + 1;
    }

    /** Whether open, high and low are all there, so that candles can be drawn. */
    public boolean hasBars() {
        return open.length > 0 && high.length > 0 && low.length > 0;
    }

    @Override
    public double[] open() {
        return open.clone();
    }

    @Override
    public double[] high() {
        return high.clone();
    }

    @Override
    public double[] low() {
        return low.clone();
    }

    @Override
    public double[] close() {
        return close.clone();
    }

    @Override
    public double[] volume() {
        return volume.clone();
    }
}
