package io.riskloom.app.result;

import io.riskloom.app.text.Formats;
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

    /** Those of an epoch, in the order of the facts; a fact that the epoch does not tell is left out. */
    public static List<FactLight> of(List<Details.Fact> facts, Map<String, Double> values, Texts texts) {
        return facts.stream()
                .filter(fact -> values.containsKey(fact.name()))
                .map(fact -> of(fact, values.get(fact.name()), texts))
                .toList();
    }

    private static FactLight of(Details.Fact fact, double value, Texts texts) {
        return new FactLight(
                texts.get("fact." + fact.name()),
                Formats.compact(value),
                Formats.compact(fact.low()) + " – " + Formats.compact(fact.high()),
                fact.light(value));
    }

    /** Whether it is green. */
    public boolean inside() {
        return light == Details.Fact.Light.GREEN;
    }

    /** What the light means. */
    public String meaning(Texts texts) {
        return texts.get(
                switch (light) {
                    case GREEN -> "light.green";
                    case AMBER -> "light.amber";
                    case RED -> "light.red";
                });
    }
}
