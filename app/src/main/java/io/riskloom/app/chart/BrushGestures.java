package io.riskloom.app.chart;

import io.riskloom.app.text.Formats;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Choosing bars by dragging, or by keys: arrows move what is chosen, Shift with an arrow its end, Escape lets go of it. */
final class BrushGestures {

    /** So near, in pixels, an end of what is chosen is taken up again. */
    private static final double NEAR = 5;

    /** A key moves by this share of what is shown. */
    private static final double STEP = 0.02;

    private final ChartView view;
    private int anchor;

    BrushGestures(ChartView view) {
        this.view = view;
    }

    /** Whether a drag that begins there chooses bars. */
    boolean press(double x, double y) {
        if (view.brushableProperty().get() == null
                || view.plot() == null
                || !view.plot().holds(x, y)) {
            return false;
        }
        anchor = bar(x);
        ChartBrush now = view.brushProperty().get();
        if (now != null && Math.abs(x - view.plot().x().at(now.first() - 0.5)) <= NEAR) {
            anchor = now.last();
        } else if (now != null && Math.abs(x - view.plot().x().at(now.last() + 0.5)) <= NEAR) {
            anchor = now.first();
        }
        return true;
    }

    void drag(double x) {
        Plot plot = view.plot();
        ChartBrush limits = view.brushableProperty().get();
        if (plot != null && limits != null) {
            int to = bar(Math.clamp(x, plot.left(), plot.right()));
            view.brushProperty().set(ChartBrush.between(anchor, to, limits));
        }
    }

    private int bar(double x) {
        return (int) Math.round(view.plot().x().value(x));
    }

    /** Whether the key was one of its own. */
    boolean key(KeyEvent e) {
        ChartBrush limits = view.brushableProperty().get();
        ChartBrush now = view.brushProperty().get();
        if (limits == null || e.getCode() == KeyCode.ESCAPE && now == null) {
            return false;
        }
        int step = (int) Math.max(1, STEP * view.viewportProperty().get().span());
        switch (e.getCode()) {
            case LEFT -> choose(now, -step, e.isShiftDown(), limits);
            case RIGHT -> choose(now, step, e.isShiftDown(), limits);
            case ESCAPE -> view.brushProperty().set(null);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Where nothing is chosen yet, the first key chooses the middle third. */
    private void choose(ChartBrush now, int by, boolean end, ChartBrush limits) {
        int third = limits.size() / 3;
        ChartBrush next = now == null
                ? ChartBrush.between(limits.first() + third, limits.last() - third, limits)
                : end ? now.ended(by, limits) : now.moved(by, limits);
        view.brushProperty().set(next);
        view.setAccessibleText(Formats.day(view.dates().get(next.first())) + " – "
                + Formats.day(view.dates().get(next.last())));
    }
}
