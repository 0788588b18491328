package io.riskloom.engine.djl;

import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Errors;
import io.riskloom.engine.stats.Proportion;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores of forecasts against what came, over all origins and steps together unless said otherwise. */
final class ForecastScores {
    /** Costs of a unit of turnover: 5 basis points. */
    private static final double COST = 0.0005;

    private ForecastScores() {}

    /**
     * Errors in the price's unit, their scaled forms, and how the bands did.
     *
     * @param naiveMae one-day error of the last value within the training span, which MASE divides by
     */
    static Map<String, Double> common(Forecast f, double naiveMae) {
        double[] actual = StylisedFacts.pooled(f.actual());
        double[] forecast = StylisedFacts.pooled(f.forecast());
        double[] low90 = StylisedFacts.pooled(f.lower90());
        double[] high90 = StylisedFacts.pooled(f.upper90());
        Map<String, Double> metrics = new HashMap<>();
        metrics.put(Metric.MAE, Errors.mae(actual, forecast));
        metrics.put(Metric.RMSE, Errors.rmse(actual, forecast));
        metrics.put(Metric.MASE, Errors.mase(actual, forecast, naiveMae));
        metrics.put(Metric.SMAPE, Errors.smape(actual, forecast));
        metrics.put(
                Metric.CRPS,
                Errors.crpsFromQuantiles(
                        actual,
                        forecast,
                        StylisedFacts.pooled(f.lower50()),
                        StylisedFacts.pooled(f.upper50()),
                        low90,
                        high90));
        metrics.put(Metric.COVERAGE_90, Errors.coverage(low90, high90, actual));
        return metrics;
    }

    /**
     * Directions at the last step.
     *
     * @param forecastUp share of origins whose forecast lies above the last value
     * @param up         share that rose
     */
    record Directions(double forecastUp, double up) {}

    /** The directions, where at least {@code share} of the forecasts point the same way. */
    static Optional<Directions> sameDirection(Forecast f, double share) {
        int step = f.horizon() - 1;
        double[] last = f.lastValue();
        double[][] forecast = f.forecast();
        double[][] actual = f.actual();
        double forecastUp = 0;
        double up = 0;
        for (int i = 0; i < f.size(); i++) {
            forecastUp += forecast[i][step] > last[i] ? 1.0 / f.size() : 0;
            up += actual[i][step] > last[i] ? 1.0 / f.size() : 0;
        }
        return Math.max(forecastUp, 1 - forecastUp) >= share
                ? Optional.of(new Directions(forecastUp, up))
                : Optional.empty();
    }

    /** Mean absolute error of each origin's steps. */
    static double[] losses(Forecast f) {
        double[][] actual = f.actual();
        double[][] forecast = f.forecast();
        double[] losses = new double[actual.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Errors.mae(actual[i], forecast[i]);
        }
        return losses;
    }

    /** How often the sign of the change up to one step was right, over some origins. */
    static Proportion direction(Forecast f, List<Integer> rows, int step) {
        double[][] actual = f.actual();
        double[][] forecast = f.forecast();
        double[] last = f.lastValue();
        return Errors.direction(
                rows.stream().mapToDouble(i -> actual[i][step] - last[i]).toArray(),
                rows.stream().mapToDouble(i -> forecast[i][step] - last[i]).toArray());
    }

    /** Share of the more frequent direction up to one step among the origins that {@link #direction} counts. */
    static double majority(Forecast f, List<Integer> rows, int step) {
        double[][] actual = f.actual();
        double[] last = f.lastValue();
        double[] change =
                rows.stream().mapToDouble(i -> actual[i][step] - last[i]).toArray();
        double[] up = new double[change.length];
        Arrays.fill(up, 1);
        double share = Errors.direction(change, up).value();
        return Math.max(share, 1 - share);
    }

    /** Net daily returns of holding the sign of the next day's forecast. */
    static double[] daily(double[] close, double[][] returns, int[] origins) {
        double[] daily = new double[origins.length];
        double before = 0;
        for (int i = 0; i < origins.length; i++) {
            double position = Math.signum(returns[i][0]);
            double move = close[origins[i] + 1] / close[origins[i]] - 1;
            daily[i] = position * move - COST * Math.abs(position - before);
            before = position;
        }
        return daily;
    }
}
