package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IsolationForestTest {

    /** Liu, Ting and Zhou 2008, equation 1, with H(n) ≈ ln n + 0.5772156649. */
    @Test
    void meanPathIsThatOfAnUnsuccessfulSearch() {
        assertEquals(0, IsolationForest.meanPath(1));
        assertEquals(1, IsolationForest.meanPath(2));
        assertEquals(2 * (Math.log(2) + 0.5772156649015329) - 4.0 / 3, IsolationForest.meanPath(3), 1e-12);
        assertEquals(10.244770920, IsolationForest.meanPath(256), 1e-8);
    }

    @Test
    void twoRowsAreEachOneCutAway() {
        double[] scores = IsolationForest.fit(new float[][] {{0}, {1}}, 3).scores(new float[][] {{0}, {1}});
        assertArrayEquals(new double[] {0.5, 0.5}, scores, 1e-12);
    }

    @Test
    void equalRowsCannotBeParted() {
        float[][] alike = new float[8][];
        Arrays.setAll(alike, i -> new float[] {2, 3});
        // one leaf of eight rows: a path of c(8), which is what the usual one is
        assertArrayEquals(new double[] {0.5}, IsolationForest.fit(alike, 1).scores(new float[][] {{2, 3}}), 1e-12);
    }

    @Test
    void outliersStandOut() {
        SplittableRandom random = new SplittableRandom(5);
        float[][] rows = new float[500][4];
        boolean[] odd = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            odd[i] = i % 50 == 0;
            for (int j = 0; j < 4; j++) {
                rows[i][j] = (float) (random.nextGaussian() + (odd[i] ? 4 : 0));
            }
        }
        double auc = Roc.auc(IsolationForest.fit(rows, 7).scores(rows), odd);
        assertTrue(auc > 0.98, "AUC " + auc);
    }

    @Test
    void theSeedRepeatsAForest() {
        float[][] rows = {{1, 2}, {3, 1}, {0, 0}, {5, 5}, {2, 2}};
        double[] first = IsolationForest.fit(rows, 7).scores(rows);
        assertArrayEquals(first, IsolationForest.fit(rows, 7).scores(rows));
        assertFalse(Arrays.equals(first, IsolationForest.fit(rows, 8).scores(rows)));
    }

    @Test
    void oneRowIsNoForest() {
        assertThrows(IllegalArgumentException.class, () -> IsolationForest.fit(new float[][] {{1}}, 1));
    }
}
