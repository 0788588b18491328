package io.riskloom.app.playground.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class GanViewTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private GanLesson lesson;

    @Start
    void show(Stage stage) {
        session = new GanFixture().session(folder);
        lesson = new GanLesson(session, texts);
        BorderPane root = new BorderPane(lesson.content(), null, lesson.context(), null, null);
        lesson.content().addEventHandler(KeyEvent.KEY_PRESSED, lesson::keys);
        Scene scene = new Scene(root, 1256, 820);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
        lesson.shown();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private ArenaFrame frame() {
        return lesson.frame().orElseThrow();
    }

    @Test
    void byMouseStepsAreMadeAndTakenBack(FxRobot robot) {
        assertEquals("Step 0", text(robot, "#arena-place"));
        for (int i = 0; i < 20; i++) {
            robot.interact(() -> robot.lookup("#arena-one").queryButton().fire());
        }
        assertEquals("Step 20", text(robot, "#arena-place"));
        robot.clickOn("#arena-timeline");
        assertEquals("Step 10", text(robot, "#arena-place"));
        assertTrue(text(robot, "#arena-timeline-words").endsWith("begins a new branch"));
        robot.moveTo("#arena-timeline").press(MouseButton.PRIMARY).moveBy(-500, 0);
        assertEquals("Step 0", text(robot, "#arena-place"));
        robot.moveBy(500, 0).release(MouseButton.PRIMARY);
        assertEquals("Step 10", text(robot, "#arena-place"), "a drag goes along");
        robot.clickOn("#arena-phase-generator");
        robot.clickOn("#arena-one");
        assertEquals(2, frame().branches().size());
        assertEquals("Branch 2: step 11 of 11, left branch 1 at step 10", text(robot, "#arena-timeline-words"));
    }

    @Test
    void byKeyboardADuelIsStoppedSlowedAndRewound(FxRobot robot) {
        robot.interact(() -> robot.lookup("#arena-timeline").query().requestFocus());
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> lesson.primaryAction());
            robot.interact(() -> lesson.cancelAction());
        }
        assertTrue(frame().step() >= 10);
        robot.type(KeyCode.HOME);
        assertEquals("Step 0", text(robot, "#arena-place"));
        robot.type(KeyCode.END);
        assertTrue(frame().step() >= 10);
        robot.interact(() -> lesson.content().requestFocus());
        robot.type(KeyCode.S, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertEquals("3 of 4 · D answers", text(robot, "#arena-stage"));
        assertEquals("mean answer on real 0.7500 · mean answer on generated 0.2500", text(robot, "#arena-figures"));
        robot.type(KeyCode.LEFT);
        assertEquals("2 of 4 · G makes points", text(robot, "#arena-stage"));
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals("第 2 阶段，共 4 阶段 · G 生成样本", text(robot, "#arena-stage"));
        robot.type(KeyCode.S);
        assertFalse(robot.lookup("#arena-stage").query().getParent().getParent().isVisible());
    }

    @Test
    void pointsAreDrawnByMouseAndByKeys(FxRobot robot) {
        ComboBox<String> data = robot.lookup("#arena-data").queryComboBox();
        robot.interact(() -> data.setValue("drawn"));
        int start = frame().settings().data().points().size();
        robot.clickOn("#arena-draw");
        robot.clickOn("#arena-plane");
        assertEquals(start + 1, frame().settings().data().points().size());
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        assertEquals(start + 2, frame().settings().data().points().size());
        robot.type(KeyCode.BACK_SPACE);
        assertEquals(start + 1, frame().settings().data().points().size());
        robot.clickOn("#arena-plane", MouseButton.SECONDARY);
        assertEquals(start, frame().settings().data().points().size());
        robot.interact(lesson::undo);
        assertEquals(start + 1, frame().settings().data().points().size(), "the last press alone");
        robot.interact(lesson::undo);
        assertEquals(start, frame().settings().data().points().size());
        robot.interact(lesson::undo);
        assertEquals("ring", frame().settings().data().kind());
    }

    @Test
    void pathsWithoutPricesSayWhatIsMissing(FxRobot robot) {
        ComboBox<String> data = robot.lookup("#arena-data").queryComboBox();
        robot.interact(() -> data.setValue("paths"));
        assertEquals(
                "Paths are learnt from prices. Open a price file, such as the sample SP500.",
                text(robot, "#arena-problem"));
        assertEquals("ring", data.getValue());
        robot.clickOn("#arena-open-data");
        assertEquals("data", session.page().get());
    }

    @Test
    void aNoiseThatIsPointedAtShowsItsPathAndTheNearestRealOne(FxRobot robot) throws Exception {
        StringBuilder text = new StringBuilder("date,close\n");
        for (int day = 0; day < 60; day++) {
            text.append(LocalDate.of(2020, 1, 1).plusDays(day))
                    .append(',')
                    .append(100 + day % 7)
                    .append('\n');
        }
        Path prices = Files.writeString(folder.resolve("prices.csv"), text);
        robot.interact(() -> session.load(prices));
        ComboBox<String> data = robot.lookup("#arena-data").queryComboBox();
        robot.interact(() -> data.setValue("paths"));
        assertTrue(frame().settings().data().ofPaths());
        robot.interact(() -> robot.lookup("#arena-chart-noise").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        String words =
                "Ends at 10.0%. Nearest real path: 2020-03-02 to 2020-03-03, distance 0.100; between real paths it is "
                        + "usually 0.080.";
        assertEquals(words, text(robot, "#arena-path-words"));
        robot.type(KeyCode.DELETE);
        assertTrue(text(robot, "#arena-path-words").startsWith("Point at the noise plane"));
        robot.moveTo("#arena-chart-noise");
        assertTrue(text(robot, "#arena-path-words").startsWith("Ends at"));
    }

    @Test
    void theLessonOnCollapseOpensAndActs(FxRobot robot) {
        robot.clickOn("#arena-guide");
        assertEquals("1 of 5 · Cause a mode collapse", text(robot, "#arena-guide-title"));
        robot.clickOn("#arena-guide-next");
        assertTrue(robot.lookup("#arena-guide-do").query().isDisabled());
        robot.clickOn("#arena-guide-back");
        robot.clickOn("#arena-guide-do");
        assertEquals(0.01, frame().settings().generatorSteps().rate());
    }
}
