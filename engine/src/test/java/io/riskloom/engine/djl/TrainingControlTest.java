package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pause, stop-and-keep, and the figures of an epoch; four steps an epoch. */
class TrainingControlTest {

    private static final Schedule CONSTANT = new Schedule(Schedule.Kind.CONSTANT, 0, 1);

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

    /** Wishes from the given question on, of those before the steps; what was told. */
    private class Hand implements RunMonitor {
        final List<EpochReport> epochs = new ArrayList<>();
        final List<String> progress = new ArrayList<>();
        final List<String> halts = new ArrayList<>();
        int asked;
        int enoughAt = Integer.MAX_VALUE;
        int cancelAt = Integer.MAX_VALUE;
        int pauseAt = Integer.MAX_VALUE;

        @Override
        public void onEpoch(EpochReport report) {
            epochs.add(report);
        }

        @Override
        public boolean paused() {
            return ++asked == pauseAt;
        }

        @Override
        public boolean cancelled() {
            return asked >= cancelAt;
        }

        @Override
        public boolean enough() {
            return asked >= enoughAt;
        }

        @Override
        public void halted(int epoch, int steps, int all) {
            halts.add(epoch + ": " + steps + " of " + all + ", saved " + saved());
        }

        @Override
        public void onProgress(int epoch, int steps, int all, double samplesPerSecond) {
            assertTrue(samplesPerSecond > 0, samplesPerSecond + " a second");
            progress.add(epoch + ": " + steps + " of " + all);
        }
    }

    private String saved() {
        try {
            Checkpoint checkpoint = Checkpoint.peek(folder, "a");
            return checkpoint.epoch() + "." + checkpoint.begun().steps();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TrainingLoop.Ended run(ScriptedTrainee trainee, RunMonitor monitor) throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10, CONSTANT);
        return new TrainingLoop(trainee, manager, plan, folder, monitor).run();
    }

    private float keptWeight() throws Exception {
        NDArray kept = manager.zeros(new Shape(1));
        WeightsFile.read(folder.resolve(TrainingLoop.WEIGHTS), Map.of("weight", kept), manager);
        return kept.getFloat(0);
    }

