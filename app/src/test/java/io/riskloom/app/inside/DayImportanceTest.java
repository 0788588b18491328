package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayImportanceTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 9, 20, 64})
    void theWeightsOfAllDaysSumToThatOfTheMap(int days) {
        Random random = new Random(7);
        double[][] map = new double[8][8];
        double sum = 0;
        for (double[] row : map) {
            Arrays.setAll(row, j -> random.nextGaussian());
            sum += Arrays.stream(row).sum();
        }
        double[] weights = DayImportance.weights(map, days, false);
        assertEquals(days, weights.length);
        assertEquals(sum, Arrays.stream(weights).sum(), 1e-12);
    }

    @Test
    void aDayWeighsTheMeanOfItsRowAndItsColumn() {
        double[] weights = DayImportance.weights(new double[][] {{1, 0}, {2, 1}}, 2, false);
        // row 0 and column 0: (1 + 0 + 1 + 2)/2 = 2; row 1 and column 1: (2 + 1 + 0 + 1)/2 = 2
        assertArrayEquals(new double[] {2, 2}, weights, 1e-12);
        assertArrayEquals(
                new double[] {1.5, 0.5}, DayImportance.weights(new double[][] {{1, 1}, {0, 0}}, 2, false), 1e-12);
    }

    @Test
    void aPixelSpreadsItsWeightEvenlyOverItsDays() {
        double[] weights = DayImportance.weights(new double[][] {{3, 0}, {0, 1}}, 5, false);
        // pixel 0 covers days 0 and 1, pixel 1 days 2 to 4
        assertArrayEquals(new double[] {1.5, 1.5, 1 / 3.0, 1 / 3.0, 1 / 3.0}, weights, 1e-12);
    }

    @Test
    void pixelsBetweenTwoDaysShareTheirWeight() {
        double[] weights = DayImportance.weights(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 2}}, 2, false);
        assertArrayEquals(new double[] {1.5, 2.5}, weights, 1e-12);
    }

    @Test
    void aDayOfAChartOfBarsWeighsItsColumns() {
        double[][] map = {{1, 1, 0, 0, -2, 0}, {0, 0, 4, 0, 0, 0}};
        assertArrayEquals(new double[] {6, -2}, DayImportance.weights(map, 2, true), 1e-12);
    }

    @Test
    void percentOfNothingIsNothing() {
        assertArrayEquals(new double[] {75, 25}, DayImportance.percent(new double[] {1.5, 0.5}), 1e-12);
        assertArrayEquals(new double[4], DayImportance.percent(new double[4]), 0);
    }
}
