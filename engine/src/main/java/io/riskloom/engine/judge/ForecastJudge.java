package io.riskloom.engine.judge;

import io.riskloom.engine.challenger.PlainForecast;
import io.riskloom.engine.challenger.PlainForecasts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Errors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A forecaster on the test origins, beside plain models. These are fitted on the days that the network's training and the
 * choice of its epoch may know, from the first training window to the first calibration origin, labels included; their bands,
 * like the network's, come from their errors on the calibration origins.
 */
public final class ForecastJudge {
    private final ForecastSpec spec;
    private final PriceHistory history;
    private final DateSplit split;
    private final Span calibration;
    private final Outlook outlook;
    private final Runnable between;
    private final double naiveMae;

    private ForecastJudge(
            ForecastSpec spec,
            PriceHistory history,
            DateSplit split,
            Span calibration,
            Outlook outlook,
            Runnable between) {
        this.spec = spec;
        this.history = history;
        this.split = split;
        this.calibration = calibration;
        this.outlook = outlook;
        this.between = between;
        this.naiveMae = volatility()
                ? Double.NaN
                : Errors.naiveMae(
                        Arrays.copyOfRange(
                                history.close(), firstKnown(), split.train().last() + 1),
                        1);
    }

    /**
     * @param calibration origins that the bands were fitted on
     * @param outlook     the network before the history
     * @param between     called between two parts of the work, each a second or so of a long horizon; ends it by throwing
     */
    public static Evaluation evaluate(
            ForecastSpec spec,
            PriceHistory history,
            DateSplit split,
            Span calibration,
            Outlook outlook,
            Bands bands,
            Runnable between) {
        return new ForecastJudge(spec, history, split, calibration, outlook, between).evaluate(bands);
    }

    private Evaluation evaluate(Bands bands) {
        int[] test = split.test().days();
        int[] origins = Arrays.copyOf(test, test.length + 1);
        origins[test.length] = history.size() - 1;
        double[] levels = ReliabilityScores.levels(bands);
        Fan fan = bands.fan(outlook, origins, levels);
        Banded banded = fan.banded();
        Forecast shown = outlook.show(banded.rows(0, test.length), test);
        Forecast ahead = outlook.show(banded.rows(test.length, origins.length), new int[] {origins[test.length]});
        between.run();
        PlainForecasts plain = plain();
        List<ChallengerScore> challengers = new ArrayList<>();
        List<Details.Rival> rivals = new ArrayList<>();
        for (PlainForecast model : plain.fitted()) {
            between.run();
            Forecast forecast = forecast(model, test);
            rivals.add(new Details.Rival(model.name(), Row.losses(forecast)));
            challengers.add(new ChallengerScore(model.name(), metrics(forecast, model.name())));
        }
        between.run();
        Details.OfForecast details = new Details.OfForecast(
                shown,
                ahead,
                shown.origins().getFirst(),
                Row.losses(shown),
                rivals,
                ReliabilityScores.of(fan, outlook.target(), test),
                naiveMae,
                volatility() ? spec.volatilityDays() : spec.horizon());
        between.run();
        Joined joined = Joined.of(List.of(details));
        Period all = new PeriodScores(joined).all(spec.costs());
        List<Notice> warnings = warnings(details, joined);
        plain.leftOut().forEach(left -> warnings.add(Notice.of("run.warning.leftOut", "challenger." + left.name())));
        return new Evaluation(
                all.metrics(), all.intervals(), challengers, all.verdict(), all.good(), warnings, details);
    }

    private List<Notice> warnings(Details.OfForecast details, Joined joined) {
        Details.Level ninety = details.reliability().stream()
                .filter(level -> level.nominal() == 0.9)
                .findFirst()
                .orElseThrow();
        List<Notice> warnings = new ArrayList<>(ForecastWarnings.of(joined, ninety));
        if (volatility()) {
            ForecastWarnings.floor(outlook.target(), split.train()).ifPresent(warnings::add);
            if (spec.horizon() < spec.volatilityDays()) {
                warnings.add(ForecastWarnings.knownDays(spec.volatilityDays(), spec.horizon()));
            }
        }
        return warnings;
    }

    private boolean volatility() {
        return outlook.target().quantity().equals(Forecast.VOLATILITY);
    }

    /** First day whose close training may know: the first return of the first window starts there. */
    private int firstKnown() {
        return split.trainingDays().first() - 1;
    }

    private PlainForecasts plain() {
        double[] close = history.close();
        int lastKnown = calibration.first();
        return volatility()
                ? PlainForecasts.ofVolatility(close, firstKnown(), lastKnown, spec.volatilityDays(), spec.horizon())
                : PlainForecasts.ofCloses(
                        close, firstKnown(), lastKnown, outlook.target().steps());
    }

    private Forecast forecast(PlainForecast model, int[] origins) {
        Predictor predictor = days ->
                new double[][][] {Arrays.stream(days).mapToObj(model::forecast).toArray(double[][]::new)};
        Outlook plain = new Outlook(predictor, outlook.target(), outlook.dates(), outlook.first());
        // a plain model has nothing to drop out
        String kind = spec.bands().equals("dropout") ? "split" : spec.bands();
        return plain.forecast(Bands.fit(kind, plain, calibration), origins);
    }

    /** Errors and bands; where its forecasts differ from the last value, directions and trading too. */
    private Map<String, Double> metrics(Forecast forecast, String name) {
        Joined joined = Joined.of(List.of(new Details.OfForecast(
                forecast, forecast, forecast.origins().getFirst(), null, List.of(), List.of(), naiveMae)));
        Map<String, Double> metrics = ForecastScores.metrics(joined);
        double[] last = joined.column(Row::lastLoss);
        // the last value's own answer may differ from what is held against it in its last digits
        boolean itself = name.equals(Joined.LAST_VALUE);
        metrics.put(Metric.REL_MAE, Comparison.ratio(itself ? last : joined.column(Row::loss), last));
        if (!itself) {
            metrics.put(
                    Metric.DIRECTIONAL_ACCURACY,
                    ForecastScores.direction(joined.apart(), joined.steps().length - 1)
                            .value());
            if (!joined.volatility()) {
                double barsPerYear = Trading.barsPerYear(joined);
                Trading.put(Trading.of(joined, spec.costs(), barsPerYear).rule(), metrics, new HashMap<>());
            }
        }
        return metrics;
    }
}
