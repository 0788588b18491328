package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
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
class AnomalyPaneTest {

    @TempDir
    static Path folder;

    private final CreditDesk desk = new CreditDesk();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) {
        session = desk.session(folder);
        CreditView view = new CreditView(session, texts);
        stage.setScene(new Scene(new BorderPane(view.content(), null, view.context(), null, null), 1256, 1000));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void add(FxRobot robot, String id, int minute, boolean labelled) throws Exception {
        var run = CreditDesk.unusual(id, minute, folder, labelled);
        robot.interact(() -> ResultFixtures.add(session, run));
    }

    private static String words(FxRobot robot, String id) {
        return ((Label) robot.lookup(id).query()).getText();
    }

    @Test
    void anAnomalyRunHasItsOwnPageAndCreditRunsKeepTheirs(FxRobot robot) throws Exception {
        var credit = CreditDesk.run("c1", 0, folder);
        robot.interact(() -> ResultFixtures.add(session, credit));
        assertTrue(robot.lookup("#credit-page").query().isVisible());
        assertFalse(robot.lookup("#anomaly-page").query().isVisible());
        add(robot, "a1", 1, false);
        assertFalse(robot.lookup("#credit-page").query().isVisible());
        assertTrue(robot.lookup("#anomaly-page").query().isVisible());
        assertTrue(robot.lookup("#anomaly-verdict").query().getStyleClass().contains("good"));
        ComboBox<?> runs = robot.lookup("#anomaly-run").queryComboBox();
        robot.interact(() -> runs.getSelectionModel().select(1));
        assertTrue(robot.lookup("#credit-page").query().isVisible());
    }

    @Test
    void theSliderMovesTheAlarm(FxRobot robot) throws Exception {
        add(robot, "a2", 2, true);
        assertTrue(words(robot, "#anomaly-pointed").startsWith("2 of 20 test applicants (10.0%)"));
        ChartView chart = robot.lookup("#anomaly-chart").queryAs(ChartView.class);
        assertEquals(0.75, marks(chart));
        Slider slider = robot.lookup("#anomaly-share").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.END);
        assertTrue(words(robot, "#anomaly-pointed").startsWith("8 of 20 test applicants (40.0%)"));
        assertEquals(0.5, marks(chart));
        robot.type(KeyCode.LEFT);
        assertEquals(0.495, slider.getValue(), 1e-9);
    }

    /** What the chart follows is kept by nobody but its model, which must do so. */
    @Test
    void theDistributionIsDrawnOfARunThatComesLater(FxRobot robot) throws Exception {
        System.gc();
        add(robot, "a4", 4, false);
        HistogramChart drawn = (HistogramChart)
                robot.lookup("#anomaly-chart").queryAs(ChartView.class).getModel();
        assertEquals(1, drawn.groups().size());
        System.gc();
        add(robot, "a5", 5, true);
        drawn = (HistogramChart)
                robot.lookup("#anomaly-chart").queryAs(ChartView.class).getModel();
        assertEquals(2, drawn.groups().size(), "good and bad apart");
        assertEquals(20, drawn.groups().getFirst().heights().length);
    }

    private static double marks(ChartView chart) {
        return ((HistogramChart) chart.getModel()).marks().getFirst().x();
    }

    @Test
    void theStrangestApplicantIsShownWithAllOfItsColumns(FxRobot robot) throws Exception {
        add(robot, "a3", 3, true);
        FigureTable<?> strangers = (FigureTable<?>)
                (TableView<?>) robot.lookup("#anomaly-strangers").queryTableView();
        FigureTable<?> parts =
                (FigureTable<?>) (TableView<?>) robot.lookup("#anomaly-parts").queryTableView();
        assertEquals(20, strangers.getItems().size());
        assertEquals(
                "40\t0.800\t95%\tBad\tamount: 4900, expected 2517; sex: f",
                strangers.text().lines().skip(1).findFirst().orElseThrow());
        assertEquals(
                "amount\t4900\t2517\t39.0%",
                parts.text().lines().skip(1).findFirst().orElseThrow());
        robot.interact(strangers::requestFocus);
        robot.type(KeyCode.DOWN);
        assertEquals(
                "amount\t4800\t2517\t38.0%\nsex\tm\t–\t10.0%\npurpose\ttv\tmissing\t0.0%",
                parts.text().split("\n", 2)[1]);
        assertEquals(
                1,
                desk.asked().stream()
                        .filter(Requests.StrangersRequest.class::isInstance)
                        .count());
    }
}
