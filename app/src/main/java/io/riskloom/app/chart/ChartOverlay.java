package io.riskloom.app.chart;

import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.ReadOut.Place;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import java.util.Optional;

/** What lies over a chart and moves with the mouse: crosshair, read-out, selection, focus. */
final class ChartOverlay {

    private static final double ROW = 18;
    private static final double INSET = 10;
    private static final double BRUSHED = 0.14;

    private final Surface s;
    private final Palette palette;
    private final double width;
    private final double height;

    ChartOverlay(Surface s, Palette palette, double width, double height) {
        this.s = s;
        this.palette = palette;
        this.width = width;
        this.height = height;
    }

    void draw(ChartView view) {
        Plot plot = view.plot();
        if (plot != null) {
            brush(view.brushProperty().get(), plot);
            selection(view, plot);
            mark(view.markedProperty().get(), plot);
            view.readOut().ifPresent(readOut -> {
                if (!Double.isNaN(readOut.x()) && view.painter().lined()) {
                    double x = Math.floor(readOut.x()) + 0.5;
                    s.line(x, plot.top(), x, plot.bottom(), Pen.dotted(palette.muted(), 1));
                }
                box(plot, readOut);
            });
        }
        if (view.isFocusVisible()) {
            s.box(1, 1, width - 2, height - 2, 6, 0, Pen.solid(palette.accent(), 2));
        }
    }

    /** A veil over the bars chosen, with a line at each end that is in view. */
    private void brush(ChartBrush brush, Plot plot) {
        if (brush == null) {
            return;
        }
        double from = plot.x().at(brush.first() - 0.5);
        double to = plot.x().at(brush.last() + 0.5);
        double left = Math.max(plot.left(), from);
        double right = Math.min(plot.right(), to);
        if (left < right) {
            s.rect(left, plot.top(), right - left, plot.height(), Palette.alpha(palette.accent(), BRUSHED));
        }
        for (double end : new double[] {from, to}) {
            if (end >= plot.left() && end <= plot.right()) {
                double x = Math.floor(end) + 0.5;
                s.line(x, plot.top(), x, plot.bottom(), Pen.solid(palette.accent(), 1));
            }
        }
    }

    /** A frame around a box, in the colour of what is chosen with a rim that stands out from any cell. */
    private void mark(ChartMark mark, Plot plot) {
        if (mark == null) {
            return;
        }
        double left = Math.round(plot.x().at(mark.left()));
        double top = Math.round(plot.y().at(mark.top()));
        double wide = Math.round(plot.x().at(mark.right())) - left;
        double high = Math.round(plot.y().at(mark.bottom())) - top;
        s.box(left - 0.5, top - 0.5, wide + 1, high + 1, 1, 0, Pen.solid(palette.panel(), 4));
        s.box(left - 0.5, top - 0.5, wide + 1, high + 1, 1, 0, Pen.solid(palette.accent(), 2));
    }

    private void selection(ChartView view, Plot plot) {
        int tile = view.selectedTileProperty().get();
        Optional<double[]> frame = view.painter().frame(tile);
        frame.ifPresent(at -> s.box(at[0] - 1, at[1] - 1, at[2] + 2, at[3] + 2, 2, 0, Pen.solid(palette.accent(), 2)));
        int index = view.selectedIndexProperty().get();
        if (index < 0) {
            return;
        }
        double x = plot.x().at(index);
        if (!view.dates().isEmpty() && x >= plot.left() && x <= plot.right()) {
            s.line(Math.floor(x) + 0.5, plot.top(), Math.floor(x) + 0.5, plot.bottom(), Pen.solid(palette.accent(), 1));
            s.polygon(
                    new double[] {x - 4, x + 5, x + 0.5},
                    new double[] {plot.top(), plot.top(), plot.top() + 6},
                    3,
                    palette.accent());
        }
    }

    private void box(Plot plot, ReadOut readOut) {
        double names = 0;
        double values = 0;
        for (Entry entry : readOut.entries()) {
            names = Math.max(names, measure(entry.name()));
            values = Math.max(values, measure(entry.value()));
        }
        double title = readOut.title().isEmpty() ? 0 : ROW;
        double wide = 2 * INSET + Math.max(names + 12 + values, measure(readOut.title()));
        double high = 12 + title + ROW * readOut.entries().size();
        Place at = readOut.place(plot, wide, high, width);
        double x = Math.round(at.x()) + 0.5;
        double y = Math.round(at.y()) + 0.5;
        s.box(x, y, wide, high, 6, palette.panel(), Pen.solid(palette.line(), 1));
        s.text(readOut.title(), x + INSET, y + 19, Style.TEXT, Weight.REGULAR, Anchor.START, palette.muted());
        double baseline = y + 19 + title;
        for (Entry entry : readOut.entries()) {
            s.text(entry.name(), x + INSET, baseline, Style.TEXT, Weight.REGULAR, Anchor.START, palette.muted());
            s.text(entry.value(), x + wide - INSET, baseline, Style.TEXT, Weight.REGULAR, Anchor.END, palette.text());
            baseline += ROW;
        }
    }

    private double measure(String words) {
        return s.textWidth(words, Style.TEXT, Weight.REGULAR);
    }
}
