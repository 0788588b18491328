package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightedDrawsTest {

    @Test
    void drawsComeInProportionToTheWeights() {
        long[] drawn = WeightedDraws.of(new double[] {1, 0, 3}, 40_000, 5);
        long first = Arrays.stream(drawn).filter(i -> i == 0).count();
        long never = Arrays.stream(drawn).filter(i -> i == 1).count();
        assertEquals(10_000, first, 350); // four standard deviations
        assertEquals(0, never);
        assertArrayEquals(drawn, WeightedDraws.of(new double[] {1, 0, 3}, 40_000, 5));
    }

    @Test
    void aRowThatIsAHalfLifeOlderIsDrawnHalfAsOften() {
        double[] weights = WeightedDraws.recent(5, 2);
        assertArrayEquals(new double[] {0.25, Math.sqrt(0.125), 0.5, Math.sqrt(0.5), 1}, weights, 1e-12);
        assertNull(WeightedDraws.recent(5, 0));
    }

    @Test
    void weightsThatAreAllZeroAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> WeightedDraws.of(new double[2], 3, 1));
    }
}
