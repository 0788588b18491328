package io.riskloom.app.playground.cell;

import io.riskloom.app.chart.Palette;
import io.riskloom.app.chart.Surface;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.engine.lesson.CellStep;
import java.util.ArrayList;
import java.util.List;

/** Wires, gates and operations of a cell's diagram; those not reached yet are faint. */
record CellPen(Surface surface, Palette palette) {

    static final double GATE_WIDTH = 112;
    static final double GATE_HEIGHT = 50;
    private static final double OPERATION = 12;
    private static final double FAINT = 0.4;

    private int ink(boolean shown) {
        return shown ? palette.text() : Palette.alpha(palette.muted(), FAINT);
    }

    /** Through points x, y, x, y …, with a head at the last one. */
    void wire(boolean shown, double... points) {
        Pen pen = Pen.solid(ink(shown), shown ? 1.5 : 1);
        int last = points.length - 2;
        for (int i = 0; i < last; i += 2) {
            surface.line(points[i], points[i + 1], points[i + 2], points[i + 3], pen);
        }
        double x = points[last];
        double y = points[last + 1];
        double dx = Math.signum(x - points[last - 2]);
        double dy = Math.signum(y - points[last - 1]);
        surface.polygon(
                new double[] {x, x - 6 * dx - 3.5 * dy, x - 6 * dx + 3.5 * dy},
                new double[] {y, y - 6 * dy - 3.5 * dx, y - 6 * dy + 3.5 * dx},
                3,
                pen.argb());
    }

    /** A round operation such as × or +. */
    void operation(boolean shown, boolean current, String sign, double x, double y) {
        Pen edge = Pen.solid(current ? palette.accent() : ink(shown), current ? 2 : 1.5);
        surface.box(x - OPERATION, y - OPERATION, 2 * OPERATION, 2 * OPERATION, OPERATION, palette.panel(), edge);
        surface.text(sign, x, y + 5, 14, Weight.REGULAR, Anchor.MIDDLE, ink(shown));
    }

    /** A gate whose ground is the stronger the wider it is open. */
    void gate(boolean shown, boolean current, String title, String sum, double value, double x, double y) {
        int ground = shown ? palette.diverging(0.55 * value) : palette.panel();
        Pen edge = Pen.solid(current ? palette.accent() : shown ? palette.muted() : palette.line(), current ? 2 : 1);
        double left = x - GATE_WIDTH / 2;
        double top = y - GATE_HEIGHT / 2;
        surface.box(left, top, GATE_WIDTH, GATE_HEIGHT, 6, ground, edge);
        words(shown, title, x, y + GATE_HEIGHT / 2 + 15, false);
        surface.text(sum, x, y - 6, 12, Weight.REGULAR, Anchor.MIDDLE, ink(shown));
        if (shown) {
            surface.text(CellWords.number(value), x, y + 14, 15, Weight.SEMIBOLD, Anchor.MIDDLE, palette.text());
        }
    }

    /** A small round-cornered box with words, such as tanh. */
    void function(boolean shown, String name, double x, double y) {
        Pen edge = Pen.solid(ink(shown), 1.2);
        surface.box(x - 22, y - 11, 44, 22, 11, palette.panel(), edge);
        surface.text(name, x, y + 4, 12, Weight.REGULAR, Anchor.MIDDLE, ink(shown));
    }

    void words(boolean shown, String words, double x, double y, boolean strong) {
        Weight weight = strong ? Weight.SEMIBOLD : Weight.REGULAR;
        int colour = strong ? ink(shown) : shown ? palette.muted() : Palette.alpha(palette.muted(), FAINT);
        surface.text(words, x, y, 12, weight, Anchor.MIDDLE, colour);
    }

    /** What comes in from below, all of it in one line. */
    void inputs(CellStep step, double x, double y) {
        List<String> words = new ArrayList<>();
        for (int j = 0; j < step.x().length; j++) {
            words.add(CellWords.indexed("x", j) + " = " + CellWords.number(step.x()[j]));
        }
        for (int k = 0; k < step.h().length; k++) {
            words.add(CellWords.indexed("h", k) + " = " + CellWords.number(step.h()[k]));
        }
        surface.text(String.join("    ", words), x, y, 13, Weight.SEMIBOLD, Anchor.START, palette.text());
    }

    /** A name with its number on a wire. */
    void value(boolean shown, String name, double value, double x, double y, Anchor anchor) {
        String words = shown ? name + " = " + CellWords.number(value) : name;
        surface.text(words, x, y, 13, Weight.SEMIBOLD, anchor, ink(shown));
    }
}
