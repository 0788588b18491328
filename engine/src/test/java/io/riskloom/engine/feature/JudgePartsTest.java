package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgePartsTest {
    private static final int DAYS = 10;

    private static WindowSet ramp(int days) {
        double[][] levels = {IntStream.range(0, days).mapToDouble(t -> 100 + t).toArray()};
        return WindowSet.every(List.of("x"), levels, DAYS, false);
    }

    @Test
    void noDayIsInTwoParts() {
        WindowSet real = ramp(700);
        assertDisjoint(JudgeParts.of(real, real).real());
        JudgeParts floor = JudgeParts.floor(real);
        int[][] all = {
            floor.real()[0],
            floor.real()[1],
            floor.real()[2],
            floor.generated()[0],
            floor.generated()[1],
            floor.generated()[2]
        };
        assertDisjoint(all);
        assertTrue(floor.complete());
    }

    private static void assertDisjoint(int[][] parts) {
        Map<Integer, Integer> owner = new HashMap<>();
        for (int part = 0; part < parts.length; part++) {
            assertTrue(parts[part].length > 0);
            for (int w : parts[part]) {
                for (int t = w; t < w + DAYS; t++) {
                    Integer before = owner.put(t, part);
                    assertTrue(before == null || before == part, "day " + t);
                }
            }
        }
    }

    /** Copies lie where their originals lie. */
    @Test
    void generatedWindowsBelongToTheNearestRealOnes() {
        WindowSet real = ramp(700);
        JudgeParts parts = JudgeParts.of(real, real);
        for (int part = 0; part < 3; part++) {
            assertArrayEquals(parts.real()[part], parts.generated()[part]);
        }
    }

    @Test
    void aShortHistoryHasNoPartsOfItsOwn() {
        assertFalse(JudgeParts.floor(ramp(60)).complete());
    }

    @Test
    void windowsAreScaledByTheRealOnes() {
        WindowSet real = ramp(21);
        WindowSet scaled = real.scaled(real);
        assertEquals(0, scaled.rows()[0][0], 1e-6);
        assertEquals(1, scaled.rows()[11][9], 1e-6);
        assertEquals(0.5, scaled.rows()[1][9], 1e-6);
    }

    @Test
    void rebasedWindowsBeginAtTheDayBefore() {
        WindowSet rebased = WindowSet.every(List.of("x"), new double[][] {{50, 55, 60, 66}}, 2, true);
        assertEquals(2, rebased.size());
        assertArrayEquals(new float[] {1.1f, 1.2f}, rebased.rows()[0], 1e-6f);
        assertArrayEquals(new float[] {60f / 55, 1.2f}, rebased.rows()[1], 1e-6f);
    }

    @Test
    void movesOfBarsAreTheirShape() {
        List<String> bar = List.of("open", "high", "low", "close", "volume");
        double[][] levels = {{100, 110}, {121, 121}, {90, 99}, {110, 110}, {1000, 2000}};
        float[] moves = RelativeWindows.moves(WindowSet.every(bar, levels, 2, false))[0];
        assertEquals(Math.log(1.1), moves[0], 1e-6);
        assertEquals(Math.log(1.1), moves[1], 1e-6);
        assertEquals(Math.log(100 / 90.0), moves[2], 1e-6);
        assertEquals(0, moves[3], 1e-6);
        assertEquals(0, moves[6], 1e-6, "body");
        assertEquals(0, moves[9], 1e-6, "gap");
        assertEquals(Math.log(2), moves[11], 1e-6, "volume");
    }
}
