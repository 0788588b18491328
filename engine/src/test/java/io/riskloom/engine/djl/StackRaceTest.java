package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.lesson.BlockTrace;
import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.RaceSettings;
import io.riskloom.engine.lesson.WildDays;
import io.riskloom.engine.lesson.WildDaysTest;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.quality.Reading;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackRaceTest {

    private static RaceSettings settings(int depth, String first, boolean norm, double rate) {
        return new RaceSettings("turns.csv", Reading.PLAIN, "TURNS", depth, 4, "relu", first, norm, rate, 16, 3);
    }

    private static StackRace race(RaceSettings settings) throws NoticeException {
        return new StackRace(settings, WildDaysTest.turns(500));
    }

    /** First layer's gradient norm over the last one's. */
    private static double reach(double[] gradients) {
        return gradients[0] / gradients[gradients.length - 1];
    }

    @Test
    void inFiftyPlainLayersTheGradientVanishesAndShortcutsCarryIt() throws NoticeException {
        try (StackRace race = race(settings(50, "torch", false, 0.05))) {
            RaceFrame start = race.advance(0, 0, 0, () -> false);
            RaceFrame later = race.advance(3, 0, 0, () -> false);
            for (RaceFrame frame : new RaceFrame[] {start, later}) {
                assertEquals(50, frame.plain().gradients().length);
                assertEquals(50, frame.residual().spreads().length);
                double plain = reach(frame.plain().gradients());
                double residual = reach(frame.residual().gradients());
                assertTrue(plain < 1e-3 * residual, plain + " against " + residual);
                assertTrue(plain < 1e-12 && residual > 1e-3, plain + " against " + residual);
            }
            assertEquals(0, start.step());
            assertEquals(0, start.plain().losses().length);
            assertTrue(Double.isNaN(start.milliseconds()));
            assertEquals(3, later.step());
            assertEquals(3, later.residual().losses().length);
            assertTrue(later.milliseconds() > 0);
        }
    }

    @Test
    void twoLayersReachTheirFirstOneEitherWay() throws NoticeException {
        try (StackRace race = race(settings(2, "torch", false, 0.05))) {
            RaceFrame frame = race.advance(1, 0, 0, () -> false);
            assertTrue(reach(frame.plain().gradients()) > 1e-2);
            assertTrue(reach(frame.residual().gradients()) > 1e-2);
            assertEquals(frame.plain().parameters(), frame.residual().parameters(), "shapes are the same throughout");
        }
    }

    @Test
    void theSameSeedGivesTheSameNumbersHoweverTheStepsAreAskedFor() throws NoticeException {
        try (StackRace whole = race(settings(6, "he", true, 0.05));
                StackRace parts = race(settings(6, "he", true, 0.05))) {
            RaceFrame all = whole.advance(12, 1, 5, () -> false);
            parts.advance(0, 0, 0, () -> false);
            parts.advance(5, 2, 9, () -> false);
            parts.advance(0, 1, 1, () -> false);
            RaceFrame last = parts.advance(7, 1, 5, () -> false);
            assertEquals(all.step(), last.step());
            assertEquals(10, all.checked());
            assertArrayEquals(all.residual().gradients(), last.residual().gradients());
            assertArrayEquals(all.plain().gradients(), last.plain().gradients());
            assertArrayEquals(all.plain().spreads(), last.plain().spreads());
            assertEquals(all.residual().accuracy(), last.residual().accuracy());
            assertEquals(Json.gson().toJson(all.block()), Json.gson().toJson(last.block()));
        }
    }

    @Test
    void theResidualStackLearnsWhereThePlainOneStandsStill() throws NoticeException {
        RaceSettings settings =
                new RaceSettings("turns.csv", Reading.PLAIN, "TURNS", 14, 8, "relu", "torch", false, 0.1, 32, 3);
        try (StackRace race = new StackRace(settings, WildDaysTest.turns(1500))) {
            RaceFrame frame = race.advance(100, 0, 0, () -> false);
            assertEquals(100, frame.checked());
            assertEquals(0.5, frame.plain().accuracy(), 0.05);
            assertTrue(
                    frame.residual().accuracy() > 0.65,
                    "got " + frame.residual().accuracy());
        }
    }

    @Test
    void aBlockIsTheSumOfItsBranchesAndProjectsWhereShapesDiffer() throws NoticeException {
        try (StackRace race = race(settings(8, "torch", false, 0.05))) {
            BlockTrace same = race.advance(2, 0, 7, () -> false).block();
            assertFalse(same.projected());
            assertEquals(1, same.stride());
            assertArrayEquals(
                    same.stage("input").values(), same.stage("shortcut").values());
            adds(same);
            BlockTrace wider = race.advance(0, 2, 7, () -> false).block();
            assertTrue(wider.projected());
            assertEquals(2, wider.stride());
            assertEquals(4, wider.stage("input").values().length);
            assertEquals(32, wider.stage("input").values()[0].length);
            assertEquals(8, wider.stage("shortcut").values().length);
            assertEquals(16, wider.stage("shortcut").values()[0].length);
            adds(wider);
            assertEquals(3, race.advance(0, 99, 0, () -> false).block().block());
        }
    }

    private static void adds(BlockTrace trace) {
        double[][] branch = trace.stage("conv2").values();
        double[][] shortcut = trace.stage("shortcut").values();
        double[][] sum = trace.stage("sum").values();
        double[][] output = trace.stage("output").values();
        for (int c = 0; c < sum.length; c++) {
            for (int d = 0; d < sum[c].length; d++) {
                assertEquals(branch[c][d] + shortcut[c][d], sum[c][d], 1e-6);
                assertEquals(Math.max(0, sum[c][d]), output[c][d], 0);
            }
        }
    }

    @Test
    void aStackWhoseLossIsNoNumberStandsStillAndTheOtherGoesOn() throws NoticeException {
        try (StackRace race = race(settings(50, "he", false, 1))) {
            RaceFrame frame = race.advance(12, 0, 0, () -> false);
            assertTrue(frame.residual().broken());
            assertFalse(frame.plain().broken());
            assertEquals(12, frame.plain().losses().length);
            assertTrue(frame.residual().losses().length < 12);
        }
    }

    @Test
    void nobodyWaitingEndsAFrameEarly() throws NoticeException {
        try (StackRace race = race(settings(2, "torch", false, 0.05))) {
            assertEquals(0, race.advance(1000, 0, 0, () -> true).step());
        }
    }

    /** Says yes from the given time on. */
    private static BooleanSupplier stopAt(int asked) {
        AtomicInteger times = new AtomicInteger();
        return () -> times.incrementAndGet() >= asked;
    }

    @Test
    void whatNobodyHeardIsToldByTheNextFrame() throws NoticeException {
        try (StackRace heard = race(settings(4, "torch", true, 0.05));
                StackRace missed = race(settings(4, "torch", true, 0.05))) {
            heard.advance(2, 0, 0, () -> false);
            missed.advance(2, 0, 0, () -> false);
            RaceFrame three = heard.advance(3, 0, 0, () -> false);
            missed.advance(100, 0, 0, stopAt(3));
            RaceFrame next = missed.advance(0, 0, 0, () -> false);
            assertEquals(5, next.step());
            assertEquals(2, next.plain().first());
            assertArrayEquals(three.plain().losses(), next.plain().losses());
            assertArrayEquals(three.residual().losses(), next.residual().losses());
            assertArrayEquals(three.plain().gradients(), next.plain().gradients(), "of the last step");
            assertArrayEquals(three.residual().spreads(), next.residual().spreads());
            RaceFrame after = missed.advance(1, 0, 0, () -> false);
            assertEquals(5, after.residual().first());
            assertEquals(1, after.residual().losses().length);
        }
    }

    @Test
    void aStepIsTimedWithoutTheChecks() throws NoticeException {
        AtomicLong now = new AtomicLong();
        RaceSettings settings = settings(2, "torch", false, 0.05);
        try (StackRace race =
                new StackRace(settings, WildDaysTest.turns(500), RaceStack::of, () -> now.getAndAdd(2_000_000))) {
            assertEquals(2, race.advance(25, 0, 0, () -> false).milliseconds());
        }
    }

    @Test
    void noWindowComesTwiceInAnEpoch() throws NoticeException {
        RaceSettings settings = settings(2, "torch", false, 0.05);
        try (StackRace race = race(settings)) {
            int size = new WildDays(WildDaysTest.turns(500)).trainSize();
            int[] rows = IntStream.range(0, size / settings.batch())
                    .mapToObj(race::batch)
                    .flatMapToInt(Arrays::stream)
                    .toArray();
            assertEquals(size - size % settings.batch(), rows.length);
            assertEquals(rows.length, Arrays.stream(rows).distinct().count());
        }
    }

    @Test
    void lookingLeavesBatchNormsStatisticsAlone() throws NoticeException {
        WildDays days = new WildDays(WildDaysTest.turns(500));
        Torch.enter(Torch.Load.SMALL);
        try (Racer racer = new Racer(RaceStack.of(settings(4, "he", true, 0.05), true), 0.05)) {
            int[] rows = IntStream.range(0, 16).toArray();
            double[] before = racer.answers(days.validInputs(rows));
            racer.look(days.trainInputs(rows), days.trainTargets(rows));
            assertArrayEquals(before, racer.answers(days.validInputs(rows)));
            assertEquals(4, racer.figures(0.5, true).gradients().length);
            racer.step(days.trainInputs(rows), days.trainTargets(rows), false);
            assertNotEquals(before[0], racer.answers(days.validInputs(rows))[0]);
        }
    }

    @Test
    void aRaceThatCannotBeginLeavesNoMemoryBehind() throws NoticeException {
        RaceSettings settings = settings(4, "torch", true, 0.05);
        race(settings).close();
        int arrays = Torch.liveArrays();
        assertThrows(
                IllegalStateException.class,
                () -> new StackRace(
                        settings,
                        WildDaysTest.turns(500),
                        (s, residual) -> {
                            if (residual) {
                                throw new IllegalStateException("no room");
                            }
                            return RaceStack.of(s, false);
                        },
                        System::nanoTime));
        assertEquals(arrays, Torch.liveArrays());
    }

    @Test
    void memoryStaysFlatOverManySteps() throws NoticeException {
        try (StackRace race = race(settings(4, "torch", true, 0.05))) {
            race.advance(10, 0, 0, () -> false);
            int arrays = Torch.liveArrays();
            race.advance(60, 1, 1, () -> false);
            assertEquals(arrays, Torch.liveArrays());
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> settings(7, "torch", false, 0.05));
        assertThrows(IllegalArgumentException.class, () -> settings(52, "torch", false, 0.05));
        assertThrows(IllegalArgumentException.class, () -> settings(4, "zeros", false, 0.05));
        assertThrows(IllegalArgumentException.class, () -> settings(4, "he", false, 0));
    }
}
