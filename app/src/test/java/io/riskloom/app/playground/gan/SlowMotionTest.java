package io.riskloom.app.playground.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.riskloom.app.session.Session;
import io.riskloom.engine.lesson.ArenaTrace.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowMotionTest {

    @TempDir
    Path folder;

    private final GanFixture engine = new GanFixture();
    private Session session;
    private GanViewModel model;
    private SlowMotion slow;

    @BeforeEach
    void open() {
        session = engine.session(folder);
        model = new GanViewModel(session);
        slow = model.slow();
        model.shown();
        slow.on().set(true);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Kind kind() {
        return slow.shown().get().stage().kind();
    }

    @Test
    void aStepIsShownStageByStageAndItsMomentWithTheLast() {
        model.advanceByHand();
        assertEquals(Kind.NOISE, kind());
        assertEquals(0, model.frame().get().step());
        model.advanceByHand();
        assertEquals(Kind.FAKES, kind());
        slow.back();
        assertEquals(Kind.NOISE, kind());
        slow.back();
        assertEquals(Kind.NOISE, kind());
        model.advanceByHand();
        model.advanceByHand();
        assertEquals(0, model.frame().get().step());
        model.advanceByHand();
        assertEquals(Kind.DISCRIMINATOR_LOSS, kind());
        assertEquals(1, model.frame().get().step());
        model.advanceByHand();
        assertEquals(Kind.NOISE, kind());
        assertEquals(1, model.frame().get().step());
    }

    @Test
    void playShowsOneStageABeat() {
        model.togglePlay();
        assertEquals(Kind.NOISE, kind());
        model.beat();
        model.beat();
        assertEquals(Kind.SCORES, kind());
    }

    @Test
    void leavingInTheMiddleOfAStepShowsTheMomentAfterIt() {
        model.advanceByHand();
        slow.on().set(false);
        assertNull(slow.shown().get());
        assertEquals(1, model.frame().get().step());
    }

    @Test
    void aStepThatIsToldAfterLeavingIsNotShownInStages() {
        engine.held = true;
        model.advanceByHand();
        model.advanceByHand();
        slow.on().set(false);
        engine.work();
        assertNull(slow.shown().get());
        assertEquals(1, model.frame().get().step());
        assertEquals(0, engine.waiting.size());
    }
}
