package io.riskloom.app.cli;

import com.google.gson.JsonObject;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.DirectionScores;
import io.riskloom.engine.judge.PeriodScores;
import io.riskloom.engine.judge.Trading;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.stats.Performance;
import java.util.List;
import java.util.Optional;

/**
 * What the trading figures of a run mean: the rule, its costs, the units, and what buying and holding earned over the same test
 * span.
 *
 * @param side  key of the words for when the rule is long
 * @param held  rows that a position is held
 * @param unit  what a row spans
 * @param costs basis points for a unit of turnover
 */
record TradingNote(String side, int held, BarUnit unit, double costs, Trading trading) {

    /** Empty for runs that are not traded: volatility, applicants, paths, and directions stored without the moves that came. */
    static Optional<TradingNote> of(RunSpec spec, Evaluation evaluation) {
        return switch (evaluation.details()) {
            case Details.OfForecast d
            when spec instanceof ForecastSpec s ->
                new PeriodScores(List.of(d))
                        .all(s.costs())
                        .trading()
                        .map(t -> new TradingNote(
                                "walk.rule.forecast",
                                d.test().steps()[0],
                                BarUnit.of(d.test().origins()),
                                s.costs(),
                                t));
            case Details.OfClassify d
            when spec instanceof ClassifySpec s ->
                new DirectionScores(List.of(d), s.horizon())
                        .all(s.costs())
                        .trading()
                        .map(t -> new TradingNote(
                                s.classes() == 3 ? "walk.rule.threeWay" : "walk.rule.direction",
                                s.horizon(),
                                BarUnit.of(d.origins()),
                                s.costs(),
                                t));
            case null, default -> Optional.empty();
        };
    }

    String rule(Texts texts) {
        String days = held == 1
                ? texts.get("walk.rule.next")
                : texts.get("walk.rule.hold", Formats.number(held, 0), unit.many(texts));
        return texts.get("walk.rule", texts.get(side), days);
    }

    /** The rule, its costs and units, and buying and holding. */
    List<String> lines(Texts texts) {
        Performance rule = trading.rule();
        Performance hold = trading.buyAndHold();
        return List.of(
                rule(texts),
                texts.get("cli.trading.units", MetricWords.number(costs, costs == Math.rint(costs) ? 0 : 2)),
                texts.get(
                        "cli.trading.hold",
                        MetricWords.value(Metric.SHARPE_NET, hold.sharpe()),
                        Formats.percent(hold.maxDrawdown(), 1),
                        MetricWords.signed(hold.total() * 100, 1),
                        MetricWords.signed(rule.total() * 100, 1),
                        Formats.percent(rule.longShare(), 1)));
    }

    JsonObject json(Texts texts) {
        JsonObject hold = new JsonObject();
        hold.add(Metric.SHARPE_NET, RunJson.number(trading.buyAndHold().sharpe()));
        hold.add(Metric.MAX_DRAWDOWN, RunJson.number(trading.buyAndHold().maxDrawdown()));
        hold.add("total", RunJson.number(trading.buyAndHold().total()));
        JsonObject json = new JsonObject();
        json.addProperty("rule", rule(texts));
        json.addProperty("held", held);
        json.addProperty("costs", costs);
        json.add("total", RunJson.number(trading.rule().total()));
        json.add("longShare", RunJson.number(trading.rule().longShare()));
        json.add("buyAndHold", hold);
        return json;
    }
}
