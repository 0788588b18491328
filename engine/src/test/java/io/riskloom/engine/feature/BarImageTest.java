package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarImageTest {

    private static final int PRICE_ROWS = 51;

    /** Prices from 0 to 50 need no rounding: row 50 − p. Closes 20, 30 and 40 have averages 20, 25 and 30. */
    private static final PriceHistory THREE = Histories.of(
            new double[] {10, 25, 30},
            new double[] {40, 45, 50},
            new double[] {0, 15, 25},
            new double[] {20, 30, 40},
            new double[] {6, 12, 0});

    @Test
    void aDayIsOpenBarAndClose() throws NoticeException {
        double[][] image = image(THREE, 3);
        assertEquals(64, image.length);
        assertEquals(9, image[0].length);
        assertEquals(List.of(40), lit(image, 0));
        assertEquals(
                List.of(10, 50, 41),
                List.of(first(image, 1), last(image, 1), lit(image, 1).size()));
        assertEquals(
                List.of(5, 35, 31),
                List.of(first(image, 4), last(image, 4), lit(image, 4).size()));
        assertEquals(
                List.of(0, 25, 26),
                List.of(first(image, 7), last(image, 7), lit(image, 7).size()));
        assertEquals(List.of(10), lit(image, 8));
    }

    /** From 20 to 25 in three pixels: 21⅔ and 23⅓ between, beside the close 20 of day 0 and the open 25 of day 1. */
    @Test
    void movingAveragesAreJoinedByALine() throws NoticeException {
        double[][] image = image(THREE, 3);
        assertEquals(List.of(28, 30), lit(image, 2));
        assertEquals(List.of(25, 27), lit(image, 3));
        assertEquals(List.of(20, 23), lit(image, 5));
        assertEquals(List.of(20, 22), lit(image, 6));
    }

    /** The first row is the highest price and the last of the prices the lowest, by their middles. */
    @Test
    void rowsOfPricesReachHalfARowBeyondTheirMiddles() {
        WindowImages.PriceRows rows = WindowImages.priceRows(THREE, 3, 2);
        assertEquals(PRICE_ROWS, rows.prices());
        assertEquals(12, rows.volume());
        assertEquals(-0.5, rows.low(), 1e-12);
        assertEquals(50.5, rows.high(), 1e-12);
    }

    @Test
    void volumeFillsTheLowestFifth() throws NoticeException {
        double[][] image = image(THREE, 3);
        int[] filled = new int[9];
        for (int column = 0; column < 9; column++) {
            for (int row = PRICE_ROWS + 1; row < 64; row++) {
                filled[column] += (int) image[row][column];
            }
        }
        assertArrayEquals(new int[] {0, 6, 0, 0, 12, 0, 0, 0, 0}, filled);
        assertArrayEquals(new double[9], image[PRICE_ROWS], "the row between is empty");
        assertEquals(1, image[63][1], "bars stand on the ground");
    }

    @Test
    void withoutVolumeTheLowestFifthIsEmpty() throws NoticeException {
        PriceHistory bare = Histories.of(THREE.open(), THREE.high(), THREE.low(), THREE.close(), new double[0]);
        double[][] with = image(THREE, 3);
        double[][] without = image(bare, 3);
        for (int row = 0; row < 64; row++) {
            assertArrayEquals(row < PRICE_ROWS ? with[row] : new double[9], without[row], "row " + row);
        }
    }

    @Test
    void theAverageReachesBackBeforeTheWindow() throws NoticeException {
        PriceHistory walk = Histories.walk(60, 4);
        double[][] image = image(walk, 20);
        assertArrayEquals(image, image(Histories.changedBefore(walk, 21), 20), "days 21 to 59 are all it needs");
        double[][] moved = image(Histories.changedBefore(walk, 22), 20);
        assertFalse(Arrays.deepEquals(image, moved));
        assertEquals(19, WindowImages.lookBack(20, "bars"));
        assertEquals(0, WindowImages.lookBack(20, "gasf"));
    }

    @Test
    void pricesThatStandStillAreDrawnHalfWayUp() throws NoticeException {
        double[] five = {5, 5, 5};
        double[][] image = image(Histories.of(five, five, five, five, new double[0]), 3);
        for (int row = 0; row < 64; row++) {
            double[] expected = new double[9];
            Arrays.fill(expected, row == 25 ? 1 : 0);
            assertArrayEquals(expected, image[row], "row " + row);
        }
    }

    @Test
    void aMissingPriceIsDrawnAsTheClose() throws NoticeException {
        double[] open = THREE.open();
        double[] high = THREE.high();
        double[] low = THREE.low();
        double[] volume = THREE.volume();
        open[1] = Double.NaN;
        high[1] = Double.NaN;
        low[1] = Double.NaN;
        volume[1] = Double.NaN;
        double[][] image = image(Histories.of(open, high, low, THREE.close(), volume), 3);
        assertEquals(List.of(20, 27), lit(image, 3), "close and average");
        assertEquals(List.of(20, 25), lit(image, 4), "close and average");
        assertEquals(1, image[PRICE_ROWS + 1][1], "the largest volume that is known is full");
    }

    @Test
    void longWindowsAreTaller() throws NoticeException {
        PriceHistory walk = Histories.walk(80, 4);
        assertArrayEquals(
                new int[] {1, 96, 180}, WindowImages.of(walk, 60, 32, "bars").shape());
        assertArrayEquals(
                new int[] {1, 64, 60}, WindowImages.of(walk, 20, 32, "bars").shape());
        assertArrayEquals(new int[] {96, 180}, WindowImages.sides(60, 32, "bars"));
        assertArrayEquals(new int[] {32, 32}, WindowImages.sides(60, 32, "mtf"));
    }

    @Test
    void aFileWithoutBarsIsRefused() {
        PriceHistory closes = Histories.closesOnly(1, 2, 3);
        NoticeException e = assertThrows(NoticeException.class, () -> WindowImages.of(closes, 2, 32, "bars"));
        assertEquals("feature.error.noBars", e.notice().key());
        assertEquals(List.of("TEST", "open, high, low"), e.notice().args());
    }

    private static double[][] image(PriceHistory history, int window) throws NoticeException {
        return WindowImages.of(history, window, 32, "bars").image(history.size() - 1);
    }

    /** Rows of prices that are white in a column. */
    private static List<Integer> lit(double[][] image, int column) {
        return IntStream.range(0, PRICE_ROWS)
                .filter(row -> image[row][column] == 1)
                .boxed()
                .toList();
    }

    private static int first(double[][] image, int column) {
        return lit(image, column).getFirst();
    }

    private static int last(double[][] image, int column) {
        return lit(image, column).getLast();
    }
}
