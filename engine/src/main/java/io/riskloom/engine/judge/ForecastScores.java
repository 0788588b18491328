package io.riskloom.engine.judge;

import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Errors;
import io.riskloom.engine.stats.LagShift;
import io.riskloom.engine.stats.Proportion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Scores of forecasts against what came, over all origins and steps together unless said otherwise. */
final class ForecastScores {

    /** Share of the actual moves below which forecasts are called a repeat of the last value. */
    private static final double HARDLY = 0.3;

    /** A lag within this part of the days ahead from the last value is as good as it. */
    private static final int NEARLY = 10;

    /** Fewer origins tell nothing of lags. */
    private static final int LEAST_LAGGED = 10;

    private ForecastScores() {}

    /**
     * Errors and bands in the unit that is shown; of volatility also the error of its logarithm and {@code qlike}. MASE is
     * left out where a fold has no scale for it.
     */
    static Map<String, Double> metrics(Joined joined) {
        double[] actual = pooled(joined, Row::actual);
        double[] forecast = pooled(joined, Row::forecast);
        double[] low50 = pooled(joined, Row::low50);
        double[] high50 = pooled(joined, Row::high50);
        double[] low90 = pooled(joined, Row::low90);
        double[] high90 = pooled(joined, Row::high90);
        Map<String, Double> metrics = new HashMap<>();
        metrics.put(Metric.MAE, Errors.mae(actual, forecast));
        metrics.put(Metric.RMSE, Errors.rmse(actual, forecast));
        metrics.put(Metric.SMAPE, Errors.smape(actual, forecast));
        metrics.put(Metric.CRPS, Errors.crpsFromQuantiles(actual, forecast, low50, high50, low90, high90));
        metrics.put(Metric.COVERAGE_50, Errors.coverage(low50, high50, actual));
        metrics.put(Metric.COVERAGE_90, Errors.coverage(low90, high90, actual));
        metrics.put(Metric.WIDTH_90, width(joined, Row::low90, Row::high90));
        if (joined.volatility()) {
            metrics.put(Metric.LOG_MAE, mean(joined.column(Row::loss)));
            metrics.put(Metric.QLIKE, qlike(actual, forecast));
        } else {
            double mase = mean(joined.column(row -> row.loss() / row.naive()));
            if (Double.isFinite(mase)) {
                metrics.put(Metric.MASE, mase);
            }
        }
        return metrics;
    }

    private static double[] pooled(Joined joined, Function<Row, double[]> values) {
        double[] pooled = new double[joined.size() * joined.steps().length];
        int at = 0;
        for (Row row : joined.rows()) {
            double[] part = values.apply(row);
            System.arraycopy(part, 0, pooled, at, part.length);
            at += part.length;
        }
        return pooled;
    }

    /** Mean width of a band over the last value, in per cent. */
    static double width(Joined joined, Function<Row, double[]> low, Function<Row, double[]> high) {
        double sum = 0;
        for (Row row : joined.rows()) {
            double[] from = low.apply(row);
            double[] to = high.apply(row);
            for (int s = 0; s < from.length; s++) {
                sum += (to[s] - from[s]) / row.last();
            }
        }
        return 100 * sum / (joined.size() * joined.steps().length);
    }

    /** Mean of σ²/f² − ln(σ²/f²) − 1 (Patton 2011). */
    private static double qlike(double[] actual, double[] forecast) {
        double[] losses = new double[actual.length];
        for (int i = 0; i < losses.length; i++) {
            double logRatio = 2 * Math.log(actual[i] / forecast[i]);
            losses[i] = Math.exp(logRatio) - logRatio - 1;
        }
        return mean(losses);
    }

    /** Of closes: losses of the mean of the forecast log returns of each step, the same from every origin. */
    static double[] ownMeanLosses(Joined joined) {
        double[] mean = new double[joined.steps().length];
        for (Row row : joined.rows()) {
            for (int s = 0; s < mean.length; s++) {
                mean[s] += Math.log(row.forecast()[s] / row.last()) / joined.size();
            }
        }
        return joined.column(row -> Row.loss(
                row.actual(),
                Arrays.stream(mean).map(r -> row.last() * Math.exp(r)).toArray(),
                false));
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** How often the sign of the change up to one step was right. */
    static Proportion direction(List<Row> rows, int step) {
        return Errors.direction(
                column(rows, row -> row.actual()[step] - row.last()),
                column(rows, row -> row.forecast()[step] - row.last()));
    }

    /** Share of the more frequent direction up to one step among the origins that {@link #direction} counts. */
    static double majority(List<Row> rows, int step) {
        double share = rose(rows, step);
        return Math.max(share, 1 - share);
    }

    /** How often who always says "up" is right, among the origins that {@link #direction} counts. */
    static double rose(List<Row> rows, int step) {
        double[] up = new double[rows.size()];
        Arrays.fill(up, 1);
        return Errors.direction(column(rows, row -> row.actual()[step] - row.last()), up)
                .value();
    }

    private static double[] column(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    /** "Is it just yesterday?" at the last step, with lags up to twice the days ahead. */
    static LagShift lags(Joined joined) {
        int[] days = joined.rows().stream().mapToInt(Row::day).toArray();
        double[] forecast = joined.column(row -> level(joined, row.forecast()[joined.steps().length - 1]));
        return LagShift.of(joined.levels(), days, forecast, joined.horizon(), 2 * joined.horizon());
    }

    /**
     * {@code own} where forecasts fit best a day well after the last one that was known, as many as a tenth of the days ahead
     * or more; else {@code repeats} where they on average move less than {@value #HARDLY} as far from the last value as what
     * came, in closes or log volatility, {@code follows} where they move more. {@code unknown} where fewer than
     * {@value #LEAST_LAGGED} origins tell.
     */
    static String repeat(Joined joined, LagShift lags) {
        if (lags.origins() < LEAST_LAGGED) {
            return "unknown";
        }
        if (lags.best() < lags.step() - lags.step() / NEARLY) {
            return "own";
        }
        int step = joined.steps().length - 1;
        double forecast =
                mean(joined.column(row -> Math.abs(level(joined, row.forecast()[step]) - level(joined, row.last()))));
        double actual =
                mean(joined.column(row -> Math.abs(level(joined, row.actual()[step]) - level(joined, row.last()))));
        return forecast < HARDLY * actual ? "repeats" : "follows";
    }

    private static double level(Joined joined, double shown) {
        return joined.volatility() ? Math.log(shown) : shown;
    }
}
