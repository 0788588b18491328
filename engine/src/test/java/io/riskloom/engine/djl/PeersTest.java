package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeersTest {
    private static final double[] NONE = {};

    private static PriceHistory every(int gap, LocalDate first, int days) {
        List<LocalDate> dates = IntStream.range(0, days)
                .mapToObj(t -> first.plusDays((long) gap * t))
                .toList();
        double[] close = new double[days];
        Arrays.fill(close, 1);
        return new PriceHistory("X", dates, NONE, NONE, NONE, close, NONE, new Source("x.csv", "x", days));
    }

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    /** Origins 20 … 59 train, with labels up to day 64 and windows from day 11 on. */
    private static DateSplit split() {
        return new DateSplit(100, 10, 5, 0, new Span(20, 59), new Span(65, 79), new Span(85, 94));
    }

    @Test
    void otherSeriesAreCutByTheChosenOnesDates() {
        PriceHistory chosen = every(1, START, 100);
        DateSplit same = Peers.cut(chosen, split(), false, chosen).orElseThrow();
        assertEquals(new Span(10, 59), same.train());
        assertEquals(0, same.validation().size());
        assertEquals(0, same.test().size());
        // half as many days: day 32 is the chosen one's day 64, on which its last label ends
        DateSplit sparse =
                Peers.cut(chosen, split(), false, every(2, START, 100)).orElseThrow();
        assertEquals(new Span(10, 27), sparse.train());
        // thirty days earlier
        DateSplit early = Peers.cut(chosen, split(), false, every(1, START.minusDays(30), 300))
                .orElseThrow();
        assertEquals(new Span(10, 89), early.train());
        assertEquals(300, early.rows());
    }

    @Test
    void aSlidingFoldForgetsTheirOldDaysToo() {
        PriceHistory chosen = every(1, START, 100);
        DateSplit cut = Peers.cut(chosen, split(), true, every(1, START.minusDays(30), 300))
                .orElseThrow();
        // the chosen one's first window begins on its day 11, the other's day 41
        assertEquals(new Span(50, 89), cut.train());
    }

    @Test
    void seriesThatBeginLateAreLeftOut() {
        PriceHistory chosen = every(1, START, 100);
        assertTrue(Peers.cut(chosen, split(), false, every(1, START.plusDays(41), 300))
                .isEmpty());
        DateSplit ten = Peers.cut(chosen, split(), false, every(1, START.plusDays(40), 300))
                .orElseThrow();
        assertEquals(new Span(10, 19), ten.train());
        assertTrue(Peers.cut(chosen, split(), false, every(1, START, 12)).isEmpty());
    }
}
