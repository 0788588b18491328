package io.riskloom.app.result;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import java.util.List;
import java.util.Map;

/**
 * A stylised fact's traffic light in words.
 *
 * @param name  of the fact
 * @param value of the generated paths
 * @param band  90 % band of the real span
 */
public record FactLight(String name, String value, String band, Details.Fact.Light light) {

    /** Those of an epoch, in the order of the facts; a fact of which the epoch has no value is left out. */
    public static List<FactLight> of(List<Details.Fact> facts, Map<String, Double> values, Texts texts) {
        return facts.stream()
                .filter(fact -> Double.isFinite(values.getOrDefault(fact.name(), Double.NaN)))
                .map(fact -> of(fact, values.get(fact.name()), texts))
                .toList();
    }

    private static FactLight of(Details.Fact fact, double value, Texts texts) {
        return new FactLight(
                texts.get("fact." + fact.name()),
                FactWords.value(fact.name(), value),
                FactWords.band(fact),
                fact.light(value));
    }

    /** Whether it is green. */
    public boolean inside() {
        return light == Details.Fact.Light.GREEN;
    }

    /** What a light means; empty for none. */
    public static String meaning(Details.Fact.Light light, Texts texts) {
        return switch (light) {
            case null -> "";
            case GREEN -> texts.get("light.green");
            case AMBER -> texts.get("light.amber");
            case RED -> texts.get("light.red");
        };
    }

    /** What the light means. */
    public String meaning(Texts texts) {
        return meaning(light, texts);
    }
}
