package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarCodeTest {
    private static final Bars RANDOM = random(400, true);

    @Test
    void everyWindowComesBackExactly() {
        for (int first = 1; first + 24 <= RANDOM.days(); first++) {
            Bars real = RANDOM.part(first, 24);
            Bars back = BarCode.encode(RANDOM, first, 24).decode();
            close(real.open(), back.open());
            close(real.high(), back.high());
            close(real.low(), back.low());
            close(real.close(), back.close());
            close(real.volume(), back.volume());
        }
    }

    private static void close(double[] expected, double... found) {
        for (int t = 0; t < expected.length; t++) {
            assertEquals(1, found[t] / expected[t], 1e-10);
        }
    }

    @Test
    void barsWithoutVolumeHaveFourMoves() {
        Bars bars = random(60, false);
        BarCode code = BarCode.encode(bars, 5, 10);
        assertEquals(4, code.moves()[0].length);
        assertEquals(0, code.context()[BarCode.TRADED]);
        assertEquals(0, code.context()[BarCode.BUSTLE]);
        assertEquals(0, code.decode().volume().length);
        close(bars.part(5, 10).close(), code.decode().close());
    }

    /** Closes 100, 110, 99; the second day opens at the close before, the third a gap below. */
    @Test
    void movesAndContextAreCountedByHand() {
        Bars bars = new Bars(
                new double[] {100, 100, 108},
                new double[] {101, 112, 108},
                new double[] {99, 100, 95},
                new double[] {100, 110, 99},
                new double[] {10, 1000, 100_000});
        BarCode code = BarCode.encode(bars, 1, 2);
        double first = Math.log(1.1);
        double second = Math.log(0.9);
        double v = Math.sqrt((first * first + second * second) / 2) + 1e-6;
        double gap = Math.log(108.0 / 110) / v;
        double volume = Math.log(10);
        double[][] expected = {
            {0, first / v, Math.sqrt(Math.log(112.0 / 110) / v), 0, -volume},
            {-Math.log1p(-gap / 1e-3), Math.log(99.0 / 108) / v, 0, Math.sqrt(Math.log(99.0 / 95) / v), volume}
        };
        for (int t = 0; t < 2; t++) {
            assertArrayEquals(expected[t], code.moves()[t], 1e-12);
        }
        double[] context = {
            Math.log(100),
            Math.log(10_000),
            Math.log(v),
            0.5,
            Math.log(Math.sqrt(gap * gap / 2) + 0.01),
            0.5 + 0.5,
            Math.log(volume + 0.01)
        };
        assertArrayEquals(context, code.context(), 1e-12);
    }

    @Test
    void theLeastGapIsFarFromNone() {
        double v = 0.01;
        double tick = Math.log(1400.01 / 1400) / v;
        double code = Math.log1p(tick / BarCode.FINE);
        assertTrue(code > 0.5, "a cent at 1400 is " + code);
        assertEquals(tick, BarCode.coarse(code), 1e-15);
        assertEquals(-tick, BarCode.coarse(-code), 1e-15);
        assertEquals(0, BarCode.coarse(0));
    }

    @Test
    void aWindowWithoutAnyMoveComesBackToo() {
        double[] flat = {7, 7, 7, 7};
        Bars bars = new Bars(flat, flat, flat, flat, new double[0]);
        BarCode code = BarCode.encode(bars, 1, 3);
        assertEquals(1, code.context()[BarCode.QUIET]);
        assertEquals(2, code.context()[BarCode.TOUCHES]);
        close(new double[] {7, 7, 7}, code.decode().high());
    }

    /** Bars of which a third open at the close before and some end at their high or low. */
    static Bars random(int days, boolean volume) {
        SplittableRandom random = new SplittableRandom(4);
        double[] open = new double[days];
        double[] high = new double[days];
        double[] low = new double[days];
        double[] close = new double[days];
        double[] traded = new double[volume ? days : 0];
        double at = 100;
        for (int t = 0; t < days; t++) {
            open[t] = random.nextInt(3) == 0 ? at : at * Math.exp(0.004 * random.nextGaussian());
            close[t] = open[t] * Math.exp(0.01 * random.nextGaussian());
            double up = Math.max(0, 0.004 * random.nextGaussian() + 0.003);
            double down = Math.max(0, 0.004 * random.nextGaussian() + 0.003);
            high[t] = Math.max(open[t], close[t]) * Math.exp(up);
            low[t] = Math.min(open[t], close[t]) * Math.exp(-down);
            at = close[t];
            if (volume) {
                traded[t] = Math.exp(12 + 0.3 * random.nextGaussian());
            }
        }
        return new Bars(open, high, low, close, traded);
    }
}
