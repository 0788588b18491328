package io.riskloom.engine.feature;

import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * Indicators of technical analysis as ta4j computes them, one value a day from days up to it, made free of the price's scale.
 * Exponential averages start from the first day's value; nothing is left out while they settle.
 */
final class Indicators {

    private static final int BAND_DAYS = 20;

    private Indicators() {}

    /** Wilder's relative strength index of 14 days, in [0, 100]; 0 as long as no close differs from the first. */
    static double[] rsi(double[] close) {
        return values(new RSIIndicator(new ClosePriceIndicator(series(close, close, close)), 14), close.length);
    }

    /** (EMA₁₂ − EMA₂₆) less its own EMA₉, of closes, over the close. */
    static double[] macdHistogram(double[] close) {
        MACDIndicator macd = new MACDIndicator(new ClosePriceIndicator(series(close, close, close)), 12, 26);
        return over(close, values(macd.getHistogram(9), close.length));
    }

    /**
     * Place of the close between the Bollinger bands, 20 days ± 2 standard deviations: 0 at the lower, 1 at the upper; ½ where
     * all closes of the days are the same.
     */
    static double[] percentB(double[] close) {
        double[] out = values(
                new PercentBIndicator(new ClosePriceIndicator(series(close, close, close)), BAND_DAYS, 2),
                close.length);
        int same = 0;
        for (int t = 0; t < out.length; t++) {
            same = t > 0 && close[t] == close[t - 1] ? same + 1 : 1;
            out[t] = same >= Math.min(BAND_DAYS, t + 1) ? 0.5 : out[t];
        }
        return out;
    }

    /** Wilder's average of 14 days of the true range, max(H, C(t−1)) − min(L, C(t−1)), over the close; without gaps. */
    static double[] averageTrueRange(double[] high, double[] low, double[] close) {
        return over(close, values(new ATRIndicator(series(high, low, close), 14), close.length));
    }

    private static double[] values(Indicator<Num> indicator, int days) {
        double[] out = new double[days];
        for (int t = 0; t < days; t++) {
            out[t] = indicator.getValue(t).doubleValue();
        }
        return out;
    }

    private static double[] over(double[] close, double[] values) {
        for (int t = 0; t < values.length; t++) {
            values[t] /= close[t];
        }
        return values;
    }

    /** Bars on made-up consecutive days: no indicator here looks at dates. */
    private static BarSeries series(double[] high, double[] low, double[] close) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int t = 0; t < close.length; t++) {
            series.barBuilder()
                    .timePeriod(Duration.ofDays(1))
                    .endTime(Instant.EPOCH.plus(Duration.ofDays(t)))
                    .openPrice(close[t])
                    .highPrice(high[t])
                    .lowPrice(low[t])
                    .closePrice(close[t])
                    .volume(0)
                    .add();
        }
        return series;
    }
}
