package io.riskloom.engine.judge;

import io.riskloom.engine.feature.BarsPerYear;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Performance;
import io.riskloom.engine.stats.TradingRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What holding the sign of the forecast would have earned. Forecasts that begin with the next day are traded every day by that
 * day's forecast, others every {@code steps} days and held as long.
 *
 * @param dates      on whose close a position was taken; equity value i is the worth on date i, the one value more that of the
 *     end of the last holding
 * @param rule       the sign of the forecast
 * @param buyAndHold the instrument itself
 */
public record Trading(List<LocalDate> dates, Performance rule, Performance buyAndHold) {

    private static final double Z95 = 1.959963984540054;

    public Trading {
        dates = List.copyOf(dates);
    }

    /**
     * @param costs       basis points for a unit of turnover
     * @param barsPerYear days of the series in a year
     */
    static Trading of(Joined joined, double costs, double barsPerYear) {
        int held = joined.steps()[0];
        List<Row> taken = held == 1 ? joined.rows() : joined.apart();
        TradingRule rule = TradingRule.sign(
                taken.stream()
                        .mapToDouble(row -> row.forecast()[0] - row.last())
                        .toArray(),
                taken.stream()
                        .mapToDouble(row -> row.actual()[0] / row.last() - 1)
                        .toArray(),
                costs,
                barsPerYear / held);
        return new Trading(taken.stream().map(Row::date).toList(), rule.rule(), rule.buyAndHold());
    }

    /** The figures of a rule; the Sharpe ratio with its 95 % interval where it has one. */
    static void put(Performance rule, Map<String, Double> metrics, Map<String, Interval> intervals) {
        double half = Z95 * rule.sharpeError();
        metrics.put(Metric.SHARPE_NET, rule.sharpe());
        metrics.put(Metric.MAX_DRAWDOWN, rule.maxDrawdown());
        metrics.put(Metric.TURNOVER, rule.turnoverPerYear());
        if (!Double.isNaN(half)) {
            intervals.put(Metric.SHARPE_NET, new Interval(rule.sharpe() - half, rule.sharpe() + half));
        }
    }

    static double barsPerYear(Joined joined) {
        return BarsPerYear.of(joined.rows().stream().map(Row::date).toList());
    }
}
