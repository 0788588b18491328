package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartBrush;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WalkForwardPaneTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final SimpleObjectProperty<PriceHistory> prices = new SimpleObjectProperty<>();
    private Session session;
    private ChosenRun chosen;
    private Path file;

    @Start
    void show(Stage stage) throws Exception {
        session = ResultFixtures.session(folder);
        chosen = new ChosenRun(session, texts, "forecast");
        file = WalkForwardFixture.prices(folder);
        stage.setScene(new Scene(new WalkForwardPane(session, texts, chosen, prices), 940, 1160));
        stage.show();
    }

    @BeforeEach
    void readPrices(FxRobot robot) throws Exception {
        PriceHistory history = WalkForwardFixture.history(file);
        robot.interact(() -> prices.set(history));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<Run> study(FxRobot robot) {
        List<Run> runs = new ArrayList<>();
        robot.interact(() -> {
            try {
                runs.addAll(WalkForwardFixture.study(session, file, Map.of()));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        return runs;
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id).queryAll().stream()
                .allMatch(node -> node.isVisible() && node.getParent().isVisible());
    }

    private static Point2D at(ChartView chart, double x, double y) {
        Bounds bounds = chart.localToScreen(chart.getLayoutBounds());
        return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
    }

    @Test
    void aPeriodIsBrushedByMouseMovedByKeysAndLetGoOf(FxRobot robot) {
        study(robot);
        ChartView chart = robot.lookup("#walk-windows").queryAs(ChartView.class);
        String all = words(robot, "#walk-summary");
        assertTrue(all.matches("\\d+ forecasts, 2022-\\d\\d-\\d\\d to 2023-\\d\\d-\\d\\d"), all);
        robot.drag(at(chart, 0.6, 0.4), MouseButton.PRIMARY).dropTo(at(chart, 0.75, 0.4));
        ChartBrush brushed = chart.brushProperty().get();
        ChartBrush limits = chart.brushableProperty().get();
        assertTrue(brushed.first() > limits.first() && brushed.last() < limits.last(), brushed.toString());
        int days = brushed.last() - brushed.first() + 1;
        assertTrue(words(robot, "#walk-summary").startsWith(days + " forecasts, "), words(robot, "#walk-summary"));
        assertTrue(shown(robot, "#walk-verdict"));
        assertTrue(robot.from(robot.lookup("#walk-verdict").<Node>query()).lookup(".label").queryAll().stream()
                .anyMatch(node -> ((Labeled) node).getText().endsWith(texts.get("verdict.part"))));
        String from = robot.lookup("#walk-from").queryAs(TextField.class).getText();
        robot.type(KeyCode.RIGHT);
        ChartBrush moved = chart.brushProperty().get();
        assertTrue(moved.first() > brushed.first());
        assertEquals(days, moved.last() - moved.first() + 1);
        assertNotEquals(
                from, robot.lookup("#walk-from").queryAs(TextField.class).getText());
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertEquals(moved.first(), chart.brushProperty().get().first());
        assertTrue(chart.brushProperty().get().last() < moved.last());
        robot.type(KeyCode.ESCAPE);
        assertNull(chart.brushProperty().get());
        assertEquals(all, words(robot, "#walk-summary"));
        assertFalse(robot.lookup("#walk-verdict").query().isVisible());
    }

    /** The field lies below the window's end. */
    private static FxRobot costs(FxRobot robot) {
        TextField field = robot.lookup("#walk-costs").queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        return robot;
    }

    @Test
    void aStudyIsNamedAndSpeaksForItselfAboveItsWindows(FxRobot robot) throws Exception {
        List<Run> runs = study(robot);
        assertEquals(
                "Study "
                        + RunWords.number(session.studies()
                                .of(runs.getFirst())
                                .orElseThrow()
                                .id())
                        + " · " + RunWords.data(runs.getFirst().spec()) + " · "
                        + RunWords.model(texts, runs.getFirst().spec()) + " · 3 of 3 folds",
                words(robot, "#walk-study-name"));
        int all = runs.stream().mapToInt(run -> WalkForward.origins(run).size()).sum();
        assertEquals(
                "Figures over all " + all + " test forecasts of 3 folds, pooled; intervals of 95%",
                words(robot, "#walk-study-pooled"));
        assertEquals(4, robot.lookup("#walk-study-figures .kpi").queryAll().size());
        assertTrue(chosen.subtitle()
                .get()
                .endsWith(", fold " + chosen.run().get().spec().fold() + " of 3"));
        PriceHistory history = prices.get();
        Run run = WalkForwardFixture.run("alone", WalkForwardFixture.spec(file, Map.of("scheme", "holdout")), history);
        robot.interact(() -> ResultFixtures.add(session, run));
        assertFalse(robot.lookup("#walk-study").query().isVisible());
        assertFalse(chosen.subtitle().get().contains("fold"));
    }

    @Test
    void costsChangeTheCurveAndWhatItEarned(FxRobot robot) {
        study(robot);
        String before =
                robot.lookup("#walk-figures .kpi-value").queryAs(Labeled.class).getText();
        costs(robot).write("200").type(KeyCode.ENTER);
        String after =
                robot.lookup("#walk-figures .kpi-value").queryAs(Labeled.class).getText();
        assertNotEquals(before, after);
        ChartView equity = robot.lookup("#walk-equity").queryAs(ChartView.class);
        assertTrue(equity.getAccessibleText().contains("Rule, net of 200 bp"), equity.getAccessibleText());
        costs(robot).write("201").type(KeyCode.ENTER);
        assertTrue(equity.getAccessibleText().contains("Rule, net of 200 bp"), equity.getAccessibleText());
    }

    @Test
    void daysCanBeTypedAndAWrongOneIsExplained(FxRobot robot) {
        study(robot);
        ChartView chart = robot.lookup("#walk-windows").queryAs(ChartView.class);
        robot.doubleClickOn("#walk-to")
                .interact(
                        () -> robot.lookup("#walk-to").queryAs(TextField.class).setText("2022-12-30"));
        robot.type(KeyCode.ENTER);
        assertTrue(words(robot, "#walk-summary").endsWith("to 2022-12-30"), words(robot, "#walk-summary"));
        assertEquals(
                prices.get().dates().indexOf(LocalDate.of(2022, 12, 30)),
                chart.brushProperty().get().last());
        robot.interact(() -> robot.lookup("#walk-to").queryAs(TextField.class).setText("tomorrow"));
        robot.clickOn("#walk-to").type(KeyCode.ENTER);
        assertTrue(robot.lookup(".bad-text").queryAll().stream()
                .anyMatch(node ->
                        node.isVisible() && ((Labeled) node).getText().startsWith("Expected a day from 2022-")));
        assertTrue(words(robot, "#walk-summary").endsWith("to 2022-12-30"));
        robot.clickOn("#walk-reset");
        assertNull(chart.brushProperty().get());
    }

    @Test
    void aRegimeIsChosenFromTheList(FxRobot robot) {
        study(robot);
        ComboBox<PeriodPreset> regimes = robot.lookup("#walk-regime").queryComboBox();
        robot.interact(() -> regimes.setValue(regimes.getItems().get(4)));
        GridPane metrics = robot.lookup("#walk-metrics").queryAs(GridPane.class);
        assertTrue(metrics.getChildren().stream()
                .anyMatch(
                        node -> node instanceof Labeled label && label.getText().equals("Period")));
        ChartView chart = robot.lookup("#walk-windows").queryAs(ChartView.class);
        int days =
                chart.brushProperty().get().last() - chart.brushProperty().get().first() + 1;
        assertTrue(words(robot, "#walk-summary").startsWith(days + " forecasts"));
        robot.interact(() -> chart.brushProperty().set(new ChartBrush(500, 520)));
        assertNull(regimes.getValue());
    }

    @Test
    void aPeriodOutlivesPricesThatAreReadAgain(FxRobot robot) {
        study(robot);
        ChartView chart = robot.lookup("#walk-windows").queryAs(ChartView.class);
        ChartBrush brush = new ChartBrush(500, 560);
        PriceHistory history = prices.get();
        robot.interact(() -> chart.brushProperty().set(brush));
        robot.interact(() -> prices.set(null));
        assertNull(chart.brushProperty().get());
        assertTrue(words(robot, "#walk-summary").startsWith("61 forecasts"), words(robot, "#walk-summary"));
        robot.interact(() -> prices.set(history));
        assertEquals(brush, chart.brushProperty().get());
    }

    @Test
    void aLineOfTheTableIsOpenedAndTheTableCopied(FxRobot robot) {
        List<Run> runs = study(robot);
        TableView<WalkForwardRow> table = robot.lookup("#walk-table").queryTableView();
        assertEquals(4, table.getItems().size());
        assertEquals(8, table.getColumns().size());
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(1);
        });
        robot.type(KeyCode.ENTER);
        assertEquals(runs.get(1), chosen.run().get());
        robot.interact(() -> robot.lookup("#walk-copy").queryButton().fire());
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].startsWith("Window\tTest days\tForecasts\trelMAE"), copied[0]);
        assertEquals(5, copied[0].lines().count());
    }

    @Test
    void oneWindowAsksForMoreAndLeadsToTraining(FxRobot robot) throws Exception {
        PriceHistory history = prices.get();
        Run run = WalkForwardFixture.run("alone", WalkForwardFixture.spec(file, Map.of("scheme", "holdout")), history);
        robot.interact(() -> ResultFixtures.add(session, run));
        assertTrue(words(robot, "#walk-remark").startsWith("One test window"));
        robot.clickOn("#walk-train");
        assertEquals("train", session.page().get());
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertTrue(words(robot, "#walk-remark").startsWith("只有一个测试窗口"));
        assertTrue(words(robot, "#walk-rule").startsWith("规则：收盘时"), words(robot, "#walk-rule"));
    }
}
