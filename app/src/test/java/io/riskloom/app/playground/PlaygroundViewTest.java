package io.riskloom.app.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PlaygroundViewTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) {
        session = new PlaygroundFixture().session(folder);
        PlaygroundView view = new PlaygroundView(session, texts);
        HBox beside = new HBox(new CheckBox());
        beside.setId("beside");
        Scene scene = new Scene(new BorderPane(view.content(), beside, view.context(), null, null), 1256, 930);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
        view.shown();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).query().getAccessibleText();
    }

    /** Left edge of the frame over a grid. */
    private static double frame(FxRobot robot, String grid) {
        return robot.lookup(grid + " .grid-frame").query().getLayoutBounds().getMinX();
    }

    @Test
    void keysMoveTheFramesOverInputAndOutput(FxRobot robot) {
        assertEquals("1 / 25", text(robot, "#playground-place"));
        double input = frame(robot, "#playground-input");
        double output = frame(robot, "#playground-output");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN);
        assertEquals("14 / 25", text(robot, "#playground-place"));
        assertEquals("Output of 5 rows and 5 columns, row 2, column 3: 10", said(robot, "#playground-output"));
        NumberGrid grid = robot.lookup("#playground-input").queryAs(NumberGrid.class);
        assertEquals(3 * grid.cellWidth(), frame(robot, "#playground-input") - input, 1e-9);
        assertEquals(3 * grid.cellWidth(), frame(robot, "#playground-output") - output, 1e-9);
        robot.type(KeyCode.HOME);
        assertEquals("1 / 25", text(robot, "#playground-place"));
        robot.type(KeyCode.END);
        assertEquals("25 / 25", text(robot, "#playground-place"));
    }

    @Test
    void aLessonIsBuiltWhenItIsLookedAtFirst(FxRobot robot) {
        robot.interact(() -> {
            PlaygroundView unseen = new PlaygroundView(session, texts);
            assertEquals(0, ((StackPane) unseen.context()).getChildren().size());
            unseen.shown();
            assertEquals(1, ((StackPane) unseen.context()).getChildren().size());
        });
    }

    @Test
    void keysOfTheSettingsAreNotTheLessons(FxRobot robot) {
        robot.type(KeyCode.HOME);
        robot.interact(() -> robot.lookup("#playground-convolution").query().requestFocus());
        String place = text(robot, "#playground-place");
        robot.interact(() -> ((Pane) robot.lookup("#beside").query())
                .getChildren()
                .getFirst()
                .requestFocus());
        robot.type(KeyCode.END, KeyCode.G);
        assertEquals(place, text(robot, "#playground-place"));
    }

    @Test
    void typingIntoACellChangesTheOutputAndCtrlZTakesItBack(FxRobot robot) {
        robot.interact(() -> robot.lookup("#playground-input").query().requestFocus());
        robot.type(KeyCode.DIGIT9).type(KeyCode.ENTER);
        assertEquals("Output of 5 rows and 5 columns, row 0, column 0: 1", said(robot, "#playground-output"));
        assertTrue(said(robot, "#playground-input").contains("row 1, column 0"), "Enter goes down");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("Output of 5 rows and 5 columns, row 0, column 0: −5", said(robot, "#playground-output"));
    }

    @Test
    void poolingIsOneClickAwayInBothLanguages(FxRobot robot) {
        robot.moveTo(
                "#playground-pooling"); // from wherever the last test left the mouse, perhaps over the grids, which
        // follow it
        robot.type(KeyCode.HOME);
        robot.clickOn("#playground-pooling");
        assertEquals("1 / 9", text(robot, "#playground-place"));
        assertEquals("⌊(7 − 2)/2⌋ + 1 = 3", text(robot, "#playground-formula"));
        assertEquals("✓ Agrees with the engine: max |Δ| = 0", text(robot, "#playground-check"));
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals("✓ 与引擎一致：max |Δ| = 0", text(robot, "#playground-check"));
        assertEquals("互动演示", text(robot, ".page-title"));
    }

    @Test
    void controlsThatOnlyFollowTheStateEditNothing(FxRobot robot) {
        robot.interact(() -> robot.lookup("#playground-input").query().requestFocus());
        robot.type(KeyCode.DIGIT9).type(KeyCode.ENTER);
        ComboBox<Preset> preset = robot.lookup("#playground-preset").queryComboBox();
        robot.interact(() -> preset.setValue(Preset.WORKED_EXAMPLE));
        assertEquals("1 / 1", text(robot, "#playground-place"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("1 / 25", text(robot, "#playground-place"), "one choice is one step back");
        assertEquals(Preset.SOBEL_X, preset.getValue());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(robot.lookup("#playground-undo").query().isDisabled());
    }
}
