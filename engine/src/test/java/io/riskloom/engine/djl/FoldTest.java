package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditHistory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {
    /** age 0, housing 1 2, income 3 */
    private static final RowFold ROW = RowFold.of(List.of("age", "housing", "housing", "income"));

    @Test
    void aPictureHasACellAPixelAndPatchesThatEndAtItsEdge() {
        PictureFold fold = new PictureFold(3, 5);
        Fold.Told told = fold.shares(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14});
        assertArrayEquals(new double[] {5, 6, 7, 8, 9}, told.cells()[1]);
        assertEquals(0, told.picture().length);
        assertEquals(15, fold.units(true).length);
        int[][][] patches = fold.patches(2, 2);
        assertEquals(2, patches.length);
        assertEquals(3, patches[0].length);
        assertArrayEquals(new int[] {0, 1, 5, 6}, patches[0][0]);
        assertArrayEquals(new int[] {14}, patches[1][2]);
        assertArrayEquals(new int[] {0}, fold.patch(-1, -1, 2));
        assertEquals(0, fold.patch(3, 0, 2).length);
        assertEquals(0, fold.patch(1, 1, 0).length);
        assertArrayEquals(new int[] {11, 12, 13, 14}, fold.patch(2, 1, Integer.MAX_VALUE));
        assertEquals(0, fold.patch(Integer.MAX_VALUE, 0, Integer.MAX_VALUE).length);
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 1}, fold.map(new double[][] {{1}}).cells()[2]);
    }

    @Test
    void aWindowHasFeaturesOfDaysAndIsCoveredByTheDayWhereAMapIsTold() {
        DaysFold fold = new DaysFold(3, List.of("return", "range"));
        Fold.Told told = fold.shares(new double[] {1, 2, 3, 4, 5, 6});
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {5, 6}}, told.cells());
        assertEquals(List.of("return", "range"), told.names());
        assertArrayEquals(new double[] {9, 12}, told.byColumn());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, fold.worth(told));
        assertEquals(6, fold.units(false).length);
        Fold.Told map = fold.map(new double[][] {{7, 8, 9}});
        assertArrayEquals(new double[][] {{7}, {8}, {9}}, map.cells());
        assertTrue(map.names().isEmpty());
        assertArrayEquals(new int[][] {{0, 1}, {2, 3}, {4, 5}}, fold.units(true));
        assertArrayEquals(new int[] {3, 5}, fold.patches(2, 1)[1][1]);
        assertArrayEquals(new int[] {2, 3, 4, 5}, fold.patch(1, -1, 5));
        assertEquals(0, fold.patch(0, 2, 1).length);
        assertEquals(0, fold.patch(1, -1, 0).length);
        assertArrayEquals(new int[] {3, 5}, fold.patch(1, 1, Integer.MAX_VALUE));
    }

    /** What stands before a causal convolution has days of zeros in front. */
    @Test
    void ofMoreDaysThanTheWindowTheLastCount() {
        DaysFold fold = new DaysFold(2, List.of("return"));
        assertArrayEquals(
                new double[][] {{8}, {9}},
                fold.map(new double[][] {{0, 0, 8, 9}}).cells());
    }

    @Test
    void anApplicantIsToldAndCoveredByColumnsOfTheFile() {
        Fold.Told told = ROW.shares(new double[] {1, 2, 3, 4});
        assertArrayEquals(new double[][] {{1, 2, 3, 4}}, told.cells());
        assertEquals(List.of("age", "housing", "income"), told.names());
        assertArrayEquals(new double[] {1, 5, 4}, told.byColumn());
        assertArrayEquals(new double[] {1, 5, 4}, ROW.worth(told));
        assertArrayEquals(new int[][] {{0}, {1, 2}, {3}}, ROW.units(false));
        assertArrayEquals(new int[][] {{0}, {1, 2}, {3}}, ROW.patches(9, 9)[0]);
        assertArrayEquals(new int[] {1, 2}, ROW.patch(0, 2, 1));
        assertEquals(0, ROW.patch(0, 4, 1).length);
        assertEquals(0, ROW.patch(0, 2, 0).length);
        assertFalse(Arrays.stream(Axes.values()).anyMatch(ROW::takes));
        assertThrows(IllegalStateException.class, () -> ROW.map(new double[1][1]));
    }

    /** Age lies on two pixels, income on none of the picture's last two. */
    @Test
    void aPictureOfAnApplicantGivesEachInputTheMeanOfItsPixels() {
        PixelFold fold = PixelFold.of(ROW, 0, 0, 1, 2, 3, -1, -1, -1, -1);
        Fold.Told map = fold.map(new double[][] {{1, 3, 5}, {7, 9, 11}, {13, 15, 17}});
        assertArrayEquals(new double[][] {{2, 5, 7, 9}}, map.cells());
        assertArrayEquals(new double[] {2, 12, 9}, map.byColumn());
        assertArrayEquals(new double[] {7, 9, 11}, map.picture()[1]);
        Fold.Told shares = fold.shares(new double[] {1, 2, 3, 4});
        assertArrayEquals(new double[] {1, 5, 4}, shares.byColumn());
        assertArrayEquals(new double[][] {{1, 1, 2}, {3, 4, 0}, {0, 0, 0}}, shares.picture());
        assertArrayEquals(new int[] {0, 1, 2, 3}, fold.patch(0, 0, 2));
        assertArrayEquals(
                new int[] {1, 2}, fold.patch(0, 2, 1), "the whole column, also where the other input lies elsewhere");
        assertEquals(0, fold.patch(2, 2, 1).length);
        assertArrayEquals(ROW.inputs(), fold.patches(1, 1)[0]);
        assertTrue(fold.takes(Axes.PICTURE));
        assertFalse(fold.takes(Axes.DAYS_CHANNELS), "months of another network beside it");
    }

    @Test
    void monthsHaveTheInputsOfTheirColumns() {
        CreditEncoder encoder = new CreditEncoder(List.of(
                CreditEncoder.Field.number("age", 40, 10),
                CreditEncoder.Field.number("PAY_1", 0, 1),
                CreditEncoder.Field.number("PAY_2", 0, 1),
                CreditEncoder.Field.number("PAY_3", 0, 1)));
        CreditHistory history = CreditHistory.of(encoder);
        assertEquals(3, history.steps());
        LagFold fold = LagFold.ofMonths(history, encoder);
        double[] shares = new double[encoder.width()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = switch (encoder.columns().get(i)) {
                case "PAY_1" -> 1;
                case "PAY_2" -> 10;
                case "PAY_3" -> 100;
                default -> 1000;
            };
        }
        long each = encoder.columns().stream().filter("PAY_1"::equals).count();
        assertEquals(List.of("PAY_"), fold.features());
        assertArrayEquals(new double[][] {{100 * each}, {10 * each}, {each}}, fold.sums(shares));
        LagFold days = LagFold.ofDays(2, List.of("a", "b"));
        assertTrue(Arrays.deepEquals(new double[][] {{1, 2}, {3, 4}}, days.sums(new double[] {1, 2, 3, 4})));
    }
}
