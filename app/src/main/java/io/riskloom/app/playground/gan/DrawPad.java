package io.riskloom.app.playground.gan;

import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Real points drawn by hand: where the pencil is, what it adds, what the eraser takes away. */
final class DrawPad {

    /** Two points of a stroke are no closer. */
    private static final double APART = 0.04;

    /** The eraser's reach. */
    private static final double REACH = 0.12;

    private final GanViewModel model;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Point> pencil = new ReadOnlyObjectWrapper<>(new Point(0, 0));

    DrawPad(GanViewModel model) {
        this.model = model;
        model.settings().subscribe((was, is) -> {
            if (!is.data().kind().equals("drawn")) {
                on.set(false);
            }
        });
    }

    /** Whether the mouse and the arrow keys draw. */
    BooleanProperty on() {
        return on;
    }

    ReadOnlyObjectProperty<Point> pencil() {
        return pencil.getReadOnlyProperty();
    }

    void move(double x, double y) {
        pencil.set(new Point(clamp(x), clamp(y)));
    }

    void nudge(double dx, double dy) {
        move(pencil.get().x() + dx, pencil.get().y() + dy);
    }

    private static double clamp(double value) {
        return Math.clamp(value, -ArenaSettings.VIEW, ArenaSettings.VIEW);
    }

    /** What is drawn from now on is taken back together, apart from what was drawn before. */
    void stroke() {
        model.settle();
    }

    /** A point where the pencil is, unless there is one or there are too many. */
    void add() {
        List<Point> points = model.settings().get().data().points();
        Point at = pencil.get();
        if (points.size() < Data.MOST_POINTS && points.stream().allMatch(other -> distance(other, at) >= APART)) {
            List<Point> more = new ArrayList<>(points);
            more.add(at);
            draw(more);
        }
    }

    /** The nearest point, where one is near. */
    void erase() {
        List<Point> points = model.settings().get().data().points();
        Point at = pencil.get();
        points.stream()
                .min(Comparator.comparingDouble(other -> distance(other, at)))
                .filter(nearest -> distance(nearest, at) <= REACH && points.size() > 1)
                .ifPresent(nearest -> {
                    List<Point> fewer = new ArrayList<>(points);
                    fewer.remove(nearest);
                    draw(fewer);
                });
    }

    /** All points away but the last, since there must be something to learn. */
    void clear() {
        List<Point> points = model.settings().get().data().points();
        stroke();
        if (!points.isEmpty()) {
            draw(List.of(points.getLast()));
        }
    }

    private void draw(List<Point> points) {
        model.change("draw", s -> s.with(Data.drawn(points)));
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
