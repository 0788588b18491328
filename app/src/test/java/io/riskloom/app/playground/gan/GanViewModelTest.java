package io.riskloom.app.playground.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaPreset;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GanViewModelTest {

    @TempDir
    Path folder;

    private final GanFixture engine = new GanFixture();
    private Session session;
    private GanViewModel model;

    @BeforeEach
    void open() {
        session = engine.session(folder);
        model = new GanViewModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private long step() {
        return model.frame().get().step();
    }

    private Requests.ArenaRequest last() {
        return (Requests.ArenaRequest) engine.asked.getLast();
    }

    @Test
    void noEngineIsAskedBeforeTheLessonIsLookedAt() {
        model.step(1);
        assertEquals(0, engine.asked.size());
        model.shown();
        assertEquals(0, step());
        assertEquals(0, last().steps());
    }

    @Test
    void aPictureOfThePlayMakesThePacesSteps() {
        model.shown();
        model.pace().set(20);
        model.togglePlay();
        assertEquals(20, step());
        model.beat();
        assertEquals(40, step());
        model.togglePlay();
        model.beat();
        assertEquals(40, step());
        assertFalse(model.playing().get());
    }

    @Test
    void unseenNothingIsAskedAndAnEndedDuelBeginsAnew() {
        model.shown();
        model.step(20);
        int before = engine.asked.size();
        model.hidden();
        model.change("batch", s -> s.withBatch(32));
        assertEquals(before, engine.asked.size());
        model.shown();
        assertEquals(before + 1, engine.asked.size());
        assertEquals(32, last().settings().batch());
        String ended = last().id();
        model.hidden();
        model.rested();
        model.shown();
        assertEquals(Optional.of(Notice.of("arena.rested", 10)), model.problem().get());
        assertEquals(20, step());
        model.step(1);
        assertEquals(0, step(), "a new duel");
        assertFalse(ended.equals(last().id()));
        assertEquals(Optional.empty(), model.problem().get());
    }

    @Test
    void eachStrokeAndTheErasureOfAllAreTakenBackByThemselves() {
        model.shown();
        model.change("data", s -> s.with(ArenaSettings.Data.drawn(GanPanel.DrawnStart.POINTS)));
        int start = points();
        DrawPad pad = new DrawPad(model);
        for (double x : new double[] {-1.2, 1.2}) {
            pad.stroke();
            pad.move(x, 1);
            pad.add();
            pad.nudge(0, 0.2);
            pad.add();
        }
        pad.clear();
        assertEquals(1, points());
        model.undo();
        assertEquals(start + 4, points());
        model.undo();
        assertEquals(start + 2, points());
        model.undo();
        assertEquals(start, points());
    }

    private int points() {
        return model.settings().get().data().points().size();
    }

    @Test
    void oneSideLearnsWhereOneIsChosen() {
        model.shown();
        model.phase().set(ArenaPhase.GENERATOR);
        model.step(1);
        assertEquals(ArenaPhase.GENERATOR, last().phase());
        assertEquals(1, step());
    }

    @Test
    void settingsChangeWhileItPlays() {
        model.shown();
        model.togglePlay();
        model.change("batch", s -> s.withBatch(32));
        assertTrue(model.playing().get());
        model.beat();
        assertEquals(32, last().settings().batch());
        assertEquals(10, step());
    }

    @Test
    void goingBackAndOnBeginsABranchWithTheSettingsOfThen() {
        model.shown();
        model.step(20);
        model.change("batch", s -> s.withBatch(32));
        model.step(20);
        model.rewind(new Kept(0, 10));
        assertEquals(10, step());
        assertEquals(128, model.settings().get().batch());
        model.step(5);
        assertEquals(1, model.frame().get().branch());
        assertEquals(10, model.frame().get().branches().get(1).from());
        model.rewind(new Kept(0, 40));
        assertEquals(32, model.settings().get().batch());
        assertEquals(40, step());
    }

    @Test
    void anOrderWaitsForTheAnswerThatIsUnderWay() {
        model.shown();
        model.step(30);
        engine.held = true;
        model.togglePlay();
        model.rewind(new Kept(0, 20));
        assertEquals(30, step());
        engine.work();
        assertEquals(35, step());
        engine.work();
        assertEquals(20, step());
        assertFalse(model.playing().get());
    }

    @Test
    void beginningAnewForgetsTheOldDuel() {
        model.shown();
        model.step(30);
        model.begin();
        assertEquals(0, step());
        assertEquals("gan-1", model.frame().get().id());
        assertEquals(1, model.chronicle().own(0).size());
        assertTrue(engine.asked.contains(new Requests.ArenaId("gan-0")));
    }

    @Test
    void whatASliderDidIsTakenBackAtOnce() {
        model.shown();
        ArenaSettings first = model.settings().get();
        model.change("batch", s -> s.withBatch(64));
        model.change("batch", s -> s.withBatch(32));
        model.change("seed", s -> s.withSeed(9));
        model.undo();
        assertEquals(32, model.settings().get().batch());
        assertEquals(first.seed(), model.settings().get().seed());
        model.undo();
        assertEquals(first, model.settings().get());
        model.undo();
        assertEquals(first, model.settings().get());
        model.redo();
        model.redo();
        assertEquals(9, model.settings().get().seed());
    }

    @Test
    void afterADeadEnginePlayBeginsAnew() {
        model.shown();
        model.step(10);
        engine.failure = Notice.of("service.childDied");
        model.togglePlay();
        assertEquals(
                Optional.of(Notice.of("service.childDied")), model.problem().get());
        assertFalse(model.playing().get());
        engine.failure = null;
        model.togglePlay();
        assertTrue(model.problem().get().isEmpty());
        assertEquals(5, step());
        assertEquals("gan-1", model.frame().get().id());
    }

    @Test
    void trainingThatBlowsUpStandsStillAndSaysSo() {
        model.shown();
        engine.trouble = Notice.of("arena.trouble.notFinite");
        model.togglePlay();
        assertFalse(model.playing().get());
        assertEquals(
                Optional.of(Notice.of("arena.trouble.notFinite")),
                model.problem().get());
    }

    @Test
    void aNoiseThatIsPointedAtIsAskedAnewAfterEachStep() {
        model.shown();
        model.point(new float[] {0.25f, 0});
        assertEquals(1.25, model.looked().get().made()[1], 1e-9);
        long before = engine.asked.stream()
                .filter(Requests.ArenaLookRequest.class::isInstance)
                .count();
        model.step(1);
        long after = engine.asked.stream()
                .filter(Requests.ArenaLookRequest.class::isInstance)
                .count();
        assertEquals(before + 1, after);
        model.point(null);
        assertNull(model.looked().get());
        model.point(new float[] {1});
        assertEquals(
                after,
                engine.asked.stream()
                        .filter(Requests.ArenaLookRequest.class::isInstance)
                        .count());
    }

    @Test
    void withoutPricesThereAreNoPaths() {
        assertTrue(model.prices().isEmpty());
        model.needsPrices();
        assertEquals(
                Optional.of(Notice.of("arena.needsPrices")), model.problem().get());
        assertEquals(ArenaPreset.RING.settings(), model.settings().get());
    }
}
