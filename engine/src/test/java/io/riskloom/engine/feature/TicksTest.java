package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TicksTest {

    private static Ticks of(double[] prices, double... volume) {
        return Ticks.of(new Bars(prices, prices, prices, prices, volume));
    }

    @Test
    void decimalsAreFoundBehindSinglePrecision() {
        Ticks ticks = of(new double[] {1438.359985, 1469.25, 1399.420044}, 931_800_000, 1_009_000_000);
        assertEquals(new Ticks(2, 100_000), ticks);
        assertEquals(1438.36, ticks.price(1438.3581));
        assertEquals(0.01, ticks.price(0.0001));
        assertEquals(200_000, ticks.volume(170_000));
        assertEquals(100_000, ticks.volume(3));
    }

    @Test
    void pricesWithoutCommonDecimalsStay() {
        Ticks ticks = of(new double[] {Math.PI, 1.5});
        assertEquals(-1, ticks.decimals());
        assertEquals(Math.E, ticks.price(Math.E));
    }

    @Test
    void wholePricesHaveNoDecimals() {
        assertEquals(new Ticks(0, 1), of(new double[] {12, 7}, 3, 10));
    }
}
