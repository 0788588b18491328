package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.chart.Ticks.Tick;

/** Grid lines and labels around a plot. */
final class Frame {

    private static final double LABEL = 16;

    private Frame() {}

    /** How many labels a vertical axis has room for. */
    static int rows(double height) {
        return Math.clamp((int) (height / 28), 2, 12);
    }

    static Ticks values(Axis axis, int most) {
        return axis.log() ? Ticks.log(axis.low(), axis.high(), most) : Ticks.linear(axis.low(), axis.high(), most);
    }

    /** Width of the widest label. */
    static double gutter(Surface s, Ticks ticks) {
        double widest = 0;
        for (Tick tick : ticks.list()) {
            widest = Math.max(widest, s.textWidth(tick.label(), Style.TEXT, Weight.REGULAR));
        }
        return widest;
    }

    /** Horizontal grid lines with labels right of them. */
    static void right(Surface s, Style style, Plot plot, Ticks ticks) {
        for (Tick tick : ticks.list()) {
            double y = grid(s, style, plot, tick);
            label(s, style, tick.label(), plot.right() + 8, y + 4, Anchor.START);
        }
    }

    /** Horizontal grid lines with labels left of them. */
    static void left(Surface s, Style style, Plot plot, Ticks ticks) {
        for (Tick tick : ticks.list()) {
            double y = grid(s, style, plot, tick);
            label(s, style, tick.label(), plot.left() - 8, y + 4, Anchor.END);
        }
    }

    /** Labels below the plot; those that would touch their neighbour or leave the chart are left out. */
    static void below(Surface s, Style style, Plot plot, Ticks ticks, double width, boolean lines) {
        double free = 4;
        for (Tick tick : ticks.list()) {
            double x = plot.x().at(tick.at());
            double half = s.textWidth(tick.label(), Style.TEXT, Weight.REGULAR) / 2;
            if (x < plot.left() - 0.5 || x > plot.right() + 0.5) {
                continue;
            }
            if (lines) {
                double at = Math.floor(x) + 0.5;
                s.line(
                        at,
                        plot.top(),
                        at,
                        plot.bottom(),
                        Pen.solid(style.palette().grid(), 1));
            }
            double centre = Math.clamp(x, Math.min(half + 4, width / 2), Math.max(width - half - 4, width / 2));
            if (Math.abs(centre - x) < half && centre - half >= free) {
                label(s, style, tick.label(), centre, plot.bottom() + 18, Anchor.MIDDLE);
                free = centre + half + LABEL;
            }
        }
    }

    /** The name of the x axis, centred under its labels, and of the y axis, above its labels. */
    static void names(Surface s, Style style, Plot plot, String xName, String yName, boolean right, double height) {
        if (!xName.isEmpty()) {
            label(s, style, xName, (plot.left() + plot.right()) / 2, height - 8, Anchor.MIDDLE);
        }
        if (!yName.isEmpty()) {
            double wide = s.textWidth(yName, Style.TEXT, Weight.REGULAR);
            double x = right ? Math.max(16, plot.right() + 48 - wide) : 16;
            label(s, style, yName, x, plot.top() - 12, Anchor.START);
        }
    }

    /** Height needed below the plot. */
    static double foot(String xName) {
        return xName.isEmpty() ? 28 : 46;
    }

    /** A dashed vertical line with words at its upper end, on the side that has room; {@code row} counts from the top. */
    static void mark(Surface s, Style style, Plot plot, double at, String words, int row) {
        double x = plot.x().at(at);
        if (!(x >= plot.left() - 0.5 && x <= plot.right() + 0.5)) {
            return;
        }
        s.line(x, plot.top(), x, plot.bottom(), Pen.dotted(style.palette().muted(), 1));
        double wide = s.textWidth(words, Style.TEXT, Weight.REGULAR);
        double from = x + 6 + wide > plot.right() ? x - 6 - wide : x + 6;
        double y = plot.top() + 12 + 16 * row;
        s.rect(from - 2, y - 11, wide + 4, 14, Palette.alpha(style.palette().panel(), 0.85));
        label(s, style, words, from, y, Anchor.START);
    }

    static void label(Surface s, Style style, String words, double x, double y, Anchor anchor) {
        s.text(words, x, y, Style.TEXT, Weight.REGULAR, anchor, style.palette().muted());
    }

    private static double grid(Surface s, Style style, Plot plot, Tick tick) {
        double y = plot.y().at(tick.at());
        double at = Math.floor(y) + 0.5;
        s.line(plot.left(), at, plot.right(), at, Pen.solid(style.palette().grid(), 1));
        return y;
    }
}
