package io.riskloom.app.result;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.Details;

/** Stylised facts as people read them: volatilities, values at risk, expected shortfalls and drawdowns in percent. */
public final class FactWords {

    private FactWords() {}

    /** {@code 18.7%}, {@code 2.31%}, {@code 0.2145}; an en dash for what is no number. */
    public static String value(String fact, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return switch (fact) {
            case "volatility", "volatility60", "drawdown" -> Formats.percent(value, 1);
            case "dailyVolatility",
                    "dailyVolatility60",
                    "valueAtRisk01",
                    "valueAtRisk05",
                    "expectedShortfall01",
                    "expectedShortfall05" -> Formats.percent(value, 2);
            default -> Formats.compact(value);
        };
    }

    /** The 90 % band of the real value: {@code 16.2 – 21.4%}. */
    public static String band(Details.Fact fact) {
        String low = value(fact.name(), fact.low());
        String high = value(fact.name(), fact.high());
        return (high.endsWith("%") ? low.replace("%", "") : low) + " – " + high;
    }
}
