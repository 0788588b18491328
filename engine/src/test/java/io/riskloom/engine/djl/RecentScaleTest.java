package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.feature.RecentFeatures;
import io.riskloom.engine.model.PathRequest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentScaleTest {
    private static final double[][] X = {new Random(3).doubles(300, -2, 2).toArray()};

    @Test
    void trainingConditionsHaveMeanNoughtAndScaleOne() {
        RecentScale scale = RecentScale.fit(X, X, 0, 5);
        double[] sum = new double[scale.size()];
        double[] squares = new double[scale.size()];
        int days = X[0].length - RecentFeatures.DAYS;
        for (int t = RecentFeatures.DAYS; t < X[0].length; t++) {
            float[] condition = scale.of(X, t);
            for (int f = 0; f < sum.length; f++) {
                sum[f] += condition[f] / days;
                squares[f] += condition[f] * condition[f] / days;
            }
        }
        assertArrayEquals(new double[sum.length], sum, 0.01);
        double[] ones = new double[sum.length];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, squares, 0.03);
        assertArrayEquals(scale.of(X, 300), scale.today());
    }

    @Test
    void theHistoryOfAConditionIsOneThatHasIt() {
        RecentScale scale = RecentScale.fit(X, X, 0, 5);
        double[] history = scale.history(scale.today());
        assertEquals(RecentFeatures.DAYS, history.length);
        assertArrayEquals(scale.today(), scale.of(new double[][] {history}, RecentFeatures.DAYS), 1e-4f);
    }

    @Test
    void strangeHistoriesAreClamped() {
        double[][] wild = {X[0].clone()};
        Arrays.fill(wild[0], 290, 300, 1e4);
        float[] condition = RecentScale.fit(X, wild, 0, 5).today();
        assertEquals(5, condition[0]);
        assertEquals(5, condition[3]);
    }

    @Test
    void pathsOfABlockContinueTheSameHistoriesAloneAndAmongOthers() {
        RecentScale scale = RecentScale.fit(X, X, 50, 5);
        float[][] all = scale.of(new PathRequest(0, 300, 5, 9, PathRequest.Start.ANY_DAY));
        float[][] second = scale.of(new PathRequest(PathRequest.BLOCK, 44, 5, 9, PathRequest.Start.ANY_DAY));
        assertArrayEquals(Arrays.copyOfRange(all, PathRequest.BLOCK, 300), second);
        assertFalse(Arrays.equals(all[0], all[1]));
        assertArrayEquals(new float[][] {scale.today()}, scale.of(new PathRequest(300, 5, 9, PathRequest.Start.TODAY)));
    }

    @Test
    void rowsBeginWithTheConditionOfTheirFirstDay() {
        RecentScale scale = RecentScale.fit(X, X, 0, 5);
        Samples rows = GanRows.of(X, 10, scale);
        assertEquals(300 - RecentFeatures.DAYS - 9, rows.rows());
        int size = scale.size() + 10;
        assertArrayEquals(scale.of(X, 70), Arrays.copyOfRange(rows.x(), 4 * size, 4 * size + scale.size()));
        assertEquals((float) X[0][70], rows.x()[4 * size + scale.size()]);
        assertEquals((float) X[0][79], rows.x()[5 * size - 1]);
        double[][] both = {X[0], Arrays.stream(X[0]).map(v -> v + 1).toArray()};
        Samples days = GanRows.of(both, 3, null);
        assertEquals((float) X[0][1], days.x()[6]);
        assertEquals((float) (X[0][1] + 1), days.x()[7]);
    }

    @Test
    void tooFewDaysForAHistoryAreRefused() {
        double[][] few = {Arrays.copyOf(X[0], RecentFeatures.DAYS)};
        assertThrows(IllegalArgumentException.class, () -> RecentScale.fit(few, few, 0, 5));
    }

    @Test
    void channelsFadeFromTheFirstDayAndTellTheirCondition() {
        Torch.enter(Torch.Load.SMALL);
        try (NDManager manager = Torch.engine().newBaseManager()) {
            NDArray conditions = manager.create(new float[] {1, -2, 3, 4}, new Shape(2, 2));
            NDArray channels = Fading.of(conditions, -1, 12);
            assertEquals(new Shape(2, 12, 4), channels.getShape());
            float[] first = channels.get(0).toFloatArray();
            assertArrayEquals(new float[] {1, -2, 1, -2}, Arrays.copyOf(first, 4));
            assertArrayEquals(new float[] {1, -2, 1, -2}, Arrays.copyOfRange(first, 4, 8));
            assertEquals(-2 * Math.exp(-1), first[11 * 4 + 1], 1e-6);
            assertEquals(-2 * Math.exp(-10.0 / 80), first[11 * 4 + 3], 1e-6);
            assertArrayEquals(
                    conditions.toFloatArray(), Fading.conditions(channels, 2).toFloatArray());
        }
    }
}
