package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.chart.ChartMark;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class EvidencePaneTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private EvidenceFixture fixture;
    private Session session;
    private Looked looked;
    private ActivationPane pane;

    @Start
    void show(Stage stage) throws Exception {
        fixture = EvidenceFixture.bars(folder);
        session = fixture.session(folder);
        looked = fixture.looked(session, texts);
        pane = new ActivationPane(looked, texts);
        pane.look(true);
        ScrollPane scroll = new ScrollPane(pane.content());
        scroll.setFitToWidth(true);
        VBox settings = new VBox(pane.settings());
        settings.setPrefWidth(296);
        settings.setMinWidth(296);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        Scene scene = new Scene(new HBox(scroll, settings), 1256, 1150);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static ChartView chart(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ChartView.class);
    }

    @Test
    void theMapIsDrawnBackOverCandlesAndPriceBands(FxRobot robot) {
        HeatedPrices back = (HeatedPrices) chart(robot, "#inside-evidence").getModel();
        assertEquals(EvidenceFixture.WINDOW, back.history().size());
        assertEquals(looked.place().get(), EvidenceFixture.DAYS - 11, "the last test day");
        assertEquals(51, back.bands().cells().length, "64 rows less an empty one and a fifth for the volume");
        assertEquals(12, back.bands().volume().length);
        assertEquals(100, Arrays.stream(back.days()).sum(), 1e-9);
        HeatPanels sight = (HeatPanels) chart(robot, "#inside-sight").getModel();
        assertEquals(24, sight.panels().getFirst().values()[0].length);
        assertEquals(
                "Maps of block2.conv, for the log-odds of up (before the balance of the classes is put back): 0.4000 here.",
                text(robot, "#inside-about"));
    }

    @Test
    void theMouseCoversAPartAndTheAnswerIsShown(FxRobot robot) {
        ChartView chart = chart(robot, "#inside-occlusion");
        assertEquals("Whole input: up 60.0%", text(robot, "#inside-covered"));
        robot.moveTo(chart, new Point2D(-110, -10));
        ChartMark mark = chart.markedProperty().get();
        assertNotNull(mark, "a frame follows the mouse");
        assertEquals(8, mark.right() - mark.left(), 1e-12);
        Requests.CoveredRequest last =
                fixture.asked(Requests.CoveredRequest.class).getLast();
        assertEquals(8, last.size());
        assertEquals(mark.top(), last.row(), 1e-12);
        double answer = 60 - last.row() - 0.1 * last.column();
        assertTrue(
                text(robot, "#inside-covered").startsWith(String.format(Locale.ROOT, "up: 60.0%% → %.1f%%", answer)));
        assertTrue(text(robot, "#inside-covered-part").startsWith("Covered: 2024-02-"));
    }

    @Test
    void theKeyboardCoversAPartToo(FxRobot robot) {
        ChartView chart = chart(robot, "#inside-occlusion");
        robot.interact(chart::requestFocus);
        robot.type(KeyCode.RIGHT);
        ChartMark first = chart.markedProperty().get();
        robot.type(KeyCode.RIGHT, KeyCode.DOWN);
        assertEquals(first.left() + 1, chart.markedProperty().get().left(), 1e-12);
        assertEquals(first.top() + 1, chart.markedProperty().get().top(), 1e-12);
        robot.type(KeyCode.DELETE);
        assertNull(chart.markedProperty().get());
        assertEquals("Whole input: up 60.0%", text(robot, "#inside-covered"));
    }

    @Test
    void coveringAllPartsColoursTheInput(FxRobot robot) {
        robot.clickOn("#inside-occlude");
        HeatPanels panels = (HeatPanels) chart(robot, "#inside-occlusion").getModel();
        double[][] effect = panels.panels().getFirst().values();
        assertEquals(0.4, effect[0][0], 1e-12, "only the first part lies here");
        assertEquals(0.2, effect[4][0], 1e-12, "two parts lie here");
        assertEquals(0, effect[20][20], 1e-12);
    }

    @Test
    void theMapIsTestedOnDemandAndJudgedInOneSentence(FxRobot robot) throws Exception {
        fixture.answers.put("faithfulness", request -> EvidenceFixture.faithfulness());
        WaitForAsyncUtils.waitFor( // the control, which comes after a rest, moves what stands below it
                5, TimeUnit.SECONDS, () -> !text(robot, "#inside-likeness").isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#inside-trial");
        WaitForAsyncUtils.waitForFxEvents();
        String verdict = text(robot, "#inside-verdict-trial");
        assertTrue(verdict.startsWith("The map holds"), "both areas beat random orders: " + verdict);
        assertTrue(chart(robot, "#inside-deletion").isVisible());
        robot.clickOn("#inside-gradients");
        assertTrue(text(robot, "#inside-verdict-trial").startsWith("Does the answer follow"), "another map, not tried");
        assertEquals(
                "From 0.2500 for the mean input to 769.3 here, the log-odds of up (before the balance of the classes is put back) changes by 769.0; the contributions sum to"
                        + " 768.5, a gap of 0.07%.",
                text(robot, "#inside-about"));
    }

    @Test
    void theControlSaysWhatAlikeMeans(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> !text(robot, "#inside-likeness").isEmpty());
        assertTrue(
                text(robot, "#inside-likeness").startsWith("Rank correlation −1.00: with weights"),
                text(robot, "#inside-likeness"));
        assertEquals(
                2,
                ((HeatPanels) chart(robot, "#inside-control").getModel())
                        .panels()
                        .size());
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertTrue(text(robot, "#inside-likeness").startsWith("秩相关 −1.00"));
    }
}
