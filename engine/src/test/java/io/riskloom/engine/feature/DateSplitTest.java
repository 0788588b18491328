package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSplitTest {

    /**
     * 200 days, window 10, horizon 5: origins 10…194 (185). Test .2 → 37, validation .15 → 28, five purged before each.
     */
    @Test
    void cutsOriginsByShareWithAPurgeBetween() throws NoticeException {
        DateSplit split = DateSplit.of(200, 10, 5, 0.15, 0.2);
        assertEquals(new Span(158, 194), split.test());
        assertEquals(new Span(125, 152), split.validation());
        assertEquals(new Span(10, 119), split.train());
        assertEquals(new Span(1, 119), split.trainingDays());
    }

    @ParameterizedTest
    @CsvSource({"200, 10, 5, .15, .2", "500, 60, 20, .15, .2", "5000, 60, 20, .05, .5", "300, 5, 1, .4, .05"})
    void noLabelReachesIntoTheNextSpan(int n, int window, int horizon, double validation, double test)
            throws NoticeException {
        DateSplit split = DateSplit.of(n, window, horizon, validation, test);
        assertTrue(split.train().last() + horizon < split.validation().first(), split::toString);
        assertTrue(split.validation().last() + horizon < split.test().first(), split::toString);
        assertEquals(n - 1, split.test().last() + horizon, "the last label is the last day");
        assertEquals(window, split.train().first(), "the first window starts at day 1");
    }

    @Test
    void aShareOfZeroLeavesTheSpanAndItsPurgeOut() throws NoticeException {
        DateSplit split = DateSplit.of(200, 10, 5, 0, 0.2);
        assertEquals(0, split.validation().size());
        assertEquals(new Span(158, 194), split.test());
        assertEquals(new Span(10, 152), split.train());
    }

    @Test
    void tooShortASeriesIsToldHowManyRowsItNeeds() throws NoticeException {
        NoticeException e = assertThrows(NoticeException.class, () -> DateSplit.of(100, 60, 20, 0.15, 0.2));
        assertEquals("data.error.tooShort", e.notice().key());
        assertEquals("100", e.notice().args().get(0));
        int needed = Integer.parseInt(e.notice().args().get(1));
        DateSplit split = DateSplit.of(needed, 60, 20, 0.15, 0.2);
        assertTrue(Math.min(
                        split.train().size(),
                        Math.min(split.validation().size(), split.test().size()))
                >= 10);
        assertThrows(NoticeException.class, () -> DateSplit.of(needed - 1, 60, 20, 0.15, 0.2));
    }

    @Test
    void refusesSharesThatLeaveNothingToTrainOn() {
        assertThrows(IllegalArgumentException.class, () -> DateSplit.of(500, 10, 5, 0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> DateSplit.of(500, 0, 5, 0.1, 0.1));
    }

    @Test
    void aStrideKeepsTheLastDayOfASpan() {
        Span span = new Span(3, 12);
        assertArrayEquals(new int[] {4, 8, 12}, span.days(4));
        assertEquals(10, span.days().length);
        assertFalse(span.contains(13));
        assertThrows(IllegalArgumentException.class, () -> span.days(0));
    }
}
