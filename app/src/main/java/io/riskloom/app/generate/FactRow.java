package io.riskloom.app.generate;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;

/**
 * A stylised fact in words.
 *
 * @param band 90 % block-bootstrap band of the real value
 * @param good whether the generated value lies inside the band
 */
public record FactRow(
        String name,
        String real,
        String band,
        String generated,
        String bootstrap,
        boolean good,
        boolean bootstrapGood) {

    static FactRow of(Details.Fact fact, Texts texts) {
        return new FactRow(
                texts.get("fact." + fact.name()),
                Formats.compact(fact.real()),
                Formats.compact(fact.low()) + " – " + Formats.compact(fact.high()),
                Formats.compact(fact.generated()),
                Formats.compact(fact.bootstrap()),
                inside(fact, fact.generated()),
                inside(fact, fact.bootstrap()));
    }

    private static boolean inside(Details.Fact fact, double value) {
        return value >= fact.low() && value <= fact.high();
    }
}
