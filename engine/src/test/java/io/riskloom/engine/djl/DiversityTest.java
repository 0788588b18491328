package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiversityTest {
    private final Random random = new Random(4);
    private final Diversity diversity = new Diversity(normal(2000));

    @Test
    void pathsAsVariedAsRealityScoreOne() {
        assertEquals(1, diversity.of(paths(400)), 0.08);
    }

    @Test
    void aGeneratorThatRepeatsOnePathScoresNothing() {
        double[][] same = new double[100][];
        Arrays.fill(same, normal(30));
        assertEquals(0, diversity.of(same));
        assertTrue(diversity.of(same) < Diversity.COLLAPSED);
    }

    @Test
    void aTenthOfTheSpreadScoresATenth() {
        double[][] calm = paths(400);
        for (double[] path : calm) {
            Arrays.setAll(path, t -> path[t] / 10);
        }
        assertEquals(0.1, diversity.of(calm), 0.008);
    }

    @Test
    void aShortSpanIsComparedInShorterWindows() {
        assertEquals(1, new Diversity(normal(19)).of(paths(400)), 0.5);
    }

    @Test
    void onePathHasNoDiversity() {
        assertTrue(Double.isNaN(diversity.of(paths(1))));
    }

    private double[][] paths(int count) {
        double[][] paths = new double[count][];
        Arrays.setAll(paths, i -> normal(30));
        return paths;
    }

    private double[] normal(int days) {
        return random.doubles(days).map(u -> random.nextGaussian() * 0.01).toArray();
    }
}
