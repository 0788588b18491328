package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final Schedule COSINE = new Schedule(Schedule.Kind.COSINE, 0.05, 1);

    private TrainingLoop.Ended run(Trainee trainee, int epochs, int patience, String fingerprint) throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan(fingerprint, 1, epochs, patience, COSINE);
        return new TrainingLoop(trainee, manager, plan, folder, RunMonitor.SILENT).run();
    }

    private float keptWeight() throws Exception {
        NDArray kept = manager.zeros(new Shape(1));
        WeightsFile.read(folder.resolve(TrainingLoop.WEIGHTS), Map.of("weight", kept), manager);
        return kept.getFloat(0);
    }

    @Test
    void theBestEpochIsKeptAndPatienceEndsTheRun() throws Exception {
        TrainingLoop.Ended ended = run(new ScriptedTrainee(manager, 5, 3, 4, 3.5, 1), 5, 2, "a");
        assertFalse(ended.cancelled());
        assertEquals(2, ended.checkpoint().bestEpoch());
        assertEquals(4, ended.checkpoint().epoch());
        assertEquals(2, keptWeight());
    }

    @Test
    void aStepThatIsNotFiniteStopsWithEpochAndStepAndKeepsTheLastGoodWeights() throws Exception {
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5, 3, 2);
        trainee.failsInEpoch = 3;
        NoticeException e = assertThrows(NoticeException.class, () -> run(trainee, 3, 10, "a"));
        assertEquals("run.error.notFinite[3, 3]", e.notice().toString());
        assertEquals(1, trainee.brokenOff);
        assertEquals(2, keptWeight());
        ScriptedTrainee again = new ScriptedTrainee(manager, 5, 3, 2);
        assertEquals(3, run(again, 3, 10, "a").checkpoint().epoch(), "the checkpoint of epoch 2 was good");
        assertEquals(4, again.factors.size(), "only the third epoch was made again");
    }

    @Test
    void aFirstEpochThatIsNotFiniteDoesNotClaimToHaveKeptWeights() {
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5);
        trainee.failsInEpoch = 1;
        NoticeException e = assertThrows(NoticeException.class, () -> run(trainee, 3, 10, "a"));
        assertEquals("run.error.notFiniteFirst[1, 3]", e.notice().toString());
        assertFalse(Files.exists(folder.resolve(TrainingLoop.WEIGHTS)));
    }

    @Test
    void cancelWhileTheEpochIsScoredEndsAtTheLastCheckpoint() throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10, COSINE);
        // four questions an epoch before its steps, one before its score: the tenth is the second epoch's score
        TrainingLoop.Ended ended =
                new TrainingLoop(new ScriptedTrainee(manager, 5, 3, 2), manager, plan, folder, cancelledAt(10)).run();
        assertTrue(ended.cancelled());
        assertEquals(1, ended.checkpoint().epoch());
        assertEquals(1, keptWeight());
        ScriptedTrainee again = new ScriptedTrainee(manager, 5, 3, 2);
        assertEquals(3, run(again, 3, 10, "a").checkpoint().epoch());
        assertEquals(4, again.factors.size(), "the steps of the second epoch were kept, the third was made");
    }

    @Test
    void aKillBetweenCheckpointAndWeightsIsMadeGoodOnResume() throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10, COSINE);
        new TrainingLoop(new ScriptedTrainee(manager, 5, 3, 2), manager, plan, folder, cancelledAt(11)).run();
        Files.delete(folder.resolve(TrainingLoop.WEIGHTS));
        Files.writeString(folder.resolve("model.json"), "of an earlier training");
        new TrainingLoop(new ScriptedTrainee(manager, 5, 3, 2), manager, plan, folder, cancelledAt(1)).run();
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
        run(new ScriptedTrainee(manager, 5, 3), 2, 10, "a");
        NoticeException e =
                assertThrows(NoticeException.class, () -> run(new ScriptedTrainee(manager, 5, 3), 2, 10, "b"));
        assertEquals("run.error.checkpointOther", e.notice().key());
    }

    @Test
    void theRateWarmsUpThenFallsAlongACosine() throws Exception {
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5, 4, 3, 2, 1);
        run(trainee, 5, 10, "a");
        assertEquals(20, trainee.factors.size());
        assertEquals(1, trainee.factors.getFirst(), 1e-12);
        for (int i = 1; i < 20; i++) {
            assertEquals(COSINE.factor(i, 20, List.of()), trainee.factors.get(i), 1e-12);
        }
        // 20 steps after the warm-up; half of them down the cosine is half-way between 1 and the floor
        Schedule tenth = new Schedule(Schedule.Kind.COSINE, 0.1, 1);
        assertEquals(0.05 + 0.95 * 0.5, tenth.factor(12, 22, List.of()), 1e-12);
        assertEquals(0.5, tenth.factor(0, 22, List.of()), 1e-12);
        assertEquals(0.05, tenth.factor(22, 22, List.of()), 1e-12);
    }

    @Test
    void aConstantRateStaysAfterItsWarmUp() {
        Schedule constant = new Schedule(Schedule.Kind.CONSTANT, 0.2, 1);
        assertEquals(0.25, constant.factor(0, 20, List.of()), 1e-12);
        assertEquals(1, constant.factor(3, 20, List.of()), 1e-12);
        assertEquals(1, constant.factor(19, 20, List.of(1.0, 1.0)), 1e-12);
        assertEquals(1, new Schedule(Schedule.Kind.CONSTANT, 0, 1).factor(0, 20, List.of()), 1e-12);
    }

    @Test
    void aPlateauIsCountedAcrossAResume() throws Exception {
        Schedule plateau = new Schedule(Schedule.Kind.PLATEAU, 0, 2);
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 5, 10, plateau);
        ScriptedTrainee whole = new ScriptedTrainee(manager, 5, 6, 7, 4, 3);
        new TrainingLoop(whole, manager, plan, folder, RunMonitor.SILENT).run();
        assertEquals(List.of(1.0, 1.0, 1.0, 0.5, 0.5), firstOfEachEpoch(whole.factors));
        Files.delete(folder.resolve(Checkpoint.FILE));
        new TrainingLoop(new ScriptedTrainee(manager, 5, 6, 7, 4, 3), manager, plan, folder, cancelledAt(12)).run();
        ScriptedTrainee resumed = new ScriptedTrainee(manager, 5, 6, 7, 4, 3);
        new TrainingLoop(resumed, manager, plan, folder, RunMonitor.SILENT).run();
        assertEquals(whole.factors.subList(9, 20), resumed.factors);
    }

    private static List<Double> firstOfEachEpoch(List<Double> factors) {
        List<Double> first = new ArrayList<>();
        for (int i = 0; i < factors.size(); i += 4) {
            first.add(factors.get(i));
        }
        return first;
    }

    @Test
    void aLongEpochIsSavedOnItsWayAndGoesOnAtItsStep() throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 2, 10, COSINE);
        ScriptedTrainee killed = new ScriptedTrainee(manager, 5, 3) {
            @Override
            public double step(int index, double factor) {
                if (index == 3) {
                    throw new IllegalStateException("as if killed");
                }
                return super.step(index, factor);
            }
        };
        assertThrows(
                IllegalStateException.class,
                () -> new TrainingLoop(killed, manager, plan, folder, RunMonitor.SILENT, Duration.ZERO).run());
        ScriptedTrainee again = new ScriptedTrainee(manager, 5, 3);
        TrainingLoop.Ended ended = new TrainingLoop(again, manager, plan, folder, RunMonitor.SILENT).run();
        assertEquals(List.of(3L), again.resumedAt);
        assertEquals(5, again.factors.size(), "one step of the first epoch, four of the second");
        assertEquals(8, ended.checkpoint().steps());
        assertEquals(1.0, ended.checkpoint().history().getFirst().values().get("gradientNorm"), 1e-12);
    }

    @Test
    void whereMemoryRunsOutTheBatchIsHalvedUntilItFitsAndTheRunSaysSo() throws Exception {
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5, 3, 4);
        trainee.memory = 2;
        TrainingLoop.Ended ended = run(trainee, 3, 10, "a");
        assertEquals(2, trainee.batch());
        assertEquals(2, trainee.brokenOff);
        assertEquals(List.of(Notice.of("run.warning.batchHalved", 8, 2)), ended.warnings());
        assertEquals(48, ended.checkpoint().steps());
        assertEquals(2, keptWeight());
        ScriptedTrainee again = new ScriptedTrainee(manager, 5, 3, 4, 1);
        TrainingLoop.Ended longer = run(again, 4, 10, "a");
        assertEquals(2, again.batch(), "a resumed run keeps the batch that fitted");
        assertEquals(16, again.factors.size());
        assertEquals(ended.warnings(), longer.warnings());
    }

    @Test
    void memoryThatRunsOutInALaterEpochTakesTheRunBackToItsLastCheckpoint() throws Exception {
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5, 3, 4);
        trainee.memory = 4;
        trainee.shortFromEpoch = 2;
        TrainingLoop.Ended ended = run(trainee, 3, 10, "a");
        assertEquals(List.of(4L), trainee.resumedAt);
        assertEquals(4 + 8 + 8, ended.checkpoint().steps());
        assertEquals(COSINE.factor(8, 24, List.of()), trainee.factors.get(4), 1e-12, "a third of the run is done");
    }

    @Test
    void memoryThatRunsOutInTheMiddleOfAnEpochLosesNoSavedRow() throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 1, 10, COSINE);
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5) {
            @Override
            public double step(int index, double factor) {
                if (batch() == 8 && index == 3) {
                    throw new OutOfMemoryError("Cannot reserve direct buffer memory");
                }
                return super.step(index, factor);
            }
        };
        TrainingLoop.Ended ended =
                new TrainingLoop(trainee, manager, plan, folder, RunMonitor.SILENT, Duration.ZERO).run();
        assertEquals(
                List.of(3L), trainee.resumedAt, "Adam's t is the number of steps made, not of those it would take");
        assertEquals(3 + 2, trainee.factors.size());
        assertEquals(5, ended.checkpoint().steps());
    }

    @Test
    void memoryThatHoldsNoTwoRowsEndsTheRunInWordsAndItsNextSessionTriesTheWholeBatch() throws Exception {
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5);
        trainee.memory = 1;
        NoticeException e = assertThrows(NoticeException.class, () -> run(trainee, 1, 10, "a"));
        assertEquals("run.error.memory[2]", e.notice().toString());
        ScriptedTrainee elsewhere = new ScriptedTrainee(manager, 5);
        assertEquals(List.of(), run(elsewhere, 1, 10, "a").warnings());
        assertEquals(4, elsewhere.factors.size());
    }

    @Test
    void aShortageThatSmallerStepsDoNotCureEndsTheRunWhoseEpochsAreAllToldLater() throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10, COSINE);
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5, 3, 2) {
            @Override
            public Map<String, NDArray> weights() {
                if (factors.size() == 8) {
                    throw new EngineException("CUDA out of memory. Tried to write the second epoch's best weights");
                }
                return super.weights();
            }
        };
        List<Integer> told = new ArrayList<>();
        RunMonitor listening = new RunMonitor() {
            @Override
            public void onEpoch(EpochReport report) {
                told.add(report.epoch());
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertThrows(EngineException.class, () -> new TrainingLoop(trainee, manager, plan, folder, listening).run());
        assertEquals(8, trainee.batch());
        assertEquals(List.of(1), told);
        told.clear();
        new TrainingLoop(new ScriptedTrainee(manager, 5, 3, 2), manager, plan, folder, listening).run();
        assertEquals(List.of(1, 2, 3), told);
    }

    @Test
    void aCheckpointOfAnEarlierVersionTakesTheSecondsOfItsStepsFromItsEpoch() {
        Checkpoint.Begun begun = new Checkpoint.Begun(4, 0, 2, 10, 0, Double.NaN);
        Checkpoint old = new Checkpoint("a", 0, 4, 8, 0, List.of(), List.of(), begun);
        assertEquals(3.2, old.begun().values().get("samplesPerSecond"), 1e-12);
    }

    @Test
    void otherFailuresAreNotTakenForAShortage() {
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5) {
            @Override
            public double step(int index, double factor) {
                throw new EngineException("The size of tensor a (3) must match the size of tensor b (4)");
            }
        };
        assertThrows(EngineException.class, () -> run(trainee, 1, 10, "a"));
        assertEquals(8, trainee.batch());
    }

    @Test
    void whatTheEngineSaysWhenItHasNoMemoryIsUnderstood() {
        RuntimeException e = assertThrows(RuntimeException.class, () -> manager.zeros(new Shape(1L << 50)));
        assertTrue(Shortage.caused(e), e.toString());
        assertTrue(Shortage.caused(new IllegalStateException(new EngineException("CUDA out of memory. Tried"))));
    }

    @Test
    void reportsOfFinishedEpochsAreRepeatedOnResume() throws Exception {
        ScriptedTrainee trainee = new ScriptedTrainee(manager, 5, 3, 2);
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
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10, COSINE);
        new TrainingLoop(new ScriptedTrainee(manager, 5, 3, 2), manager, plan, folder, listening).run();
        assertEquals(List.of(1, 2, 3), epochs);
    }

    @Test
    void aResumeWithinAnEpochLeavesTheBestWeightsOfTheEpochBefore() throws Exception {
        TrainingLoop.Plan plan = new TrainingLoop.Plan("a", 1, 3, 10, COSINE);
        new TrainingLoop(new ScriptedTrainee(manager, 3, 5, 6), manager, plan, folder, cancelledAt(8)).run();
        assertEquals(
                1,
                run(new ScriptedTrainee(manager, 3, 5, 6), 3, 10, "a")
                        .checkpoint()
                        .bestEpoch());
        assertEquals(1, keptWeight());
    }
}
