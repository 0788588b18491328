package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.frame.Appearance;
import io.riskloom.app.result.HeldEngine;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
class TrainViewTest {

    @TempDir
    static Path folder;

    private final HeldEngine engine = new HeldEngine();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private List<Path> samples;

    @Start
    void show(Stage stage) throws Exception {
        session = engine.session(folder);
        samples = Samples.unpack(folder.resolve("samples"));
        TrainView view = new TrainView(session, texts);
        BorderPane root = new BorderPane(view.content());
        root.setRight(view.context());
        new Appearance(texts, false).dress(root);
        stage.setScene(new Scene(root, 1280, 820));
        stage.show();
    }

    @AfterEach
    void close() {
        engine.end();
        session.close();
    }

    @Test
    void anAnalystSetsTrainsStopsAndOpensTheResult(FxRobot robot) {
        robot.clickOn("#train-go-data");
        assertEquals("data", session.page().get());

        robot.interact(() -> session.load(samples.get(0)));
        assertEquals(
                6,
                robot.lookup("#train-layer-table")
                        .queryAs(TableView.class)
                        .getItems()
                        .size());

        TextField window = robot.lookup("#train-window").queryAs(TextField.class);
        robot.interact(() -> window.setText("1"));
        assertEquals(
                "Window: enter a number from 5 to 500.",
                robot.lookup("#train-window-error").queryLabeled().getText());
        assertTrue(robot.lookup("#train-start").queryButton().isDisabled());
        // the form is longer than the panel here
        robot.interact(() -> robot.lookup("#train-reset").queryButton().fire());
        assertEquals("60", window.getText());

        robot.clickOn("#train-start");
        robot.interact(() -> engine.epoch(1, 0.9, 0.8));
        assertTrue(banner(robot).contains("epoch 2 of 12"), banner(robot));
        robot.clickOn("#train-pause");
        robot.interact(() -> engine.paused(true));
        assertEquals("Go on", robot.lookup("#train-pause").queryButton().getText());
        assertTrue(banner(robot).contains("Paused in epoch 2"), banner(robot));
        robot.clickOn("#train-pause");
        assertEquals(List.of("pause", "goOn"), engine.asked());
        Button stop = robot.lookup("#train-stop").queryButton();
        robot.clickOn("#train-stop");
        assertEquals("Stopping…", stop.getText());
        robot.interact(engine::cancel);
        assertTrue(robot.lookup("#train-banner").query().getStyleClass().contains("neutral"));
        assertFalse(stop.getParent().isVisible());
        assertEquals("Try again", robot.lookup("#train-offer").queryButton().getText());
        assertTrue(robot.lookup("#train-resume").queryButton().isDisabled());
        assertTrue(robot.lookup("#train-resume-reason").queryLabeled().isVisible());

        robot.clickOn("#train-offer");
        robot.interact(engine::finish);
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals("查看预测", robot.lookup("#train-offer").queryButton().getText());
        robot.clickOn("#train-offer");
        assertEquals("forecast", session.page().get());
    }

    @Test
    void aModelShowsItsOwnSettingsAndWhatItsConvolutionsSee(FxRobot robot) {
        robot.interact(() -> session.load(samples.get(0)));
        assertTrue(shown(robot, "train-layers") && shown(robot, "train-bidirectional"));
        assertFalse(shown(robot, "train-kernel") || shown(robot, "train-blocks"));
        assertEquals(List.of("Layer", "Output", "Parameters", "Multiply-adds", "Memory"), columns(robot));

        ComboBox<String> model = robot.lookup("#train-model").queryComboBox();
        robot.interact(() -> model.setValue("tcn"));
        assertFalse(shown(robot, "train-layers") || shown(robot, "train-bidirectional"));
        assertTrue(shown(robot, "train-kernel") && shown(robot, "train-blocks"));
        assertEquals(
                List.of("Layer", "Output", "Parameters", "Multiply-adds", "Receptive field", "Memory"), columns(robot));

        robot.interact(() -> model.setValue("lstm"));
        assertTrue(shown(robot, "train-layers"));
    }

