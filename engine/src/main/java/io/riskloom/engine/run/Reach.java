package io.riskloom.engine.run;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.List;

/**
 * How far a run's inputs reach back and its labels ahead of an origin.
 *
 * @param window      days of the window
 * @param lookBack    days before the window's first that its inputs depend on, or {@link FeatureGroups#WHOLE_PAST}
 * @param learnt      days ahead of the last label that the network learns
 * @param horizon     days ahead of the last label that is forecast
 * @param labelDays   days of a label that lies {@code horizon} ahead: with a volatility more or fewer than those ahead
 * @param otherSeries whether the network learns from the file's other series too
 * @param scaled      whether its inputs are standardised
 */
record Reach(int window, int lookBack, int learnt, int horizon, int labelDays, boolean otherSeries, boolean scaled) {

    /** @throws NoticeException {@code feature.error.noInputs} where the history offers none of the inputs */
    static Reach of(RunSpec spec, PriceHistory history) throws NoticeException {
        return switch (spec) {
            case ForecastSpec s ->
                new Reach(
                        s.window(),
                        s.seesImages()
                                ? WindowImages.lookBack(s.window(), s.encoding())
                                : lookBack(history, s.groups()),
                        s.recursive() ? 1 : s.horizon(),
                        s.horizon(),
                        s.target().equals("volatility") ? s.volatilityDays() : s.horizon(),
                        s.tickers().equals("all"),
                        !s.seesImages());
            case ClassifySpec s ->
                new Reach(
                        s.window(),
                        s.seesImages()
                                ? WindowImages.lookBack(s.window(), s.encoding())
                                : lookBack(history, s.groups()),
                        s.horizon(),
                        s.horizon(),
                        s.horizon(),
                        s.tickers().equals("all"),
                        !s.seesImages());
            default -> throw new IllegalArgumentException("no forecasts of " + spec.task());
        };
    }

    private static int lookBack(PriceHistory history, List<String> groups) throws NoticeException {
        return FeatureGroups.names(history, groups).stream()
                .mapToInt(FeatureGroups::lookBack)
                .max()
                .orElse(0);
    }

    /** A span that may be empty. */
    static Span span(int first, int last) {
        return new Span(first, Math.max(first - 1, last));
    }

    /** Rows that the windows of these origins are computed from. */
    Span features(Span origins) {
        return new Span(from(origins.first()), origins.last());
    }

    /** With the labels that the network learns. */
    Span learnt(Span origins) {
        return new Span(from(origins.first()), origins.last() + learnt);
    }

    /** With the labels that are forecast. */
    Span judged(Span origins) {
        return new Span(from(origins.first()), origins.last() + horizon);
    }

    /** Rows that the scalers of a forecaster are fitted on: of features, where they are standardised, and of targets. */
    Span scaler(DateSplit split) {
        Span train = split.train();
        int first = scaled ? from(train.first()) : Math.max(0, firstOfLabel(train.first()));
        return new Span(first, train.last() + learnt);
    }

    /** The label's days as far as the history goes. */
    Span label(int origin, int days) {
        return span(Math.max(0, firstOfLabel(origin)), Math.min(origin + horizon, days - 1));
    }

    private int firstOfLabel(int origin) {
        return origin + horizon - labelDays + 1;
    }

    private int from(int origin) {
        return (int) Math.max(0, (long) origin - window + 1 - lookBack);
    }
}
