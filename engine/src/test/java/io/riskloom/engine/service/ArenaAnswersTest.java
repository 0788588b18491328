package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaPreset;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Net;
import io.riskloom.engine.lesson.ArenaTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArenaAnswersTest {
    private static final ArenaSettings SMALL = ArenaPreset.RING
            .settings()
            .withNets(new Net(1, 6, "relu"), new Net(1, 6, "relu"))
            .withBatch(8);

    @TempDir
    private Path folder;

    private static Requests.ArenaRequest request(String id, ArenaSettings settings, int steps) {
        return new Requests.ArenaRequest(id, settings, steps, ArenaPhase.BOTH);
    }

    @Test
    void aDuelGoesOnGoesBackIsLookedAtAndForgotten() throws Exception {
        try (LocalEngine engine = new LocalEngine(new Heard())) {
            ArenaFrame ten = Asked.get(engine.arena(request("a", SMALL, 10)));
            ArenaTrace trace = Asked.get(engine.arenaTrace(request("a", SMALL, 1)));
            assertEquals(11, trace.frame().step());
            ArenaFrame back = Asked.get(engine.arenaRewind(new Requests.ArenaRewind("a", 0, 10)));
            assertArrayEquals(ten.plane().fake(), back.plane().fake());
            ArenaLook look = Asked.get(engine.arenaLook(new Requests.ArenaLookRequest("a", new float[] {0, 1})));
            assertEquals(2, look.made().length);
            assertTrue(Asked.get(engine.arenaClose(new Requests.ArenaId("a"))));
            assertFalse(Asked.get(engine.arenaClose(new Requests.ArenaId("a"))));
            assertEquals(
                    Notice.of("arena.error.unknown"),
                    Asked.refusal(engine.arenaRewind(new Requests.ArenaRewind("a", 0, 10))));
        }
    }

    @Test
    void ofManyDuelsTheOneUnusedForLongestGoes() throws Exception {
        try (LocalEngine engine = new LocalEngine(new Heard())) {
            for (String id : new String[] {"a", "b", "c", "d", "a", "e"}) {
                Asked.get(engine.arena(request(id, SMALL, 1)));
            }
            assertEquals(3, Asked.get(engine.arena(request("a", SMALL, 1))).step());
            assertEquals(Notice.of("arena.error.unknown"), Asked.refusal(engine.arena(request("b", SMALL, 1))));
            assertFalse(Asked.get(engine.arenaClose(new Requests.ArenaId("b"))));
            assertEquals(1, Asked.get(engine.arena(request("b", SMALL, 1))).step());
        }
    }

    @Test
    void oneThatCannotBeBegunTakesNobodysPlace() throws Exception {
        try (LocalEngine engine = new LocalEngine(new Heard())) {
            for (String id : new String[] {"a", "b", "c", "d"}) {
                Asked.get(engine.arena(request(id, SMALL, 1)));
            }
            assertEquals(
                    Notice.of("arena.error.points"),
                    Asked.refusal(engine.arena(request("e", SMALL.with(Data.drawn(List.of())), 1))));
            assertEquals(2, Asked.get(engine.arena(request("a", SMALL, 1))).step());
        }
    }

    @Test
    void noMoreStepsAreAskedForThanAnAnswerCanWaitFor() {
        assertThrows(IllegalArgumentException.class, () -> request("a", SMALL, -1));
        assertThrows(IllegalArgumentException.class, () -> request("a", SMALL, Requests.ArenaRequest.MOST_STEPS + 1));
        assertEquals(
                10_000, request("a", SMALL, Requests.ArenaRequest.MOST_STEPS).steps());
    }

    @Test
    void aFileThatIsWrittenAnewIsReadAnew() throws Exception {
        Path file = sine("sine.csv", 120, 5);
        ArenaSettings paths = SMALL.with(Data.paths(new ArenaSettings.Source(file.toString(), null, ""), 10));
        try (LocalEngine engine = new LocalEngine(new Heard())) {
            double[] before =
                    Asked.get(engine.arena(request("a", paths, 2))).paths().qqReal();
            sine("sine.csv", 121, 50);
            ArenaFrame after = Asked.get(engine.arena(request("a", paths, 1)));
            assertTrue(after.paths().qqReal()[25] > 5 * before[25]);
            assertEquals(3, after.step());
        }
    }

    private Path sine(String name, int days, double height) throws IOException {
        StringBuilder csv = new StringBuilder("Date,Close\n");
        for (int t = 0; t < days; t++) {
            csv.append(LocalDate.of(2024, 1, 1).plusDays(t))
                    .append(String.format(Locale.ROOT, ",%.3f%n", 100 + height * Math.sin(t * t)));
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    @Test
    void pathsAreThoseOfAFile() throws Exception {
        Path file = sine("sine.csv", 120, 5);
        ArenaSettings paths = SMALL.with(Data.paths(new ArenaSettings.Source(file.toString(), null, ""), 10));
        try (LocalEngine engine = new LocalEngine(new Heard())) {
            ArenaFrame frame = Asked.get(engine.arena(request("a", paths, 2)));
            assertEquals(11, frame.paths().real()[0].length);
            assertTrue(frame.paths().shown().getFirst().match().from().isAfter(LocalDate.of(2024, 1, 1)));
            ArenaSettings longer = SMALL.with(Data.paths(new ArenaSettings.Source(file.toString(), null, ""), 60));
            Notice refused = Asked.refusal(engine.arena(request("a", longer, 2)));
            assertEquals("arena.error.tooShort", refused.key());
            assertEquals("120", refused.args().get(1));
            assertEquals(2, Asked.get(engine.arena(request("a", paths, 0))).step());
        }
    }
}
