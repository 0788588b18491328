package io.riskloom.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LeadTest {

    @Test
    void theFirstClauseEndsAtAColonOrAFullStopButNotWithinAFigure() {
        assertEquals(
                new Lead("Better, but only by its mean:", "its error is 0.984 of it. It repeats."),
                Lead.of("Better, but only by its mean: its error is 0.984 of it. It repeats."));
        assertEquals(
                new Lead("An error of 0.998 is no better.", "Worse."),
                Lead.of("An error of 0.998 is no better. Worse."));
        assertEquals(new Lead("优于最新值", "误差为 0.984。"), Lead.of("优于最新值：误差为 0.984。"));
        assertEquals(new Lead("不优于最新值。", ""), Lead.of("不优于最新值。"));
        assertEquals(
                new Lead("Worse than Random forest", "AUC 0.716 against 0.774."),
                Lead.of("Worse than Random forest: AUC 0.716 against 0.774."));
        assertEquals(new Lead("No run", ""), Lead.of("No run"));
        assertEquals(new Lead("", ""), Lead.of(null));
    }
}
