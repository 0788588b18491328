package io.riskloom.engine.feature;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.Arrays;
import java.util.List;

/**
 * Windows of a price series for a network that sees days. The features of day t by group, from days up to t only:
 *
 * <ul>
 *   <li>returns: {@code logReturn} ln(C(t)/C(t−1));
 *   <li>ranges, with bars: {@code range} ln(H/L) and {@code closeInRange} (C−L)/(H−L) − ½, kept within ±½ (an adjusted
 *       close may lie outside its raw bar), 0 where H = L;
 *   <li>volume, with volume: {@code volumeChange} ln(V(t)/V(t−1)), 0 where either is missing or zero;
 *   <li>volatility: {@code volatility5} and {@code volatility20}, √ of the mean squared return of the last 5 and 20 days, of
 *       as many as there are at the start;
 *   <li>logVolatility: {@code logSquared}, {@code logVolatility5} and {@code logVolatility20}, ½ ln of the mean squared return
 *       of 1, 5 and 20 days; {@code logVolatility19}, ½ ln of the sum of 19 squared returns over 20, what is known of the
 *       next day's 20-day volatility; all floored at {@link VolatilityTarget#FLOOR}; with bars {@code logRange} ln of
 *       {@code range}, floored at .05 %;
 *   <li>logPrice: {@code logPrice} ln C;
 *   <li>indicators: {@code rsi14}, {@code macdHistogram} over the close, {@code percentB}, with bars {@code atr14} over the
 *       close, a missing high or low being the close: see {@link Indicators};
 *   <li>calendar, with dates: sine and cosine of the weekday, Monday 0 of 7, and of the month, January 0 of 12.
 * </ul>
 *
 * Each feature is standardised by a {@link Scaler} that has seen the days of the training windows only.
 */
public final class ForecastWindows implements WindowInputs {

    private final List<String> names;
    private final int window;
    private final Scaler scaler;
    private final float[][] days;

    private ForecastWindows(List<String> names, int window, double[][] raw, Scaler scaler) {
        this.names = names;
        this.window = window;
        this.scaler = scaler;
        this.days = new float[raw.length][names.size()];
        for (int t = 0; t < raw.length; t++) {
            double[] row = scaler.apply(raw[t]);
            for (int f = 0; f < row.length; f++) {
                days[t][f] = (float) row[f];
            }
        }
    }

    /**
     * Windows for training: those features of the named groups that the history offers, scaled on the split's training days.
     *
     * @throws NoticeException {@code feature.error.noInputs} (symbol, groups) where the history offers none of them
     */
    public static ForecastWindows of(PriceHistory history, DateSplit split, List<String> groups)
            throws NoticeException {
        if (split.rows() != history.size()) {
            throw new IllegalArgumentException("split of " + split.rows() + " days for " + history.size());
        }
        List<String> names = FeatureGroups.names(history, groups);
        double[][] raw = DayFeatures.of(history, names);
        Span fitted = split.trainingDays();
        Scaler scaler = Scaler.fit(Arrays.copyOfRange(raw, fitted.first(), fitted.last() + 1));
        return new ForecastWindows(names, split.window(), raw, scaler);
    }

    /**
     * Windows for a trained model: its features and its scaler.
     *
     * @throws NoticeException {@code feature.error.missingColumns} (symbol, columns) where the history lacks a
     *     feature's column
     */
    public static ForecastWindows of(PriceHistory history, int window, List<String> names, Scaler scaler)
            throws NoticeException {
        return new ForecastWindows(List.copyOf(names), window, DayFeatures.of(history, names), scaler);
    }

    /** Names of the features in the order of a day's values; not for display. */
    public List<String> names() {
        return names;
    }

    @Override
    public int[] shape() {
        return new int[] {window, names.size()};
    }

    @Override
    public int window() {
        return window;
    }

    /** The first origin with a full window: day {@code window}. */
    @Override
    public int firstOrigin() {
        return window;
    }

    /** The last day of the series, the origin of the forecast proper. */
    @Override
    public int lastOrigin() {
        return days.length - 1;
    }

    public Scaler scaler() {
        return scaler;
    }

    /**
     * Standardised features of days origin − window + 1 … origin, oldest first, as window × features in row-major
     * order.
     *
     * @throws IndexOutOfBoundsException for an origin outside {@link #firstOrigin}…{@link #lastOrigin}
     */
    @Override
    public float[] of(int origin) {
        if (origin < window || origin >= days.length) {
            throw new IndexOutOfBoundsException("origin " + origin + " is not in " + window + "…" + (days.length - 1));
        }
        int width = names.size();
        float[] out = new float[window * width];
        for (int i = 0; i < window; i++) {
            System.arraycopy(days[origin - window + 1 + i], 0, out, i * width, width);
        }
        return out;
    }
}
