package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DirectionChart;
import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ChartModel.ReliabilityChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.chart.Viewport;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
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

/** What an analyst does with forecasts: look at one made then, beside another model's, at its bands and at its rows. */
@ExtendWith(ApplicationExtension.class)
class ForecastJourneyTest {

    private static final int DAYS = 900;

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private RunSpec spec;

    @Start
    void show(Stage stage) throws Exception {
        session = ResultFixtures.session(folder);
        ForecastView view = new ForecastView(session, texts);
        BorderPane root = new BorderPane(view.content(), null, view.context(), null, null);
        stage.setScene(new Scene(root, 1440, 1000));
        stage.show();
        String walk = MadeForecasts.prices(folder, DAYS).toString();
        spec = Specs.with(Specs.defaults("forecast", walk), Map.of("window", "30", "horizon", "5"));
        ResultFixtures.add(session, MadeForecasts.run("gru", 0, Specs.with(spec, "model", "gru"), DAYS - 10));
        ResultFixtures.add(session, MadeForecasts.run("lstm", 1, spec, DAYS - 10));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static ForecastChart chart(FxRobot robot) {
        return (ForecastChart) view(robot, "#forecast-chart").getModel();
    }

    private static ChartView view(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ChartView.class);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static boolean shown(FxRobot robot, String id) {
        Node found = robot.lookup(id).tryQuery().orElse(null);
        for (Node node = found; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return found != null;
    }

    @Test
    void aForecastMadeThenIsDrawnWholeByClickByKeyAndByDate(FxRobot robot) {
        ChartView view = view(robot, "#forecast-chart");
        assertEquals(DAYS, chart(robot).history().size());
        Bounds at = view.localToScreen(view.getBoundsInLocal());
        robot.clickOn(at.getMinX() + at.getWidth() / 3, at.getCenterY());
        LocalDate clicked = chart(robot).from();
        TextField day = robot.lookup("#forecast-origin").queryAs(TextField.class);
        assertEquals(clicked.toString(), day.getText());
        assertEquals(
                clicked,
                chart(robot).history().dates().get(view.selectedIndexProperty().get()));

        robot.clickOn("#forecast-origin-back");
        assertTrue(chart(robot).from().isBefore(clicked));

        LocalDate first = chart(robot).models().getFirst().test().origins().getFirst();
        robot.interact(() -> day.setText(first.toString()));
        robot.clickOn(day).type(KeyCode.ENTER);
        assertEquals(first, chart(robot).from());
        Viewport shown = view.viewportProperty().get();
        int bar = view.selectedIndexProperty().get();
        assertTrue(shown.low() <= bar && bar <= shown.high(), "the chart pans to it");

        Run other = session.runs().stream()
                .filter(run -> run.id().equals("gru"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> session.choose(other));
        assertEquals(first, chart(robot).from(), "another run is looked at on the same day");
        assertTrue(view.viewportProperty().get().low() <= bar, "and its chart shows it");

        robot.clickOn("#forecast-origin-clear");
        assertNull(chart(robot).from());
        assertEquals(-1, view.selectedIndexProperty().get());
    }

    @Test
    void anotherModelIsDrawnBesideAndTheRunItselfStandsOutAmongThePlainOnes(FxRobot robot) {
        assertEquals(1, chart(robot).models().size());
        robot.clickOn("#forecast-overlay-gru");
        assertEquals("gru · GRU 2×64", chart(robot).models().get(1).name());
        robot.interact(() ->
                robot.lookup("#forecast-overlay-gru").queryAs(CheckBox.class).requestFocus());
        robot.type(KeyCode.SPACE);
        assertEquals(1, chart(robot).models().size());
        Pane ranks = robot.lookup("#forecast-challengers").queryAs(Pane.class);
        assertEquals(5, ranks.getChildren().size());
        assertEquals("LSTM 2×64", ((Labeled) ranks.lookup(".own-rank .label")).getText());
        assertTrue(words(robot, "#forecast-note").startsWith("walk.csv is longer"));
    }

    @Test
    void bandsAndLeaksHaveTheirViewsAndDirectionsTheirOwnChart(FxRobot robot) throws Exception {
        robot.clickOn("#forecast-view-bands");
        assertEquals(
                "The 90% bands held 85.0% of what came (95% interval 82.0 to 88.0%): they are too narrow.",
                words(robot, "#bands-verdict"));
        assertInstanceOf(
                ReliabilityChart.class, view(robot, "#bands-reliability").getModel());
        assertInstanceOf(DateChart.class, view(robot, "#bands-coverage").getModel());
        assertFalse(shown(robot, "#forecast-step"));

        robot.clickOn("#forecast-view-leaks");
        LocalDate last = ((DateChart) view(robot, "#leaks-chart").getModel())
                .dates()
                .get(view(robot, "#leaks-chart").selectedIndexProperty().get());
        assertEquals("Rows that made the forecast of " + last, words(robot, "#leaks-title"));
        robot.clickOn("#forecast-origin-back");
        robot.clickOn("#forecast-origin-back");
        assertEquals(
                "Rows that made the forecast of "
                        + robot.lookup("#forecast-origin")
                                .queryAs(TextField.class)
                                .getText(),
                words(robot, "#leaks-title"));
        Pane audits = robot.lookup("#leaks-audits").queryAs(Pane.class);
        assertEquals(2, audits.getChildren().size());

        Run directions = MadeForecasts.run("up", 2, Specs.defaults("classify", spec.data()), DAYS);
        robot.clickOn("#forecast-view-bands");
        robot.interact(() -> ResultFixtures.add(session, directions));
        assertFalse(shown(robot, "#forecast-view-bands"));
        assertInstanceOf(DirectionChart.class, view(robot, "#forecast-chart").getModel());
        assertTrue(shown(robot, "#kpi-auc"));
        ComboBox<Run> runs = robot.lookup("#forecast-run").queryComboBox();
        assertEquals(3, runs.getItems().size());
        robot.interact(() -> runs.setValue(runs.getItems().getLast()));
        assertTrue(shown(robot, "#kpi-relMae"));
        assertEquals("gru", session.latest().get().id());
        assertInstanceOf(ForecastChart.class, view(robot, "#forecast-chart").getModel());
    }
}
