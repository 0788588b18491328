package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartBrush;
import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.chart.Viewport;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * The run's prices with the window veiled: a click or a drag moves its last day, arrow keys by a day, Page up and down by a window.
 * While a cell of a layer is pointed at, the veil lies over the days that it sees.
 */
final class PriceNavigator extends StackPane {

    private final Looked looked;
    private final Texts texts;
    private final ChartView chart;

    PriceNavigator(Looked looked, Texts texts) {
        this.looked = looked;
        this.texts = texts;
        chart = ChartView.onPage(texts);
        chart.setId("inside-chart");
        getChildren().add(chart);
        looked.subject().subscribe(this::show);
        texts.locale().addListener((o, was, is) -> show());
        looked.place().addListener((o, was, is) -> point());
        looked.traced().addListener((o, was, is) -> veil());
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::drag);
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                e.consume();
            }
        });
        chart.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    HBox buttons() {
        HBox buttons = new HBox(8, chart.rangeButtons(), chart.exportMenu());
        buttons.visibleProperty().bind(visibleProperty());
        buttons.managedProperty().bind(visibleProperty());
        return buttons;
    }

    private void show() {
        Subject subject = looked.subject().get();
        boolean prices = subject != null && !subject.applicants();
        chart.setModel(
                prices
                        ? new ChartModel.PriceChart(
                                subject.history(),
                                texts.get("inside.price", subject.history().symbol()),
                                texts.get("inside.volume"))
                        : null);
        point();
    }

    private void drag(MouseEvent event) {
        double day = chart.valueAt(event.getX());
        if (event.getButton() == MouseButton.PRIMARY && !Double.isNaN(day)) {
            if (event.getClickCount() == 2) {
                chart.reset();
            } else {
                chart.requestFocus();
                looked.moveTo((int) Math.round(day));
            }
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShiftDown()
                || event.isShortcutDown()
                || event.isAltDown()
                || looked.subject().get() == null) {
            return;
        }
        int window = looked.subject().get().window();
        switch (event.getCode()) {
            case LEFT -> looked.step(-1);
            case RIGHT -> looked.step(1);
            case PAGE_UP -> looked.step(-window);
            case PAGE_DOWN -> looked.step(window);
            case HOME -> looked.moveTo(0);
            case END -> looked.moveTo(Integer.MAX_VALUE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Marks the window and keeps it in view. */
    private void point() {
        int day = looked.place().get();
        if (chart.getModel() == null || day < 0) {
            return;
        }
        chart.selectedIndexProperty().set(day);
        veil();
        Viewport view = chart.viewportProperty().get();
        int window = looked.subject().get().window();
        double first = day - window + 0.5;
        if (view.showsAll()) {
            chart.viewportProperty().set(view.show(day - 5.0 * window, day + 2.0 * window));
        } else if (first < view.low() || day + 0.5 > view.high()) {
            double span = Math.max(view.span(), 1.25 * window);
            chart.viewportProperty().set(view.show(day + window / 4.0 - span, day + window / 4.0));
        }
    }

    private void veil() {
        int day = looked.place().get();
        if (chart.getModel() == null || day < 0) {
            return;
        }
        int first = day - looked.subject().get().window() + 1;
        Trace at = looked.traced().get();
        Seen seen = looked.seen().get();
        Node node = at == null ? null : looked.node(at.layer()).orElse(null);
        ChartBrush days = new ChartBrush(first, day);
        if (node != null && node.field() != null && seen != null && seen.place() == day) {
            Sight sight = Sight.of(seen.run().spec(), seen.inputs());
            Sight.Field field = sight.field(node, at.row(), at.column());
            int[] seenDays = sight.days(field.left(), field.right(), day - first + 1);
            days = new ChartBrush(first + seenDays[0], first + seenDays[1]);
        }
        chart.brushProperty().set(days);
    }
}
