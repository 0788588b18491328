package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.ArrayList;
import java.util.List;

/** What a recurrent network sees of each day; a value of day t uses days up to t only. */
final class DayFeatures {

    static final String LOG_RETURN = "logReturn";
    static final String RANGE = "range";
    static final String CLOSE_IN_RANGE = "closeInRange";
    static final String VOLUME_CHANGE = "volumeChange";
    static final String VOLATILITY_5 = "volatility5";
    static final String VOLATILITY_20 = "volatility20";

    private DayFeatures() {}

    /** Names of all features that a history offers, in the order of a day's values. */
    static List<String> names(PriceHistory history) {
        List<String> names = new ArrayList<>(List.of(LOG_RETURN));
        if (history.hasBars()) {
            names.add(RANGE);
            names.add(CLOSE_IN_RANGE);
        }
        if (history.volume().length > 0) {
            names.add(VOLUME_CHANGE);
        }
        names.add(VOLATILITY_5);
        names.add(VOLATILITY_20);
        return List.copyOf(names);
    }

    /** Days × features. Day 0 has no return: its row is NaN. */
    static double[][] of(PriceHistory history, List<String> names) throws NoticeException {
        List<String> offered = names(history);
        double[] returns = Returns.log(history.close());
        double[][] columns = new double[names.size()][];
        for (int f = 0; f < columns.length; f++) {
            if (!offered.contains(names.get(f))) {
                throw new NoticeException(Notice.of(
                        "feature.error.missingColumns", history.symbol(), String.join(", ", missing(history))));
            }
            columns[f] = column(history, returns, names.get(f));
        }
        double[][] days = new double[history.size()][names.size()];
        for (int t = 0; t < days.length; t++) {
            for (int f = 0; f < columns.length; f++) {
                days[t][f] = t == 0 ? Double.NaN : columns[f][t];
            }
        }
        return days;
    }

    private static List<String> missing(PriceHistory history) {
        List<String> columns = new ArrayList<>();
        if (history.open().length == 0) {
            columns.add("open");
        }
        if (history.high().length == 0) {
            columns.add("high");
        }
        if (history.low().length == 0) {
            columns.add("low");
        }
        if (history.volume().length == 0) {
            columns.add("volume");
        }
        return columns;
    }

    private static double[] column(PriceHistory history, double[] returns, String name) {
        return switch (name) {
            case LOG_RETURN -> shifted(returns);
            case RANGE -> range(history);
            case CLOSE_IN_RANGE -> closeInRange(history);
            case VOLUME_CHANGE -> volumeChange(history.volume());
            case VOLATILITY_5 -> volatility(returns, 5);
            case VOLATILITY_20 -> volatility(returns, 20);
            default -> throw new IllegalArgumentException("unknown feature " + name);
        };
    }

    private static double[] shifted(double[] returns) {
        double[] days = new double[returns.length + 1];
        System.arraycopy(returns, 0, days, 1, returns.length);
        return days;
    }

    private static double[] range(PriceHistory history) {
        double[] high = history.high();
        double[] low = history.low();
        double[] out = new double[high.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = orZero(Math.log(high[t] / low[t]));
        }
        return out;
    }

    private static double[] closeInRange(PriceHistory history) {
        double[] high = history.high();
        double[] low = history.low();
        double[] close = history.close();
        double[] out = new double[high.length];
        for (int t = 0; t < out.length; t++) {
            double place = orZero((close[t] - low[t]) / (high[t] - low[t]) - 0.5);
            out[t] = Math.clamp(place, -0.5, 0.5);
        }
        return out;
    }

    private static double[] volumeChange(double[] volume) {
        double[] out = new double[volume.length];
        for (int t = 1; t < out.length; t++) {
            out[t] = orZero(Math.log(volume[t] / volume[t - 1]));
        }
        return out;
    }

    /** √ of the mean squared return of the last {@code days} days up to t, of fewer at the start. */
    private static double[] volatility(double[] returns, int days) {
        double[] out = new double[returns.length + 1];
        for (int t = 1; t < out.length; t++) {
            int from = Math.max(0, t - days);
            double sum = 0;
            for (int i = from; i < t; i++) {
                sum += returns[i] * returns[i];
            }
            out[t] = Math.sqrt(sum / (t - from));
        }
        return out;
    }

    private static double orZero(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
