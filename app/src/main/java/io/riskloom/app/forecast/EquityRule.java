package io.riskloom.app.forecast;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.Period;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import java.util.Optional;

/** The rule that the equity curve follows, in words. */
final class EquityRule {

    private EquityRule() {}

    /** Why runs have no trading view; empty where they have one. */
    static Optional<Notice> obstacle(WalkForward walk, Period whole) {
        if (whole.trading().isPresent()) {
            return Optional.empty();
        }
        boolean volatility = walk.details().getFirst() instanceof Details.OfForecast forecast
                && forecast.test().quantity().equals(Forecast.VOLATILITY);
        return Optional.of(Notice.of(volatility ? "walk.rule.volatility" : "walk.rule.unknown"));
    }

    /** Days for which a position is held. */
    static int held(WalkForward walk) {
        return walk.spec() instanceof ClassifySpec spec
                ? spec.horizon()
                : walk.details().getFirst() instanceof Details.OfForecast forecast
                        ? forecast.test().steps()[0]
                        : 1;
    }

    /** @param unit what a row of the prices spans */
    static String words(WalkForward walk, BarUnit unit, Texts texts) {
        String side = walk.spec() instanceof ClassifySpec spec
                ? texts.get(spec.classes() == 3 ? "walk.rule.threeWay" : "walk.rule.direction")
                : texts.get("walk.rule.forecast");
        int days = held(walk);
        String held = days == 1
                ? texts.get("walk.rule.next")
                : texts.get("walk.rule.hold", Formats.number(days, 0), unit.many(texts));
        return texts.get("walk.rule", side, held);
    }
}
