package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between the click and the first step. */
class BeginningsTest {

    @TempDir
    Path folder;

    private HeldSession held;
    private Session session;
    private RunSpec single;
    private RunSpec study;

    @BeforeEach
    void open() throws Exception {
        held = new HeldSession(folder.resolve("project"));
        session = held.session();
        single = Specs.defaults(
                "credit", Samples.unpack(folder.resolve("samples")).get(3).toString());
        study = Specs.with(Specs.with(single, "scheme", "kfold"), "folds", 2);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aRunCancelledWhileItStartsEndsAsStopped() {
        session.train(single);
        session.tasks().items().getFirst().cancel();
        assertTrue(session.busy());
        held.runAll();
        assertInstanceOf(
                Outcome.Cancelled.class, session.project().runs().getFirst().outcome());
        assertInstanceOf(Outcome.Cancelled.class, session.runs().getFirst().outcome());
        assertFalse(session.busy());
        assertEquals(List.of(), session.tasks().items());
        assertNull(session.problem().get());
    }

    @Test
    void aStudyCancelledWhileItStartsEndsWithoutARun() throws Exception {
        session.train(study);
        session.tasks().items().getFirst().cancel();
        held.runAll();
        LiveStudy live = session.studies().live().get();
        held.until(() -> !live.running());
        assertEquals(List.of(), session.project().runs());
        assertFalse(session.busy());
    }

    @Test
    void aStudyDoesNotStartBesideARunThatStarts() {
        session.train(single);
        assertTrue(session.working().get());
        assertEquals(Optional.of(Notice.of("common.error.busyStart")), session.occupied());
        session.train(study);
        session.trainings().train(single);
        held.runAll();
        assertEquals(1, session.project().runs().size());
        assertEquals(List.of(), session.project().studies());
        assertFalse(session.working().get());
    }

    @Test
    void aRunThatWasBeingStartedWhenTheWindowClosedIsNoLongerRunning() {
        Path project = folder.resolve("closed");
        Deque<Runnable> behind = new ArrayDeque<>();
        Deque<Runnable> inFront = new ArrayDeque<>(); // the JavaFX thread, which is busy with closing
        Session closing =
                new Session(new Tasks(behind::add, inFront::add), Project.open(project), new EngineHost((o, events) -> {
                    throw new IllegalStateException("no engine in this test");
                }));
        closing.train(single);
        behind.remove().run();
        closing.close();
        try (Project again = Project.open(project)) {
            assertInstanceOf(Outcome.Cancelled.class, again.runs().getFirst().outcome());
        }
        inFront.forEach(Runnable::run);
        assertNull(closing.live().get());
    }
}
