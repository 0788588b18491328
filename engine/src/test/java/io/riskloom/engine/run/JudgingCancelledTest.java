package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the last epoch a forecast is still made, banded and judged, which a cancel ends wherever it stands. */
class JudgingCancelledTest {
    private static final int EPOCHS = 2;
    private static final int HORIZON = 4;
    private static final ForecastSpec RECURSIVE = Specs.with(
            Specs.defaults(ForecastSpec.class, "toy.csv"),
            Map.of(
                    "model",
                    "mlp",
                    "window",
                    10,
                    "horizon",
                    HORIZON,
                    "units",
                    8,
                    "epochs",
                    EPOCHS,
                    "strategy",
                    "recursive",
                    "bands",
                    "dropout",
                    "passes",
                    10));

    @TempDir
    Path folder;

    /** Says yes from the question of that number on, counted after the last epoch. */
    private static final class Asked implements RunMonitor {
        private final int yes;
        private boolean learnt;
        private int questions;

        Asked(int yes) {
            this.yes = yes;
        }

        @Override
        public void onEpoch(EpochReport report) {
            learnt = report.epoch() == EPOCHS;
        }

        @Override
        public boolean cancelled() {
            return learnt && ++questions >= yes;
        }
    }

    private Outcome train(Asked asked, String run) throws Exception {
        Path own = Files.createDirectories(folder.resolve(run));
        return Recipes.of(RECURSIVE).train(RECURSIVE, ToyData.swings(200), own, asked);
    }

    @Test
    void itIsAskedBeforeEveryAnswerOfTheNetworkAndBeforeEveryPlainModel() throws Exception {
        Asked never = new Asked(Integer.MAX_VALUE);
        Outcome.Finished finished = assertInstanceOf(Outcome.Finished.class, train(never, "whole"));
        int judged = finished.evaluation().challengers().size();
        // 186 origins: 37 tested, and a day of the forecast proper, 28 for validation, half of those left calibrate
        assertTrue(never.questions > 38 * HORIZON + judged, never.questions + " questions");
        for (int before : new int[] {0, 1, judged, judged + 2, 10 * judged}) {
            Asked late = new Asked(never.questions - before);
            String run = "before" + before;
            assertInstanceOf(Outcome.Cancelled.class, train(late, run));
            assertEquals(late.yes, late.questions, "it ends at the first yes");
            assertFalse(Files.exists(folder.resolve(run).resolve(Outcome.FILE)));
            assertTrue(Files.exists(folder.resolve(run).resolve("checkpoint.safetensors")), "it can go on");
        }
    }
}
