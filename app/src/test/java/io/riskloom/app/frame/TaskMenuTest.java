package io.riskloom.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.HeldStudy;
import io.riskloom.app.session.LiveStudy.State;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TaskMenuTest {

    @TempDir
    static Path folder;

    private final HeldStudy engines = new HeldStudy();
    private Session session;
    private TaskMenu menu;

    @Start
    void show(Stage stage) {
        session = engines.session(folder);
        menu = new TaskMenu(session, new Texts(Texts.ENGLISH));
    }

    @AfterEach
    void close() {
        engines.end();
        session.close();
    }

    @Test
    void aStudyAndATaskBesideItAreBothOnOffer(FxRobot robot) throws Exception {
        Path file = Samples.unpack(folder.resolve("samples")).get(3);
        RunSpec kfold = Specs.with(Specs.defaults("credit", file.toString()), "scheme", "kfold");
        RunSpec folds = Specs.with(kfold, "folds", 2);
        CompletableFuture<String> other = new CompletableFuture<>();
        robot.interact(() -> {
            session.train(folds);
            engines.until(() -> engines.trains(1));
            return null;
        });
        assertEquals(1, menu.getItems().size());
        assertFalse(menu.isVisible(), "one thing has the bar's own button");

        robot.interact(() -> {
            session.tasks().follow(Notice.of("train.again"), other, () -> {}, done -> {}, failed -> {});
            engines.until(() -> menu.getItems().size() == 2);
            return null;
        });
        assertTrue(menu.isVisible());
        String study = session.studies().live().get().study().id();
        assertTrue(menu.getItems().getFirst().getText().contains(study), study);

        robot.interact(() -> {
            menu.getItems().getLast().fire();
            engines.until(() -> session.tasks().items().isEmpty());
            return null;
        });
        assertEquals(1, menu.getItems().size(), "the other task is cancelled");
        assertEquals(State.TRAINING, session.studies().live().get().state());
        robot.interact(() -> menu.getItems().getFirst().fire());
        assertFalse(session.studies().live().get().state() == State.TRAINING, "the study stops");
    }
}
