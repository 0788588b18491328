package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
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

@ExtendWith(ApplicationExtension.class)
class GatesPaneTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) throws Exception {
        EvidenceFixture fixture = EvidenceFixture.series(folder);
        session = fixture.session(folder);
        GatesPane pane = new GatesPane(fixture.looked(session, texts), texts);
        pane.look(true);
        ScrollPane scroll = new ScrollPane(pane.content());
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        VBox settings = new VBox(pane.settings());
        settings.setMinWidth(296);
        Scene scene = new Scene(new HBox(scroll, settings), 1256, 1150);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static ChartView chart(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ChartView.class);
    }

    private static double[] forget(FxRobot robot) {
        return ((DateChart) chart(robot, "#inside-unit-gates").getModel())
                .lines().stream()
                        .filter(line -> line.name().startsWith("Forget"))
                        .findFirst()
                        .orElseThrow()
                        .values();
    }

    @Test
    void allGatesStandAsUnitsOverDaysAndTheLagsUnderTheCandles(FxRobot robot) {
        HeatPanels maps = (HeatPanels) chart(robot, "#inside-gates").getModel();
        assertEquals(6, maps.panels().size());
        HeatPanels.Panel input = maps.panels().getFirst();
        assertEquals(3, input.values().length);
        assertEquals(EvidenceFixture.WINDOW, input.values()[0].length);
        assertEquals(0.9, input.high(), 1e-12, "the largest of the gate");
        assertEquals(-2, maps.panels().get(4).low(), 1e-12, "a cell has no bounds");
        HeatedPrices lags = (HeatedPrices) chart(robot, "#inside-lags").getModel();
        assertArrayEquals(new double[] {-1, 0, 1, 2, 3, 4, 5, 6}, lags.days(), 0);
        assertEquals("return", lags.rows().getFirst().name());
        assertEquals(
                "The last 5 of 8 steps make up 90.9% of the contributions’ size (integrated gradients from the mean of what was"
                        + " learnt).",
                robot.lookup("#inside-lag-words").queryAs(Labeled.class).getText());
    }

    @Test
    void aUnitIsPickedByMouse(FxRobot robot) {
        ChartView maps = chart(robot, "#inside-gates");
        robot.clickOn(robot.point(maps).atPosition(Pos.TOP_LEFT).atOffset(150, 50));
        assertEquals(0.5, forget(robot)[0], 0);
        assertEquals(
                "The forget gate keeps 50.0% of the cell a step on average: a half-life of 1.0 steps.",
                robot.lookup("#inside-unit-words").queryAs(Labeled.class).getText());
        assertEquals(1, robot.lookup("#inside-unit").queryAs(Spinner.class).getValue());
    }

    @Test
    void aUnitIsPickedByKeyboard(FxRobot robot) {
        ChartView maps = chart(robot, "#inside-gates");
        robot.interact(maps::requestFocus);
        robot.type(KeyCode.UP);
        assertEquals(1, forget(robot)[7], 0);
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        assertEquals(0.8, forget(robot)[7], 1e-12);
    }
}
