package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainModelsTest {

    @Test
    void majorityIsTheTrainingShare() {
        Majority majority = Majority.fit(new boolean[] {true, false, true, true});
        assertEquals(0.75, majority.share());
        assertTrue(majority.positive());
        assertArrayEquals(new double[] {0.75, 0.75}, majority.probability(2));
        assertFalse(Majority.fit(new boolean[] {false, true, false}).positive());
        assertThrows(IllegalArgumentException.class, () -> Majority.fit(new boolean[0]));
    }

    @Test
    void bootstrapPathsAreBlocksOfThePast() {
        double[] past = IntStream.range(0, 500).mapToDouble(i -> i).toArray();
        double[][] paths = BlockBootstrap.paths(past, 40, 1000, 3);
        int jumps = 0;
        for (double[] path : paths) {
            for (int t = 1; t < path.length; t++) {
                jumps += path[t] == (path[t - 1] + 1) % 500 ? 0 : 1;
            }
        }
        assertEquals(1 / BlockBootstrap.EXPECTED_BLOCK, jumps / (40.0 * 999), 0.003);
    }

    @Test
    void bootstrapPathsDifferFromEachOtherAndRepeatBySeed() {
        double[] past = IntStream.range(0, 500).mapToDouble(i -> i).toArray();
        double[][] paths = BlockBootstrap.paths(past, 2, 50, 3);
        assertFalse(Arrays.equals(paths[0], paths[1]));
        assertTrue(Arrays.deepEquals(paths, BlockBootstrap.paths(past, 2, 50, 3)));
        assertFalse(Arrays.deepEquals(paths, BlockBootstrap.paths(past, 2, 50, 4)));
    }
}
