package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactWordsTest {

    private static Details.Fact fact(String name, double low, double high) {
        return new Details.Fact(name, (low + high) / 2, low, high, low, high, 0, 0, 0);
    }

    @Test
    void returnsAndVolatilitiesAreInPercentAndOtherFactsAreNumbers() {
        assertEquals("18.7%", FactWords.value("volatility", 0.187));
        assertEquals("1.18%", FactWords.value("dailyVolatility", 0.01178));
        assertEquals("2.31%", FactWords.value("valueAtRisk01", 0.0231));
        assertEquals("21.4%", FactWords.value("drawdown", 0.2142));
        assertEquals("7.250", FactWords.value("kurtosis", 7.25));
        assertEquals("−0.1200", FactWords.value("leverage", -0.12));
        assertEquals("–", FactWords.value("drawdown", Double.NaN));
        assertEquals("–", FactWords.value("tailIndex", Double.POSITIVE_INFINITY));
    }

    @Test
    void aBandHasItsUnitOnce() {
        assertEquals("16.2 – 21.4%", FactWords.band(fact("volatility", 0.162, 0.214)));
        assertEquals("−0.2500 – 0.0200", FactWords.band(fact("leverage", -0.25, 0.02)));
    }

    /** A value that is no number is not far outside its band: it is not there. */
    @Test
    void aFactWithoutAValueHasNoLight() {
        List<Details.Fact> facts =
                List.of(fact("kurtosis", 1, 2), fact("volatility", 0.1, 0.2), fact("leverage", -1, 0));
        List<FactLight> lights =
                FactLight.of(facts, Map.of("kurtosis", Double.NaN, "volatility", 0.15), new Texts(Texts.ENGLISH));
        assertEquals(1, lights.size());
        assertEquals("15.0%", lights.getFirst().value());
        assertEquals("10.0 – 20.0%", lights.getFirst().band());
    }
}
