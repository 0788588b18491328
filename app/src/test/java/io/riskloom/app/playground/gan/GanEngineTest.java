package io.riskloom.app.playground.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GanEngineTest {

    @TempDir
    Path folder;

    @Test
    void fromTheStartTheRealEngineReplaysTheSameOnAnotherBranch() {
        try (Session session = new Session(
                new Tasks(Runnable::run, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost(EngineStarter.local()))) {
            GanViewModel model = new GanViewModel(session);
            model.shown();
            assertEquals(Optional.empty(), model.problem().get());
            model.step(20);
            ArenaFrame first = model.frame().get();
            assertTrue(Double.isFinite(first.measures().discriminatorLoss()));
            model.rewind(new Kept(0, 0));
            model.step(20);
            ArenaFrame again = model.frame().get();
            assertEquals(1, again.branch());
            assertEquals(first.measures(), again.measures());
            assertArrayEquals(first.plane().scores(), again.plane().scores());
            model.slow().on().set(true);
            model.advanceByHand();
            assertEquals(11, model.slow().shown().get().of());
            model.slow().on().set(false);
            assertEquals(21, model.frame().get().step());
            model.point(new float[] {0.5f, -0.5f});
            assertEquals(2, model.looked().get().made().length);
        }
    }
}
