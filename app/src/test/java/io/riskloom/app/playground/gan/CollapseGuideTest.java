package io.riskloom.app.playground.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.playground.gan.CollapseGuide.Found;
import io.riskloom.app.playground.gan.CollapseGuide.Task;
import io.riskloom.app.session.Session;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import io.riskloom.engine.lesson.ArenaPreset;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollapseGuideTest {

    @TempDir
    Path folder;

    private Session session;
    private GanViewModel model;
    private CollapseGuide guide;

    @BeforeEach
    void open() {
        session = new GanFixture().session(folder);
        model = new GanViewModel(session);
        guide = model.guide();
        model.shown();
        model.pace().set(50);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void playOut() {
        while (model.playing().get()) {
            model.beat();
        }
    }

    @Test
    void aCureWantsACollapseFirst() {
        guide.go(1);
        assertEquals(Task.RATE, guide.task().get());
        assertFalse(guide.ready());
        guide.act();
        assertEquals(0, model.frame().get().step());
        guide.go(-5);
        assertEquals(Task.CAUSE, guide.task().get());
        assertTrue(guide.ready());
    }

    @Test
    void theCauseIsTrainedFromTheStartAndEveryCureFromTheCollapse() {
        model.step(7);
        guide.act();
        playOut();
        assertEquals(ArenaPreset.COLLAPSE.settings(), model.settings().get());
        assertEquals(
                new Found(1, 2, true, new Kept(0, 600)), guide.found().get().get(Task.CAUSE));
        guide.go(1);
        guide.act();
        playOut();
        assertEquals(ArenaPreset.CURE_RATE.settings(), model.settings().get());
        assertEquals(new Kept(0, 1500), guide.found().get().get(Task.RATE).at());
        guide.go(1);
        guide.act();
        playOut();
        assertEquals(
                new Found(2, 2, false, new Kept(1, 1200)), guide.found().get().get(Task.UPDATES));
        assertEquals(600, model.frame().get().branches().get(1).from());
    }

    @Test
    void whatIsStoppedHasFoundNothing() {
        guide.act();
        model.pause();
        model.step(1);
        assertTrue(guide.found().get().isEmpty());
    }
}
