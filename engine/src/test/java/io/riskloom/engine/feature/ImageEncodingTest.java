package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImageEncodingTest {

    /** 7, 8, 9 scale to −1, 0, 1, so φ = π, π/2, 0. */
    private static final double[] RISE = {7, 8, 9};

    @Test
    void summationFieldIsTheCosineOfAngleSums() {
        double[][] expected = {{1, 0, -1}, {0, -1, 0}, {-1, 0, 1}};
        assertMatrix(expected, ImageEncoding.encode("gasf", RISE, 3));
    }

    @Test
    void differenceFieldIsTheSineOfAngleDifferences() {
        double[][] expected = {{0, 1, 0}, {-1, 0, 1}, {0, -1, 0}};
        assertMatrix(expected, ImageEncoding.encode("gadf", RISE, 3));
    }

    @Test
    void anglesAreTakenDirectlyToo() {
        double[] window = new SplittableRandom(3).doubles(16).toArray();
        double low = Arrays.stream(window).min().orElseThrow();
        double high = Arrays.stream(window).max().orElseThrow();
        double[][] sum = ImageEncoding.encode("gasf", window, 16);
        double[][] difference = ImageEncoding.encode("gadf", window, 16);
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 16; j++) {
                double a = Math.acos(Math.clamp(2 * (window[i] - low) / (high - low) - 1, -1, 1));
                double b = Math.acos(Math.clamp(2 * (window[j] - low) / (high - low) - 1, -1, 1));
                assertEquals(Math.cos(a + b), sum[i][j], 1e-7);
                assertEquals(Math.sin(a - b), difference[i][j], 1e-7);
            }
        }
    }

    /** φ becomes π − φ where the window is turned upside down: cos(φᵢ + φⱼ) stays, sin(φᵢ − φⱼ) changes its sign. */
    @Test
    void onlyTheDifferenceFieldTellsARiseFromTheSameFall() {
        double[] rise = {1, 2, 4, 3, 7};
        double[] fall = {-1, -2, -4, -3, -7};
        assertMatrix(ImageEncoding.encode("gasf", rise, 5), ImageEncoding.encode("gasf", fall, 5));
        double[][] up = ImageEncoding.encode("gadf", rise, 5);
        double[][] down = ImageEncoding.encode("gadf", fall, 5);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                assertEquals(-up[i][j], down[i][j], 1e-12);
            }
        }
        assertTrue(Math.abs(up[1][2]) > 0.1);
    }

    /** Five values in two segments: 0–1 and 2–4, as NumPy's linspace(0, 5, 3) cut to integers. */
    @Test
    void longWindowsAreAveragedBySegment() {
        double[] window = {1, 3, 0, 0, 0};
        assertMatrix(ImageEncoding.encode("gasf", new double[] {2, 0}, 2), ImageEncoding.encode("gasf", window, 2));
        double[] uneven = {0, 0, 9, 0, 0, 3, 3, 3};
        assertMatrix(ImageEncoding.encode("gadf", new double[] {0, 3, 3}, 3), ImageEncoding.encode("gadf", uneven, 3));
    }

    @Test
    void shortWindowsAreDrawnOutLinearly() {
        assertMatrix(
                ImageEncoding.encode("gasf", new double[] {0, 1, 2, 1, 0}, 5),
                ImageEncoding.encode("gasf", new double[] {0, 2, 0}, 5));
    }

    @Test
    void onlyTheShapeOfTheWindowCounts() {
        double[] window = {3, 1, 4, 1, 5, 9, 2, 6};
        double[] moved = Arrays.stream(window).map(v -> 100 + 7 * v).toArray();
        assertMatrix(ImageEncoding.encode("gasf", window, 8), ImageEncoding.encode("gasf", moved, 8));
    }

    @Test
    void aConstantWindowGivesAFlatImage() {
        for (double[] row : ImageEncoding.encode("gasf", new double[] {5, 5, 5}, 3)) {
            assertArrayEquals(new double[] {-1, -1, -1}, row);
        }
        for (double[] row : ImageEncoding.encode("gadf", new double[] {5, 5, 5}, 3)) {
            assertArrayEquals(new double[3], row);
        }
    }

    /** 0, 1, 3 scale to 0, 1/3, 1. */
    @Test
    void recurrenceIsTheDistanceOfScaledValues() {
        double[][] expected = {{0, 1 / 3.0, 1}, {1 / 3.0, 0, 2 / 3.0}, {1, 2 / 3.0, 0}};
        assertMatrix(expected, ImageEncoding.encode("recurrence", new double[] {10, 20, 40}, 3));
        assertMatrix(new double[2][2], ImageEncoding.encode("recurrence", new double[] {5, 5, 5, 5}, 2));
    }

    /**
     * Of 1, 2, 1, 1 the octiles are 1, 1, 1, 1, 1, 1.25 and 1.625: 1 lies in the lowest bin, 2 above all edges. From the
     * lowest: one step up and one that stays; from the highest: one step down.
     */
    @Test
    void transitionFieldHoldsTheProbabilitiesOfSteps() {
        double[][] expected = {{0.5, 0.5, 0.5, 0.5}, {1, 0, 1, 1}, {0.5, 0.5, 0.5, 0.5}, {0.5, 0.5, 0.5, 0.5}};
        assertMatrix(expected, ImageEncoding.encode("mtf", new double[] {1, 2, 1, 1}, 4));
    }

    @Test
    void transitionFieldIsTheMeanOverBlocksOrRepeated() {
        double[] window = {1, 2, 1, 1};
        assertMatrix(new double[][] {{0.5, 0.75}, {0.5, 0.5}}, ImageEncoding.encode("mtf", window, 2));
        double[][] small = ImageEncoding.encode("mtf", window, 4);
        double[][] large = ImageEncoding.encode("mtf", window, 8);
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                assertEquals(small[i / 2][j / 2], large[i][j]);
            }
        }
    }

    @Test
    void refusesUnknownKindsByNamingTheKnown() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> ImageEncoding.encode("bars", RISE, 3));
        assertTrue(e.getMessage().contains("[gasf, gadf, mtf, recurrence]"), e::getMessage);
        assertThrows(IllegalArgumentException.class, () -> ImageEncoding.encode("gasf", new double[0], 3));
    }

    private static void assertMatrix(double[][] expected, double[][] found) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found[i], 1e-12, "row " + i);
        }
    }
}
