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
        assertTrue(
                e.notice().key().startsWith("data.error.tooShort"), e.notice().toString());
        assertEquals("100", e.notice().args().get(0));
        int needed = Integer.parseInt(e.notice().args().get(1));
        DateSplit split = DateSplit.of(needed, 60, 20, 0.15, 0.2);
        assertTrue(Math.min(
                        split.train().size(),
                        Math.min(split.validation().size(), split.test().size()))
                >= 10);
        assertThrows(NoticeException.class, () -> DateSplit.of(needed - 1, 60, 20, 0.15, 0.2));
    }

    /** Monthly closes of ten years: only larger shares help, not smaller ones. */
    @Test
    void tooShortASeriesIsToldWhatHelps() throws NoticeException {
        DateCut months = new DateCut(12, 3, 0, 0.15, 0.2, true);
        NoticeException e = assertThrows(NoticeException.class, () -> months.holdOut(123));
        assertEquals("data.error.tooShort.shares", e.notice().key());
        double validation = Integer.parseInt(e.notice().args().get(2)) / 100.0;
        double test = Integer.parseInt(e.notice().args().get(3)) / 100.0;
        assertTrue(validation > 0.15, e.notice().toString());
        assertEquals(
                123, new DateCut(12, 3, 0, validation, test, true).holdOut(123).rows());
        NoticeException long60 =
                assertThrows(NoticeException.class, () -> new DateCut(60, 3, 0, 0.15, 0.2, true).holdOut(80));
        assertEquals("data.error.tooShort.both", long60.notice().key());
        int window = Integer.parseInt(long60.notice().args().get(2));
        double v = Integer.parseInt(long60.notice().args().get(3)) / 100.0;
        double t = Integer.parseInt(long60.notice().args().get(4)) / 100.0;
        assertEquals(window, new DateCut(window, 3, 0, v, t, true).holdOut(80).window());
    }

    /** With a horizon of 20 a window of three days would do, but none may be so short. */
    @Test
    void aWindowThatNobodyMayChooseIsNoHelp() {
        NoticeException e =
                assertThrows(NoticeException.class, () -> new DateCut(60, 20, 0, 0.15, 0.2, true).holdOut(123));
        assertEquals("data.error.tooShort[123, 344]", e.notice().toString());
    }

    @Test
    void aShorterWindowIsNamedWhereItWouldDo() throws NoticeException {
        NoticeException e = assertThrows(NoticeException.class, () -> DateSplit.of(120, 60, 5, 0.15, 0.2));
        assertEquals("data.error.tooShort.either", e.notice().key());
        int window = Integer.parseInt(e.notice().args().get(2));
        assertEquals(window, DateSplit.of(120, window, 5, 0.15, 0.2).window());
        assertThrows(NoticeException.class, () -> DateSplit.of(120, window + 1, 5, 0.15, 0.2));
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
