package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSet;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
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
class GenerateViewTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) {
        session = ResultFixtures.session(
                folder, request -> new PathSet(new double[request.paths()][request.length()], 50));
        GenerateView view = new GenerateView(session, texts);
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
        TableView<?> facts = robot.lookup("#generate-facts").queryTableView();
        assertEquals(2, facts.getItems().size());
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
                List.of("Real, 2020-05-30 – 2020-06-18", "Path 2, days 31 – 50"),
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
        assertNotNull(robot.lookup("#generate-quantiles").queryAs(ChartView.class).getModel());
        robot.clickOn("#generate-days-5");
        ChartModel.HistogramChart shares = (ChartModel.HistogramChart)
                robot.lookup("#generate-distribution").queryAs(ChartView.class).getModel();
        assertEquals("Return over 5 days, %", shares.xLabel());
        robot.clickOn("#generate-tab-memory");
        assertNotNull(robot.lookup("#generate-curve-acfAbs").queryAs(ChartView.class).getModel());
        robot.clickOn("#generate-tab-copies");
        assertNotNull(robot.lookup("#generate-map").queryAs(ChartView.class).getModel());
        robot.clickOn("#generate-tab-compare");
        ChartModel left = robot.lookup("#generate-compare-left").queryAs(ChartView.class).getModel();
        assertNotNull(left);
        robot.clickOn("#generate-compare-swap");
        ChartModel.FanChart swapped = (ChartModel.FanChart)
                robot.lookup("#generate-compare-right").queryAs(ChartView.class).getModel();
        assertArrayEquals(((ChartModel.FanChart) left).prices()[0], swapped.prices()[0]);
        assertEquals("r1", session.chosen().get("generate").id());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
