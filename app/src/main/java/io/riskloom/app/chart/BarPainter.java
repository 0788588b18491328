package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.BarChart.Bar;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Horizontal bars from a common zero, the names left of them, the values at their ends. */
final class BarPainter implements ChartPainter {

    /** Height of a bar with the space to the next one that a view asks for. */
    static final double SLOT = 26;

    private final BarChart chart;
    private final int digits;

    BarPainter(BarChart chart) {
        this.chart = chart;
        this.digits = digits(chart);
    }

    /** Decimals that all values share: three significant digits of the largest, fewer where they would all be zeros. */
    private static int digits(BarChart chart) {
        double[] values = chart.bars().stream()
                .mapToDouble(Bar::value)
                .filter(Double::isFinite)
                .toArray();
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        int most = largest == 0 ? 0 : Math.clamp(2 - (int) Math.floor(Math.log10(largest)), 0, 9);
        for (int d = 0; d < most; d++) {
            double scale = Math.pow(10, d);
            if (Arrays.stream(values).allMatch(v -> Math.abs(v * scale - Math.rint(v * scale)) < 1e-9 * scale)) {
                return d;
            }
        }
        return most;
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, 1, 1);
    }

    @Override
    public boolean empty() {
        return chart.bars().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        double names = 0;
        double values = 0;
        double low = 0;
        double high = 0;
        for (Bar bar : chart.bars()) {
            names = Math.max(names, s.textWidth(bar.name(), Style.TEXT, Weight.REGULAR));
            values = Math.max(values, s.textWidth(value(bar), Style.TEXT, Weight.REGULAR));
            if (Double.isFinite(bar.value())) {
                low = Math.min(low, bar.value());
                high = Math.max(high, bar.value());
            }
            if (bar.whiskers()) {
                low = Math.min(low, bar.low());
                high = Math.max(high, bar.high());
            }
        }
        double top = Head.draw(s, style, List.of(), width);
        double bottom = Math.max(top + 1, height - Frame.foot(chart.xLabel()));
        double left = 16 + Math.min(names, width * 0.42) + 8;
        double right = Math.max(left + 1, width - 16);
        // Values stand outside the bars, so the axis ends where the widest of them still fits.
        double from = low < 0 ? left + values + 6 : left;
        double to = Math.max(from + 1, high > 0 || low == 0 ? right - values - 6 : right);
        Axis x = low == high ? Axis.of(0, 1, from, to, false) : Axis.of(low, high, from, to, false);
        Axis y = Axis.of(0, Math.max(1, chart.bars().size()), top, bottom, false);
        Plot plot = new Plot(left, top, right, bottom, x, y);
        int most = Math.clamp((int) ((to - from) / 80), 2, 8);
        Frame.below(s, style, plot, Ticks.linear(x.low(), x.high(), most), width, true);
        Frame.names(s, style, plot, chart.xLabel(), "", false, height);
        double slot = plot.height() / Math.max(1, chart.bars().size());
        int every = Math.max(1, (int) Math.ceil(13 / slot));
        for (int b = 0; b < chart.bars().size(); b++) {
            bar(s, style, plot, b, slot, b % every == 0);
        }
        double zero = Math.floor(x.at(0)) + 0.5;
        s.line(zero, top, zero, bottom, Pen.solid(style.palette().line(), 1));
        return plot;
    }

    private void bar(Surface s, Style style, Plot plot, int b, double slot, boolean named) {
        Bar bar = chart.bars().get(b);
        double middle = plot.y().at(b + 0.5);
        double thick = Math.clamp(slot * 0.6, 1, 16);
        double value = Double.isFinite(bar.value()) ? bar.value() : 0;
        double zero = plot.x().at(0);
        double end = plot.x().at(value);
        double wide = Math.abs(end - zero);
        if (wide > 0) {
            s.rect(
                    Math.min(zero, end),
                    middle - thick / 2,
                    wide,
                    thick,
                    style.palette().tone(bar.tone()));
        }
        if (bar.whiskers()) {
            whisker(s, style, plot, bar, middle, thick / 2);
        }
        if (named) {
            String name = SurfaceText.fit(s, bar.name(), Style.TEXT, Weight.REGULAR, plot.left() - 24);
            s.text(
                    name,
                    plot.left() - 8,
                    middle + 4,
                    Style.TEXT,
                    Weight.REGULAR,
                    Anchor.END,
                    style.palette().text());
            Frame.label(
                    s,
                    style,
                    value(bar),
                    value < 0 ? outer(plot, bar) - 6 : outer(plot, bar) + 6,
                    middle + 4,
                    value < 0 ? Anchor.END : Anchor.START);
        }
    }

    /** Where the bar or its whisker ends, whichever is further from zero. */
    private static double outer(Plot plot, Bar bar) {
        double end = plot.x().at(Double.isFinite(bar.value()) ? bar.value() : 0);
        if (!bar.whiskers()) {
            return end;
        }
        return bar.value() < 0
                ? Math.min(end, plot.x().at(bar.low()))
                : Math.max(end, plot.x().at(bar.high()));
    }

    private static void whisker(Surface s, Style style, Plot plot, Bar bar, double middle, double half) {
        double from = plot.x().at(bar.low());
        double to = plot.x().at(bar.high());
        Pen pen = Pen.solid(style.palette().text(), 1.5);
        s.line(from, middle, to, middle, pen);
        for (double end : new double[] {from, to}) {
            s.line(end, middle - half / 2, end, middle + half / 2, pen);
        }
    }

    private String value(Bar bar) {
        return Formats.number(bar.value(), digits);
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int b = (int) Math.floor(plot.y().value(py));
        if (b < 0 || b >= chart.bars().size()) {
            return Optional.empty();
        }
        Bar bar = chart.bars().get(b);
        double end = Double.isFinite(bar.value())
                ? plot.x().at(bar.value())
                : plot.x().at(0);
        double zero = plot.x().at(0);
        String interval = bar.whiskers()
                ? " (" + Formats.number(bar.low(), digits) + " – " + Formats.number(bar.high(), digits) + ")"
                : "";
        return Optional.of(new ReadOut(
                Double.NaN,
                Math.abs(end - zero) / 2,
                plot.y().at(b),
                plot.y().at(b + 1),
                b,
                bar.name(),
                List.of(new Entry(chart.xLabel(), value(bar) + interval))));
    }

    @Override
    public String kind() {
        return "chart.kind.bars";
    }

    @Override
    public List<String> names() {
        return chart.bars().stream().map(Bar::name).toList();
    }

    @Override
    public void csv(CsvWriter out) throws IOException {
        boolean intervals = chart.bars().stream().anyMatch(Bar::whiskers);
        out.text("name").text(chart.xLabel().isEmpty() ? "value" : chart.xLabel());
        if (intervals) {
            out.text("low").text("high");
        }
        out.end();
        for (Bar bar : chart.bars()) {
            out.text(bar.name()).number(bar.value());
            if (intervals) {
                out.number(bar.low()).number(bar.high());
            }
            out.end();
        }
    }
}
