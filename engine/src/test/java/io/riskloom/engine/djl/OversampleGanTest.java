package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.feature.CreditEncoder.Input;
import io.riskloom.engine.feature.CreditEncoder.Kind;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunMonitor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows from a GAN that has learnt 120 others. */
class OversampleGanTest {
    private static final List<Input> INPUTS = List.of(
            new Input("income", Kind.NUMBER, ""),
            new Input("income", Kind.MISSING, ""),
            new Input("housing", Kind.LEVEL, "own"),
            new Input("housing", Kind.LEVEL, "rent"),
            new Input("rating", Kind.NUMBER, ""));

    private static String threadsBefore;

    @TempDir
    private Path folder;

    @BeforeAll
    static void oneThread() {
        threadsBefore = System.setProperty("riskloom.threads", "1");
        Torch.enter(Torch.Load.SMALL);
    }

    @AfterAll
    static void threadsAsBefore() {
        if (threadsBefore == null) {
            System.clearProperty("riskloom.threads");
        } else {
            System.setProperty("riskloom.threads", threadsBefore);
        }
    }

    /** A quarter owns, with incomes about 2 and rating 1; the others rent, with incomes about −1 or none and rating −1. */
    private static float[][] rows() {
        Random random = new Random(5);
        float[][] rows = new float[120][];
        for (int i = 0; i < rows.length; i++) {
            float spread = (float) random.nextGaussian() * 0.3f;
            rows[i] = i % 4 == 0
                    ? new float[] {2 + spread, 0, 1, 0, 1}
                    : i % 4 == 1 ? new float[] {0, 1, 0, 1, -1} : new float[] {-1 + spread, 0, 0, 1, -1};
        }
        return rows;
    }

    private static OversampleGan.Task task(long seed, int epochs) {
        return new OversampleGan.Task(INPUTS, rows(), "toy", seed, epochs);
    }

    @Test
    void generatedRowsAreValidAndKeepWhatBelongsTogether() throws Exception {
        OversampleGan.rows(task(3, 1), 1, folder.resolve("before"), RunMonitor.SILENT); // loads what stays
        int arrays = Torch.liveArrays();
        float[][] made = OversampleGan.rows(task(3, 12), 400, folder.resolve("whole"), RunMonitor.SILENT);
        assertEquals(arrays, Torch.liveArrays(), "native arrays stay");
        assertEquals(400, made.length);
        float[] seen = new float[120];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = rows()[i][0];
        }
        Arrays.sort(seen);
        int owners = 0;
        int apart = 0;
        for (float[] row : made) {
            assertEquals(1, row[2] + row[3], "one of two levels");
            assertTrue(row[2] == 0 || row[2] == 1);
            assertTrue(row[1] == 0 || row[1] == 1 && row[0] == 0, "a missing income stands in the middle");
            assertTrue(Arrays.binarySearch(seen, row[0]) >= 0, "an income that some row has");
            assertTrue(Math.abs(row[4]) == 1);
            owners += (int) row[2];
            apart += (row[2] == 1) == (row[0] > 0.5 && row[4] == 1) ? 0 : 1;
        }
        assertEquals(0.25, owners / 400.0, 0.12);
        assertTrue(apart < 60, apart + " of 400 rows are mixed of both kinds; dealt out column by column it were 150");
    }

    @Test
    void theRowsFollowFromTheSeedAndGoOnAfterACancel() throws Exception {
        float[][] once = OversampleGan.rows(task(3, 3), 30, folder.resolve("once"), RunMonitor.SILENT);
        Path broken = folder.resolve("broken");
        assertThrows(CancellationException.class, () -> OversampleGan.rows(task(3, 3), 30, broken, cancelledAt(40)));
        float[][] resumed = OversampleGan.rows(task(3, 3), 30, broken, RunMonitor.SILENT);
        float[][] other = OversampleGan.rows(task(4, 3), 30, folder.resolve("other"), RunMonitor.SILENT);
        assertArrayEquals(once, resumed);
        assertFalse(Arrays.deepEquals(once, other));
    }

    private static RunMonitor cancelledAt(int asked) {
        return new RunMonitor() {
            private int times;

            @Override
            public void onEpoch(EpochReport report) {
                throw new AssertionError("the GAN's epochs are not the run's");
            }

            @Override
            public boolean cancelled() {
                return ++times > asked;
            }
        };
    }
}
