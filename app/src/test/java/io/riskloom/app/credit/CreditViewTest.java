package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.Styles;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CreditViewTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) {
        session = ResultFixtures.session(folder);
        CreditView view = new CreditView(session, texts);
        BorderPane root = new BorderPane(view.content(), null, view.context(), null, null);
        stage.setScene(new Scene(root, 1256, 1000));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anEmptyPageLeadsToTraining(FxRobot robot) {
        robot.clickOn("#credit-train-first");
        assertEquals("train", session.page().get());
    }

    @Test
    void oneCutOffMovesTheMatrixTheRatesAndBothCharts(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.run("r1")));
        robot.interact(() -> slider(robot).setValue(0.5));
        assertEquals("4 · 40.0%", words(robot, "#credit-good-approved"));
        robot.interact(() -> slider(robot).setValue(0.51));
        assertEquals("5 · 50.0%", words(robot, "#credit-good-approved"));
        assertEquals("0.51", field(robot, "#credit-cut-off-field").getText());
        robot.clickOn("#credit-to-ks");
        assertEquals("0.6", field(robot, "#credit-cut-off-field").getText());
        assertEquals(
                "Cut-off 0.600", chart(robot, "#credit-roc").spots().getFirst().name());
        assertEquals(0.6, chart(robot, "#credit-profit").marks().getFirst().x());
        robot.clickOn("#credit-to-profit");
        assertEquals("0.4", field(robot, "#credit-cut-off-field").getText());
        robot.clickOn("#credit-to-stored");
        assertEquals("0.55", field(robot, "#credit-cut-off-field").getText());
        assertTrue(robot.lookup("#credit-verdict").query().getStyleClass().contains("good"));
    }

    @Test
    void theOverviewSaysWhatTheRunNotedAndAtWhichCutOffItWasScored(FxRobot robot) {
        Run made = CreditFixture.many("r7", 60);
        Evaluation evaluation = ((Outcome.Finished) made.outcome()).evaluation();
        Notice note =
                Notice.of("run.note.oversampleUnused", 70, "0.700", "0.690", "1.1", "1.2", "1.0", "−0.020", "+0.001");
        Run run = ResultFixtures.run("r7", 1, made.spec(), "", evaluation.with(List.of(note)));
        robot.interact(() -> ResultFixtures.add(session, run));
        Pane notes = robot.lookup("#credit-page").lookup("#run-notes").query();
        assertTrue(notes.isVisible());
        assertEquals(
                List.of(texts.of(note)),
                notes.getChildren().stream().map(n -> ((Labeled) n).getText()).toList());
        Set<String> captions = robot.lookup(".caption").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.toSet());
        assertTrue(
                captions.contains("Scores on the test applicants, those of decisions at the run’s own cut-off (0.400)"),
                captions.toString());
        robot.clickOn("#credit-view-validation");
        assertFalse(notes.isVisible());
    }

    @Test
    void theCutOffMovesByKeys(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.run("r1")));
        robot.interact(() -> slider(robot).requestFocus());
        robot.type(KeyCode.RIGHT);
        assertEquals(0.555, slider(robot).getValue(), 1e-9);
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertEquals(0.545, slider(robot).getValue(), 1e-9);
        robot.type(KeyCode.PAGE_UP);
        assertEquals(0.595, slider(robot).getValue(), 1e-9);
        robot.type(KeyCode.PAGE_DOWN).type(KeyCode.PAGE_DOWN);
        assertEquals(0.495, slider(robot).getValue(), 1e-9);
        assertEquals("4 · 40.0%", words(robot, "#credit-good-approved"));
        robot.type(KeyCode.END);
        assertEquals("6 · 60.0%", words(robot, "#credit-good-approved"));
        robot.type(KeyCode.HOME);
        assertEquals("0 · 0.0%", words(robot, "#credit-good-approved"));
    }

    @Test
    void aCutOffOutsideTheRangeIsMarkedAndNotTaken(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.run("r1")));
        type(robot, "#credit-cut-off-field", "1.5");
        assertTrue(field(robot, "#credit-cut-off-field").getPseudoClassStates().contains(Styles.STATE_DANGER));
        assertEquals(0.55, slider(robot).getValue());
        double buttons = top(robot, "#credit-to-ks");
        type(robot, "#credit-cut-off-field", "0,51");
        assertEquals("0.51", field(robot, "#credit-cut-off-field").getText(), "a decimal comma counts");
        assertEquals(buttons, top(robot, "#credit-to-ks"), "the explanation goes, the buttons stay");
        assertEquals(0.51, slider(robot).getValue());
        type(robot, "#credit-cut-off-field", "30%");
        assertEquals(0.3, slider(robot).getValue());
        type(robot, "#credit-cost-bad-approved", "-1,000");
        assertEquals(
                "-1,000",
                field(robot, "#credit-cost-bad-approved").getText(),
                "a comma that may part thousands is asked about");
    }

    @Test
    void costsAreTypedAndMoveTheProfit(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.run("r1")));
        type(robot, "#credit-cut-off-field", "0.5");
        type(robot, "#credit-cost-good-approved", "100");
        type(robot, "#credit-cost-bad-approved", "-250");
        type(robot, "#credit-cost-good-refused", "-10");
        type(robot, "#credit-cost-bad-refused", "0");
        robot.interact(() -> field(robot, "#credit-cost-unit").setText("EUR"));
        // 4 · 100 − 250 − 2 · 10
        Node line = robot.lookup("#credit-rate-profit").query();
        assertTrue(line.lookupAll(".label").stream()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .toList()
                .containsAll(List.of("Profit, EUR", "130.0")));
        assertEquals("Profit per applicant, EUR", chart(robot, "#credit-profit").yLabel());
    }

    @Test
    void theValidationListIsWalkedByKeysAndTakesPlainModelsOut(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.many("r2", 300)));
        robot.clickOn("#credit-view-validation");
        assertEquals(3, chart(robot, "#credit-plot").lines().size());
        robot.interact(() -> ((CheckBox) robot.lookup("#credit-plain-forest").query()).fire());
        assertEquals(2, chart(robot, "#credit-plot").lines().size());
        ListView<?> plots = robot.lookup("#credit-plots").queryListView();
        robot.interact(plots::requestFocus);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertEquals(Plot.KS, plots.getSelectionModel().getSelectedItem());
        assertEquals("Good", chart(robot, "#credit-plot").lines().getFirst().name());
        assertFalse(robot.lookup("#credit-plain").query().isVisible());
        robot.interact(() -> slider(robot).setValue(0.25));
        assertEquals(0.25, chart(robot, "#credit-plot").marks().getFirst().x());
    }

    @Test
    void figuresAreCopiedAsATable(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.run("r1")));
        TableView<?> table = (TableView<?>) robot.lookup("#credit-comparison").query();
        assertEquals(2, table.getItems().size());
        assertEquals("Against the plain models, on the same test applicants", table.getAccessibleText());
        robot.clickOn("#credit-comparison-copy");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].startsWith("Model\tAUC (95%)\tGini\tKS\tBrier"), copied[0]);
        assertTrue(copied[0].contains("MLP\t0.833 (0.550 – 1.000)\t0.667\t0.583\t0.170"), copied[0]);
    }

    @Test
    void withoutDatesStabilitySaysWhatIsMissing(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.run("r1")));
        robot.clickOn("#credit-view-validation");
        robot.interact(() -> robot.lookup("#credit-plots")
                .queryListView()
                .getSelectionModel()
                .selectLast());
        assertTrue(words(robot, "#credit-plot-remark").contains("date of application"));
        assertNull(((ChartView) robot.lookup("#credit-plot").query()).getModel());
        assertFalse(robot.lookup("#credit-plot").query().getParent().isVisible());
    }

    private static Slider slider(FxRobot robot) {
        return robot.lookup("#credit-cut-off").queryAs(Slider.class);
    }

    private static double top(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    private static void type(FxRobot robot, String id, String words) {
        TextInputControl field = field(robot, id);
        robot.interact(() -> {
            field.setText(words);
            field.fireEvent(new ActionEvent());
        });
    }

    private static LineChart chart(FxRobot robot, String id) {
        return (LineChart) ((ChartView) robot.lookup(id).query()).getModel();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
