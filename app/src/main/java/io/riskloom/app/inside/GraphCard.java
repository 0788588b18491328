package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.chart.ChartModel.GraphChart.Box;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The network drawn: a click on a group opens it, on the head of its frame folds it. Arrow keys go from box to box, Enter opens and
 * folds, + − and Ctrl with the wheel zoom, 0 fits the width.
 */
final class GraphCard extends VBox {

    private static final double STEP = 1.2;
    private static final double SMALLEST = 0.3;
    private static final double LEGIBLE = 0.6;
    private static final double LARGEST = 2;
    private static final double BAR = 18;

    private final NetworkModel model;
    private final ChartView view;
    private final ScrollPane scroll;
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private boolean fitted = true; // until the user zooms

    GraphCard(NetworkModel model, Texts texts) {
        this.model = model;
        getStyleClass().addAll("card", "flush");
        view = ChartView.onPage(texts);
        view.setId("inside-graph");
        scroll = new ScrollPane(view);
        scroll.getStyleClass().add("page-scroll");
        scroll.setPannable(true);
        scroll.setFocusTraversable(false);
        Button fold = Icons.button(Feather.LAYERS, texts, "inside.graph.fold", "inside-graph-fold", model::toggleAll);
        fold.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.grouped(), model.chart()));
        HBox head = new HBox(
                Cards.label(texts.bind("inside.graph"), "section-title"),
                Panels.gap(),
                fold,
                Icons.button(
                        Feather.ZOOM_OUT, texts, "inside.graph.smaller", "inside-graph-smaller", () -> scale(1 / STEP)),
                Icons.button(Feather.ZOOM_IN, texts, "inside.graph.larger", "inside-graph-larger", () -> scale(STEP)),
                Icons.button(Feather.MAXIMIZE, texts, "inside.graph.fit", "inside-graph-fit", this::fit),
                view.exportMenu());
        head.getStyleClass().add("card-head");
        head.setStyle("-fx-spacing: 2;");
        getChildren().addAll(head, Cards.grow(scroll));
        model.chart().subscribe(this::show);
        zoom.addListener((o, was, is) -> size());
        scroll.viewportBoundsProperty().addListener((o, was, is) -> {
            if (fitted && Math.abs(was.getWidth() - is.getWidth()) > BAR) {
                fit();
            }
        });
        view.selectedTileProperty().addListener((o, was, is) -> model.point(is.intValue()));
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    }

    private void show(GraphChart chart) {
        view.setModel(chart);
        if (fitted) {
            fit();
        }
        size();
        seek();
    }

    /** Natural size, or as wide as there is room for while it can be read. */
    private void fit() {
        fitted = true;
        GraphChart chart = model.chart().get();
        double room = scroll.getViewportBounds().getWidth();
        if (chart != null && room > 0) {
            zoom.set(Math.clamp(room / chart.width(), LEGIBLE, 1));
        }
    }

    private void scale(double by) {
        fitted = false;
        zoom.set(Math.clamp(zoom.get() * by, SMALLEST, LARGEST));
    }

    private void size() {
        GraphChart chart = model.chart().get();
        if (chart != null) {
            view.setMinSize(zoom.get() * chart.width(), zoom.get() * chart.height());
            view.setPrefSize(zoom.get() * chart.width(), zoom.get() * chart.height());
            view.setMaxSize(zoom.get() * chart.width(), zoom.get() * chart.height());
        }
    }

    /** Brings the chosen box into view. */
    private void seek() {
        GraphChart chart = model.chart().get();
        double room = scroll.getViewportBounds().getHeight();
        if (chart == null || chart.selected() < 0 || room <= 0) {
            return;
        }
        Box box = chart.boxes().get(chart.selected());
        double hidden = zoom.get() * chart.height() - room;
        double top = zoom.get() * box.y();
        double bottom = top + zoom.get() * box.height();
        double from = scroll.getVvalue() * Math.max(0, hidden);
        if (hidden > 0 && (top < from || bottom > from + room)) {
            scroll.setVvalue(Math.clamp((top - room / 3) / hidden, 0, 1));
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            scale(event.getDeltaY() > 0 ? STEP : 1 / STEP);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP, LEFT -> model.move(-1);
            case DOWN, RIGHT -> model.move(1);
            case HOME -> model.move(Integer.MIN_VALUE / 2);
            case END -> model.move(Integer.MAX_VALUE / 2);
            case ENTER, SPACE -> model.toggle();
            case PLUS, EQUALS, ADD -> scale(STEP);
            case MINUS, SUBTRACT -> scale(1 / STEP);
            case DIGIT0, NUMPAD0 -> fit();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
