package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelDaysTest {

    @Test
    void threeColumnsOfBarsBelongToADay() {
        PixelDays pixels = new PixelDays(24, 8, true);
        assertEquals(0, pixels.first(2));
        assertEquals(1, pixels.last(3));
        assertEquals(7, pixels.last(23));
    }

    @Test
    void everyDayBelongsToOnePixelWhereDaysAreMore() {
        PixelDays pixels = new PixelDays(8, 20, false);
        int days = IntStream.range(0, 8)
                .map(pixel -> pixels.last(pixel) - pixels.first(pixel) + 1)
                .sum();
        assertEquals(20, days);
        assertEquals(0, pixels.first(0));
        assertEquals(19, pixels.last(7));
        assertEquals(pixels.last(2) + 1, pixels.first(3));
    }

    @Test
    void aPixelBetweenTwoDaysBelongsToTheNearer() {
        PixelDays pixels = new PixelDays(16, 8, false);
        assertEquals(0, pixels.first(1));
        assertEquals(1, pixels.first(2));
        assertEquals(7, pixels.last(15));
        assertEquals(pixels.first(9), pixels.last(9));
    }
}
