package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.explain.Strangeness.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrangeWordsTest {

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final StrangeWords words = new StrangeWords(texts);

    @Test
    void aColumnIsToldWithWhatWasExpectedWhereThatCanBeSaid() {
        assertEquals("amount: 4900, expected 2517", words.of(new Part("amount", "4900", 0.4, "2517")));
        assertEquals("amount: missing, expected 2517", words.of(new Part("amount", "", 0.4, "2517")));
        assertEquals("sex: f", words.of(new Part("sex", "f", 0.1, "")));
        assertEquals("purpose: tv", words.of(new Part("purpose", "tv", 0.1, "tv")));
        assertEquals("purpose: tv, expected missing", words.of(new Part("purpose", "tv", 0.1, "NA")));
        texts.locale().set(Texts.CHINESE);
        assertEquals("amount：4900，预期 2517", words.of(new Part("amount", "4900", 0.4, "2517")));
    }

    @Test
    void atMostThreeColumnsAreNamedAndNoneThatIsAsExpected() {
        Part sum = new Part("sum", "5", 0.3, "");
        Part none = new Part("age", "40", 0, "40");
        assertEquals("sum: 5; sum: 5; sum: 5", words.of(new Strangeness(0, 1, List.of(sum, sum, sum, sum))));
        assertEquals("sum: 5", words.of(new Strangeness(0, 1, List.of(sum, none))));
        assertEquals("", words.of(new Strangeness(0, 0, List.of(none))));
    }
}
