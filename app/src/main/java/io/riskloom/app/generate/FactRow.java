package io.riskloom.app.generate;

import io.riskloom.app.result.FactWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import java.util.List;

/**
 * A stylised fact in words.
 *
 * @param real   of the test span
 * @param band   its 90 % block-bootstrap band
 * @param values of the simulators, in the order of the table's columns
 */
record FactRow(Details.Fact fact, String name, String real, String band, List<Value> values) {

    /**
     * A simulator's value.
     *
     * @param light against the bands of the real value; null where there is no value
     */
    record Value(double number, String words, Details.Fact.Light light) {

        static Value of(Details.Fact fact, double number) {
            return new Value(
                    number, FactWords.value(fact.name(), number), Double.isNaN(number) ? null : fact.light(number));
        }
    }

    static FactRow of(Details.Fact fact, List<Value> values, Texts texts) {
        return new FactRow(
                fact,
                texts.get("fact." + fact.name()),
                FactWords.value(fact.name(), fact.real()),
                FactWords.band(fact),
                values);
    }

    /** Generator, block bootstrap, GARCH. */
    static FactRow of(Details.Fact fact, Texts texts) {
        return of(
                fact,
                List.of(
                        Value.of(fact, fact.generated()),
                        Value.of(fact, fact.bootstrap()),
                        Value.of(fact, fact.garch())),
                texts);
    }
}
