package io.riskloom.engine.judge;

import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.LagShift;
import io.riskloom.engine.stats.Proportion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scores of any period of the test span, from what a run keeps of it: the whole span gives the figures that the run was judged
 * by. Several folds are joined in order of time; MASE divides each fold's errors by its own scale, trading goes on over the
 * seams.
 */
public final class PeriodScores {
    private final Joined joined;
    private final double barsPerYear;

    /**
     * @param folds test spans of one target and horizon
     * @throws IllegalArgumentException where there is no test forecast at all, or targets or horizons differ
     */
    public PeriodScores(List<Details.OfForecast> folds) {
        this(Joined.of(folds));
    }

    PeriodScores(Joined joined) {
        this.joined = joined;
        this.barsPerYear = Trading.barsPerYear(joined);
    }

    /** Dates of all origins, ascending. */
    public List<LocalDate> dates() {
        return joined.rows().stream().map(Row::date).toList();
    }

    /** @param costs basis points for a unit of turnover */
    public Period all(double costs) {
        return period(joined, costs);
    }

    /**
     * The origins from one date to another, both included.
     *
     * @return empty where there is none
     */
    public Optional<Period> between(LocalDate from, LocalDate to, double costs) {
        List<Row> rows = joined.rows();
        int first = 0;
        while (first < rows.size() && rows.get(first).date().isBefore(from)) {
            first++;
        }
        int end = rows.size();
        while (end > first && rows.get(end - 1).date().isAfter(to)) {
            end--;
        }
        return end == first ? Optional.empty() : Optional.of(period(joined.part(first, end), costs));
    }

    private Period period(Joined part, double costs) {
        Map<String, Double> metrics = ForecastScores.metrics(part);
        Map<String, Interval> intervals = new HashMap<>();
        Proportion direction = ForecastScores.direction(part.apart(), part.steps().length - 1);
        LagShift lags = ForecastScores.lags(part);
        Verdict verdict = Verdict.of(part, direction, ForecastScores.repeat(part, lags));
        metrics.put(Metric.REL_MAE, verdict.overLast().ratio());
        put(intervals, Metric.REL_MAE, verdict.overLast().interval());
        metrics.put(Metric.DM_P_VALUE, verdict.overLast().pValue());
        metrics.put(Metric.DIRECTIONAL_ACCURACY, direction.value());
        if (direction.n() > 0) {
            intervals.put(Metric.DIRECTIONAL_ACCURACY, new Interval(direction.low(), direction.high()));
        }
        if (lags.origins() > 0) {
            metrics.put(Metric.BEST_LAG, (double) lags.best());
        }
        Optional<Trading> trading =
                part.volatility() ? Optional.empty() : Optional.of(Trading.of(part, costs, barsPerYear));
        trading.ifPresent(t -> Trading.put(t.rule(), metrics, intervals));
        return new Period(
                part.size(),
                part.rows().getFirst().date(),
                part.rows().getLast().date(),
                metrics,
                intervals,
                rivals(part),
                verdict.notice(part.volatility()),
                Period.chosen(part.size(), joined.size()),
                verdict.good(),
                trading);
    }

    private static void put(Map<String, Interval> intervals, String metric, Interval interval) {
        if (!Double.isNaN(interval.low())) {
            intervals.put(metric, interval);
        }
    }

    private static List<Period.Rival> rivals(Joined part) {
        double[] loss = part.column(Row::loss);
        double[] last = part.column(Row::lastLoss);
        return IntStream.range(0, part.rivals().size())
                .mapToObj(r -> {
                    double[] plain = part.column(row -> row.plainLoss()[r]);
                    return new Period.Rival(
                            part.rivals().get(r),
                            Comparison.ratio(plain, last),
                            Comparison.ratio(loss, plain),
                            Comparison.pValue(loss, plain, part.lags()));
                })
                .toList();
    }
}
