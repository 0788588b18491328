package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HangingTextTest {

    private final HangingText text = new HangingText(16, 6);

    @Test
    void wordsAreNotCutAndFollowTheIndent() {
        assertEquals(
                List.of("  a   one two", "      three four", "      five"),
                text.lines("  a", "one two three four five"));
    }

    @Test
    void choicesAreCutAfterTheirMarksAndParagraphsBeginALine() {
        assertEquals(
                List.of("  ab  lstm|gru|", "      rnn,tcn", "      0,5 x"),
                text.lines("  ab", "lstm|gru|rnn,tcn", "", "0,5 x"));
    }

    @Test
    void aLongLabelHasALineOfItsOwn() {
        assertEquals(List.of("  label", "      text"), text.lines("  label", "text"));
        assertEquals(List.of("  label"), text.lines("  label"));
    }

    @Test
    void chineseTakesTwoPlacesAndKeepsItsMarks() {
        assertEquals(List.of("  a   训练窗口，", "      验证集"), text.lines("  a", "训练窗口，验证集"));
    }
}
