package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultPageTest {

    @Test
    void everyTaskHasAPageThatHasAName() {
        assertEquals(
                List.of("credit", "forecast", "generate", "inside"),
                Specs.tasks().stream().map(ResultPage::of).distinct().sorted().toList());
        Texts texts = new Texts(Texts.ENGLISH);
        for (String task : Specs.tasks()) {
            assertTrue(texts.has("page." + ResultPage.of(task)), task);
        }
    }

    @Test
    void settingsAreWrittenWithoutAnExponent() {
        assertEquals("0.00001", RunWords.setting(1e-5));
        assertEquals("200", RunWords.setting(200));
        assertEquals("0", RunWords.setting(0.0));
    }
}
