package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {

    @TempDir
    Path folder;

    private NDManager manager;

    @BeforeEach
    void open() {
        Torch.enter(Torch.Load.SMALL);
        manager = Torch.engine().newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** Its only weight is the number of its epoch; scores are given. */
    private final class Scripted implements Trainee {
        private final NDArray weight = manager.zeros(new Shape(1));
        private final double[] scores;
        private final List<Double> factors = new ArrayList<>();
        private int epoch;
        private int brokenOff;
        private int failsInEpoch = -1;

        Scripted(double... scores) {
            this.scores = scores;
        }

        @Override
        public int steps() {
            return 4;
        }

        @Override
        public double peakRate() {
            return 1;
        }

        @Override
        public void begin(long seed) {
            epoch++;
            weight.set(new float[] {epoch});
        }

        @Override
        public double step(int index, double factor) {
            factors.add(factor);
            return epoch == failsInEpoch && index == 2 ? Double.NaN : 1;
        }

        @Override
        public void breakOff() {
            brokenOff++;
        }

        @Override
        public Optional<Figures> end(BooleanSupplier cancelled) {
            return cancelled.getAsBoolean()
                    ? Optional.empty()
                    : Optional.of(new Figures(1, scores[epoch - 1], scores[epoch - 1], Map.of()));
        }

        @Override
        public Map<String, NDArray> weights() {
            return Map.of("weight", weight);
        }

        @Override
        public Map<String, NDArray> state() {
            return weights();
        }

        @Override
        public void resumeAt(long steps) {
            epoch = (int) steps / steps();
        }
    }

    private TrainingLoop.Ended run(Trainee trainee, int epochs, int patience, String fingerprint) throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan(fingerprint, 1, epochs, patience);
        return new TrainingLoop(trainee, manager, plan, folder, RunMonitor.SILENT).run();
    }

    private float keptWeight() throws Exception {
        NDArray kept = manager.zeros(new Shape(1));
        WeightsFile.read(folder.resolve(TrainingLoop.WEIGHTS), Map.of("weight", kept), manager);
        return kept.getFloat(0);
    }

    @Test
    void theBestEpochIsKeptAndPatienceEndsTheRun() throws Exception {
        TrainingLoop.Ended ended = run(new Scripted(5, 3, 4, 3.5, 1), 5, 2, "a");
        assertFalse(ended.cancelled());
        assertEquals(2, ended.checkpoint().bestEpoch());
        assertEquals(4, ended.checkpoint().epoch());
        assertEquals(2, keptWeight());
    }

    @Test
    void aStepThatIsNotFiniteStopsWithEpochAndStepAndKeepsTheLastGoodWeights() throws Exception {
        Scripted trainee = new Scripted(5, 3, 2);
        trainee.failsInEpoch = 3;
        NoticeException e = assertThrows(NoticeException.class, () -> run(trainee, 3, 10, "a"));
        assertEquals("run.error.notFinite[3, 3]", e.notice().toString());
        assertEquals(1, trainee.brokenOff);
        assertEquals(2, keptWeight());
        Scripted again = new Scripted(5, 3, 2);
        assertEquals(3, run(again, 3, 10, "a").checkpoint().epoch(), "the checkpoint of epoch 2 was good");
        assertEquals(4, again.factors.size(), "only the third epoch was made again");
    }

    @Test
    void aFirstEpochThatIsNotFiniteDoesNotClaimToHaveKeptWeights() {
        Scripted trainee = new Scripted(5);
        trainee.failsInEpoch = 1;
        NoticeException e = assertThrows(NoticeException.class, () -> run(trainee, 3, 10, "a"));
        assertEquals("run.error.notFiniteFirst[1, 3]", e.notice().toString());
        assertFalse(Files.exists(folder.resolve(TrainingLoop.WEIGHTS)));
    }

    @Test
    void cancelWhileTheEpochIsScoredEndsAtTheLastCheckpoint() throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10);
        // four questions an epoch before its steps, one before its score: the tenth is the second epoch's score
        TrainingLoop.Ended ended =
                new TrainingLoop(new Scripted(5, 3, 2), manager, plan, folder, cancelledAt(10)).run();
        assertTrue(ended.cancelled());
        assertEquals(1, ended.checkpoint().epoch());
        assertEquals(1, keptWeight());
        Scripted again = new Scripted(5, 3, 2);
        assertEquals(3, run(again, 3, 10, "a").checkpoint().epoch());
        assertEquals(8, again.factors.size(), "the second epoch and the third were made");
    }

    @Test
    void aKillBetweenCheckpointAndWeightsIsMadeGoodOnResume() throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10);
        new TrainingLoop(new Scripted(5, 3, 2), manager, plan, folder, cancelledAt(11)).run();
        Files.delete(folder.resolve(TrainingLoop.WEIGHTS));
        Files.writeString(folder.resolve("model.json"), "of an earlier training");
        new TrainingLoop(new Scripted(5, 3, 2), manager, plan, folder, cancelledAt(1)).run();
        assertEquals(2, keptWeight());
        assertFalse(Files.exists(folder.resolve("model.json")));
    }

    private static RunMonitor cancelledAt(int question) {
        return new RunMonitor() {
            private int asked;

            @Override
            public void onEpoch(EpochReport report) {}

            @Override
            public boolean cancelled() {
                return ++asked >= question;
            }
        };
    }

    @Test
    void aCheckpointOfAnotherRunIsRefused() throws Exception {
        run(new Scripted(5, 3), 2, 10, "a");
        NoticeException e = assertThrows(NoticeException.class, () -> run(new Scripted(5, 3), 2, 10, "b"));
        assertEquals("run.error.checkpointOther", e.notice().key());
    }

    @Test
    void theRateWarmsUpThenFallsAlongACosine() throws Exception {
        Scripted trainee = new Scripted(5, 4, 3, 2, 1);
        run(trainee, 5, 10, "a");
        assertEquals(20, trainee.factors.size());
        assertEquals(1, trainee.factors.getFirst(), 1e-12);
        for (int i = 1; i < 20; i++) {
            assertEquals(new Schedule(1, 1, 20).rate(i), trainee.factors.get(i), 1e-12);
        }
        // 19 steps after the warm-up; half of them down the cosine is half-way between 1 and the floor
        assertEquals(0.05 + 0.95 * 0.5, new Schedule(1, 2, 22).rate(12), 1e-12);
        assertEquals(0.5, new Schedule(1, 2, 22).rate(0), 1e-12);
        assertEquals(0.05, new Schedule(1, 2, 22).rate(22), 1e-12);
    }

    @Test
    void reportsOfFinishedEpochsAreRepeatedOnResume() throws Exception {
        Scripted trainee = new Scripted(5, 3, 2);
        trainee.failsInEpoch = 3;
        assertThrows(NoticeException.class, () -> run(trainee, 3, 10, "a"));
        List<Integer> epochs = new ArrayList<>();
        RunMonitor listening = new RunMonitor() {
            @Override
            public void onEpoch(EpochReport report) {
                epochs.add(report.epoch());
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10);
        new TrainingLoop(new Scripted(5, 3, 2), manager, plan, folder, listening).run();
        assertEquals(List.of(1, 2, 3), epochs);
    }
}
