package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.List;

/**
 * One instrument's prices in ascending date order. {@code close} is always there; the other columns are empty arrays where
 * the file does not have them. Arrays are copied in and out.
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

    public PriceHistory {
        dates = List.copyOf(dates);
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
