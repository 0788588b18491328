package io.riskloom.app.chart;

import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Mouse and keys of a chart. */
final class ChartGestures {

    private static final double WHEEL = 0.0025;
    private static final double STEP = 0.1;
    private static final double KEY_ZOOM = 0.8;
    private static final double STILL = 3;

    private final ChartView view;
    private final ExportMenu menu;
    private final BrushGestures brush;
    private double pressedX;
    private Viewport pressed;
    private boolean dragged;
    private boolean brushing;

    ChartGestures(ChartView view) {
        this.view = view;
        this.menu = new ExportMenu(view);
        this.brush = new BrushGestures(view);
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, e -> view.point(new double[] {e.getX(), e.getY()}));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, e -> view.point(null));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            if (view.painter() != null) {
                menu.context().show(view, e.getScreenX(), e.getScreenY());
                e.consume();
            }
        });
    }

    private boolean zooms() {
        return view.plot() != null && view.painter().zooms();
    }

    private void press(MouseEvent e) {
        menu.context().hide();
        view.requestFocus();
        e.consume(); // a scroll pane around it would take the focus
        pressedX = e.getX();
        pressed = e.getButton() == MouseButton.PRIMARY ? view.viewportProperty().get() : null;
        dragged = false;
        brushing = pressed != null && brush.press(e.getX(), e.getY());
    }

    private void drag(MouseEvent e) {
        if (pressed == null || !zooms()) {
            return;
        }
        dragged |= Math.abs(e.getX() - pressedX) > STILL;
        if (dragged && brushing) {
            view.setCursor(Cursor.H_RESIZE);
            brush.drag(e.getX());
            view.point(null);
            e.consume();
        } else if (dragged) {
            view.setCursor(Cursor.CLOSED_HAND);
            double by = (pressedX - e.getX()) / view.plot().width() * pressed.span();
            view.viewportProperty().set(pressed.pan(by));
            view.point(null);
            e.consume();
        }
    }

    private void release(MouseEvent e) {
        view.setCursor(null);
        if (e.getButton() != MouseButton.PRIMARY || dragged || view.plot() == null) {
            return;
        }
        if (e.getClickCount() == 2 && zooms()) {
            view.reset();
            return;
        }
        Plot plot = view.plot();
        view.painter()
                .readOut(view.plot(), e.getX(), e.getY(), view.texts()::get)
                .ifPresent(hit -> {
                    if (view.painter().frame(0).isPresent()) {
                        view.selectedTileProperty().set(hit.index());
                    } else if (view.plot().holds(e.getX(), e.getY()) && known(hit.index())) {
                        view.selectedIndexProperty().set(hit.index());
                    }
                });
        // last: who hears of it may show another chart
        if (plot.holds(e.getX(), e.getY())) {
            view.clickedProperty()
                    .set(new double[] {plot.x().value(e.getX()), plot.y().value(e.getY())});
        }
    }

    /** Days ahead of the last bar cannot be chosen. */
    private boolean known(int index) {
        return view.dates().isEmpty() || index < view.dates().size();
    }

    private void scroll(ScrollEvent e) {
        if (!zooms()
                || view.yields() && !e.isShortcutDown()
                || e.isInertia() && e.getDeltaY() == 0 && e.getDeltaX() == 0) {
            return;
        }
        Viewport now = view.viewportProperty().get();
        if (Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) {
            view.viewportProperty().set(now.pan(-e.getDeltaX() / view.plot().width() * now.span()));
        } else if (e.getDeltaY() != 0) {
            double x = Math.clamp(e.getX(), view.plot().left(), view.plot().right());
            view.viewportProperty()
                    .set(now.zoom(
                            Math.exp(-e.getDeltaY() * WHEEL), view.plot().x().value(x)));
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        if (view.plot() == null || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        boolean used = brush.key(e) || (zooms() ? axisKey(e) : tileKey(e));
        if (used) {
            e.consume();
        }
    }

    private boolean axisKey(KeyEvent e) {
        Viewport now = view.viewportProperty().get();
        switch (e.getCode()) {
            case LEFT -> side(e, now, -1);
            case RIGHT -> side(e, now, 1);
            case PLUS, EQUALS, ADD -> view.viewportProperty().set(now.zoom(KEY_ZOOM, middle(now)));
            case MINUS, SUBTRACT -> view.viewportProperty().set(now.zoom(1 / KEY_ZOOM, middle(now)));
            case HOME -> view.reset();
            case ENTER ->
                view.readOut().map(ReadOut::index).filter(this::known).ifPresent(index -> view.selectedIndexProperty()
                        .set(index));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Zooming by key keeps the crosshair where it is, else the middle. */
    private double middle(Viewport now) {
        double at = view.crosshairProperty().get();
        return at >= now.low() && at <= now.high() ? at : (now.low() + now.high()) / 2;
    }

    private void side(KeyEvent e, Viewport now, int direction) {
        if (!e.isShiftDown()) {
            view.viewportProperty().set(now.pan(direction * STEP * now.span()));
            return;
        }
        boolean bars = !(view.getModel() instanceof ChartModel.LineChart);
        double step = bars ? 1 : now.span() / 100;
        double from = Double.isNaN(view.crosshairProperty().get())
                ? middle(now)
                : view.crosshairProperty().get();
        double to = bars ? Math.rint(from) + direction * step : from + direction * step;
        double at = Math.clamp(to, now.min(), now.max());
        view.crosshairProperty().set(at);
        view.viewportProperty()
                .set(at < now.low() ? now.pan(at - now.low()) : at > now.high() ? now.pan(at - now.high()) : now);
        view.readOut().ifPresent(hit -> view.setAccessibleText(ChartGestures.spoken(hit)));
    }

    private static String spoken(ReadOut hit) {
        StringBuilder words = new StringBuilder(hit.title());
        hit.entries()
                .forEach(entry ->
                        words.append(", ").append(entry.name()).append(' ').append(entry.value()));
        return words.toString();
    }

    private boolean tileKey(KeyEvent e) {
        boolean tiles = view.painter().frame(0).isPresent();
        int columns = tiles ? columns() : 1;
        int by =
                switch (e.getCode()) {
                    case LEFT -> tiles ? -1 : 0;
                    case RIGHT -> tiles ? 1 : 0;
                    case UP -> -columns;
                    case DOWN -> columns;
                    default -> 0;
                };
        if (by == 0) {
            return false;
        }
        var chosen = tiles ? view.selectedTileProperty() : view.selectedIndexProperty();
        int size = view.painter().names().size();
        int next = chosen.get() < 0 ? 0 : chosen.get() + by;
        if (next >= 0 && next < size) {
            chosen.set(next);
        }
        return true;
    }

    private int columns() {
        double top = view.painter().frame(0).orElseThrow()[1];
        int columns = 1;
        while (view.painter().frame(columns).filter(at -> at[1] == top).isPresent()) {
            columns++;
        }
        return columns;
    }
}
