package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.Trading;
import io.riskloom.engine.stats.Performance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one stated rule would have earned over a period, in words and as a chart. */
final class EquityCurve {

    /** How many figures there are. */
    static final int FIGURES = 5;

    private static final double WITHIN = 1.96;

    private final Trading trading;
    private final LocalDate end;
    private final double costs;
    private final Texts texts;

    /**
     * @param end   on which the last position was given up
     * @param costs in basis points of a unit of turnover
     */
    EquityCurve(Trading trading, LocalDate end, double costs, Texts texts) {
        this.trading = trading;
        this.end = end;
        this.costs = costs;
        this.texts = texts;
    }

    private Performance rule() {
        return trading.rule();
    }

    private Performance held() {
        return trading.buyAndHold();
    }

    /** Worth of 1 by the rule and by buying and holding; below, how far the rule is under its own peak. */
    DateChart chart() {
        List<LocalDate> dates = new ArrayList<>(trading.dates());
        dates.add(end);
        return new DateChart(
                dates,
                List.of(
                        new DateLine(texts.get("walk.legend.rule", plain(costs)), rule().equity(), Tone.ACCENT, false),
                        new DateLine(texts.get("walk.legend.hold"), held().equity(), Tone.MUTED, false)),
                new DateLine(texts.get("walk.legend.drawdown"), drawdown(rule().equity()), Tone.ACCENT, false),
                List.of());
    }

    /** Percent below the highest worth so far. */
    private static double[] drawdown(double[] equity) {
        double[] below = new double[equity.length];
        double peak = 0;
        for (int i = 0; i < equity.length; i++) {
            peak = Math.max(peak, equity[i]);
            below[i] = (equity[i] / peak - 1) * 100;
        }
        return below;
    }

    /**
     * Sharpe ratio with its standard error, what was earned, largest drawdown, turnover a year, share of time long; the first three
     * beside those of buying and holding.
     */
    List<Figure> figures() {
        return List.of(
                new Figure(
                        texts.get("walk.kpi.sharpe"),
                        texts.get(
                                "walk.kpi.sharpe.value",
                                MetricWords.number(rule().sharpe(), 2),
                                MetricWords.number(rule().sharpeError(), 2)),
                        beside(MetricWords.number(held().sharpe(), 2))),
                new Figure(texts.get("walk.kpi.earned"), signed(rule().total()), beside(signed(held().total()))),
                new Figure(
                        texts.get("walk.kpi.drawdown"),
                        Formats.percent(rule().maxDrawdown(), 1),
                        beside(Formats.percent(held().maxDrawdown(), 1))),
                new Figure(
                        texts.get("walk.kpi.turnover"),
                        MetricWords.number(rule().turnoverPerYear(), 1),
                        texts.get("walk.kpi.turnover.note")),
                new Figure(
                        texts.get("walk.kpi.long"),
                        Formats.percent(rule().longShare(), 1),
                        texts.get("walk.kpi.long.note")));
    }

    private String beside(String held) {
        return texts.get("walk.kpi.held", held);
    }

    private static String signed(double share) {
        return MetricWords.signed(share * 100, 1) + "%";
    }

    /** Why the earnings prove nothing; empty where the Sharpe ratio's 95 % interval does not hold zero. */
    Optional<String> caution() {
        double half = WITHIN * rule().sharpeError();
        double low = rule().sharpe() - half;
        double high = rule().sharpe() + half;
        if (Double.isNaN(half) || Double.isNaN(low)) {
            return Optional.of(texts.get("walk.caution.none"));
        }
        return low <= 0 && high >= 0
                ? Optional.of(texts.get("walk.caution", MetricWords.number(low, 2), MetricWords.number(high, 2)))
                : Optional.empty();
    }

    /** Costs without needless decimals. */
    private static String plain(double number) {
        return Formats.number(number, number == Math.rint(number) ? 0 : 2);
    }
}
