package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowPictureTest {

    private static final int GROUPS = 5;
    private static final int EACH = 4;

    /** Five groups of four inputs that say nearly the same, dealt over the columns; every second one with its sign turned. */
    private static float[][] groups(int rows, long seed) {
        Random random = new Random(seed);
        float[][] x = new float[rows][GROUPS * EACH];
        for (float[] row : x) {
            double[] common = random.doubles(GROUPS, -1.7, 1.7).toArray();
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) ((j % 2 == 0 ? 1 : -1) * common[j % GROUPS] + 0.3 * random.nextGaussian());
            }
        }
        return x;
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "x" + i).toList();
    }

    @Test
    void everyInputHasAPixelOfItsOwnOnTheSmallestSquare() {
        RowPicture picture = RowPicture.fit(groups(200, 1), labels(20), 7);
        assertEquals(5, picture.side());
        assertEquals(
                20,
                Arrays.stream(picture.place())
                        .filter(p -> p >= 0 && p < 25)
                        .distinct()
                        .count());
        int[] input = picture.input();
        assertEquals(5, Arrays.stream(input).filter(i -> i < 0).count());
        for (int i = 0; i < 20; i++) {
            assertEquals(i, input[picture.place()[i]]);
        }
    }

    @Test
    void inputsThatGoTogetherLieNearerThanOthers() {
        for (int seed = 0; seed < 5; seed++) {
            RowPicture picture = RowPicture.fit(groups(300, seed), labels(20), seed);
            double together = distance(picture, true);
            double apart = distance(picture, false);
            assertTrue(together < 0.6 * apart, together + " beside " + apart + " with seed " + seed);
        }
    }

    private static double distance(RowPicture picture, boolean same) {
        int[] place = picture.place();
        int side = picture.side();
        return IntStream.range(0, place.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i)
                        .filter(j -> (i % GROUPS == j % GROUPS) == same)
                        .mapToDouble(
                                j -> Math.hypot(place[i] / side - place[j] / side, place[i] % side - place[j] % side)))
                .average()
                .orElseThrow();
    }

    @Test
    void theSeedRepeatsIt() {
        float[][] x = groups(100, 3);
        int[] place = RowPicture.fit(x, labels(20), 9).place();
        assertArrayEquals(place, RowPicture.fit(x, labels(20), 9).place());
    }

    @Test
    void fewInputsAndSuchThatDoNotVaryHaveTheirPlacesToo() {
        for (int width = 1; width <= 4; width++) {
            RowPicture picture = RowPicture.fit(new float[6][width], labels(width), 1);
            assertEquals(width == 1 ? 1 : 2, picture.side());
            assertEquals(width, Arrays.stream(picture.place()).distinct().count());
        }
    }

    @Test
    void itEndsOnceItIsNoLongerWanted() {
        float[][] x = groups(100, 3);
        for (int patience : List.of(0, 10, 500)) {
            AtomicInteger asked = new AtomicInteger();
            assertThrows(
                    CancellationException.class,
                    () -> RowPicture.fit(x, labels(20), 9, () -> asked.incrementAndGet() > patience));
            assertEquals(patience + 1, asked.get());
        }
    }

    /** 20 inputs may have 2.5 million rows; 1,000 have a thousand, but no fewer than 2,000. */
    @Test
    void manyRowsAreDrawnForManyInputsOnly() {
        float[][] few = groups(3000, 1);
        assertArrayEquals(few, Correlations.sample(few, 1));
        float[][] wide = IntStream.range(0, 5000)
                .mapToObj(row -> {
                    float[] inputs = new float[1000];
                    inputs[0] = row;
                    return inputs;
                })
                .toArray(float[][]::new);
        float[][] drawn = Correlations.sample(wide, 1);
        assertEquals(2000, drawn.length);
        double mean = Arrays.stream(drawn).mapToDouble(row -> row[0]).average().orElseThrow();
        assertEquals(2500, mean, 100);
        for (int i = 1; i < drawn.length; i++) {
            assertTrue(drawn[i][0] > drawn[i - 1][0]);
        }
    }

    @Test
    void pixelsHoldTheValuesOfTheirInputs() {
        RowPicture picture = new RowPicture(2, new int[] {3, 0, 1}, labels(3));
        assertArrayEquals(new float[] {6, 7, 0, 5}, picture.pixels(new float[] {5, 6, 7}));
        assertArrayEquals(new int[] {1, 2, -1, 0}, picture.input());
        Gson gson = new Gson();
        RowPicture back = gson.fromJson(gson.toJson(picture), RowPicture.class);
        assertArrayEquals(picture.place(), back.place());
        assertEquals(picture.labels(), back.labels());
    }

    @Test
    void moreInputsThanPixelsAreRefused() {
        assertEquals(
                "2 places for 2 inputs and 1 pixels",
                assertThrows(IllegalArgumentException.class, () -> new RowPicture(1, new int[2], labels(2)))
                        .getMessage());
    }
}
