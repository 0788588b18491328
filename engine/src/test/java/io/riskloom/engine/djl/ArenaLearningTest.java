package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaPreset;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Rule;
import io.riskloom.engine.lesson.ArenaSettings.Steps;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the lesson promises, on one thread. */
class ArenaLearningTest {

    private static Arena arena(ArenaSettings settings) throws Exception {
        return new Arena("duel", settings, source -> {
            throw new AssertionError("no prices");
        });
    }

    private static ArenaFrame on(Arena arena, ArenaPreset preset) throws Exception {
        return arena.advance(preset.settings(), preset.steps(), ArenaPhase.BOTH, () -> false);
    }

    @Test
    void aHurryingGeneratorCollapsesAndEachCureBringsTheBellsBack() throws Exception {
        try (Arena arena = arena(ArenaPreset.COLLAPSE.settings())) {
            ArenaFrame collapsed = on(arena, ArenaPreset.COLLAPSE);
            assertTrue(collapsed.coverage().covered() <= 2, () -> "" + collapsed.coverage());
            assertTrue(collapsed.coverage().collapsed());
            assertTrue(collapsed.measures().wasserstein()
                    > 10 * collapsed.measures().floor().wasserstein());
            for (ArenaPreset cure : ArenaPreset.CURES) {
                arena.rewind(collapsed.branch(), collapsed.step());
                ArenaFrame cured = on(arena, cure);
                assertTrue(cured.coverage().covered() >= 7, () -> cure.name() + cured.coverage());
                assertFalse(cured.coverage().collapsed(), cure.name());
                assertTrue(cured.coverage().diversity() > 0.9, cure.name());
            }
        }
    }

    /** Without a cure it stays as it is. */
    @Test
    void aHurryingGeneratorStaysCollapsed() throws Exception {
        try (Arena arena = arena(ArenaPreset.COLLAPSE.settings())) {
            on(arena, ArenaPreset.COLLAPSE);
            for (int i = 0; i < 3; i++) {
                ArenaFrame later = arena.advance(ArenaPreset.COLLAPSE.settings(), 150, ArenaPhase.BOTH, () -> false);
                assertTrue(later.coverage().covered() <= 2, () -> "" + later.coverage());
                assertTrue(later.coverage().collapsed(), () -> "" + later.coverage());
            }
        }
    }

    @Test
    void everyLossLearnsTheRing() throws Exception {
        Steps even = new Steps("adam", 0.002, 0.5, 1);
        Map<String, Integer> steps = Map.of("original", 1200, "least-squares", 900, "wasserstein", 600, "hinge", 1500);
        for (String loss : Rule.LOSSES) {
            boolean wasserstein = loss.equals("wasserstein");
            ArenaSettings settings = ArenaPreset.RING
                    .settings()
                    .with(new Rule(loss, wasserstein ? 0.1 : 0, false))
                    .withSteps(even, even.withUpdates(wasserstein ? 3 : 1));
            try (Arena arena = arena(settings)) {
                ArenaFrame frame = arena.advance(settings, steps.get(loss), ArenaPhase.BOTH, () -> false);
                assertTrue(frame.coverage().covered() >= 7, () -> loss + frame.coverage());
                assertTrue(frame.measures().js() < 0.4, loss);
            }
        }
    }
}