    @Test
    void anAnalystTicksInputsAndLooksAtAnyDay(FxRobot robot) {
        robot.interact(() -> session.load(samples.get(0)));
        robot.clickOn("#train-inputs-calendar").clickOn("#train-inputs-volume");
        assertEquals("60 × 9", firstShape(robot));
        ComboBox<String> target = robot.lookup("#train-target").queryComboBox();
        robot.interact(() -> target.setValue("volatility"));
        assertTrue(shown(robot, "train-volatilityDays") && !shown(robot, "train-strategy"));
        assertEquals(
                "22", robot.lookup("#train-window").queryAs(TextField.class).getText());
        assertTrue(
                robot.lookup("#train-inputs-calendar").queryAs(CheckBox.class).isSelected(), "what was ticked stays");

        Slider day = robot.lookup("#train-sight-day").queryAs(Slider.class);
        String last = words(robot, "train-sight-window");
        assertTrue(last.startsWith("22 days, "), last);
        robot.interact(day::requestFocus);
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertEquals(day.getMax() - 2, day.getValue());
        assertFalse(words(robot, "train-sight-window").equals(last));
        robot.interact(() -> robot.lookup("#train-sight-on").queryButton().fire());
        assertEquals(day.getMax() - 1, day.getValue());
        robot.interact(() -> day.setValue(day.getMin()));
        assertTrue(words(robot, "train-sight-note").contains("standard deviation"));

        ComboBox<String> model = robot.lookup("#train-model").queryComboBox();
        robot.interact(() -> model.setValue("cnn"));
        assertFalse(shown(robot, "train-inputs"));
        ComboBox<String> encoding = robot.lookup("#train-encoding").queryComboBox();
        robot.interact(() -> encoding.setValue("bars"));
        assertFalse(shown(robot, "train-imageSize"));
        assertTrue(words(robot, "train-sight-note").startsWith("Three pixels a day"));
        assertEquals("1 × 96 × 192", firstShape(robot), "a network over pictures sees 64 days by default");
    }

    @Test
    void anAnalystLooksAtAnApplicantAsThePictureThatTheNetworkSees(FxRobot robot) {
        robot.interact(() -> session.load(samples.get(3)));
        ComboBox<String> model = robot.lookup("#train-model").queryComboBox();
        robot.interact(() -> model.setValue("resnet"));
        assertTrue(shown(robot, "train-applicant-row") && shown(robot, "train-width"));
        Slider row = robot.lookup("#train-applicant-row").queryAs(Slider.class);
        assertEquals("Applicant 1 of 1,000: good", words(robot, "train-applicant-date"));
        robot.interact(row::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertEquals("Applicant 2 of 1,000: bad", words(robot, "train-applicant-date"));
        TableView<?> cells = robot.lookup("#train-applicant-cells").queryAs(TableView.class);
        assertEquals(20, cells.getItems().size());
        assertEquals("0<=X<200", ((ApplicantSight.Cell) cells.getItems().getFirst()).value());
        assertTrue(words(robot, "train-applicant-note").startsWith("Inputs that go together"));
        robot.interact(() -> model.setValue("resnet50"));
        assertTrue(words(robot, "train-applicant-note").contains("16 × 16"));
        robot.interact(() -> model.setValue("gru"));
        assertTrue(words(robot, "train-applicant-problem").contains("no columns that tell of several months"));
        ComboBox<String> table = robot.lookup("#train-table").queryComboBox();
        assertEquals("small", table.getValue());
    }

    private static String firstShape(FxRobot robot) {
        TableView<?> table = robot.lookup("#train-layer-table").queryAs(TableView.class);
        TableColumnBase<?, ?> output = table.getVisibleLeafColumn(1);
        robot.interact(() -> table.scrollTo(0));
        return robot.from(table).lookup(".table-cell").queryAllAs(TableCell.class).stream()
                .filter(cell -> cell.getTableColumn() == output && cell.getIndex() == 0)
                .map(Labeled::getText)
                .findFirst()
                .orElseThrow();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryLabeled().getText();
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    private static List<String> columns(FxRobot robot) {
        TableView<?> table = robot.lookup("#train-layer-table").queryAs(TableView.class);
        return table.getVisibleLeafColumns().stream()
                .map(TableColumnBase::getText)
                .toList();
    }

    private static String banner(FxRobot robot) {
        Node banner = robot.lookup("#train-banner").query();
        return robot.from(banner).lookup(".verdict-text").queryAs(Labeled.class).getText();
    }
}
