package io.riskloom.app.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCheckTest {

    @TempDir
    Path folder;

    private final PlaygroundFixture engine = new PlaygroundFixture();
    private Session session;
    private PlaygroundViewModel model;

    @BeforeEach
    void open() {
        session = engine.session(folder);
        model = new PlaygroundViewModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private EngineCheck.Kind kind() {
        return model.check().get().kind();
    }

    private Notice words() {
        return model.check().get().words().orElseThrow();
    }

    @Test
    void noEngineIsAskedBeforeThePageIsShown() {
        model.change(s -> s.withStride(2));
        assertEquals(0, engine.asked.size());
        assertEquals(EngineCheck.Kind.NONE, kind());
        model.shown();
        model.shown();
        assertEquals(1, engine.asked.size());
        Requests.ConvolveRequest asked = assertInstanceOf(Requests.ConvolveRequest.class, engine.asked.getFirst());
        assertEquals(2, asked.stride());
        assertEquals("zeros", asked.padMode());
    }

    @Test
    void roundingIsAgreementAndItsSizeIsSaid() {
        engine.error = 2.4e-7;
        model.shown();
        assertEquals(EngineCheck.Kind.AGREES, kind());
        assertEquals("✓ Agrees with the engine: max |Δ| = 2.4e-7", new Texts(Texts.ENGLISH).of(words()));
        assertEquals("✓ 与引擎一致：max |Δ| = 2.4e-7", new Texts(Texts.CHINESE).of(words()));
    }

    @Test
    void aDifferenceAboveTheToleranceIsShown() {
        engine.error = 1.1e-5;
        model.shown();
        assertEquals(EngineCheck.Kind.DIFFERS, kind());
        assertEquals(Notice.of("playground.check.differs", "1.1e-5"), words());
    }

    @Test
    void notANumberFromTheEngineIsADifference() {
        engine.error = Double.NaN;
        model.shown();
        assertEquals(EngineCheck.Kind.DIFFERS, kind());
    }

    @Test
    void anotherShapeIsShownAsADifference() {
        engine.wrongShape = true;
        model.shown();
        assertEquals(EngineCheck.Kind.DIFFERS, kind());
        assertEquals(Notice.of("playground.check.shape", "1 × 5", "5 × 5"), words());
    }

    @Test
    void aFailureShowsItsReasonAndTheNextChangeAsksAgain() {
        engine.failure = new EngineFailure(Notice.of("common.error.busy", "r1"), null);
        model.shown();
        assertEquals(EngineCheck.Kind.FAILED, kind());
        assertEquals(Notice.of("common.error.busy", "r1"), words());
        engine.failure = null;
        model.change(s -> s.withPadding(1));
        assertEquals(EngineCheck.Kind.AGREES, kind());
    }

    @Test
    void poolingIsCheckedByTheEnginesPooling() {
        model.change(s -> s.withMode(PlaygroundState.Mode.POOLING));
        model.shown();
        Requests.PoolRequest asked = assertInstanceOf(Requests.PoolRequest.class, engine.asked.getFirst());
        assertEquals("max", asked.kind());
        assertEquals(Notice.of("playground.check.agrees", "0"), words());
    }

    @Test
    void theLatestSetUpWinsAndThoseBetweenAreNotAsked() {
        engine.held = true;
        model.shown();
        model.change(s -> s.withStride(2));
        model.change(s -> s.withStride(3));
        model.change(s -> s.withStride(4));
        assertEquals(EngineCheck.Kind.CHECKING, kind());
        assertEquals(1, engine.waiting.size(), "one question at a time");
        engine.work();
        assertEquals(EngineCheck.Kind.CHECKING, kind(), "the answer to an old set-up says nothing about this one");
        engine.work();
        assertEquals(EngineCheck.Kind.AGREES, kind());
        assertEquals(2, engine.asked.size());
        assertEquals(4, ((Requests.ConvolveRequest) engine.asked.getLast()).stride());
        assertTrue(engine.waiting.isEmpty());
    }

    @Test
    void unseenNothingIsAskedAndWhatChangedIsAskedWhenSomeoneLooks() {
        model.shown();
        model.hidden();
        model.shown();
        assertEquals(1, engine.asked.size(), "nothing changed");
        model.hidden();
        model.change(s -> s.withStride(2));
        assertEquals(1, engine.asked.size());
        assertEquals(EngineCheck.Kind.NONE, kind());
        model.shown();
        assertEquals(2, engine.asked.size());
        assertEquals(EngineCheck.Kind.AGREES, kind());
    }

    @Test
    void moreGridsThanExplainedAreADifference() {
        engine.moreGrids = true;
        model.shown();
        assertEquals(EngineCheck.Kind.DIFFERS, kind());
        assertEquals(Notice.of("playground.check.shape", "2 × 5 × 5", "1 × 5 × 5"), words());
    }

    @Test
    void anImpossibleSetUpIsNotAsked() {
        model.shown();
        model.change(s -> s.withInput(Grid.of(new double[][] {{1}}), Optional.empty()));
        assertEquals(1, engine.asked.size());
        assertEquals(EngineCheck.Kind.NONE, kind());
    }
}
