package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
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
class InsideViewTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private InsideFixture fixture;
    private Session session;
    private InsideView view;

    @Start
    void show(Stage stage) throws Exception {
        fixture = new InsideFixture(folder);
        session = fixture.session(folder);
        view = new InsideView(session, texts);
        Scene scene = new Scene(new BorderPane(view.content(), null, view.context(), null, null), 1256, 900);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
        view.shown();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    @Test
    void anEmptyPageLeadsToTraining(FxRobot robot) {
        robot.clickOn("#inside-train-first");
        assertEquals("train", session.page().get());
    }

    @Test
    void arrowKeysOnTheChartMoveTheWindowAndTheAnswerFollows(FxRobot robot) throws Exception {
        Run run = fixture.run("r1", 1);
        robot.interact(() -> ResultFixtures.add(session, run));
        assertFalse(robot.lookup("#inside-train-first").query().getParent().isVisible());
        String window = "Window " + fixture.date(42) + " – " + fixture.date(49) + ", 8 days";
        assertEquals(window, text(robot, "#inside-window"));
        ChartView chart = robot.lookup("#inside-chart").queryAs(ChartView.class);
        assertEquals(49, chart.selectedIndexProperty().get());
        robot.interact(chart::requestFocus);
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertEquals(47, chart.selectedIndexProperty().get());
        assertTrue(text(robot, "#inside-window").contains(fixture.date(47).toString()));
        String answer = fixture.date(47) + ": up after 5 days with probability 25.0%";
        assertTrue(text(robot, "#inside-answer").startsWith(answer));
        robot.interact(() -> chart.selectedIndexProperty().set(2));
        assertEquals(7, chart.selectedIndexProperty().get(), "the first day with a whole window behind it");
        assertEquals(7, fixture.asked.getLast());
    }

    @Test
    void everyLayerHasItsTilesAndAClickEnlargesOne(FxRobot robot) throws Exception {
        Run run = fixture.run("r1", 1);
        robot.interact(() -> ResultFixtures.add(session, run));
        ChartView tiles = robot.lookup("#inside-tiles").queryAs(ChartView.class);
        assertEquals(3, ((ChartModel.HeatTiles) tiles.getModel()).tiles().size());
        robot.interact(robot.lookup("#inside-stage1").queryAs(ToggleButton.class)::fire);
        assertEquals(64, ((ChartModel.HeatTiles) tiles.getModel()).tiles().size());
        assertEquals("1–64 of 70 channels, 1 × 1 cells", text(robot, "#inside-channels"));
        robot.interact(() -> tiles.selectedTileProperty().set(3));
        ChartView zoom = robot.lookup("#inside-zoom").queryAs(ChartView.class);
        assertEquals(
                "Channel 66, mean 66.00",
                ((ChartModel.HeatTiles) zoom.getModel()).tiles().getFirst().name());
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals("第 1–64 个，共 70 个通道，每个 1 × 1", text(robot, "#inside-channels"));
    }
}
