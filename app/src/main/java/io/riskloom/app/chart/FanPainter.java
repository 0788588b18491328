package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.FanChart;
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

/** Generated paths as bands between their quantiles, with some of them drawn singly. */
final class FanPainter implements ChartPainter {

    private static final int SINGLE_PATHS = 24;

    private final FanChart chart;
    private final int steps;
    /** One row a share. */
    private final double[][] quantiles;

    FanPainter(FanChart chart) {
        this.chart = chart;
        steps = Math.max(chart.real().length, chart.bands().steps());
        quantiles = chart.bands().over(steps);
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, Math.max(1, steps - 1), Math.min(4, Math.max(1, steps - 1)));
    }

    @Override
    public boolean zooms() {
        return true;
    }

    @Override
    public boolean scales() {
        return true;
    }

    @Override
    public boolean empty() {
        return steps == 0;
    }

    private double[] highlighted() {
        int h = chart.highlighted();
        return h >= 0 && h < chart.prices().length ? chart.prices()[h] : new double[0];
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        Palette palette = style.palette();
        double top =
                Head.draw(s, style, legend(palette), width) + (chart.yLabel().isEmpty() ? 0 : 20);
        double bottom = Math.max(top + 1, height - Frame.foot(chart.xLabel()));
        int from = Math.max(0, (int) Math.floor(view.low()));
        int to = Math.min(steps, (int) Math.ceil(view.high()) + 1);
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] line : new double[][] {quantiles[0], quantiles[4], highlighted(), chart.real()}) {
            widen(line, from, to, range);
        }
        double[] shown = chart.yRange() == null
                ? DateFrame.pad(range, style.log())
                : new double[] {chart.yRange().low(), chart.yRange().high()};
        Plot plot = DateFrame.prices(s, style, view, shown, top, width, bottom);
        int most = Math.clamp((int) (plot.width() / 72), 2, 12);
        Frame.below(s, style, plot, Ticks.linear(view.low(), view.high(), most), width, false);
        Frame.names(s, style, plot, chart.xLabel(), chart.yLabel(), true, height);
        s.clip(plot.left(), plot.top(), plot.width(), plot.height());
        Band.draw(s, plot, null, quantiles[0], quantiles[4], from, to, Palette.alpha(palette.accent(), Palette.BAND90));
        Band.draw(s, plot, null, quantiles[1], quantiles[3], from, to, Palette.alpha(palette.accent(), Palette.BAND50));
        int stride = Math.max(1, chart.prices().length / SINGLE_PATHS);
        for (int p = 0; p < chart.prices().length; p += stride) {
            line(s, plot, chart.prices()[p], from, to, Pen.solid(Palette.alpha(palette.muted(), 0.35), 1));
        }
        line(s, plot, quantiles[2], from, to, Pen.solid(palette.accent(), 2));
        line(s, plot, chart.real(), from, to, Pen.solid(palette.text(), 1.5));
        line(s, plot, highlighted(), from, to, Pen.solid(palette.amber(), 2));
        s.unclip();
        return plot;
    }

    private static void widen(double[] line, int from, int to, double[] range) {
        for (int t = from; t < Math.min(to, line.length); t++) {
            if (Double.isFinite(line[t])) {
                range[0] = Math.min(range[0], line[t]);
                range[1] = Math.max(range[1], line[t]);
            }
        }
    }

    private static void line(Surface s, Plot plot, double[] values, int from, int to, Pen pen) {
        Decimation.run(null, values, from, Math.min(to, values.length), plot.x(), plot.y(), (x, y, n) -> {
            if (n > 1) {
                s.polyline(x, y, n, pen);
            }
        });
    }

    private List<Item> legend(Palette palette) {
        FanChart.Legend names = chart.legend();
        List<Item> items = new ArrayList<>();
        if (chart.prices().length > 0) {
            items.add(new Item(names.median(), palette.accent(), Swatch.LINE));
            items.add(new Item(names.band50(), Palette.alpha(palette.accent(), 0.5), Swatch.AREA));
            items.add(new Item(names.band90(), Palette.alpha(palette.accent(), 0.25), Swatch.AREA));
        }
        if (highlighted().length > 0) {
            items.add(new Item(names.path(), palette.amber(), Swatch.LINE));
        }
        if (chart.real().length > 0) {
            items.add(new Item(names.real(), palette.text(), Swatch.LINE));
        }
        return items;
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int t = (int) Math.round(plot.x().value(px));
        if (t < 0 || t >= steps) {
            return Optional.empty();
        }
        FanChart.Legend names = chart.legend();
        List<Entry> entries = new ArrayList<>();
        double top = plot.top();
        double bottom = plot.bottom();
        if (chart.prices().length > 0 && Double.isFinite(quantiles[2][t])) {
            entries.add(new Entry(names.median(), Formats.number(quantiles[2][t], 2)));
            entries.add(new Entry(names.band50(), interval(quantiles[1][t], quantiles[3][t])));
            entries.add(new Entry(names.band90(), interval(quantiles[0][t], quantiles[4][t])));
            top = plot.y().at(quantiles[4][t]);
            bottom = plot.y().at(quantiles[0][t]);
        }
        if (t < highlighted().length) {
            entries.add(new Entry(names.path(), Formats.number(highlighted()[t], 2)));
        }
        if (t < chart.real().length) {
            entries.add(new Entry(names.real(), Formats.number(chart.real()[t], 2)));
        }
        String title = (chart.xLabel().isEmpty() ? "" : chart.xLabel() + " ") + t;
        return Optional.of(new ReadOut(plot.x().at(t), 3, top, bottom, t, title, entries));
    }

    private static String interval(double low, double high) {
        return Formats.number(low, 2) + " – " + Formats.number(high, 2);
    }

    @Override
    public String kind() {
        return "chart.kind.fan";
    }

    @Override
    public List<String> names() {
        return List.of(
                chart.legend().median(), chart.legend().band50(), chart.legend().band90());
    }

    /** One row a step: quantiles, the real path, then every generated path. */
    @Override
    public void csv(CsvWriter out) throws IOException {
        out.text("step")
                .text("q05")
                .text("q25")
                .text("q50")
                .text("q75")
                .text("q95")
                .text("real");
        for (int p = 0; p < chart.prices().length; p++) {
            out.text("path_" + (p + 1));
        }
        out.end();
        for (int t = 0; t < steps; t++) {
            out.number(t);
            for (double[] quantile : quantiles) {
                out.number(quantile[t]);
            }
            out.number(t < chart.real().length ? chart.real()[t] : Double.NaN);
            for (double[] path : chart.prices()) {
                out.number(t < path.length ? path[t] : Double.NaN);
            }
            out.end();
        }
    }
}
