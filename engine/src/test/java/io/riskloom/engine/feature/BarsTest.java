package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static final double[] NONE = {};

    private static PriceHistory history(double[] open, double[] high, double[] low, double[] close, double... volume) {
        List<LocalDate> dates = IntStream.range(0, close.length)
                .mapToObj(i -> LocalDate.of(2020, 1, 1).plusDays(i))
                .toList();
        return new PriceHistory("ABC", dates, open, high, low, close, volume, new Source("a.csv", "0", close.length));
    }

    @Test
    void aFileOfClosesIsRefusedByName() {
        NoticeException refused =
                assertThrows(NoticeException.class, () -> Bars.of(history(NONE, NONE, NONE, new double[] {1, 2})));
        assertEquals("run.error.needsBars", refused.notice().key());
        assertEquals("ABC", refused.notice().args().getFirst());
    }

    @Test
    void adjustedClosesBesideUnadjustedBarsAreRefused() {
        double[] ten = {10, 10, 10};
        NoticeException refused =
                assertThrows(NoticeException.class, () -> Bars.of(history(ten, ten, ten, new double[] {5, 5, 10})));
        assertEquals("run.error.barsDisagree", refused.notice().key());
        assertEquals("2", String.valueOf(refused.notice().args().get(1)));
    }

    @Test
    void aWrongCellAmongManyIsMended() throws NoticeException {
        int days = 100;
        double[] open = fill(days, 10);
        double[] high = fill(days, 11);
        double[] low = fill(days, 9);
        double[] close = fill(days, 10);
        close[3] = 12;
        low[5] = Double.NaN;
        double[] volume = fill(days, 100);
        volume[0] = 0;
        volume[7] = Double.NaN;
        volume[8] = 300;
        volume[9] = 0;
        Bars bars = Bars.of(history(open, high, low, close, volume));
        assertEquals(12, bars.high()[3]);
        assertEquals(10, bars.low()[5]);
        assertArrayEquals(
                new double[] {100, 100, 300, 300},
                new double[] {bars.volume()[0], bars.volume()[7], bars.volume()[8], bars.volume()[9]});
        assertEquals(2, bars.part(7, 2).days());
        assertEquals(300, bars.part(7, 2).volume()[1]);
    }

    @Test
    void volumesThatAreAllNoneAreNoVolume() throws NoticeException {
        double[] ten = {10, 10};
        assertFalse(Bars.of(history(ten, ten, ten, ten, 0, 0)).hasVolume());
        assertFalse(Bars.of(history(ten, ten, ten, ten)).hasVolume());
    }

    private static double[] fill(int days, double value) {
        return IntStream.range(0, days).mapToDouble(i -> value).toArray();
    }
}
