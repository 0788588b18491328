package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Distributions over common bins, laid over one another with an outline each. */
final class HistogramPainter implements ChartPainter {

    private final HistogramChart chart;
    private final int bins;

    HistogramPainter(HistogramChart chart) {
        this.chart = chart;
        this.bins = Math.max(0, chart.edges().length - 1);
        for (HistogramChart.Bars group : chart.groups()) {
            if (group.heights().length != bins) {
                throw new IllegalArgumentException(
                        group.name() + " has " + group.heights().length + " heights for " + bins + " bins");
            }
        }
    }

    @Override
    public Viewport home() {
        if (bins == 0 || !(chart.edges()[0] < chart.edges()[bins])) {
            return Viewport.all(0, 1, 1);
        }
        double span = chart.edges()[bins] - chart.edges()[0];
        return Viewport.all(chart.edges()[0], chart.edges()[bins], span);
    }

    @Override
    public boolean scales() {
        return true;
    }

    @Override
    public boolean empty() {
        return bins == 0 || chart.groups().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        Palette palette = style.palette();
        List<Item> items = new ArrayList<>();
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (HistogramChart.Bars group : chart.groups()) {
            Swatch swatch = group.outline() ? Swatch.LINE : Swatch.AREA;
            items.add(new Item(group.name(), Palette.alpha(palette.tone(group.tone()), 0.7), swatch));
            for (double h : group.heights()) {
                most = Double.isFinite(h) ? Math.max(most, h) : most;
                least = h > 0 ? Math.min(least, h) : least;
            }
        }
        double top = Head.draw(s, style, items, width) + (chart.yLabel().isEmpty() ? 0 : 20);
        double bottom = Math.max(top + 1, height - Frame.foot(chart.xLabel()));
        boolean log = style.log() && most > 0;
        Axis y = log
                ? Axis.of(least / 2, most * 2, bottom, top, true)
                : Axis.of(0, most > 0 ? most * (chart.marks().isEmpty() ? 1.05 : 1.15) : 1, bottom, top, false);
        Ticks yTicks = Frame.values(y, Frame.rows(bottom - top));
        double left = Math.max(40, Frame.gutter(s, yTicks) + 24);
        double right = Math.max(left + 1, width - 16);
        Plot plot = new Plot(left, top, right, bottom, Axis.of(view.low(), view.high(), left, right, false), y);
        Frame.left(s, style, plot, yTicks);
        int count = Math.clamp((int) (plot.width() / 72), 2, 12);
        Frame.below(s, style, plot, Ticks.linear(view.low(), view.high(), count), width, false);
        Frame.names(s, style, plot, chart.xLabel(), chart.yLabel(), false, height);
        s.clip(plot.left(), plot.top(), plot.width(), plot.height() + 1);
        // Marks first: their words must not hide data.
        for (int m = 0; m < chart.marks().size(); m++) {
            Frame.mark(
                    s,
                    style,
                    plot,
                    chart.marks().get(m).x(),
                    chart.marks().get(m).words(),
                    m);
        }
        for (HistogramChart.Bars group : chart.groups()) {
            draw(s, plot, group, palette.tone(group.tone()));
        }
        s.unclip();
        return plot;
    }

    private void draw(Surface s, Plot plot, HistogramChart.Bars group, int colour) {
        double[] heights = group.heights();
        if (bins == 0) {
            return;
        }
        double[] x = new double[2 * bins + 2];
        double[] y = new double[2 * bins + 2];
        x[0] = plot.x().at(chart.edges()[0]);
        y[0] = plot.bottom();
        for (int b = 0; b < bins; b++) {
            double h = heights[b] > 0 ? plot.y().at(heights[b]) : plot.bottom();
            x[2 * b + 1] = plot.x().at(chart.edges()[b]);
            x[2 * b + 2] = plot.x().at(chart.edges()[b + 1]);
            y[2 * b + 1] = h;
            y[2 * b + 2] = h;
        }
        x[2 * bins + 1] = plot.x().at(chart.edges()[bins]);
        y[2 * bins + 1] = plot.bottom();
        if (!group.outline()) {
            s.polygon(x, y, x.length, Palette.alpha(colour, 0.22));
        }
        s.polyline(x, y, x.length, Pen.solid(colour, 1.5));
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        double at = plot.x().value(px);
        for (int b = 0; b < bins; b++) {
            double low = chart.edges()[b];
            double high = chart.edges()[b + 1];
            if (at >= low && (at < high || b == bins - 1 && at <= high)) {
                List<Entry> entries = new ArrayList<>();
                double most = 0;
                for (HistogramChart.Bars group : chart.groups()) {
                    entries.add(new Entry(group.name(), LinePainter.plain(group.heights()[b])));
                    most = Math.max(most, group.heights()[b]);
                }
                double centre = (plot.x().at(low) + plot.x().at(high)) / 2;
                double half = Math.abs(plot.x().at(high) - plot.x().at(low)) / 2;
                String title = Formats.compact(low) + " – " + Formats.compact(high);
                return Optional.of(new ReadOut(centre, half, plot.y().at(most), plot.bottom(), b, title, entries));
            }
        }
        return Optional.empty();
    }

    @Override
    public String kind() {
        return "chart.kind.histogram";
    }

    @Override
    public List<String> names() {
        return chart.groups().stream().map(HistogramChart.Bars::name).toList();
    }

    @Override
    public void csv(CsvWriter out) throws IOException {
        out.text("from").text("to");
        for (HistogramChart.Bars group : chart.groups()) {
            out.text(group.name());
        }
        out.end();
        for (int b = 0; b < bins; b++) {
            out.number(chart.edges()[b]).number(chart.edges()[b + 1]);
            for (HistogramChart.Bars group : chart.groups()) {
                out.number(group.heights()[b]);
            }
            out.end();
        }
    }
}
