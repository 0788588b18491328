package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void takesTheDearCellWhereTheOthersWouldCostMore() {
        assertArrayEquals(new int[] {1, 0, 2}, Assignment.least(new double[][] {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}}));
    }

    @Test
    void isOptimalBesideTryingAll() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + random.nextInt(7);
            int columns = rows + random.nextInt(8 - rows);
            double[][] costs = new double[rows][columns];
            for (double[] row : costs) {
                Arrays.setAll(row, j -> trialCost(random));
            }
            int[] found = Assignment.least(costs);
            assertEquals(rows, Arrays.stream(found).distinct().count());
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += costs[i][found[i]];
            }
            assertEquals(cheapest(costs, 0, new boolean[columns]), sum, 1e-12, Arrays.deepToString(costs));
        }
    }

    /** With ties and negative costs. */
    private static double trialCost(Random random) {
        return random.nextBoolean() ? random.nextInt(5) - 2 : random.nextDouble() * 4;
    }

    private static double cheapest(double[][] costs, int row, boolean[] taken) {
        if (row == costs.length) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                least = Math.min(least, costs[row][column] + cheapest(costs, row + 1, taken));
                taken[column] = false;
            }
        }
        return least;
    }

    @Test
    void moreRowsThanColumnsAreRefused() {
        assertEquals(
                "1 columns for 2 rows",
                assertThrows(IllegalArgumentException.class, () -> Assignment.least(new double[][] {{1}, {2}}))
                        .getMessage());
    }
}
