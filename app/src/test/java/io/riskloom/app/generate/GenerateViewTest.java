package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class GenerateViewTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final List<Requests.GenerateRequest> asked = new ArrayList<>();
    private Session session;
    private GenerateView view;

    @Start
    void show(Stage stage) {
        session = ResultFixtures.session(folder, request -> {
            asked.add(request);
            return new PathSet(new double[request.paths()][request.length()], 50);
        });
        view = new GenerateView(session, texts);
        BorderPane root = new BorderPane(view.content(), null, view.context(), null, null);
        stage.setScene(new Scene(root, 1256, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anEmptyPageLeadsToTraining(FxRobot robot) {
        robot.clickOn("#generate-train-first");
        assertEquals("train", session.page().get());
    }

    @Test
    void generatingRedrawsAndTheFactsAreATabAway(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, GenerateFixture.run("r1")));
        assertTrue(robot.lookup("#generate-verdict").query().getStyleClass().contains("bad"));
        assertEquals("3 paths of 2 days from 100.00", words(robot, "#generate-summary"));
        robot.clickOn("#generate-go");
        assertEquals("3 paths of 2 days from 50.00", words(robot, "#generate-summary"));
        robot.clickOn("#generate-tab-scorecard");
        FigureTable<?> facts = (FigureTable<?>) robot.lookup("#generate-facts").queryTableView();
        assertEquals(2, facts.getItems().size());
        String[] copied = facts.text().lines().skip(1).findFirst().orElseThrow().split("\t");
        assertEquals("5.500", copied[4]);
        assertEquals("inside the 90% band of the real span", copied[5]);
        assertEquals("Light", facts.text().split("\t")[5]);
        assertEquals(
                "5.500; inside the 90% band of the real span",
                robot.lookup("#generate-facts .table-cell")
                        .match((Labeled cell) -> "5.500".equals(cell.getText()))
                        .query()
                        .getAccessibleText());
        assertTrue(robot.lookup("#generate-facts-card").query().isVisible());
    }

    @Test
    void aClickOnTheFanOpensTheNearestPathBesideTheRealDaysItRepeats(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, GenerateFixture.whole("r1", 1, 7)));
        ChartView nearest = robot.lookup("#generate-nearest").queryAs(ChartView.class);
        assertNull(nearest.getModel());
        robot.clickOn("#generate-fan");
        assertTrue(words(robot, "#generate-path").startsWith("Path "), words(robot, "#generate-path"));
        robot.clickOn("#generate-highlight").eraseText(2).write("2\n");
        ChartModel.LineChart chart = (ChartModel.LineChart) nearest.getModel();
        assertEquals(
                List.of("Real, 2020-05-30 – 2020-06-18", "Path 2, steps 31 – 50"),
                chart.lines().stream().map(ChartModel.Line::name).toList());
        TableView<?> list = robot.lookup("#generate-list").queryTableView();
        assertEquals(1, list.getSelectionModel().getSelectedItem());
    }

    @Test
    void aLineOfTheListIsChosenByKeys(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, GenerateFixture.whole("r1", 1, 7)));
        robot.interact(() -> robot.lookup("#generate-list").queryTableView().requestFocus());
        robot.type(KeyCode.HOME, KeyCode.DOWN);
        TableView<?> list = robot.lookup("#generate-list").queryTableView();
        assertEquals(1, list.getSelectionModel().getSelectedIndex());
        assertTrue(
                words(robot, "#generate-path")
                        .startsWith("Path " + ((int) list.getSelectionModel().getSelectedItem() + 1) + " "),
                words(robot, "#generate-path"));
    }

    @Test
    void everyTabShowsTheRunAndTwoRunsStandSideBySide(FxRobot robot) {
        robot.interact(() -> {
            ResultFixtures.add(session, GenerateFixture.whole("r1", 1, 7));
            ResultFixtures.add(session, GenerateFixture.whole("r2", 2, 50));
        });
        robot.clickOn("#generate-tab-distribution");
        assertNotNull(
                robot.lookup("#generate-quantiles").queryAs(ChartView.class).getModel());
        ChartView distribution = robot.lookup("#generate-distribution").queryAs(ChartView.class);
        robot.interact(() -> {
            distribution.fireEvent(
                    new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 9, 9, true, null));
            logarithmic().setSelected(true);
        });
        assertTrue(robot.lookup("#generate-log").queryAs(CheckBox.class).isSelected());
        robot.clickOn("#generate-log");
        assertFalse(distribution.logScaleProperty().get());
        robot.clickOn("#generate-days-5");
        ChartModel.HistogramChart shares = (ChartModel.HistogramChart)
                robot.lookup("#generate-distribution").queryAs(ChartView.class).getModel();
        assertEquals("Return over 5 days, %", shares.xLabel());
        robot.clickOn("#generate-tab-memory");
        assertNotNull(
                robot.lookup("#generate-curve-acfAbs").queryAs(ChartView.class).getModel());
        robot.clickOn("#generate-tab-copies");
        assertNotNull(robot.lookup("#generate-map").queryAs(ChartView.class).getModel());
        robot.clickOn("#generate-tab-compare");
        ChartModel left =
                robot.lookup("#generate-compare-left").queryAs(ChartView.class).getModel();
        assertNotNull(left);
        robot.clickOn("#generate-compare-swap");
        ChartModel.FanChart swapped = (ChartModel.FanChart)
                robot.lookup("#generate-compare-right").queryAs(ChartView.class).getModel();
        assertArrayEquals(((ChartModel.FanChart) left).prices()[0], swapped.prices()[0]);
        assertEquals("r1", session.chosen().get("generate").id());
    }

    @Test
    void keysServeTheTabThatIsLookedAt(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, GenerateFixture.whole("r1", 1, 7)));
        robot.clickOn("#generate-tab-risk");
        robot.interact(view::primaryAction);
        assertEquals(1, asked.size(), "scenarios, no paths for another tab");
        assertEquals("12 paths of 60 days from 100.00", summary(robot));
        robot.interact(view::cancelAction);
        robot.clickOn("#generate-tab-paths");
        robot.interact(view::primaryAction);
        assertEquals(2, asked.size());
        assertEquals("12 paths of 60 days from 50.00", summary(robot));
    }

    /** Of the open menu. */
    private static CheckMenuItem logarithmic() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(CheckMenuItem.class::isInstance)
                .map(CheckMenuItem.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String summary(FxRobot robot) {
        robot.clickOn("#generate-tab-paths");
        return words(robot, "#generate-summary");
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
