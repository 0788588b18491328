package io.riskloom.app.chart;

import io.riskloom.app.chart.Ticks.Tick;
import java.util.List;

/** Layout shared by the charts with a price axis on the right. */
final class DateFrame {

    private static final double LEFT = 8;

    private DateFrame() {}

    /** The range with a twentieth of room at both ends; {0, 1} where there is nothing. */
    static double[] pad(double[] range, boolean log) {
        if (range[0] > range[1]) {
            return new double[] {0, 1};
        }
        if (log && range[0] > 0) {
            double room = Math.pow(range[1] / range[0], 0.05);
            return new double[] {range[0] / room, range[1] * room};
        }
        double room = (range[1] - range[0]) * 0.05;
        return new double[] {range[0] - room, range[1] + room};
    }

    /** Draws the grid and the labels of the price axis and gives the plot between them. */
    static Plot prices(Surface s, Style style, Viewport view, double[] range, double top, double width, double bottom) {
        return prices(s, style, view, range, top, width, bottom, 0);
    }

    /** As above, with room right of the plot for words so wide. */
    static Plot prices(
            Surface s,
            Style style,
            Viewport view,
            double[] range,
            double top,
            double width,
            double bottom,
            double words) {
        Axis y = Axis.of(range[0], range[1], bottom, Math.min(top, bottom - 1), style.log());
        Ticks ticks = Frame.values(y, Frame.rows(bottom - top));
        double right = Math.max(LEFT + 1, width - Math.max(56, Math.max(words, Frame.gutter(s, ticks)) + 20));
        Axis x = Axis.of(view.low(), view.high(), LEFT, right, false);
        Plot plot = new Plot(LEFT, Math.min(top, bottom - 1), right, bottom, x, y);
        Frame.right(s, style, plot, ticks);
        return plot;
    }

    /** Labels of the dates below the plot. */
    static void dates(Surface s, Style style, Plot plot, Bars bars, int first, int last, double width) {
        dates(s, style, plot, bars.days, first, last, width);
    }

    /** As above, of epoch days. */
    static void dates(Surface s, Style style, Plot plot, int[] days, int first, int last, double width) {
        double shown = (plot.x().at(last) - plot.x().at(first)) / 92;
        Frame.below(s, style, plot, DateTicks.of(days, first, last, (int) Math.max(1, shown)), width, false);
    }

    /** A strip under the plot for the volume, with its largest round value. */
    static Plot strip(Surface s, Style style, Plot plot, double most, double top, double bottom) {
        Axis y = Axis.of(0, most > 0 ? most * 1.05 : 1, bottom, top, false);
        Plot strip = new Plot(plot.left(), top, plot.right(), bottom, plot.x(), y);
        if (most > 0) {
            Tick highest = Ticks.linear(0, most, 3).list().getLast();
            Frame.right(s, style, strip, new Ticks(List.of(highest)));
        }
        return strip;
    }
}
