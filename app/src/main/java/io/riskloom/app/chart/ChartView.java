package io.riskloom.app.chart;

import io.riskloom.app.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/**
 * A chart on the screen. The wheel zooms at the cursor, dragging pans, a double click resets, arrow keys pan, + and − zoom,
 * Shift with an arrow key moves the crosshair, the context menu saves and copies. On a page that scrolls the wheel leaves a
 * chart without the focus alone, unless Ctrl is held. It is drawn once a pulse, when something has changed.
 */
public final class ChartView extends Region {

    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private final CanvasSurface above = new CanvasSurface(overlay.getGraphicsContext2D());
    private final Label empty = new Label();
    private final Label probe = new Label();
    private final InvalidationListener language = change -> translate();

    private final ObjectProperty<ChartModel> model = new SimpleObjectProperty<>(this, "model");
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette");
    private final BooleanProperty redUp = new SimpleBooleanProperty(this, "redUp");
    private final BooleanProperty logScale = new SimpleBooleanProperty(this, "logScale");
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(this, "viewport");
    private final DoubleProperty crosshair = new SimpleDoubleProperty(this, "crosshair", Double.NaN);
    private final IntegerProperty selectedIndex = new SimpleIntegerProperty(this, "selectedIndex", -1);
    private final IntegerProperty selectedTile = new SimpleIntegerProperty(this, "selectedTile", -1);
    private final ObjectProperty<double[]> clicked = new SimpleObjectProperty<>(this, "clicked");
    private final ObjectProperty<double[]> hovered = new SimpleObjectProperty<>(this, "hovered");
    private final ObjectProperty<ChartMark> marked = new SimpleObjectProperty<>(this, "marked");
    private final ObjectProperty<ChartBrush> brush = new SimpleObjectProperty<>(this, "brush");
    private final ObjectProperty<ChartBrush> brushable = new SimpleObjectProperty<>(this, "brushable");
    private final StringProperty emptyText = new SimpleStringProperty(this, "emptyText", "");

    private ChartPainter painter;
    private Plot plot;
    private double[] pointer;
    private double reserved;
    private boolean dirty = true;
    private boolean yielding;

