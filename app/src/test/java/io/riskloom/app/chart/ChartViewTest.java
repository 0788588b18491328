package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChartViewTest {

    private final Texts texts = new Texts(Texts.ENGLISH);
    private ChartView view;
    private Region card;

    @Start
    void start(Stage stage) {
        view = new ChartView(texts);
        card = view.framed();
        stage.setScene(new Scene(card, 900, 500));
        stage.show();
    }

    @BeforeEach
    void showPrices() {
        show(TestModels.price(1000));
    }

    private void show(ChartModel model) {
        run(() -> {
            view.setModel(model);
            card.layout();
        });
    }

    private static <T> T onFx(Callable<T> action) {
        Future<T> answer = WaitForAsyncUtils.asyncFx(action);
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
    }

    private Viewport shown() {
        return onFx(() -> {
            card.layout();
            return view.viewportProperty().get();
        });
    }

    private double value(double x) {
        return onFx(() -> {
            card.layout();
            return view.plot().x().value(x);
        });
    }

    private Point2D at(double x, double y) {
        return onFx(() -> {
            Bounds bounds = view.localToScreen(view.getLayoutBounds());
            return new Point2D(bounds.getMinX() + x, bounds.getMinY() + y);
        });
    }

    private void wheel(double x, double y, double delta) {
        wheel(view, x, y, delta, false);
    }

    private static void wheel(ChartView view, double x, double y, double delta, boolean control) {
        run(() -> {
            Point2D screen = view.localToScreen(x, y);
            view.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    x,
                    y,
                    screen.getX(),
                    screen.getY(),
                    false,
                    control,
                    false,
                    false,
                    false,
                    false,
                    0,
                    delta,
                    0,
                    delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
        });
    }

    @Test
    void wheelZoomsAtTheCursor() {
        double before = value(300);
        wheel(300, 200, 120);
        assertTrue(shown().span() < 800, shown().toString());
        assertEquals(before, value(300), 1e-6);
    }

    @Test
    void aChartOnAScrollingPageZoomsWithCtrlOrTheFocus() {
        ChartView there = onFx(() -> {
            ChartView made = ChartView.onPage(view.texts());
            made.setModel(TestModels.price(1000));
            ScrollPane page = new ScrollPane(new VBox(made, new Region()));
            page.setPrefViewportHeight(200);
            ((StackPane) card).getChildren().add(page);
            card.applyCss();
            card.layout();
            view.requestFocus();
            return made;
        });
        double home = onFx(() -> there.viewportProperty().get().span());
        wheel(there, 300, 100, 120, false);
        assertEquals(home, onFx(() -> there.viewportProperty().get().span()), "the page scrolls instead");
        wheel(there, 300, 100, 120, true);
        double zoomed = onFx(() -> there.viewportProperty().get().span());
        assertTrue(zoomed < home, zoomed + " of " + home);
        run(there::requestFocus);
        wheel(there, 300, 100, 120, false);
        assertTrue(onFx(() -> there.viewportProperty().get().span()) < zoomed, "clicked, it zooms");
    }

    @Test
    void draggingPansAndADoubleClickResets(FxRobot robot) {
        Viewport home = shown();
        wheel(400, 200, 400);
        Viewport zoomed = shown();
        double held = value(400);
        robot.moveTo(at(400, 200))
                .press(MouseButton.PRIMARY)
                .moveTo(at(430, 200))
                .moveTo(at(500, 200));
        robot.release(MouseButton.PRIMARY);
        assertEquals(zoomed.span(), shown().span(), 1e-9);
        assertEquals(held, value(500), 0.5);
        robot.moveTo(at(300, 200)).doubleClickOn(MouseButton.PRIMARY);
        assertEquals(home, shown());
    }

    @Test
    void crosshairReadsOutTheBarUnderTheMouseAndLeavesWithIt(FxRobot robot) {
        robot.moveTo(at(300, 200));
        ReadOut readOut = onFx(() -> view.readOut().orElseThrow());
        assertEquals(Math.round(value(300)), readOut.index());
        assertEquals("C", readOut.entries().get(3).name());
        assertTrue(ink(readOut.x()) > 100);
        robot.moveTo(at(300, 5));
        assertTrue(onFx(() -> view.readOut().isEmpty()));
        assertEquals(0, ink(readOut.x()));
    }

    /** How many pixels right of a crosshair have ink on the overlay: the words of the read-out. */
    private int ink(double crosshair) {
        return onFx(() -> {
            WritableImage image = view.getChildrenUnmodifiable().get(1).snapshot(null, null);
            int ink = 0;
            for (int x = (int) crosshair + 14; x < crosshair + 90; x++) {
                for (int y = 60; y < 120; y++) {
                    ink += (image.getPixelReader().getArgb(x, y) & 0xff) < 200 ? 1 : 0;
                }
            }
            return ink;
        });
    }

    @Test
    void arrowKeysPanAndPlusMinusZoomAndHomeResets(FxRobot robot) {
        Viewport home = shown();
        run(() -> {
            view.viewportProperty().set(home.show(400, 500));
            view.requestFocus();
        });
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertEquals(390, shown().low(), 1e-9);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertEquals(400, shown().low(), 1e-9);
        robot.press(KeyCode.PLUS).release(KeyCode.PLUS);
        assertEquals(80, shown().span(), 1e-9);
        robot.press(KeyCode.MINUS).release(KeyCode.MINUS);
        assertEquals(100, shown().span(), 1e-9);
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        assertEquals(home, shown());
    }

    @Test
    void shiftAndArrowMoveTheCrosshairAndEnterChoosesTheBar(FxRobot robot) {
        run(() -> {
            view.crosshairProperty().set(500);
            view.requestFocus();
        });
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        assertEquals(501, onFx(() -> view.crosshairProperty().get()), 0);
        assertTrue(onFx(() -> view.getAccessibleText()).contains("2021-05-16"), onFx(() -> view.getAccessibleText()));
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertEquals(501, onFx(() -> view.selectedIndexProperty().get()));
    }

    @Test
    void clickingChoosesTheDay(FxRobot robot) {
        assertEquals(-1, onFx(() -> view.selectedIndexProperty().get()));
        robot.moveTo(at(350, 200)).clickOn(MouseButton.PRIMARY);
        int chosen = onFx(() -> view.selectedIndexProperty().get());
        assertEquals((int) Math.round(value(350)), chosen);
    }

    @Test
    void clickingATileChoosesIt(FxRobot robot) {
        show(TestModels.tiles(HeatTiles.Scale.DIVERGING_SHARED));
        assertEquals(1, onFx(() -> view.selectedTileProperty().get()));
        double[] frame = onFx(() -> view.painter().frame(3).orElseThrow());
        robot.moveTo(at(frame[0] + 5, frame[1] + 5)).clickOn(MouseButton.PRIMARY);
        assertEquals(3, onFx(() -> view.selectedTileProperty().get()));
    }

    @Test
    void rangeButtonsShowTheirSpanAndTheChosenOneIsMarked(FxRobot robot) {
        robot.clickOn("#chart-range-6m");
        assertEquals(1000 - 0.5, shown().high(), 0);
        assertTrue(shown().span() > 180 && shown().span() < 186, shown().toString());
        assertTrue(robot.lookup("#chart-range-6m").<ToggleButton>query().isSelected());
        assertFalse(robot.lookup("#chart-range-all").<ToggleButton>query().isSelected());
    }

    @Test
    void rangeButtonsSpeakTheChosenLanguage(FxRobot robot) {
        assertEquals("6M", robot.lookup("#chart-range-6m").<ToggleButton>query().getText());
        run(() -> {
            texts.locale().set(Texts.CHINESE);
        });
        assertEquals("6月", robot.lookup("#chart-range-6m").<ToggleButton>query().getText());
        assertEquals("价格图：TEST", onFx(() -> view.getAccessibleText()));
    }

    @Test
    void twoChartsBoundTogetherMoveTogether() {
        ChartView other = onFx(() -> new ChartView(texts, TestModels.price(1000)));
        run(() -> {
            other.viewportProperty().bindBidirectional(view.viewportProperty());
            other.crosshairProperty().bindBidirectional(view.crosshairProperty());
            view.viewportProperty().set(view.viewportProperty().get().show(100, 200));
            view.crosshairProperty().set(150);
        });
        assertEquals(100, other.viewportProperty().get().low(), 0);
        assertEquals(150, other.crosshairProperty().get(), 0);
    }

    @Test
    void aZoomIsKeptWhenTheSameChartGrows() {
        run(() -> {
            view.viewportProperty().set(view.viewportProperty().get().show(100, 200));
        });
        show(TestModels.price(1001));
        assertEquals(100, shown().low(), 0);
        assertEquals(1000.5, shown().max(), 0);
    }

    @Test
    void theScreenIsNotBlankAndAnEmptyChartSaysSo() {
        assertTrue(colours() > 10);
        show(null);
        assertEquals("Nothing to draw yet.", onFx(() -> view.getAccessibleText()));
    }

    private long colours() {
        return onFx(() -> {
            WritableImage image = view.snapshot(null, null);
            Set<Integer> seen = new HashSet<>();
            for (int x = 0; x < image.getWidth(); x += 3) {
                for (int y = 0; y < image.getHeight(); y++) {
                    seen.add(image.getPixelReader().getArgb(x, y));
                }
            }
            return (long) seen.size();
        });
    }

    @Test
    void theMenuSavesWhatIsShownAndCopiesItAtTwiceTheSize(@TempDir Path folder) throws Exception {
        Path svg = folder.resolve("view.svg");
        Path csv = folder.resolve("view.csv");
        double width = onFx(() -> view.getWidth());
        List<Notice> problems = new ArrayList<>();
        double copied = onFx(() -> {
            view.viewportProperty().set(view.viewportProperty().get().show(0, 40));
            ExportMenu menu = new ExportMenu(view, new Tasks(Runnable::run, Runnable::run), problems::add);
            menu.save(ExportMenu.Kind.SVG, svg);
            menu.save(ExportMenu.Kind.CSV, csv);
            menu.save(ExportMenu.Kind.PNG, folder.resolve("view.png"));
            menu.copy();
            return Clipboard.getSystemClipboard().getImage().getWidth();
        });
        assertEquals(2 * width, copied, 0);
        assertTrue(Files.readString(svg).contains("2020-02"));
        assertEquals(1001, Files.readAllLines(csv).size());
        assertTrue(Files.size(folder.resolve("view.png")) > 1000);
        assertEquals(List.of(), problems);
    }

    @Test
    void aChartIsWrittenInTheBackgroundAsItStoodWhenItWasAskedFor(@TempDir Path folder) throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        List<Notice> problems = new ArrayList<>();
        Path csv = folder.resolve("view.csv");
        Path svg = folder.resolve("view.svg");
        run(() -> {
            view.viewportProperty().set(view.viewportProperty().get().show(0, 40));
            ExportMenu menu = new ExportMenu(view, new Tasks(waiting::add, Runnable::run), problems::add);
            menu.save(ExportMenu.Kind.CSV, csv);
            menu.save(ExportMenu.Kind.SVG, svg);
            view.setModel(TestModels.price(5));
        });
        assertFalse(Files.exists(csv));
        waiting.forEach(Runnable::run);
        assertEquals(1001, Files.readAllLines(csv).size());
        assertTrue(Files.readString(svg).contains("2020-02"));
        assertEquals(List.of(), problems);
    }

    @Test
    void aChartThatCannotBeWrittenIsSaidInWords(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "").resolve("view.csv");
        List<Notice> problems = new ArrayList<>();
        run(() -> new ExportMenu(view, new Tasks(Runnable::run, Runnable::run), problems::add)
                .save(ExportMenu.Kind.CSV, file));
        assertEquals(1, problems.size());
        assertEquals("chart.export.failed.why", problems.getFirst().key());
        assertTrue(texts.of(problems.getFirst()).startsWith(file + " could not be written"));
    }

    @Test
    void theChosenRangeIsColouredByTheThemeAlone(FxRobot robot) {
        robot.clickOn("#chart-range-6m");
        robot.moveTo(view);
        ToggleButton chosen = robot.lookup("#chart-range-6m").query();
        assertTrue(chosen.isSelected());
        assertEquals("", chosen.getStyle());
        assertTrue(chosen.getParent().getStyleClass().contains("pills"));
        String before = Application.getUserAgentStylesheet();
        try {
            theme(new PrimerLight());
            run(() -> card.getStylesheets().add("/io/riskloom/ui/css/riskloom.css"));
            Paint light = ground(chosen);
            theme(new PrimerDark());
            assertNotEquals(light, ground(chosen));
            theme(new PrimerLight());
            assertEquals(light, ground(chosen));
        } finally {
            run(() -> Application.setUserAgentStylesheet(before));
        }
    }

    private static void theme(Theme theme) {
        run(() -> Application.setUserAgentStylesheet(theme.getUserAgentStylesheet()));
    }

    private static Paint ground(ToggleButton button) {
        return onFx(() -> {
            button.getScene().getRoot().applyCss();
            return button.getBackground().getFills().getFirst().getFill();
        });
    }

    @Test
    void thePaletteFollowsTheThemeUnlessOneIsGiven() {
        assertSame(Palette.LIGHT, onFx(() -> view.shownPalette()));
        run(() -> {
            card.setStyle("-fx-text-background-color: white; -color-fg-default: white;");
            card.applyCss();
        });
        assertSame(Palette.DARK, onFx(() -> view.shownPalette()));
        run(() -> view.paletteProperty().set(Palette.LIGHT.withRedUp(true)));
        assertTrue(onFx(() -> view.shownPalette().redUp()));
    }
}
