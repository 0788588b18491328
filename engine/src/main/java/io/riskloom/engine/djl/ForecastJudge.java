package io.riskloom.engine.djl;

import io.riskloom.engine.challenger.LastValue;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Errors;
import io.riskloom.engine.stats.Proportion;
import io.riskloom.engine.stats.Sharpe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A forecaster on the test origins, beside the last value and the mean drift. The bands of all three come from their errors
 * on the same calibration origins, the second half of the validation span, which chose neither weights nor epoch.
 */
final class ForecastJudge {

    /** Share of origins with the same sign of forecast from which a directional accuracy says nothing. */
    private static final double ONE_DIRECTION = 0.95;

    private final PriceHistory history;
    private final ForecastWindows windows;
    private final DateSplit split;
    private final Span calibration;
    private final ForecastModel model;
    private final Network network;

    ForecastJudge(
            PriceHistory history,
            ForecastWindows windows,
            DateSplit split,
            Span calibration,
            ForecastModel model,
            Network network) {
        this.history = history;
        this.windows = windows;
        this.split = split;
        this.calibration = calibration;
        this.model = model;
        this.network = network;
    }

    /** Bands of a plain forecast from its errors on the calibration origins. */
    private Conformal bands(double[][] forecast) {
        int[] origins = calibration.days();
        double[][] actual = Arrays.stream(origins).mapToObj(windows::labels).toArray(double[][]::new);
        return Conformal.fit(actual, forecast, NetworkForecaster.sigma(windows, origins));
    }

    Evaluation evaluate(long seed) {
        int[] origins = split.test().days();
        ReturnForecast returns = NetworkForecaster.forecast(network, windows, origins, model);
        Forecast test = ForecastMatrix.prices(history, origins, returns);
        Forecast plain = prices(origins, lastValue(origins), bands(lastValue(calibration.days())));
        double naive = Errors.naiveMae(
                Arrays.copyOfRange(history.close(), 0, split.trainingDays().last() + 1), 1);
        ForecastVerdict verdict = ForecastVerdict.of(
                ForecastScores.losses(test), ForecastScores.losses(plain), model.horizon(), Torch.mix(seed, 1_000_001));
        Map<String, Double> metrics = ForecastScores.common(test, naive);
        Proportion direction = direction(test);
        metrics.put(Metric.REL_MAE, verdict.relMae());
        metrics.put(Metric.DM_P_VALUE, verdict.pValue());
        metrics.put(Metric.DIRECTIONAL_ACCURACY, direction.value());
        double[] daily = ForecastScores.daily(history.close(), returns.point(), origins);
        metrics.put(Metric.SHARPE_NET, Sharpe.annualised(daily));
        Map<String, Interval> intervals = new HashMap<>();
        intervals.put(Metric.REL_MAE, verdict.interval());
        intervals.put(Metric.DIRECTIONAL_ACCURACY, new Interval(direction.low(), direction.high()));
        double half = 1.96 * Sharpe.standardError(daily);
        intervals.put(
                Metric.SHARPE_NET,
                new Interval(metrics.get(Metric.SHARPE_NET) - half, metrics.get(Metric.SHARPE_NET) + half));
        Map<String, Double> plainMetrics = ForecastScores.common(plain, naive);
        plainMetrics.put(Metric.REL_MAE, 1.0);
        Forecast drift = drift(origins);
        Map<String, Double> driftMetrics = ForecastScores.common(drift, naive);
        driftMetrics.put(Metric.REL_MAE, driftMetrics.get(Metric.MAE) / plainMetrics.get(Metric.MAE));
        ForecastVerdict overDrift =
                ForecastVerdict.of(ForecastScores.losses(test), ForecastScores.losses(drift), model.horizon(), 0);
        int[] last = {windows.lastOrigin()};
        Forecast ahead =
                ForecastMatrix.prices(history, last, NetworkForecaster.forecast(network, windows, last, model));
        return new Evaluation(
                metrics,
                intervals,
                List.of(new ChallengerScore("lastValue", plainMetrics), new ChallengerScore("drift", driftMetrics)),
                verdict.notice(direction, overDrift, driftMetrics.get(Metric.REL_MAE)),
                verdict.grade(overDrift),
                warnings(test, metrics),
                new Details.OfForecast(
                        test,
                        ahead,
                        test.origins().getFirst(),
                        ForecastScores.losses(test),
                        List.of(),
                        List.of(),
                        naive));
    }

    /** Cumulative log returns of the last value, origins × steps. */
    private double[][] lastValue(int[] origins) {
        double[][] returns = new double[origins.length][];
        for (int i = 0; i < returns.length; i++) {
            double last = windows.close(origins[i]);
            returns[i] = Arrays.stream(LastValue.forecast(last, model.horizon()))
                    .map(price -> Math.log(price / last))
                    .toArray();
        }
        return returns;
    }

    /** The mean daily log return of all days up to the first calibration origin, carried forward. */
    private Forecast drift(int[] origins) {
        int lastKnown = calibration.first();
        double mean = Math.log(windows.close(lastKnown) / windows.close(0)) / lastKnown;
        double[] path = IntStream.rangeClosed(1, model.horizon())
                .mapToDouble(s -> s * mean)
                .toArray();
        double[][] held = new double[calibration.size()][];
        Arrays.fill(held, path);
        double[][] returns = new double[origins.length][];
        Arrays.fill(returns, path);
        return prices(origins, returns, bands(held));
    }

    private Forecast prices(int[] origins, double[][] returns, Conformal bands) {
        return ForecastMatrix.prices(
                history, origins, bands.around(returns, NetworkForecaster.sigma(windows, origins)));
    }

    /** At the last step, over origins whose labels do not overlap. */
    private Proportion direction(Forecast f) {
        List<Integer> apart = new ArrayList<>();
        for (int i = f.size() - 1; i >= 0; i -= model.horizon()) {
            apart.add(i);
        }
        return ForecastScores.direction(f, apart, model.horizon() - 1);
    }

    private static List<Notice> warnings(Forecast test, Map<String, Double> metrics) {
        List<Notice> warnings = new ArrayList<>();
        ForecastScores.sameDirection(test, ONE_DIRECTION)
                .ifPresent(shares -> warnings.add(Notice.of(
                        "run.warning.oneDirection", Text.percent(shares.forecastUp()), Text.percent(shares.up()))));
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            all.add(i);
        }
        Proportion nextDay = ForecastScores.direction(test, all, 0);
        LeakAlarm.of(nextDay, ForecastScores.majority(test, all, 0)).ifPresent(warnings::add);
        double coverage = metrics.get(Metric.COVERAGE_90);
        if (coverage < 0.8) {
            warnings.add(Notice.of("run.warning.coverage", Text.percent(coverage)));
        }
        return warnings;
    }
}
