package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TailIndexTest {

    @Test
    void averagesTheLogsOverTheThreshold() {
        assertEquals(2 / (3 * Math.log(2)), TailIndex.both(new double[] {-8, 1, 4, -2}, 0.5), 1e-12);
        assertTrue(Double.isNaN(TailIndex.both(new double[] {1, 2, 3}, 0.5)), "one tail value is not enough");
    }

    /** Days that moved by one tick alone tell nothing of how sizes fall off. */
    @Test
    void aTailOfEqualSizesHasNoIndex() {
        assertTrue(Double.isNaN(TailIndex.both(new double[] {0.5, -1, 1, 1, -1, 1}, 0.5)));
    }

    @Test
    void eachTailIsTakenByItself() {
        double[] x = {-8, -4, -2, 0.5, 1, 3, 9, 27, 0, -1};
        assertEquals(2 / (Math.log(8 / 2.0) + Math.log(4 / 2.0)), TailIndex.lower(x, 0.2), 1e-12);
        assertEquals(2 / (Math.log(27 / 3.0) + Math.log(9 / 3.0)), TailIndex.upper(x, 0.2), 1e-12);
        assertTrue(Double.isNaN(TailIndex.lower(new double[] {1, 2, 3, 4, 5, 6}, 0.5)), "there are no losses");
    }

    @Test
    void findsTheIndexOfAParetoSample() {
        SplittableRandom random = new SplittableRandom(6);
        double[] pareto =
                random.doubles(100_000).map(u -> Math.pow(1 - u, -1 / 3.0)).toArray();
        assertEquals(3, TailIndex.both(pareto, 0.05), 0.15);
    }

    /** Far enough out: at 5 % Student's t is not yet a power. */
    @Test
    void findsTheDegreesOfFreedomOfStudentsT() {
        SplittableRandom random = new SplittableRandom(7);
        double[] t = DoubleStream.generate(
                        () -> random.nextGaussian() / Math.sqrt((square(random) + square(random) + square(random)) / 3))
                .limit(400_000)
                .toArray();
        assertEquals(3, TailIndex.both(t, 0.002), 0.3);
        assertEquals(3, TailIndex.lower(t, 0.001), 0.4);
        assertEquals(3, TailIndex.upper(t, 0.001), 0.4);
    }

    private static double square(SplittableRandom random) {
        double z = random.nextGaussian();
        return z * z;
    }
}
