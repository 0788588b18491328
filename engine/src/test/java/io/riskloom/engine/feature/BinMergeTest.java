package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BinMergeTest {

    /** Shares of bad .5, .1, .3, .05: pooling 10/100 and 30/100 to .2 leaves .5 > .2 > .05. */
    @Test
    void classesAgainstTheTrendArePooled() {
        Tally classes = new Tally(new int[] {50, 90, 70, 95}, new int[] {50, 10, 30, 5});
        int[] firsts = BinMerge.monotone(classes, 20, 6);
        assertArrayEquals(new int[] {0, 1, 3}, firsts);
        assertArrayEquals(new int[] {50, 160, 95}, classes.joined(firsts).good());
        assertArrayEquals(new int[] {50, 40, 5}, classes.joined(firsts).bad());
    }

    @Test
    void theLikelierDirectionWins() {
        Tally rising = new Tally(new int[] {95, 70, 75, 50}, new int[] {5, 30, 25, 50});
        assertArrayEquals(new int[] {0, 1, 3}, BinMerge.monotone(rising, 20, 6));
    }

    /** .1, .2, .8: of three bins the first two differ least. */
    @Test
    void tooManyBinsJoinWhereTheyDifferLeast() {
        Tally classes = new Tally(new int[] {90, 80, 20}, new int[] {10, 20, 80});
        assertArrayEquals(new int[] {0, 1, 2}, BinMerge.monotone(classes, 20, 3));
        assertArrayEquals(new int[] {0, 2}, BinMerge.monotone(classes, 20, 2));
        assertArrayEquals(new int[] {0}, BinMerge.monotone(classes, 20, 1));
    }

    @Test
    void binsThatDifferByChanceAreOne() {
        Tally classes = new Tally(new int[] {500, 490}, new int[] {100, 101});
        assertArrayEquals(new int[] {0}, BinMerge.monotone(classes, 20, 6));
    }

    @Test
    void smallBinsJoinTheNearerNeighbour() {
        Tally small = new Tally(new int[] {80, 7, 30}, new int[] {20, 3, 70});
        assertArrayEquals(new int[] {0, 2}, BinMerge.monotone(small, 20, 6), "3 of 10 is nearer to 20 of 100");
    }

    @Test
    void aLargeBinOfOneClassStands() {
        Tally pure = new Tally(new int[] {100, 80, 30}, new int[] {0, 20, 70});
        assertArrayEquals(new int[] {0, 1, 2}, BinMerge.monotone(pure, 20, 6));
    }

    @Test
    void noClassesGiveNoBin() {
        assertEquals(0, BinMerge.monotone(new Tally(new int[0], new int[0]), 20, 6).length);
    }

    @Test
    void sharesRiseOrFallAndBinsAreLargeWhateverTheCounts() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 500; trial++) {
            int n = 1 + random.nextInt(30);
            Tally classes = new Tally(
                    random.ints(n, 0, 40).toArray(),
                    random.ints(n, 0, 1 + random.nextInt(40)).toArray());
            int least = random.nextInt(60);
            int most = 1 + random.nextInt(8);
            int[] firsts = BinMerge.monotone(classes, least, most);
            Tally bins = classes.joined(firsts);
            assertTrue(firsts.length >= 1 && firsts.length <= most);
            assertEquals(0, firsts[0]);
            double direction = 0;
            for (int i = 0; i < firsts.length; i++) {
                int size = bins.good()[i] + bins.bad()[i];
                if (firsts.length > 1) {
                    assertTrue(size >= least, "trial " + trial);
                }
                if (i > 0) {
                    int before = bins.good()[i - 1] + bins.bad()[i - 1];
                    double step = (double) bins.bad()[i] / size - (double) bins.bad()[i - 1] / before;
                    assertTrue(step != 0 && step * direction >= 0, "trial " + trial);
                    direction = step;
                }
            }
        }
    }
}
