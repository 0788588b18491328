package io.riskloom.app.playground.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
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
class CellLessonTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private CellLesson lesson;

    @Start
    void show(Stage stage) {
        session = new CellFixture().session(folder);
        session.load(CellFixture.prices(folder));
        lesson = new CellLesson(session, texts);
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

    private static void type(FxRobot robot, String id, String number) {
        TextField field = robot.lookup(id).queryAs(TextField.class);
        robot.clickOn(field);
        robot.interact(field::selectAll);
        robot.write(number).type(KeyCode.ENTER);
    }

    @Test
    void numbersAreTypedAndTheDiagramSaysWhatTheyGive(FxRobot robot) {
        assertEquals("4", text(robot, "#cell-sum-input"));
        type(robot, "#cell-x1", "1");
        assertEquals("−2", text(robot, "#cell-sum-input"));
        type(robot, "#cell-w-input-1", "8");
        assertEquals("0", text(robot, "#cell-sum-input"));
        assertEquals("0.5", text(robot, "#cell-value-input"));
        type(robot, "#cell-b-input", "none");
        assertEquals("0.5", text(robot, "#cell-value-input"), "what is no number changes nothing");
        robot.type(KeyCode.ESCAPE, KeyCode.UP);
        assertEquals("0.1", text(robot, "#cell-sum-input"), "↑ adds a tenth to the bias");
        assertEquals("✓ Agrees with the engine (steps: 1): max |Δ| = 0", text(robot, "#cell-check"));
        robot.clickOn("#cell-undo");
        robot.clickOn("#cell-undo");
        assertEquals("−2", text(robot, "#cell-sum-input"));
        robot.clickOn("#cell-redo");
        assertEquals("0", text(robot, "#cell-sum-input"));
        robot.clickOn("#cell-copy");
        robot.interact(() -> assertTrue(
                Clipboard.getSystemClipboard().getString().contains("i₁ = σ(8·1 + 0·0.38 + (−8)) = σ(0) = 0.5")));
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals("✓ 与引擎一致，共 1 步：max |Δ| = 0", text(robot, "#cell-check"));
    }

    @Test
    void stagesAndUnitsAreSteppedThroughByKeys(FxRobot robot) {
        ComboBox<CellPreset> preset = robot.lookup("#cell-preset").queryComboBox();
        robot.interact(() -> preset.setValue(CellPreset.UNTRAINED));
        assertEquals("Unit 1 of 3", text(robot, "#cell-unit"));
        robot.clickOn("#cell-diagram");
        robot.type(KeyCode.HOME);
        assertTrue(text(robot, "#cell-arithmetic").startsWith("i₁ = σ("));
        robot.type(KeyCode.RIGHT);
        assertTrue(text(robot, "#cell-arithmetic").startsWith("f₁ = σ("));
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        assertEquals("Unit 3 of 3", text(robot, "#cell-unit"));
        assertTrue(text(robot, "#cell-arithmetic").startsWith("f₃ = σ("));
        robot.type(KeyCode.END);
        assertTrue(text(robot, "#cell-arithmetic").startsWith("h′₃ = o·tanh(c′)"));
        robot.interact(() -> robot.lookup("#cell-units").queryAs(Slider.class).setValue(2));
        assertEquals("Unit 2 of 2", text(robot, "#cell-unit"));
        assertEquals(null, preset.getValue(), "own weights now");
        robot.interact(lesson::undo);
        assertEquals(CellPreset.UNTRAINED, preset.getValue());
        robot.interact(() -> preset.setValue(CellPreset.GRU));
        assertTrue(text(robot, "#cell-arithmetic").startsWith("h′₂ = (1 − z)·n + z·h"), "three gates are stages too");
        robot.interact(lesson::undo);
        assertTrue(text(robot, "#cell-arithmetic").contains("₂ = "));
        robot.interact(() -> preset.setValue(CellPreset.REMEMBER));
        assertEquals("Unit 1 of 1", text(robot, "#cell-unit"));
    }

    @Test
    void daysAreScrubbedByMouseAndByKeys(FxRobot robot) {
        ComboBox<CellPreset> preset = robot.lookup("#cell-preset").queryComboBox();
        robot.interact(() -> preset.setValue(CellPreset.COUNT));
        robot.clickOn("#cell-look-days");
        assertEquals("2024-03-20 · 60 of 60 · saw", text(robot, "#cell-place"));
        assertEquals("✓ Agrees with the engine (steps: 60): max |Δ| = 0", text(robot, "#cell-check"));
        ChartModel.DateChart states = (ChartModel.DateChart)
                robot.lookup("#cell-chart-states").queryAs(ChartView.class).getModel();
        assertEquals(30, states.lines().getFirst().values()[59], 0.01);
        robot.clickOn("#cell-diagram");
        robot.type(KeyCode.LEFT);
        assertEquals("2024-03-19 · 59 of 60 · saw", text(robot, "#cell-place"));
        robot.type(KeyCode.HOME);
        assertEquals("2024-01-21 · 1 of 60 · saw", text(robot, "#cell-place"));
        assertEquals(
                0,
                robot.lookup("#cell-chart-gates")
                        .queryAs(ChartView.class)
                        .crosshairProperty()
                        .get());
        robot.clickOn("#cell-day-on");
        assertEquals("2024-01-22 · 2 of 60 · saw", text(robot, "#cell-place"));
        robot.interact(() -> robot.lookup("#cell-day").queryAs(Slider.class).setValue(29));
        assertEquals("2024-02-19 · 30 of 60 · saw", text(robot, "#cell-place"));
        robot.clickOn("#cell-weights");
        type(robot, "#cell-b-input", "-100");
        ChartModel.DateChart shut = (ChartModel.DateChart)
                robot.lookup("#cell-chart-states").queryAs(ChartView.class).getModel();
        assertEquals(0, shut.lines().getFirst().values()[59], 1e-6, "a shut input gate counts nothing");
        robot.interact(lesson::undo);
        robot.clickOn("#cell-look-step");
        assertEquals("3", robot.lookup("#cell-c").queryAs(TextField.class).getText());
    }
}
