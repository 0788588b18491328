package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An applicant's inputs as a picture. */
class PixelsTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(1);
    }

    private static float[] picture(Pixels pixels, float[] row, long training) {
        try (Network network = new Network(new Chain().add("pixels", pixels), new Shape(row.length))) {
            return training < 0
                    ? network.predict(row, new Shape(row.length))
                    : network.sampled(row, new Shape(row.length), training);
        }
    }

    @Test
    void eachPixelShowsItsInputItsCodeAndItsPlaceAndTakesTheNearestWhenEnlarged() {
        float[] codes = {2, 3, 5, 7};
        float[] places = {11, 13, 17, 19};
        Pixels pixels = new Pixels(new int[] {1, -1, 0, 2}, codes, places, 3, 0, 0);
        float[] found = picture(pixels, new float[] {10, 20, 30}, -1);
        float[] values = {20, 20, 0, 20, 20, 0, 10, 10, 30};
        float[] coded = {40, 40, 0, 40, 40, 0, 50, 50, 210};
        float[] placed = {11, 11, 13, 11, 11, 13, 17, 17, 19};
        assertArrayEquals(values, Arrays.copyOfRange(found, 0, 9));
        assertArrayEquals(coded, Arrays.copyOfRange(found, 9, 18));
        assertArrayEquals(placed, Arrays.copyOfRange(found, 18, 27));
    }

    @Test
    void noiseAndDropoutComeInTrainingOnly() {
        int side = 40;
        int[] inputs = new int[side * side];
        Arrays.setAll(inputs, i -> i);
        float[] row = new float[inputs.length];
        Arrays.fill(row, 5);
        Pixels pixels = new Pixels(inputs, side, 0.1, 0.25);
        assertArrayEquals(row, Arrays.copyOfRange(picture(pixels, row, -1), 0, row.length));
        float[] learnt = Arrays.copyOfRange(picture(pixels, row, 3), 0, row.length);
        double lost = 0;
        double sum = 0;
        double squares = 0;
        for (float value : learnt) {
            if (value == 0) {
                lost++;
            } else {
                sum += value - 5;
                squares += (value - 5) * (value - 5);
            }
        }
        double left = learnt.length - lost;
        assertEquals(0.25, lost / learnt.length, 0.04);
        assertEquals(0, sum / left, 0.01);
        assertEquals(0.1, Math.sqrt(squares / left), 0.008);
    }
}
