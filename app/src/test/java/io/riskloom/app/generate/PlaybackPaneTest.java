package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PlaybackPaneTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private PlaybackModel model;
    private Stage stage;

    @Start
    void show(Stage stage) {
        this.stage = stage;
        session = ResultFixtures.session(folder, request -> new PathSet(new double[1][1], 50));
        model = new PlaybackModel(session, texts, new ChosenRun(session, texts, "generate"));
        stage.setScene(new Scene((Parent) new PlaybackPane(model, texts).node(), 1000, 760));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theEpochsAreScrubbedByKeysAndPlayedByTheButton(FxRobot robot) {
        assertTrue(robot.lookup("#playback-none").query().isVisible());
        robot.interact(() -> {
            Run run = GenerateFixture.run("r1");
            PlaybackFixture.write(session, run);
            ResultFixtures.add(session, run);
        });
        assertFalse(robot.lookup("#playback-none").query().isVisible());
        Slider slider = robot.lookup("#playback-slider").queryAs(Slider.class);
        assertEquals(2, slider.getValue());
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.LEFT);
        assertEquals(1, model.frame().get());
        robot.type(KeyCode.HOME);
        assertEquals(0, model.frame().get());
        assertTrue(robot.lookup("#playback-alarm").query().isVisible());
        robot.type(KeyCode.END);
        assertEquals(3, slider.getValue());
        robot.clickOn("#playback-kept");
        assertTrue(words(robot).startsWith("Epoch 3 of 4, the one kept"), words(robot));
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.SPACE);
        assertTrue(model.playing().get() || model.frame().get() == 3);
        robot.clickOn("#playback-course-diversity");
        assertEquals(PlaybackModel.Course.DIVERSITY, model.course().get());
        robot.interact(() -> {
            model.playing().set(false);
            robot.lookup("#playback-course-score").query().requestFocus();
        });
        robot.type(KeyCode.SPACE);
        assertEquals(PlaybackModel.Course.SCORE, model.course().get(), "Space presses the button that has the focus");
        assertFalse(model.playing().get());
        robot.interact(() -> {
            model.frame().set(0);
            model.playOrPause();
            stage.getScene().setRoot(new Group());
        });
        assertFalse(model.playing().get(), "nobody looks");
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#playback-words").queryAs(Labeled.class).getText();
    }
}