    public ChartView(Texts texts) {
        this.texts = texts;
        getStyleClass().add("chart-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        empty.setWrapText(true);
        empty.setAlignment(Pos.CENTER);
        empty.setMouseTransparent(true);
        probe.setManaged(false);
        probe.setMouseTransparent(true);
        overlay.setMouseTransparent(true);
        getChildren().addAll(canvas, overlay, empty, probe);
        model.addListener((property, before, after) -> show(before, after));
        viewport.addListener(change -> redraw());
        palette.addListener(change -> redraw());
        redUp.addListener(change -> redraw());
        logScale.addListener(change -> redraw());
        probe.textFillProperty().addListener(change -> redraw());
        emptyText.addListener(change -> translate());
        crosshair.addListener(change -> drawOverlay());
        selectedIndex.addListener(change -> drawOverlay());
        selectedTile.addListener(change -> drawOverlay());
        brush.addListener(change -> drawOverlay());
        marked.addListener(change -> drawOverlay());
        brushable.addListener(change -> translate());
        focusVisibleProperty().addListener(change -> drawOverlay());
        texts.locale().addListener(new WeakInvalidationListener(language));
        new ChartGestures(this).install();
        translate();
    }

    public ChartView(Texts texts, ChartModel model) {
        this(texts);
        setModel(model);
    }

    /** A chart on a page that scrolls: until it is clicked the wheel moves the page; with Ctrl it always zooms. */
    public static ChartView onPage(Texts texts) {
        ChartView view = new ChartView(texts);
        view.yielding = true;
        return view;
    }

    /** Whether the wheel belongs to the page now. */
    boolean yields() {
        return yielding && !isFocused();
    }

    public ObjectProperty<ChartModel> modelProperty() {
        return model;
    }

    public ChartModel getModel() {
        return model.get();
    }

    /** Shows a chart, or the empty words for {@code null}. A zoom is kept where the new chart continues the old one. */
    public void setModel(ChartModel chart) {
        model.set(chart);
    }

    /** The colours; {@code null} follows the theme of the window. */
    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Red for rising prices. */
    public BooleanProperty redUpProperty() {
        return redUp;
    }

    public BooleanProperty logScaleProperty() {
        return logScale;
    }

    /** What is shown along x; bind two charts of the same bars bidirectionally to move them together. */
    public ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    /** Where the crosshair stands on the x axis, NaN for nowhere; bind two charts bidirectionally to move it on both. */
    public DoubleProperty crosshairProperty() {
        return crosshair;
    }

    /** The bar, point or bin that was clicked, −1 for none. */
    public IntegerProperty selectedIndexProperty() {
        return selectedIndex;
    }

    /** Where the plot was clicked, as values on the x and the y axis; {@code null} before that. */
    public ObjectProperty<double[]> clickedProperty() {
        return clicked;
    }

    /** What lies under the mouse, as values on the x and the y axis; {@code null} while it is not over the plot. */
    public ObjectProperty<double[]> hoveredProperty() {
        return hovered;
    }

    /** A box that is marked; {@code null} for none. */
    public ObjectProperty<ChartMark> markedProperty() {
        return marked;
    }

    /** The tile that was clicked, −1 for none. */
    public IntegerProperty selectedTileProperty() {
        return selectedTile;
    }

    /** The bars chosen by dragging or by keys; {@code null} for none. */
    public ObjectProperty<ChartBrush> brushProperty() {
        return brush;
    }

    /** Where bars can be chosen; {@code null} where dragging and arrow keys pan. */
    public ObjectProperty<ChartBrush> brushableProperty() {
        return brushable;
    }

    /** Words shown instead of an empty chart; empty for the usual ones. */
    public StringProperty emptyTextProperty() {
        return emptyText;
    }

    /** 1M, 6M, 1Y, 5Y and All side by side; shown only while the chart has dates. */
    public Node rangeButtons() {
        return new RangeButtons(this).node();
    }

    /** A button with a menu: save as PNG, SVG or CSV, copy. */
    public Node exportMenu() {
        return new ExportMenu(this).button();
    }

    /** The chart as a card: legend and, at its right, ranges and menu in one head above the plot. */
    public Region framed() {
        HBox buttons = new HBox(8, rangeButtons(), exportMenu());
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setStyle("-fx-padding: 0 12 0 0;");
        buttons.setMinHeight(Style.CARD_HEAD);
        buttons.setMaxSize(USE_PREF_SIZE, Style.CARD_HEAD);
        buttons.widthProperty().addListener(change -> reserve(buttons.getWidth()));
        StackPane card = new StackPane(this, buttons);
        StackPane.setAlignment(buttons, Pos.TOP_RIGHT);
        card.getStyleClass().add("card");
        card.setStyle("-fx-padding: 0;");
        return card;
    }

    private void reserve(double width) {
        reserved = width;
        redraw();
    }

    /** Back to what was shown at first. */
    public void reset() {
        if (painter != null) {
            viewport.set(painter.home());
        }
    }

    private void show(ChartModel before, ChartModel after) {
        ChartPainter old = painter;
        painter = after == null ? null : Painter.of(after);
        // The old picture says nothing about the new chart until that is drawn.
        plot = null;
        boolean follows = old != null
                && painter != null
                && viewport.get() != null
                && old.kind().equals(painter.kind())
                && old.names().equals(painter.names())
                && !viewport.get().equals(old.home());
        viewport.set(
                painter == null
                        ? null
                        : follows
                                ? painter.home()
                                        .show(
                                                viewport.get().low(),
                                                viewport.get().high())
                                : painter.home());
        if (!follows) {
            crosshair.set(Double.NaN);
            selectedIndex.set(-1);
        }
        selectedTile.set(selected(after));
        pointer = null;
        translate();
        if (height(before) != height(after)) {
            requestParentLayout();
        }
    }

    private static int selected(ChartModel shown) {
        return switch (shown) {
            case ChartModel.HeatTiles tiles -> tiles.selected();
            case ChartModel.GraphChart graph -> graph.selected();
            case null, default -> -1;
        };
    }

    private void translate() {
        empty.setText(emptyText.get().isEmpty() ? texts.get("chart.empty") : emptyText.get());
        setAccessibleText(
                painter == null || painter.empty()
                        ? empty.getText()
                        : texts.get(painter.kind(), String.join(", ", painter.names())));
        setAccessibleHelp(texts.get(brushable.get() == null ? "chart.help" : "chart.help.brush"));
        redraw();
    }

    /** What lies at a pixel, as a value on the x axis; NaN while nothing is drawn. */
    public double valueAt(double px) {
        return plot == null ? Double.NaN : plot.x().value(Math.clamp(px, plot.left(), plot.right()));
    }

    /** What lies at a pixel, as values on the x and the y axis; {@code null} outside the plot and while nothing is drawn. */
    public double[] placeAt(double px, double py) {
        return plot == null || !plot.holds(px, py)
                ? null
                : new double[] {plot.x().value(px), plot.y().value(py)};
    }

    private void redraw() {
        dirty = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = Math.max(1, getWidth());
        double h = Math.max(1, getHeight());
        if (canvas.getWidth() != w || canvas.getHeight() != h) {
            canvas.setWidth(w);
            canvas.setHeight(h);
            overlay.setWidth(w);
            overlay.setHeight(h);
            dirty = true;
        }
        double wide = Math.min(w - 32, 420);
        empty.resizeRelocate((w - wide) / 2, 0, wide, h);
        if (dirty) {
            draw();
        }
    }

    private void draw() {
        dirty = false;
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        boolean nothing = painter == null || painter.empty() || viewport.get() == null;
        empty.setVisible(nothing);
        Palette colours = shownPalette();
        empty.setTextFill(CanvasSurface.color(colours.muted()));
        plot = nothing
                ? null
                : painter.paint(viewport.get(), style(reserved), surface, canvas.getWidth(), canvas.getHeight());
        drawOverlay();
    }

    private void drawOverlay() {
        overlay.getGraphicsContext2D().clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        new ChartOverlay(above, shownPalette(), overlay.getWidth(), overlay.getHeight()).draw(this);
    }

    /** What the crosshair points at. */
    Optional<ReadOut> readOut() {
        if (plot == null) {
            return Optional.empty();
        }
        if (painter.zooms() && !Double.isNaN(crosshair.get())) {
            double px = plot.x().at(crosshair.get());
            return px < plot.left() || px > plot.right()
                    ? Optional.empty()
                    : painter.readOut(plot, px, pointer == null ? plot.top() : pointer[1], texts::get);
        }
        return pointer == null || painter.zooms()
                ? Optional.empty()
                : painter.readOut(plot, pointer[0], pointer[1], texts::get);
    }

    /** Moves the crosshair to a pixel; {@code null} takes it away. */
    void point(double[] at) {
        pointer = at;
        if (painter == null || plot == null) {
            return;
        }
        hovered.set(
                at == null || !plot.holds(at[0], at[1])
                        ? null
                        : new double[] {plot.x().value(at[0]), plot.y().value(at[1])});
        if (painter.zooms()) {
            crosshair.set(
                    at == null || !plot.holds(at[0], at[1])
                            ? Double.NaN
                            : plot.x().value(at[0]));
        }
        drawOverlay();
    }

    Palette shownPalette() {
        boolean lightText = probe.getTextFill() instanceof Color c && c.getBrightness() > 0.6;
        Palette base = palette.get() != null ? palette.get() : lightText ? Palette.DARK : Palette.LIGHT;
        return redUp.get() ? base.withRedUp(true) : base;
    }

    Style style(double right) {
        double head = right > 0 ? Style.CARD_HEAD : Style.HEAD;
        return new Style(shownPalette(), logScale.get() && painter != null && painter.scales(), "", head, right);
    }

    ChartPainter painter() {
        return painter;
    }

    Plot plot() {
        return plot;
    }

    Texts texts() {
        return texts;
    }

    List<LocalDate> dates() {
        return painter == null ? List.of() : painter.dates();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(model.get());
    }

    /** What a chart likes to have. */
    private static double height(ChartModel shown) {
        return switch (shown) {
            case ChartModel.BarChart chart -> ofBars(chart.bars().size(), chart.xLabel());
            case ChartModel.WaterfallChart chart -> ofBars(chart.steps().size() + 2, chart.xLabel());
            case null, default -> 320;
        };
    }

    private static double ofBars(int bars, String xLabel) {
        return Math.max(96, bars * BarPainter.SLOT + 10 + Frame.foot(xLabel));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 96;
    }
}
