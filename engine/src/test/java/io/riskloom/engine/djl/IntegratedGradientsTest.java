package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntegratedGradientsTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    private static IntegratedGradients of(UnaryOperator<NDArray> number, float[] from, float[] to) {
        return of(16, number, from, to);
    }

    private static IntegratedGradients of(int rows, UnaryOperator<NDArray> number, float[] from, float[] to) {
        try (NDManager manager = Torch.engine().newBaseManager()) {
            return IntegratedGradients.of(manager, number, new Shape(from.length), rows, from, to);
        }
    }

    private static NDArray column(NDArray x, int which) {
        return x.get(new NDIndex(":, {}", which));
    }

    /** x·y from (0, 0) to (2, 3): both slopes grow evenly along the line, each input has half of the 6. */
    @Test
    void aProductIsSharedInHalves() {
        IntegratedGradients found = of(x -> column(x, 0).mul(column(x, 1)), new float[2], new float[] {2, 3});
        assertArrayEquals(new double[] {3, 3}, found.shares(), 1e-5);
        assertEquals(0, found.start());
        assertEquals(6, found.end());
        assertEquals(16, found.points());
        assertEquals(0, found.gap(), 1e-5);
    }

    /** 1 − relu(1 − x) is flat at 2, its slope there 0: the way from 0 counts all the same (Sundararajan et al., section 2). */
    @Test
    void whatIsSaturatedAtTheInputHasItsShare() {
        IntegratedGradients found =
                of(x -> Residual.relu(column(x, 0).neg().add(1)).neg().add(1), new float[1], new float[] {2});
        assertEquals(1, found.shares()[0], 1e-6);
        assertEquals(1, found.end());
    }

    /** relu(20·x − 19.5) from 0 to 1 bends at 0.975: of 16 points only the last, 0.96875, comes near and misses it. */
    @Test
    void pointsAreTripledUntilTheSharesAddUp() {
        UnaryOperator<NDArray> bent = x -> Residual.relu(
                Recorded.times(column(x, 0), 20).sub(x.getManager().create(19.5f)));
        IntegratedGradients found = of(bent, new float[1], new float[] {1});
        assertEquals(0.5, found.end(), 1e-5);
        assertTrue(found.points() > 16, found.points() + " points");
        // n midpoints beyond the bend: a share off by less than half a point's weight of 20
        assertEquals(0.5, found.shares()[0], 10.0 / found.points());
        assertEquals(Math.abs(found.shares()[0] - 0.5), found.gap(), 1e-5);
    }

    /** The same a thousand times smaller, as daily returns are: as many points. */
    @Test
    void smallNumbersAreSharedAsCarefully() {
        UnaryOperator<NDArray> bent = x -> Recorded.times(
                Residual.relu(
                        Recorded.times(column(x, 0), 20).sub(x.getManager().create(19.5f))),
                1e-3);
        IntegratedGradients found = of(bent, new float[1], new float[] {1});
        assertEquals(5e-4, found.end(), 1e-7);
        assertTrue(found.points() > 16, found.points() + " points");
        assertEquals(5e-4, found.shares()[0], 1e-5);
    }

    @Test
    void howManyPointsAreWorkedOutAtOnceMakesNoDifference() {
        UnaryOperator<NDArray> product = x -> column(x, 0).mul(column(x, 1));
        float[] to = {2, 3};
        assertArrayEquals(
                of(16, product, new float[2], to).shares(),
                of(5, product, new float[2], to).shares(),
                1e-6);
    }

    @Test
    void withoutAWayThereIsNoShare() {
        IntegratedGradients found = of(x -> column(x, 0), new float[] {4}, new float[] {4});
        assertArrayEquals(new double[1], found.shares());
        assertEquals(4, found.start());
    }
}
