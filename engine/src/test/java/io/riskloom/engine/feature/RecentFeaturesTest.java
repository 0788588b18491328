package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecentFeaturesTest {

    /** Sixty-one days of 2 and then five of −1: 5 days see 1, 22 days 17 times 4 and 5 times 1, 66 days 61 times 4. */
    @Test
    void spansSeeTheDaysBeforeTheEnd() {
        double[] x = new double[70];
        Arrays.fill(x, 0, 61, 2);
        Arrays.fill(x, 61, 66, -1);
        Arrays.fill(x, 66, 70, 99);
        double[] expected = {
            Math.log(1 + 1e-4) / 2,
            Math.log(73.0 / 22 + 1e-4) / 2,
            Math.log(249.0 / 66 + 1e-4) / 2,
            -5 / Math.sqrt(5),
            29 / Math.sqrt(22),
            117 / Math.sqrt(66)
        };
        assertArrayEquals(expected, RecentFeatures.of(new double[][] {x}, 66), 1e-12);
    }

    @Test
    void aHistoryOfFeaturesHasThoseFeatures() {
        SplittableRandom random = new SplittableRandom(5);
        double[] x = new double[66];
        Arrays.setAll(x, t -> 0.1 + (t < 60 ? 0.7 : 2) * random.nextGaussian());
        double[] features = RecentFeatures.of(new double[][] {x}, 66);
        double[] history = RecentFeatures.history(features);
        assertEquals(66, history.length);
        assertArrayEquals(features, RecentFeatures.of(new double[][] {history}, 66), 1e-9);
        double[] still = RecentFeatures.of(new double[][] {new double[66]}, 66);
        assertArrayEquals(new double[66], RecentFeatures.history(still), 1e-6);
    }

    @Test
    void aShortHistoryCountsAsFarAsItReaches() {
        double[] three = {3, -1, 2};
        double[] found = RecentFeatures.of(new double[][] {three, {0, 0, 0}}, 3);
        assertEquals(2 * RecentFeatures.PER_SERIES, found.length);
        for (int span = 0; span < 3; span++) {
            assertEquals(Math.log(14.0 / 3 + 1e-4) / 2, found[span], 1e-12);
            assertEquals(4 / Math.sqrt(3), found[3 + span], 1e-12);
            assertEquals(Math.log(1e-4) / 2, found[6 + span], 1e-12);
        }
        assertThrows(IllegalArgumentException.class, () -> RecentFeatures.of(new double[][] {three}, 0));
    }
}
