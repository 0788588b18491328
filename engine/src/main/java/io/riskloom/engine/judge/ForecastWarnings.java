package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.feature.VolatilityTarget;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a reader must know of the figures of a forecast. */
final class ForecastWarnings {

    /** Share of origins with the same sign of forecast from which a directional accuracy says nothing. */
    private static final double ONE_DIRECTION = 0.95;

    /** Share of training labels on the floor of volatility from which figures are about the floor. */
    private static final double OFTEN = 0.1;

    /** Coverage of 90 % bands that the interval must exclude for them to be called too narrow. */
    private static final double NARROW = 0.85;

    private ForecastWarnings() {}

    /** @param ninety how often the 90 % bands held */
    static List<Notice> of(Joined joined, Details.Level ninety) {
        List<Notice> warnings = new ArrayList<>();
        if (!joined.volatility()) {
            directions(joined, warnings);
        }
        if (ninety.high() < NARROW) {
            warnings.add(Notice.of("run.warning.coverage", Text.percent(ninety.coverage())));
        }
        return warnings;
    }

    /** Volatility returns to its mean: many right directions are no sign of a leak there. */
    private static void directions(Joined joined, List<Notice> warnings) {
        int last = joined.steps().length - 1;
        double forecastUp = ForecastScores.mean(joined.column(row -> row.forecast()[last] > row.last() ? 1 : 0));
        double forecastDown = ForecastScores.mean(joined.column(row -> row.forecast()[last] < row.last() ? 1 : 0));
        Proportion right = ForecastScores.direction(joined.apart(), last);
        if (Math.max(forecastUp, forecastDown) >= ONE_DIRECTION && right.n() > 0) {
            boolean up = forecastUp > forecastDown;
            warnings.add(Notice.of(
                    up ? "run.warning.alwaysUp" : "run.warning.alwaysDown",
                    Text.percent(up ? forecastUp : forecastDown),
                    Text.percent(
                            up
                                    ? ForecastScores.rose(joined.apart(), last)
                                    : 1 - ForecastScores.rose(joined.apart(), last)),
                    right.n(),
                    Text.percent(right.value())));
        }
        List<Row> rows = joined.steps()[0] == 1 ? joined.rows() : joined.apart();
        Proportion first = ForecastScores.direction(rows, 0);
        LeakAlarm.of(first, ForecastScores.majority(rows, 0)).ifPresent(warnings::add);
    }

    /**
     * Of a volatility that is too low to be told from none on many days: their share among the training origins in per cent,
     * the least volatility in per cent a year.
     */
    static Optional<Notice> floor(Target target, Span train) {
        double floor = 0.5 * Math.log(VolatilityTarget.FLOOR);
        double share = Arrays.stream(train.days())
                .mapToDouble(day -> target.label(day)[0] <= floor ? 1 : 0)
                .average()
                .orElse(0);
        return share > OFTEN
                ? Optional.of(Notice.of(
                        "run.warning.volatilityFloor",
                        Text.percent(share),
                        Text.number(target.shown(train.first(), floor), 1)))
                : Optional.empty();
    }

    /** Of a volatility whose days partly lie before the origin: days that were known, all days, days ahead. */
    static Notice knownDays(int days, int horizon) {
        return Notice.of("run.warning.knownDays", days - horizon, days, horizon);
    }
}
