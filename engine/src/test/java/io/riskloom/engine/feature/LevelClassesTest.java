package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelClassesTest {

    private static List<List<Integer>> levels(LevelClasses classes) {
        return classes.levels().stream()
                .map(levels -> Arrays.stream(levels).boxed().toList())
                .toList();
    }

    /** Shares .1, .5, .3 and the rare 3 of 12 and 2 of 9 together 5 of 21; the level without a row is in no class. */
    @Test
    void rareLevelsAreOneClassAndTheWorstComesFirst() {
        LevelClasses classes =
                LevelClasses.of(new Tally(new int[] {90, 50, 9, 70, 0, 7}, new int[] {10, 50, 3, 30, 0, 2}), 15);
        assertEquals(List.of(List.of(1), List.of(3), List.of(2, 5), List.of(0)), levels(classes));
        assertArrayEquals(new int[] {50, 70, 16, 90}, classes.tally().good());
        assertArrayEquals(new int[] {50, 30, 5, 10}, classes.tally().bad());
        assertEquals(2, classes.rare());
    }

    @Test
    void fewerThanTwentyRareRowsSayNothingOfUnseenLevels() {
        LevelClasses classes = LevelClasses.of(new Tally(new int[] {90, 50, 9}, new int[] {10, 50, 3}), 15);
        assertEquals(3, classes.levels().size());
        assertEquals(-1, classes.rare());
    }

    /** χ² of .25 and .35 of 100 each is 2.38, of .2 and .35 is 5.64; 3.84 is sure to 5 %. */
    @Test
    void levelsThatDifferByChanceAreOneClass() {
        assertEquals(
                List.of(List.of(0, 1)), levels(LevelClasses.of(new Tally(new int[] {75, 65}, new int[] {25, 35}), 15)));
        assertEquals(
                List.of(List.of(1), List.of(0)),
                levels(LevelClasses.of(new Tally(new int[] {80, 65}, new int[] {20, 35}), 15)));
        assertEquals(
                0,
                LevelClasses.of(new Tally(new int[3], new int[3]), 15).levels().size());
        assertEquals(List.of(List.of(0, 1)), levels(LevelClasses.of(new Tally(new int[] {40, 40}, new int[2]), 15)));
    }

    @Test
    void levelsOfNoiseAreSplitOnceInTwenty() {
        SplittableRandom random = new SplittableRandom(8);
        int split = 0;
        for (int trial = 0; trial < 1000; trial++) {
            int[] good = new int[40];
            int[] bad = new int[40];
            for (int row = 0; row < 1600; row++) {
                (random.nextInt(4) == 0 ? bad : good)[random.nextInt(40)]++;
            }
            split += LevelClasses.of(new Tally(good, bad), 80).levels().size() > 1 ? 1 : 0;
        }
        assertTrue(split > 25 && split < 80, split + " of 1,000");
    }
}
