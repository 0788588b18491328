package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void interpolatesAsTypeSevenOfHyndmanAndFan() {
        double[] unsorted = {4, 1, 3, 2};
        assertEquals(1.75, Quantiles.of(unsorted, 0.25), 1e-15);
        assertEquals(2.5, Quantiles.of(unsorted, 0.5), 1e-15);
        assertEquals(1, Quantiles.of(unsorted, 0));
        assertEquals(4, Quantiles.of(unsorted, 1));
        assertEquals(4, unsorted[0], "the sample stays as it was");
    }

    /** The mean share below the 1 % quantile of 250 normal draws is 1 %; type 7 would have 1.4 %. */
    @Test
    void aForecastQuantileIsExceededAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(8);
        double below = 0;
        for (int day = 0; day < 20_000; day++) {
            double[] drawn = new double[250];
            Arrays.setAll(drawn, i -> random.nextGaussian());
            Arrays.sort(drawn);
            below += Normal.below(Quantiles.forecast(drawn, 0.01)) / 20_000;
        }
        assertEquals(0.01, below, 0.0005);
    }

    @Test
    void aForecastQuantileBeyondTheSampleIsItsEnd() {
        double[] sorted = {1, 2, 4};
        assertEquals(1, Quantiles.forecast(sorted, 0.01));
        assertEquals(4, Quantiles.forecast(sorted, 0.9));
        assertEquals(3, Quantiles.forecast(sorted, 0.625), 1e-15);
        assertEquals(7, Quantiles.forecast(new double[] {7}, 0.01));
        assertTrue(Double.isNaN(Quantiles.forecast(new double[0], 0.5)));
    }

    @Test
    void anEmptySampleHasNoQuantile() {
        assertTrue(Double.isNaN(Quantiles.of(new double[0], 0.5)));
    }

    @Test
    void refusesAProbabilityOutsideTheUnitInterval() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[] {1}, 1.1));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[] {1}, Double.NaN));
    }
}
