package io.riskloom.app.playground.residual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
class ResidualLessonTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final RaceFixture fixture = new RaceFixture();
    private Session session;
    private ResidualLesson lesson;

    @Start
    void show(Stage stage) {
        session = fixture.session(folder);
        session.load(RaceFixture.prices(folder));
        lesson = new ResidualLesson(session, texts);
        BorderPane root = new BorderPane(lesson.content(), null, lesson.context(), null, null);
        root.addEventHandler(KeyEvent.KEY_PRESSED, lesson::keys);
        Scene scene = new Scene(root, 1256, 860);
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

    private static ChartModel.LineChart chart(FxRobot robot, String id) {
        return (ChartModel.LineChart) robot.lookup(id).queryAs(ChartView.class).getModel();
    }

    @Test
    void aTeacherShowsTheVanishingGradientByMouse(FxRobot robot) {
        assertEquals("Step 0", text(robot, "#residual-place"));
        robot.clickOn("#residual-steps");
        assertEquals("Step 10", text(robot, "#residual-place"));
        ChartModel.LineChart gradients = chart(robot, "#residual-gradients");
        assertEquals(20, gradients.lines().getFirst().y().length);
        assertEquals(1e-20, gradients.lines().getFirst().y()[0], 1e-26, "plain, first layer");
        assertEquals(0.1, gradients.lines().getLast().y()[0], 1e-12, "residual, first layer");
        assertTrue(robot.lookup("#residual-gradients")
                .queryAs(ChartView.class)
                .logScaleProperty()
                .get());
        assertEquals(10, chart(robot, "#residual-losses").lines().getFirst().y().length);
        robot.interact(
                () -> robot.lookup("#residual-depth").queryAs(Slider.class).setValue(50));
        assertEquals("Step 0", text(robot, "#residual-place"));
        assertEquals(50, chart(robot, "#residual-gradients").lines().getFirst().y().length);
        robot.clickOn("#residual-activation-tanh");
        assertEquals("tanh", fixture.asked.getLast().settings().activation());
        robot.clickOn("#residual-batchNorm");
        assertTrue(fixture.asked.getLast().settings().batchNorm());
        robot.clickOn("#residual-first-he");
        assertEquals("he", fixture.asked.getLast().settings().first());
        assertTrue(text(robot, "#residual-task").startsWith("Learns from 100 windows of 32 daily returns of up"));
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals("第 0 步", text(robot, "#residual-place"));
        assertTrue(text(robot, "#residual-task").contains("未来 5 日的波动"));
    }

    @Test
    void theBlockIsSteppedThroughByKeys(FxRobot robot) {
        robot.clickOn("#residual-look-block");
        robot.clickOn("#residual-block");
        robot.type(KeyCode.HOME);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        robot.type(KeyCode.UP, KeyCode.UP);
        assertEquals(
                "F(x) + x = -0.5000 + 0.1250 = -0.3750    ReLU(-0.3750) = 0.0000",
                text(robot, "#residual-arithmetic").replace('−', '-'));
        robot.type(KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        String words = text(robot, "#residual-arithmetic").replace('−', '-');
        assertTrue(words.contains("2.0000 + (-3.0000) = -1.0000"), words);
        robot.interact(() ->
                robot.lookup("#residual-block-number").queryAs(Slider.class).setValue(5));
        words = text(robot, "#residual-arithmetic");
        assertTrue(words.startsWith("F(x) + P·x"), words);
    }

    @Test
    void spacePlaysAndHidingPauses(FxRobot robot) {
        robot.clickOn("#residual-place");
        robot.interact(() -> lesson.keys(key(KeyCode.RIGHT)));
        assertEquals("Step 1", text(robot, "#residual-place"));
        robot.interact(() -> lesson.keys(key(KeyCode.SPACE)));
        robot.interact(lesson::hidden);
        int asked = fixture.asked.size();
        robot.interact(() -> lesson.keys(key(KeyCode.R)));
        assertEquals(asked, fixture.asked.size(), "nobody looks");
        robot.interact(lesson::shown);
        assertEquals("Step 0", text(robot, "#residual-place"));
        assertEquals(asked + 1, fixture.asked.size());
        assertFalse(robot.lookup("#residual-problem").query().getParent().isVisible());
    }

    @Test
    void pricesAreOfferedOnlyWhereTheyAreMissing(FxRobot robot) {
        fixture.dead = true;
        robot.interact(() -> lesson.keys(key(KeyCode.RIGHT)));
        assertTrue(robot.lookup("#residual-problem").query().getParent().isVisible());
        assertFalse(robot.lookup("#residual-data").query().isVisible(), "another file does not help a dead engine");
    }

    @Test
    void lettersLeaveTheSeed(FxRobot robot) {
        Spinner<Integer> seed = robot.lookup("#residual-seed").query();
        int before = seed.getValue();
        for (String words : List.of("abc", "", "1.5")) {
            robot.interact(() -> {
                seed.getEditor().setText(words);
                seed.commitValue();
            });
            assertEquals(before, seed.getValue());
            assertEquals(String.valueOf(before), seed.getEditor().getText());
        }
        robot.interact(() -> {
            seed.getEditor().setText("123456");
            seed.commitValue();
        });
        assertEquals(9999, seed.getValue());
        assertEquals(9999, fixture.asked.getLast().settings().seed());
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