    @Test
    void aPauseSavesHaltsBeforeTheNextStepAndItsTimeDoesNotCount() throws Exception {
        Hand hand = new Hand() {
            @Override
            public void halted(int epoch, int steps, int all) {
                super.halted(epoch, steps, all);
                long until = System.nanoTime() + 50_000_000;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }
        };
        hand.pauseAt = 7;
        long started = System.nanoTime();
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5, 3, 4);
        TrainingLoop.Ended ended = run(trainee, hand);
        double wall = (System.nanoTime() - started) / 1e9;
        assertEquals(List.of("2: 2 of 4, saved 1.2"), hand.halts);
        assertFalse(ended.cancelled());
        assertEquals(List.of(), ended.warnings());
        assertEquals(12, trainee.factors.size());
        double told = hand.epochs.stream().mapToDouble(EpochReport::seconds).sum();
        assertTrue(told <= wall - 0.05, told + " s of " + wall + " s");
    }

    @Test
    void aRunThatIsCancelledWhilePausedGoesOnFromThere() throws Exception {
        Hand hand = new Hand();
        hand.pauseAt = 6;
        hand.cancelAt = 6;
        assertTrue(run(new ScriptedTrainee(manager, 5, 3, 4), hand).cancelled());
        assertEquals("1.1", saved());
        ScriptedTrainee again = new ScriptedTrainee(manager, 5, 3, 4);
        assertEquals(12, run(again, new Hand()).checkpoint().steps());
        assertEquals(3 + 4, again.factors.size());
    }

    @Test
    void enoughWithinALaterEpochKeepsTheBestOfThoseBefore() throws Exception {
        Hand hand = new Hand();
        hand.enoughAt = 10;
        TrainingLoop.Ended ended = run(new ScriptedTrainee(manager, 3, 5, 1), hand);
        assertFalse(ended.cancelled());
        assertEquals(List.of(Notice.of("run.warning.keptEarly", 3, 3, 1)), ended.warnings());
        assertEquals(1, ended.checkpoint().bestEpoch());
        assertEquals(1, keptWeight());
        assertEquals("2.1", saved());
    }

    @Test
    void enoughBetweenTwoEpochsNamesTheOneThatIsDone() throws Exception {
        Hand hand = new Hand();
        hand.enoughAt = 5;
        TrainingLoop.Ended ended = run(new ScriptedTrainee(manager, 3, 5, 1), hand);
        assertEquals(List.of(Notice.of("run.warning.keptEarly", 1, 3, 1)), ended.warnings());
        assertEquals(1, hand.epochs.size());
    }

    @Test
    void enoughWithinTheFirstEpochKeepsWhatIsLearntAndARunThatBreaksOffThenGoesOnAsIfItHadNotBeenTold()
            throws Exception {
        Hand hand = new Hand();
        hand.enoughAt = 3;
        TrainingLoop.Ended ended = run(new ScriptedTrainee(manager, 3, 5, 1), hand);
        assertEquals(List.of(Notice.of("run.warning.keptFirst", 3, 2, 4)), ended.warnings());
        assertEquals(1, ended.checkpoint().bestEpoch());
        assertEquals(1, keptWeight());
        assertEquals(List.of(1), hand.epochs.stream().map(EpochReport::epoch).toList());
        assertEquals("0.2", saved());
        ScriptedTrainee again = new ScriptedTrainee(manager, 3, 5, 1);
        assertEquals(3, run(again, new Hand()).checkpoint().bestEpoch());
        assertEquals(2 + 8, again.factors.size());
    }

    @Test
    void enoughBeforeTheFirstStepMakesOne() throws Exception {
        Hand hand = new Hand();
        hand.enoughAt = 1;
        TrainingLoop.Ended ended = run(new ScriptedTrainee(manager, 3, 5, 1), hand);
        assertEquals(List.of(Notice.of("run.warning.keptFirst", 3, 1, 4)), ended.warnings());
        assertEquals(1, keptWeight());
    }

    @Test
    void enoughInTheLastStepOfARunIsNoEarlyEnd() throws Exception {
        Hand hand = new Hand();
        hand.enoughAt = 13;
        assertEquals(List.of(), run(new ScriptedTrainee(manager, 3, 5, 1), hand).warnings());
        assertEquals(3, hand.epochs.size());
    }

    @Test
    void anEpochTellsOfItsSpeedItsGradientsAndItsLastStep() throws Exception {
        NDArray moved = manager.create(new float[] {3, 4});
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 3, 5, 1) {
            @Override
            public double step(int index, double factor) {
                moved.muli(1.5f);
                return super.step(index, factor) * index;
            }

            @Override
            public Collection<NDArray> trained() {
                return List.of(moved);
            }
        };
        Hand hand = new Hand();
        run(trainee, hand);
        Map<String, Double> values = hand.epochs.getFirst().values();
        assertEquals(0.5, values.get("updateRatio"), 1e-6);
        assertEquals((0 + 1 + 2 + 3) / 4.0, values.get("gradientNorm"), 1e-12);
        assertEquals(1, values.get("learningRate"), 1e-12);
        double seconds = hand.epochs.getFirst().seconds();
        assertTrue(values.get("samplesPerSecond") >= ScriptedTrainee.ROWS / seconds);
        assertTrue(values.get("validationSeconds") >= 0 && values.get("validationSeconds") <= seconds);
        assertEquals(List.of("1: 4 of 4", "2: 4 of 4", "3: 4 of 4"), hand.progress);
    }

    @Test
    void theChangeOfSeveralWeightsIsMeasuredTogether() {
        NDArray one = manager.create(new float[] {3, 0});
        NDArray other = manager.create(new float[] {0, 4});
        try (WeightChange change = new WeightChange(List.of(one, other), manager)) {
            one.addi(0.3f);
            other.subi(0.4f);
            assertEquals(Math.sqrt(2 * 0.09 + 2 * 0.16) / 5, change.ratio(), 1e-6);
        }
    }
}
