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
    void theSharesOfAllDaysSumToOne(int days) {
        Random random = new Random(7);
        double[][] activation = new double[8][8];
        for (double[] row : activation) {
            Arrays.setAll(row, j -> random.nextDouble());
        }
        double[] shares = DayImportance.of(activation, days);
        assertEquals(days, shares.length);
        assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
    }

    @Test
    void aDayWeighsTheMeanOfItsRowAndItsColumn() {
        double[] shares = DayImportance.of(new double[][] {{1, 0}, {2, 1}}, 2);
        // row 0 and column 0: (1 + 0 + 1 + 2)/2 = 2; row 1 and column 1: (2 + 1 + 0 + 1)/2 = 2
        assertArrayEquals(new double[] {0.5, 0.5}, shares, 1e-12);
        assertArrayEquals(new double[] {0.75, 0.25}, DayImportance.of(new double[][] {{1, 1}, {0, 0}}, 2), 1e-12);
    }

    @Test
    void aPixelSpreadsItsWeightEvenlyOverItsDays() {
        double[] shares = DayImportance.of(new double[][] {{3, 0}, {0, 1}}, 5);
        // pixel 0 covers days 0 and 1, pixel 1 days 2 to 4
        assertArrayEquals(new double[] {0.375, 0.375, 1 / 12.0, 1 / 12.0, 1 / 12.0}, shares, 1e-12);
    }

    @Test
    void pixelsBetweenTwoDaysShareTheirWeight() {
        double[] shares = DayImportance.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 2}}, 2);
        assertArrayEquals(new double[] {1.5 / 4, 2.5 / 4}, shares, 1e-12);
    }

    @Test
    void aMapOfZerosGivesNoDayAnyShare() {
        assertArrayEquals(new double[4], DayImportance.of(new double[2][2], 4));
    }

    @Test
    void aDayOfAChartOfBarsWeighsItsColumns() {
        double[][] activation = {{1, 1, 0, 0, 2, 0}, {0, 0, 4, 0, 0, 0}};
        // three columns a day: 1 + 1 + 4 and 2, of 8
        assertArrayEquals(new double[] {0.75, 0.25}, DayImportance.ofBars(activation, 2), 1e-12);
        assertArrayEquals(new double[2], DayImportance.ofBars(new double[3][6], 2), 0);
    }
}
