package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkForwardTest {

    /**
     * 200 days, window 10, horizon 5, embargo 2: origins 10…194 (185), of which a fifth, 37, are tested in three folds of
     * 13, 12 and 12. Before the first test span 158…170 lie the origins 10…150 (141), 21 of them for validation, and seven
     * are left out before each span.
     */
    @Test
    void testSpansFollowEachOtherAndTheLongerOnesComeFirst() throws NoticeException {
        List<DateSplit> folds = new DateCut(10, 5, 2, 0.15, 0.2, false).expanding(200, 3);
        assertEquals(3, folds.size());
        assertEquals(new Span(158, 170), folds.get(0).test());
        assertEquals(new Span(130, 150), folds.get(0).validation());
        assertEquals(new Span(10, 122), folds.get(0).train());
        assertEquals(new Span(171, 182), folds.get(1).test());
        assertEquals(new Span(141, 163), folds.get(1).validation());
        assertEquals(new Span(10, 133), folds.get(1).train());
        assertEquals(new Span(183, 194), folds.get(2).test());
        assertEquals(new Span(151, 175), folds.get(2).validation());
        assertEquals(new Span(10, 143), folds.get(2).train());
    }

    @Test
    void aSlidingTrainingSpanKeepsTheLengthOfTheFirst() throws NoticeException {
        DateCut cut = new DateCut(10, 5, 2, 0.15, 0.2, false);
        List<DateSplit> folds = cut.sliding(200, 3);
        assertEquals(cut.expanding(200, 3).getFirst(), folds.getFirst());
        assertEquals(new Span(21, 133), folds.get(1).train());
        assertEquals(new Span(31, 143), folds.get(2).train());
        assertEquals(new Span(12, 133), folds.get(1).trainingDays());
        assertEquals(new Span(141, 163), folds.get(1).validation());
    }

    @ParameterizedTest
    @CsvSource({
        "1259, 60, 20, 0, .15, .2, 5, true",
        "1259, 20, 1, 30, .05, .5, 7, false",
        "7200, 5, 120, 500, .15, .3, 2, true",
        "2000, 60, 0, 0, 0, .3, 20, false"
    })
    void testSpansMakeTheTestShareAndNothingReachesIntoALaterSpan(
            int n, int window, int horizon, int embargo, double v, double t, int count, boolean halved)
            throws NoticeException {
        DateCut cut = new DateCut(window, horizon, embargo, v, t, halved);
        for (List<DateSplit> folds : List.of(cut.expanding(n, count), cut.sliding(n, count))) {
            int tested = folds.stream().mapToInt(f -> f.test().size()).sum();
            assertEquals(Math.round(t * (n - window - horizon)), tested);
            assertEquals(n - 1 - horizon, folds.getLast().test().last(), "the last label is the last day");
            for (int i = 0; i < count; i++) {
                DateSplit fold = folds.get(i);
                int gap = horizon + embargo;
                Span before = fold.validation().size() == 0 ? fold.train() : fold.validation();
                assertEquals(gap, fold.test().first() - before.last() - 1, fold::toString);
                if (v > 0) {
                    assertEquals(gap, fold.validation().first() - fold.train().last() - 1, fold::toString);
                }
                if (i > 0) {
                    assertEquals(folds.get(i - 1).test().last() + 1, fold.test().first());
                }
            }
        }
    }

    @Test
    void tooShortASeriesIsToldHowManyRowsTheSmallestFoldNeeds() throws NoticeException {
        DateCut cut = new DateCut(60, 20, 0, 0.15, 0.2, true);
        NoticeException e = assertThrows(NoticeException.class, () -> cut.expanding(300, 5));
        assertEquals("data.error.tooShortFolds", e.notice().key());
        assertEquals("300", e.notice().args().get(0));
        assertEquals("5", e.notice().args().get(2));
        int needed = Integer.parseInt(e.notice().args().get(1));
        for (DateSplit fold : cut.expanding(needed, 5)) {
            assertTrue(fold.test().size() >= 10 && fold.train().size() >= 10, fold::toString);
            assertTrue(HeldOut.of(fold).choice().size() >= 10, fold::toString);
        }
        assertThrows(NoticeException.class, () -> cut.expanding(needed - 1, 5));
        assertEquals(
                needed,
                Integer.parseInt(assertThrows(NoticeException.class, () -> cut.sliding(300, 5))
                        .notice()
                        .args()
                        .get(1)));
    }

    @Test
    void oneFoldIsNone() {
        DateCut cut = new DateCut(10, 5, 0, 0.15, 0.2, false);
        assertThrows(IllegalArgumentException.class, () -> cut.expanding(500, 1));
        assertThrows(IllegalArgumentException.class, () -> new DateCut(10, 5, -1, 0.15, 0.2, false));
    }

    @Test
    void noTrainingWindowAndNoScalerOfAnyFoldKnowsWhatComesAfterIt() throws NoticeException {
        PriceHistory walk = Histories.walk(400, 11);
        DateCut cut = new DateCut(20, 5, 3, 0.15, 0.3, true);
        for (List<DateSplit> folds : List.of(cut.expanding(400, 4), cut.sliding(400, 4))) {
            for (DateSplit fold : folds) {
                ForecastWindows windows = ForecastWindows.of(walk, fold, FeatureGroups.defaults());
                ForecastWindows changed = ForecastWindows.of(
                        Histories.changedAfter(walk, fold.train().last()), fold, FeatureGroups.defaults());
                assertArrayEquals(windows.scaler().mean(), changed.scaler().mean());
                assertArrayEquals(windows.scaler().scale(), changed.scaler().scale());
                for (int origin : fold.train().days()) {
                    assertArrayEquals(windows.of(origin), changed.of(origin));
                }
            }
        }
    }

    @Test
    void aSlidingFoldForgetsWhatLiesBeforeItsTrainingDays() throws NoticeException {
        PriceHistory walk = Histories.walk(400, 11);
        DateCut cut = new DateCut(20, 5, 0, 0.15, 0.3, false);
        DateSplit sliding = cut.sliding(400, 4).getLast();
        DateSplit expanding = cut.expanding(400, 4).getLast();
        // the first day's volatility leads from the close of twenty days before
        PriceHistory changed =
                Histories.changedBefore(walk, sliding.trainingDays().first() - 20);
        ForecastWindows windows = ForecastWindows.of(walk, sliding, FeatureGroups.defaults());
        ForecastWindows forgetful = ForecastWindows.of(changed, sliding, FeatureGroups.defaults());
        assertArrayEquals(windows.scaler().mean(), forgetful.scaler().mean());
        assertArrayEquals(windows.scaler().scale(), forgetful.scaler().scale());
        for (int origin : sliding.train().days()) {
            assertArrayEquals(windows.of(origin), forgetful.of(origin));
        }
        assertNotEquals(
                ForecastWindows.of(walk, expanding, FeatureGroups.defaults())
                        .scaler()
                        .scale()[0],
                ForecastWindows.of(changed, expanding, FeatureGroups.defaults())
                        .scaler()
                        .scale()[0],
                "an expanding fold remembers them");
        assertEquals(
                cut.sliding(400, 4).getFirst().train().size(), sliding.train().size());
    }

    @Test
    void everySpanHasTheLeastThatIsAskedForAndTheRowsAreNamed() throws NoticeException {
        DateCut cut = new DateCut(10, 5, 0, 0.15, 0.2, false, DateCut.Least.ofTenWindows(3, 5));
        NoticeException e = assertThrows(NoticeException.class, () -> cut.expanding(500, 5));
        assertEquals("data.error.tooShortFolds", e.notice().key());
        int needed = Integer.parseInt(e.notice().args().get(1));
        for (DateSplit fold : cut.expanding(needed, 5)) {
            assertTrue(fold.train().days(3).length >= 10);
            assertTrue(fold.validation().days(3).length >= 10);
            assertTrue(fold.test().days(5).length >= 10, "test " + fold.test());
        }
        assertThrows(NoticeException.class, () -> cut.expanding(needed - 1, 5));
        assertThrows(NoticeException.class, () -> cut.holdOut(200), "its 37 test origins hold eight windows");
        assertEquals(
                37, new DateCut(10, 5, 0, 0.15, 0.2, false).holdOut(200).test().size());
        assertThrows(IllegalArgumentException.class, () -> new DateCut.Least(10, 9, 10));
    }
}
