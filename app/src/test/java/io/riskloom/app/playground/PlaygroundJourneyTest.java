package io.riskloom.app.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Through the convolution lesson by mouse and by keyboard, as a teacher would. */
@ExtendWith(ApplicationExtension.class)
class PlaygroundJourneyTest {

    private static final String AGREES = "✓ Agrees with the engine: max |Δ| = 0";

    @TempDir
    static Path folder;

    private Session session;

    @Start
    void show(Stage stage) {
        session = new PlaygroundFixture().session(folder);
        PlaygroundView view = new PlaygroundView(session, new Texts(Texts.ENGLISH));
        Scene scene = new Scene(new BorderPane(view.content(), null, view.context(), null, null), 1256, 900);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        view.shown();
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static String arithmetic(FxRobot robot) {
        return robot.lookup("#playground-arithmetic").queryAs(TextFlow.class).getChildren().stream()
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }

    private static String more(FxRobot robot) {
        return robot.lookup("#playground-arithmetic-more").queryAs(VBox.class).getChildren().stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n"));
    }

    private static void set(FxRobot robot, String id, int number) {
        Spinner<Integer> spinner = robot.lookup(id).query();
        robot.interact(() -> spinner.getValueFactory().setValue(number));
    }

    private static void choose(FxRobot robot, String id, int place) {
        ComboBox<?> box = robot.lookup(id).query();
        robot.interact(() -> box.getSelectionModel().select(place));
    }

    private static void slide(FxRobot robot, String id, int value) {
        Slider slider = robot.lookup(id).query();
        robot.interact(() -> slider.setValue(value));
    }

    @Test
    void byKeyboardTermByTermThroughACellAndBack(FxRobot robot) {
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertEquals("1 / 25 · term 2 / 9", text(robot, "#playground-place"));
        assertEquals("3·(1) + 4·(0)  →\u00a03", arithmetic(robot));
        robot.type(KeyCode.RIGHT);
        assertEquals("1 / 25 · term 3 / 9", text(robot, "#playground-place"), "plain arrows go by terms too now");
        robot.type(KeyCode.T);
        assertEquals("1 / 25", text(robot, "#playground-place"));
        assertTrue(arithmetic(robot).endsWith(" =\u00a0−5"), arithmetic(robot));
    }

    @Test
    void byKeyboardSpacePlaysAndTheButtonPauses(FxRobot robot) {
        robot.type(KeyCode.END, KeyCode.LEFT, KeyCode.SPACE);
        robot.interact(() -> robot.lookup("#playground-play").queryButton().fire());
        assertEquals("24 / 25", text(robot, "#playground-place"), "paused before the first beat");
    }

    @Test
    void byMouseChannelsFiltersAndAnActivation(FxRobot robot) {
        assertFalse(robot.lookup("#playground-chain").query().getParent().isVisible()
                && robot.lookup("#playground-filter-0").tryQuery().isPresent());
        set(robot, "#playground-channels", 2);
        set(robot, "#playground-filters", 2);
        choose(robot, "#playground-activation", 1);
        // Sobel x of the mirrored picture's Sobel y: shares −5 and 1, rectified
        assertTrue(more(robot).contains("Channels and bias: (−5) + "), more(robot));
        assertTrue(more(robot).contains("ReLU("), more(robot));
        assertEquals(AGREES, text(robot, "#playground-check"));
        robot.clickOn("#playground-channel-1");
        assertTrue(arithmetic(robot).startsWith("1·(1) + 2·(2) + 7·(1)"), arithmetic(robot));
        robot.clickOn("#playground-filter-1");
        assertTrue(arithmetic(robot).startsWith("1·(0) + 2·(1) + 7·(0)"), arithmetic(robot));
        robot.clickOn("#playground-undo");
        assertFalse(more(robot).contains("ReLU("), "one choice is one step back");
    }

    @Test
    void byMouseImpossibleGroupsAreExplainedAndMended(FxRobot robot) {
        set(robot, "#playground-channels", 3);
        slide(robot, "#playground-groups", 3);
        assertEquals("–", text(robot, "#playground-place"));
        robot.clickOn("#playground-nearest");
        assertEquals("1 / 25", text(robot, "#playground-place"));
        assertEquals(AGREES, text(robot, "#playground-check"));
    }

    @Test
    void byMouseThroughPoolingAndItsGradient(FxRobot robot) {
        robot.clickOn("#playground-pooling");
        robot.moveTo("#playground-check");
        CheckBox gradients = robot.lookup("#playground-gradients").query();
        robot.clickOn("#playground-gradients");
        assertTrue(gradients.isSelected());
        NumberGrid input = robot.lookup("#playground-input").query();
        assertEquals(1, input.value(new Place(0, 1)), "4 is the largest of 3, 4, 1, 0");
        assertEquals(0, input.value(new Place(0, 0)));
        choose(robot, "#playground-kind", 1);
        assertEquals(0.25, input.value(new Place(0, 0)), "the mean spreads it");
        choose(robot, "#playground-form", 1);
        assertEquals(1.0 / 49, input.value(new Place(6, 6)), 1e-15);
        assertEquals("7 → 1", text(robot, "#playground-formula"));
        robot.clickOn("#playground-convolution");
        assertEquals(AGREES, text(robot, "#playground-check"));
    }

    @Test
    void byMouseThroughTheDenseEnd(FxRobot robot) {
        robot.clickOn("#playground-dense");
        robot.type(KeyCode.HOME);
        robot.clickOn("#playground-class-1");
        assertTrue(more(robot).startsWith("Softmax of class B: exp("), more(robot));
        String before = more(robot);
        robot.clickOn("#playground-draw");
        assertFalse(before.equals(more(robot)));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, more(robot));
        robot.type(KeyCode.RIGHT);
        assertEquals("2 / 25", text(robot, "#playground-place"));
        assertEquals(AGREES, text(robot, "#playground-check"));
    }

    @Test
    void byMouseTheRowAndItsPictureShareTheirDays(FxRobot robot) {
        robot.clickOn("#playground-series");
        robot.moveTo("#playground-check");
        robot.type(KeyCode.HOME).type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertEquals("Columns: days 2 to 4 · rows: days 3 to 5", text(robot, "#playground-days"));
        assertEquals("22 / 100", text(robot, "#playground-place"));
        assertTrue(more(robot).contains("1-D, output 1: (−0.2)·(0.3333) + 0.5·(0.3333) + 0.1·(0.3333)"), more(robot));
        slide(robot, "#playground-seriesLength", 5);
        assertEquals("⌊(12 + 2·0 − 1·(5−1) − 1)/1⌋ + 1 = 8", text(robot, "#playground-formula"));
        assertEquals(AGREES, text(robot, "#playground-check"));
    }

    @Test
    void theArithmeticIsCopiedWithAllItsLines(FxRobot robot) {
        choose(robot, "#playground-activation", 1);
        robot.moveTo("#playground-arithmetic-copy"); // on its way the mouse may have pointed at a cell
        robot.interact(() -> robot.lookup("#playground-output").query().requestFocus());
        robot.type(KeyCode.HOME).clickOn("#playground-arithmetic-copy");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("""
                3·(1) + 4·(0) + 1·(−1) + 1·(2) + 0·(0) + 6·(−2) + 8·(1) + 8·(0) + 5·(−1) = −5
                Running sum: 3 → 3 → 2 → 4 → 4 → −8 → 0 → 0 → −5
                Activation: ReLU(−5) = max(0, −5) = 0""", copied[0]);
    }
}
