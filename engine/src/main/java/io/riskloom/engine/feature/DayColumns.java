package io.riskloom.engine.feature;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;

/** The columns of a history and what is computed of them day by day; a value of day t uses days up to t only. */
final class DayColumns {

    /** Least ln of a day's range counted, in ln(H/L): .05 %, as the tried recipes have it. */
    static final double RANGE_FLOOR = 5e-4;

    private final List<LocalDate> dates;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final double[] returns;

    DayColumns(PriceHistory history) {
        this.dates = history.dates();
        this.high = history.high();
        this.low = history.low();
        this.close = history.close();
        this.volume = history.volume();
        this.returns = Returns.log(close);
    }

    /** A bar's prices with the close of the day where one is missing. */
    static double[] filled(double[] prices, double[] close) {
        double[] out = prices.clone();
        for (int t = 0; t < out.length; t++) {
            out[t] = Double.isNaN(out[t]) ? close[t] : out[t];
        }
        return out;
    }

    double[] high() {
        return high;
    }

    double[] low() {
        return low;
    }

    double[] close() {
        return close;
    }

    double[] logReturn() {
        double[] days = new double[returns.length + 1];
        System.arraycopy(returns, 0, days, 1, returns.length);
        return days;
    }

    double[] logPrice() {
        double[] out = new double[close.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = Math.log(close[t]);
        }
        return out;
    }

    double[] range() {
        double[] out = new double[high.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = orZero(Math.log(high[t] / low[t]));
        }
        return out;
    }

    double[] closeInRange() {
        double[] out = new double[high.length];
        for (int t = 0; t < out.length; t++) {
            double place = orZero((close[t] - low[t]) / (high[t] - low[t]) - 0.5);
            out[t] = Math.clamp(place, -0.5, 0.5);
        }
        return out;
    }

    double[] volumeChange() {
        double[] out = new double[volume.length];
        for (int t = 1; t < out.length; t++) {
            out[t] = orZero(Math.log(volume[t] / volume[t - 1]));
        }
        return out;
    }

    /** √ of {@link #meanSquare}. */
    double[] volatility(int days) {
        double[] out = meanSquare(days);
        for (int t = 0; t < out.length; t++) {
            out[t] = Math.sqrt(out[t]);
        }
        return out;
    }

    /** ½ ln of {@code share} times {@link #meanSquare}, floored at {@link VolatilityTarget#FLOOR}. */
    double[] logVolatility(int days, double share) {
        double[] out = meanSquare(days);
        for (int t = 0; t < out.length; t++) {
            out[t] = 0.5 * Math.log(Math.max(out[t] * share, VolatilityTarget.FLOOR));
        }
        return out;
    }

    /** ln of {@link #range}, floored at {@link #RANGE_FLOOR}. */
    double[] logRange() {
        double[] out = range();
        for (int t = 0; t < out.length; t++) {
            out[t] = Math.log(Math.max(out[t], RANGE_FLOOR));
        }
        return out;
    }

    /** sin(2π·part/{@code parts}) with the part of the week or year that a date falls into, from 0. */
    double[] sine(ToIntFunction<LocalDate> part, int parts) {
        return dates.stream()
                .mapToDouble(date -> Math.sin(2 * Math.PI * part.applyAsInt(date) / parts))
                .toArray();
    }

    /** cos(2π·part/{@code parts}). */
    double[] cosine(ToIntFunction<LocalDate> part, int parts) {
        return dates.stream()
                .mapToDouble(date -> Math.cos(2 * Math.PI * part.applyAsInt(date) / parts))
                .toArray();
    }

    /** Mean squared return of the last {@code days} days up to t, of fewer at the start. */
    private double[] meanSquare(int days) {
        double[] out = new double[returns.length + 1];
        for (int t = 1; t < out.length; t++) {
            int from = Math.max(0, t - days);
            double sum = 0;
            for (int i = from; i < t; i++) {
                sum += returns[i] * returns[i];
            }
            out[t] = sum / (t - from);
        }
        return out;
    }

    private static double orZero(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
