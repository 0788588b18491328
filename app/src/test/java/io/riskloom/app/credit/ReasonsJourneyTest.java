package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.WaterfallChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.credit.Applicants.Applicant;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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

/** What a validator does with a credit model: ask for an applicant's reasons, for what would change, for groups, for points. */
@ExtendWith(ApplicationExtension.class)
class ReasonsJourneyTest {

    @TempDir
    Path folder;

    private final CreditDesk desk = new CreditDesk();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) throws Exception {
        session = desk.session(folder);
        CreditView view = new CreditView(session, texts);
        BorderPane root = new BorderPane(view.content(), null, view.context(), null, null);
        stage.setScene(new Scene(root, 1440, 1150));
        stage.show();
        ResultFixtures.add(session, CreditDesk.run("r1", 0, folder));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static String inside(FxRobot robot, String id) {
        StringBuilder words = new StringBuilder();
        for (Node label : robot.lookup(id).queryAs(Pane.class).lookupAll(".label")) {
            words.append(((Labeled) label).getText()).append('\n');
        }
        return words.toString();
    }

    private static ChartView chart(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ChartView.class);
    }

    private static void press(FxRobot robot, String id, KeyCode... keys) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
        robot.type(keys);
    }

    @Test
    void anApplicantIsChosenByKeyByClickAndByRowAndHisReasonsAreSaidInBothLanguages(FxRobot robot) {
        robot.clickOn("#credit-view-explain");
        assertTrue(
                words(robot, "#explain-decision").startsWith("Row 40: refused. Its probability of being bad is 80.0%"));
        WaterfallChart bars = (WaterfallChart) chart(robot, "#explain-chart").getModel();
        assertEquals("Average profile · 26.9%", bars.start());
        assertEquals("Row 40 · 80.0%", bars.end());
        assertEquals(
                "amount is 4900 (typical: 2500): raises the risk\npurpose is “car” (typical: “tv”): raises the risk\n",
                inside(robot, "#explain-raising"));

        press(robot, "#explain-row", KeyCode.DOWN, KeyCode.DOWN);
        assertTrue(words(robot, "#explain-decision").startsWith("Row 38: refused"));
        robot.clickOn("#explain-nearest");
        assertTrue(words(robot, "#explain-decision").startsWith("Row 33: refused"));
        robot.clickOn("#explain-after");
        assertTrue(words(robot, "#explain-decision").startsWith("Row 32: approved"));
        TextField row = robot.lookup("#explain-row").queryAs(TextField.class);
        robot.interact(() -> row.setText("31"));
        press(robot, "#explain-row", KeyCode.ENTER);
        assertTrue(inside(robot, "#explain-raising").startsWith("amount is missing: raises the risk\n"));
        TableView<Applicant> list = robot.lookup("#explain-applicants").queryTableView();
        assertEquals(30, list.getSelectionModel().getSelectedItem().row());
        press(robot, "#explain-applicants", KeyCode.DOWN);
        assertTrue(words(robot, "#explain-decision").startsWith("Row 30:"), "the list is a way to choose as well");

        press(robot, "#explain-shapley", KeyCode.SPACE);
        assertTrue(words(robot, "#explain-method-words").startsWith("Exact Shapley values"));
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertTrue(inside(robot, "#explain-raising").startsWith("amount 为 3900（典型值 2500）：提高风险\n"));
        assertTrue(words(robot, "#explain-decision").startsWith("第 30 行：通过。违约概率为 40.0%，低于截断点 50.0%"));
    }

    @Test
    void theCutOffMovesTheDecisionAndWhatWouldChangeIt(FxRobot robot) {
        robot.clickOn("#credit-view-explain");
        CheckBox age = robot.lookup("#explain-fixed-age").queryAs(CheckBox.class);
        assertTrue(age.isSelected(), "nobody can change his age");
        assertFalse(
                robot.lookup("#explain-fixed-amount").queryAs(CheckBox.class).isSelected());
        press(robot, "#explain-change", KeyCode.SPACE);
        assertTrue(inside(robot, "#explain-changes").contains("amount: 4900 → 1200, then the probability is 10.0%"));
        Requests.CounterfactualRequest asked =
                (Requests.CounterfactualRequest) desk.asked().getLast();
        assertTrue(asked.fixed().contains("sex"));
        assertEquals(0.5, asked.cutOff());

        press(robot, "#credit-cut-off", KeyCode.END);
        assertEquals(1, robot.lookup("#credit-cut-off").queryAs(Slider.class).getValue());
        assertTrue(words(robot, "#explain-decision").startsWith("Row 40: approved"));
        assertEquals("", inside(robot, "#explain-changes"), "they were those of another cut-off");

        press(robot, "#credit-cut-off", KeyCode.HOME);
        press(robot, "#explain-change", KeyCode.SPACE);
        assertTrue(
                inside(robot, "#explain-changes").startsWith("The decision does not turn with up to 4 changes"),
                "everybody is refused");
    }

    @Test
    void whatTheModelRestsOnIsAskedOnceAndAColumnIsLookedIntoByClickOrChoice(FxRobot robot) throws Exception {
        robot.clickOn("#credit-view-explain");
        press(robot, "#explain-importance", KeyCode.SPACE);
        BarChart bars = (BarChart) chart(robot, "#explain-importance-chart").getModel();
        assertEquals("amount", bars.bars().getFirst().name());
        assertTrue(words(robot, "#explain-faithful").startsWith("Yes: "));
        LineChart curve = (LineChart) chart(robot, "#explain-dependence-chart").getModel();
        assertEquals("amount", curve.xLabel());
        assertTrue(words(robot, "#explain-dependence-words").endsWith("Where the cell is empty the mean is 50.0%."));
        robot.interact(() -> chart(robot, "#explain-importance-chart")
                .selectedIndexProperty()
                .set(2));
        ComboBox<String> column = robot.lookup("#explain-column").queryComboBox();
        assertEquals("purpose", column.getValue());
        BarChart levels = (BarChart) chart(robot, "#explain-dependence-chart").getModel();
        assertEquals(2, levels.bars().size());
        Run other = CreditDesk.run("r2", 1, folder);
        robot.interact(() -> ResultFixtures.add(session, other));
        assertNull(chart(robot, "#explain-dependence-chart").getModel(), "that was another run's column");
        assertEquals("", words(robot, "#explain-dependence-words"));
    }

    @Test
    void groupsFollowTheCutOff(FxRobot robot) {
        robot.clickOn("#credit-view-fairness");
        ComboBox<String> column = robot.lookup("#fairness-column").queryComboBox();
        assertEquals("age", column.getValue(), "a protected column comes first");
        robot.interact(() -> column.setValue("sex"));
        TableView<FairnessModel.Line> rates = robot.lookup("#fairness-rates").queryTableView();
        assertEquals(2, rates.getItems().size());
        assertTrue(rates.getItems().getFirst().cells().get(2).startsWith("60.0% ("), "6 of 10 men are below .5");
        press(robot, "#credit-cut-off", KeyCode.HOME);
        assertTrue(rates.getItems().getFirst().cells().get(2).startsWith("0.0% ("));
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals("sex", column.getValue());
        robot.interact(() -> texts.locale().set(Texts.ENGLISH));
        press(robot, "#robust-run", KeyCode.SPACE);
        assertTrue(words(robot, "#robust-words")
                .startsWith("AUC falls from 0.800 to 0.660 at worst (Missing cells, 40%)"));
        assertEquals(
                2, ((LineChart) chart(robot, "#robust-auc").getModel()).lines().size());
    }

    @Test
    void whatTheReaderHasChosenOutlivesAChangeOfRun(FxRobot robot) throws Exception {
        robot.clickOn("#credit-view-explain");
        assertEquals("Line 41 of the file, counting the header", words(robot, "#explain-line"));
        robot.interact(() ->
                robot.lookup("#explain-fixed-amount").queryAs(CheckBox.class).setSelected(true));
        robot.clickOn("#credit-view-fairness");
        ComboBox<String> column = robot.lookup("#fairness-column").queryComboBox();
        robot.interact(() -> column.setValue("sex"));
        Run other = CreditDesk.run("r2", 1, folder);
        robot.interact(() -> ResultFixtures.add(session, other));
        assertEquals("sex", column.getValue());
        robot.clickOn("#credit-view-explain");
        assertTrue(robot.lookup("#explain-fixed-amount").queryAs(CheckBox.class).isSelected());
    }

    @Test
    void withoutTheDataFileNothingIsSaidAboutWhatCouldChange(FxRobot robot) throws Exception {
        Run gone = CreditDesk.run("r3", 2, folder);
        Files.delete(Path.of(gone.spec().data()));
        robot.interact(() -> ResultFixtures.add(session, gone));
        robot.clickOn("#credit-view-explain");
        assertTrue(robot.lookup("#explain-change").queryButton().isDisabled());
        String trouble = words(robot, "#explain-table-trouble");
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertNotEquals(trouble, words(robot, "#explain-table-trouble"));
        assertEquals("", words(robot, "#explain-line"));
    }

    @Test
    void theScorecardShowsBinsAndAnApplicantsPoints(FxRobot robot) {
        robot.clickOn("#credit-view-scorecard");
        TableView<?> columns = robot.lookup("#scorecard-columns").queryTableView();
        assertEquals(3, columns.getItems().size());
        assertEquals("Bins of amount", words(robot, "#scorecard-title"));
        press(robot, "#scorecard-columns", KeyCode.DOWN);
        assertEquals("Bins of purpose", words(robot, "#scorecard-title"));
        assertTrue(words(robot, "#scorecard-sum").startsWith("Row 40 has 513 points"));
        robot.clickOn("#scorecard-applicant-after");
        assertTrue(words(robot, "#scorecard-sum").startsWith("Row 39 has 521 points"));
    }

    @Test
    void aRunWithoutAScorecardSaysSo(FxRobot robot) throws Exception {
        robot.clickOn("#credit-view-scorecard");
        Run old = CreditDesk.run("r0", 1, folder, null);
        robot.interact(() -> ResultFixtures.add(session, old));
        assertTrue(words(robot, "#scorecard-none").startsWith("This run kept no scorecard"));
        assertTrue(robot.lookup("#scorecard-none").query().isVisible());
    }

    @Test
    void aFileIsScoredAndComparedByKeys(FxRobot robot) {
        robot.clickOn("#credit-view-score");
        assertTrue(robot.lookup("#score-start").queryButton().isDisabled(), "no file is chosen");
        Node node = robot.lookup("#score-start").query();
        while (!(node instanceof ScorePane)) {
            node = node.getParent();
        }
        FileScore score = ((ScorePane) node).score();
        robot.interact(() -> score.file().set(folder.resolve("new.csv")));
        assertEquals(folder.resolve("new-scored.csv").toString(), words(robot, "#score-out"));
        desk.finishScoring(CreditDesk.report());
        press(robot, "#score-start", KeyCode.SPACE);
        assertTrue(inside(robot, "#score-outcome").startsWith("1,000 applicants scored by r1 in 0:04."));
        assertTrue(robot.lookup("#score-folder").query().isVisible());
        press(robot, "#drift-run", KeyCode.SPACE);
        assertTrue(inside(robot, "#drift-verdict").startsWith("The scores have moved"));
        assertEquals(
                2, robot.lookup("#drift-columns").queryTableView().getItems().size());
        robot.interact(() -> score.file().set(folder.resolve("other.csv")));
        assertFalse(robot.lookup("#drift-columns").query().getParent().isVisible(), "that was another file");
    }
}
