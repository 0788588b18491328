package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.chart.ChartBrush;
import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
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
class InsideViewTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private InsideFixture fixture;
    private Session session;
    private InsideView view;

    @Start
    void show(Stage stage) throws Exception {
        fixture = new InsideFixture(folder);
        session = fixture.session(folder);
        session.page().set("inside");
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

    private void open(FxRobot robot) throws Exception {
        Run run = fixture.run("r1", 1);
        robot.interact(() -> ResultFixtures.add(session, run));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static ChartView chart(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ChartView.class);
    }

    private static TilesView tiles(FxRobot robot) {
        return robot.lookup("#inside-tiles").queryAs(TilesView.class);
    }

    /** The middle of a cell of a tile on the screen. */
    private static Point2D cell(FxRobot robot, int place, int row, int column, int side) {
        TilesView tiles = tiles(robot);
        TileLayout layout = tiles.tiles();
        double x = layout.x(place) + (column + 0.5) / side * layout.width();
        double y = layout.y(place) - tiles.scrolled() + (row + 0.5) / side * layout.height();
        return tiles.localToScreen(x, y);
    }

    @SuppressWarnings("unchecked")
    private static TableView<NetworkGraph.Node> table(FxRobot robot) {
        return robot.lookup("#inside-layers").queryAs(TableView.class);
    }

    @Test
    void anEmptyPageLeadsToTraining(FxRobot robot) {
        robot.clickOn("#inside-train-first");
        assertEquals("train", session.page().get());
    }

    @Test
    void byMouseALayerIsChosenInTheGraphAndLookedAtCellByCell(FxRobot robot) throws Exception {
        open(robot);
        assertEquals("7 operations · 4,509 parameters · 37.6 k multiply-adds", text(robot, "#inside-totals"));
        ChartView graph = chart(robot, "#inside-graph");
        assertEquals(8, ((GraphChart) graph.getModel()).boxes().size());
        GraphChart.Box sum = ((GraphChart) graph.getModel()).boxes().get(6);
        assertEquals("add", sum.words());
        double scale = graph.getWidth() / ((GraphChart) graph.getModel()).width();
        robot.clickOn(graph.localToScreen(scale * (sum.x() + sum.width() / 2), scale * (sum.y() + sum.height() / 2)));
        assertEquals(
                "block1.add", table(robot).getSelectionModel().getSelectedItem().layer());
        robot.interact(() -> table(robot).getSelectionModel().select(1));
        GraphChart now = (GraphChart) graph.getModel();
        assertEquals("stem.conv", now.boxes().get(now.selected()).words());

        robot.clickOn("#inside-tab-maps");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("3 channels, 8 × 8 cells", text(robot, "#inside-channels"));
        robot.moveTo(cell(robot, 1, 2, 3, 8));
        // 3.5 + 0.049 + 0.19; the cell sees pixels 3 to 5 and 5 to 7 of 16, which lie at the days 1.4 to 2.3 and 2.3 to
        // 3.3
        String days = fixture.date(43) + " – " + fixture.date(44) + " (rows) × " + fixture.date(44) + " – "
                + fixture.date(45) + " (columns)";
        assertEquals("Channel 1, row 3, column 4: 3.739 · depends on " + days, text(robot, "#inside-pointed"));
        assertEquals(5, chart(robot, "#inside-sight").markedProperty().get().left(), 1e-12);
        assertEquals(6, chart(robot, "#inside-sight").markedProperty().get().bottom(), 1e-12);
        assertEquals(
                new ChartBrush(44, 45),
                chart(robot, "#inside-chart").brushProperty().get());
        robot.clickOn(cell(robot, 1, 2, 3, 8), MouseButton.PRIMARY);
        assertTrue(text(robot, "#inside-channel").startsWith("Channel 1: mean 3.864"), text(robot, "#inside-channel"));
        robot.clickOn("#inside-side-top");
        robot.clickOn("#inside-top-0");
        assertTrue(text(robot, "#inside-window").contains(fixture.date(20).toString()));
        assertEquals(20, fixture.places.getLast());
    }

    @Test
    void byKeysTheWindowMovesAndTheTilesAreSteppedThrough(FxRobot robot) throws Exception {
        open(robot);
        ChartView graph = chart(robot, "#inside-graph");
        robot.interact(graph::requestFocus);
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        assertEquals(
                "block1.main.norm",
                table(robot).getSelectionModel().getSelectedItem().layer());
        robot.type(KeyCode.ENTER);
        assertEquals(4, ((GraphChart) graph.getModel()).boxes().size(), "Enter folds the group");

        robot.interact(robot.lookup("#inside-tab-maps").queryAs(ToggleButton.class)::fire);
        ChartView prices = chart(robot, "#inside-chart");
        robot.interact(prices::requestFocus);
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertEquals(47, prices.selectedIndexProperty().get());
        assertEquals(new ChartBrush(40, 47), prices.brushProperty().get());
        assertTrue(text(robot, "#inside-answer")
                .startsWith(fixture.date(47) + ": up after 5 days with probability 25.0%"));
        robot.interact(tiles(robot)::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.P);
        assertTrue(text(robot, "#inside-channel").startsWith("Channel 2:"));
        robot.type(KeyCode.HOME);
        robot.type(KeyCode.LEFT);
        assertTrue(text(robot, "#inside-channel").startsWith("Channel 2:"), "the pinned one stands first");
        ChartView large = chart(robot, "#inside-large");
        robot.interact(large::requestFocus);
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.RIGHT);
        assertTrue(
                text(robot, "#inside-pointed").startsWith("Channel 2, row 3, column 4:"),
                text(robot, "#inside-pointed"));
        TextField place = robot.lookup("#inside-place").queryAs(TextField.class);
        robot.interact(() -> {
            place.requestFocus();
            place.setText(fixture.date(30).toString());
        });
        robot.type(KeyCode.ENTER);
        assertEquals(30, fixture.places.getLast());
        robot.interact(() -> place.setText("no day"));
        robot.type(KeyCode.ENTER);
        assertEquals(30, fixture.places.getLast());
        assertTrue(place.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("danger")));
    }

    @Test
    void draggingOverThePricesTakesTheWindowAlong(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#inside-tab-maps");
        WaitForAsyncUtils.waitForFxEvents();
        ChartView prices = chart(robot, "#inside-chart");
        int before = fixture.places.size();
        Point2D from = prices.localToScreen(prices.getWidth() * 0.7, prices.getHeight() / 2);
        robot.drag(from, MouseButton.PRIMARY).moveBy(-120, 0).drop();
        assertTrue(fixture.places.size() > before, "the network is asked on the way");
        int day = (int) Math.round(prices.valueAt(prices.getWidth() * 0.7 - 120));
        assertEquals(day, prices.selectedIndexProperty().get());
        assertArrayEquals(
                new int[] {day},
                fixture.places.stream()
                        .skip(fixture.places.size() - 1L)
                        .mapToInt(i -> i)
                        .toArray());
    }

    @Test
    void twoStagesAndTheFiltersStandInTheSameTiles(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#inside-tab-maps");
        ComboBox<?> beside = robot.lookup("#inside-beside").queryAs(ComboBox.class);
        assertEquals(2, beside.getItems().size());
        robot.interact(() -> beside.getSelectionModel().select(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(tiles(robot).tiles().two());
        robot.moveTo(cell(robot, 0, 0, 0, 8));
        assertTrue(text(robot, "#inside-pointed").contains("0.0490 | −99.95"), text(robot, "#inside-pointed"));
        robot.interact(() -> beside.getSelectionModel().select(0));
        assertFalse(tiles(robot).tiles().two());
        robot.clickOn("#inside-show-filters");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("3 filters, 3 × 9 weights", text(robot, "#inside-channels"));
    }

    @Test
    void theLanguageChangesEverywhere(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#inside-tab-maps");
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals("3 个通道，每个 8 × 8 格", text(robot, "#inside-channels"));
        assertEquals("特征图", text(robot, "#inside-tab-maps"));
        assertNotEquals("", chart(robot, "#inside-sight").getAccessibleText());
        assertTrue(
                tiles(robot).getAccessibleText().startsWith("通道 0，均值"),
                tiles(robot).getAccessibleText());
    }
}
