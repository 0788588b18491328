package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.Area;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lines over numbers. */
final class LinePainter implements ChartPainter {

    private final LineChart chart;
    private final Range all;
    private final boolean[] ascending;
    private final boolean whole;

    LinePainter(LineChart chart) {
        this.chart = chart;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        ascending = new boolean[chart.lines().size()];
        for (int l = 0; l < ascending.length; l++) {
            double[] x = chart.lines().get(l).x();
            ascending[l] = true;
            for (int i = 0; i < x.length; i++) {
                if (Double.isFinite(x[i])) {
                    low = Math.min(low, x[i]);
                    high = Math.max(high, x[i]);
                }
                ascending[l] &= Double.isFinite(x[i]) && (i == 0 || x[i - 1] <= x[i]);
            }
        }
        for (Area area : chart.areas()) {
            for (double x : area.x()) {
                low = Double.isFinite(x) ? Math.min(low, x) : low;
                high = Double.isFinite(x) ? Math.max(high, x) : high;
            }
        }
        for (Spots spots : chart.spots()) {
            for (double x : spots.x()) {
                low = Double.isFinite(x) ? Math.min(low, x) : low;
                high = Double.isFinite(x) ? Math.max(high, x) : high;
            }
        }
        whole = chart.lines().stream()
                .flatMapToDouble(line -> Arrays.stream(line.x()))
                .allMatch(x -> x == Math.rint(x));
        Axis widened = low > high ? Axis.of(0, 1, 0, 1, false) : Axis.of(low, high, 0, 1, false);
        all = chart.xRange() != null ? chart.xRange() : new Range(widened.low(), widened.high());
    }

    @Override
    public Viewport home() {
        return Viewport.all(all.low(), all.high(), (all.high() - all.low()) * 1e-5);
    }

    @Override
    public boolean zooms() {
        return true;
    }

    @Override
    public boolean scales() {
        return chart.yRange() == null;
    }

    @Override
    public boolean empty() {
        return chart.lines().stream().allMatch(line -> line.x().length == 0)
                && chart.spots().stream().allMatch(spots -> spots.x().length == 0);
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        Palette palette = style.palette();
        List<Item> items = new ArrayList<>();
        for (Line line : chart.lines()) {
            items.add(new Item(line.name(), palette.tone(line.tone()), line.dashed() ? Swatch.DASHES : Swatch.LINE));
        }
        for (Area area : chart.areas()) {
            items.add(new Item(area.name(), Palette.alpha(palette.tone(area.tone()), 0.35), Swatch.AREA));
        }
        for (Spots spots : chart.spots()) {
            items.add(new Item(spots.name(), palette.tone(spots.tone()), spots.hollow() ? Swatch.RING : Swatch.DOT));
        }
        double top = Head.draw(s, style, items, width) + (chart.yLabel().isEmpty() ? 0 : 20);
        double bottom = Math.max(top + 1, height - Frame.foot(chart.xLabel()));
        double[] range = yRange(view, style.log());
        Axis y = Axis.of(range[0], range[1], bottom, top, style.log() && chart.yRange() == null);
        Ticks yTicks = Frame.values(y, Frame.rows(bottom - top));
        double left = Math.max(40, Frame.gutter(s, yTicks) + 24);
        double right = Math.max(left + 1, width - 16);
        Axis x = Axis.of(view.low(), view.high(), left, right, false);
        Plot plot = new Plot(left, top, right, bottom, x, y);
        Frame.left(s, style, plot, yTicks);
        Frame.below(s, style, plot, xTicks(view, plot), width, false);
        Frame.names(s, style, plot, chart.xLabel(), chart.yLabel(), false, height);
        s.clip(plot.left(), plot.top() - 1, plot.width(), plot.height() + 2);
        if (chart.diagonal()) {
            double from = Math.max(view.low(), y.low());
            double to = Math.min(view.high(), y.high());
            if (from < to) {
                s.line(x.at(from), y.at(from), x.at(to), y.at(to), Pen.dashed(palette.muted(), 1));
            }
        }
        for (Area area : chart.areas()) {
            int colour = Palette.alpha(palette.tone(area.tone()), Palette.BAND90);
            Band.draw(s, plot, area.x(), area.low(), area.high(), 0, area.x().length, colour);
        }
        // Marks before lines: their words must not hide data.
        for (int m = 0; m < chart.marks().size(); m++) {
            Frame.mark(
                    s,
                    style,
                    plot,
                    chart.marks().get(m).x(),
                    chart.marks().get(m).words(),
                    m);
        }
        for (int l = 0; l < ascending.length; l++) {
            draw(s, palette, plot, view, l);
        }
        s.unclip();
        for (Spots spots : chart.spots()) {
            SpotMarks.draw(s, palette, plot, spots);
        }
        return plot;
    }

    /** Between whole numbers, such as epochs, there are no labels. */
    private Ticks xTicks(Viewport view, Plot plot) {
        int most = Math.clamp((int) (plot.width() / 72), 2, 12);
        double range = view.high() - view.low();
        return Ticks.linear(view.low(), view.high(), whole && range > 1 ? Math.min(most, (int) range + 1) : most);
    }

    private void draw(Surface s, Palette palette, Plot plot, Viewport view, int l) {
        Line line = chart.lines().get(l);
        int colour = palette.tone(line.tone());
        Pen pen = line.dashed() ? Pen.dashed(colour, 1.5) : Pen.solid(colour, line.tone() == Tone.ACCENT ? 2 : 1.5);
        Decimation.run(line.x(), line.y(), from(l, view), to(l, view), plot.x(), plot.y(), (x, y, n) -> {
            if (n == 1) {
                s.rect(x[0] - 2, y[0] - 2, 4, 4, colour);
            } else {
                s.polyline(x, y, n, pen);
            }
        });
    }

    /** The given range, else that of the points shown, with room; a range of positive values does not reach below 0. */
    private double[] yRange(Viewport view, boolean log) {
        if (chart.yRange() != null) {
            return new double[] {chart.yRange().low(), chart.yRange().high()};
        }
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int l = 0; l < ascending.length; l++) {
            Line line = chart.lines().get(l);
            for (int i = from(l, view); i < to(l, view); i++) {
                double y = line.y()[i];
                if (Double.isFinite(y) && (!log || y > 0)) {
                    range[0] = Math.min(range[0], y);
                    range[1] = Math.max(range[1], y);
                }
            }
        }
        chart.spots().forEach(spots -> SpotMarks.range(spots, view, log, range));
        chart.areas().forEach(area -> range(area, view, log, range));
        double[] padded = DateFrame.pad(range, log);
        return range[0] >= 0 && padded[0] < 0 ? new double[] {0, padded[1]} : padded;
    }

    private static void range(Area area, Viewport view, boolean log, double[] range) {
        for (int i = 0; i < area.x().length; i++) {
            if (area.x()[i] >= view.low() && area.x()[i] <= view.high()) {
                for (double y : new double[] {area.low()[i], area.high()[i]}) {
                    if (Double.isFinite(y) && (!log || y > 0)) {
                        range[0] = Math.min(range[0], y);
                        range[1] = Math.max(range[1], y);
                    }
                }
            }
        }
    }

    private int from(int l, Viewport view) {
        double[] x = chart.lines().get(l).x();
        return ascending[l] ? Math.max(0, lowerBound(x, view.low()) - 1) : 0;
    }

    private int to(int l, Viewport view) {
        double[] x = chart.lines().get(l).x();
        return ascending[l] ? Math.min(x.length, upperBound(x, view.high()) + 1) : x.length;
    }

    private static int lowerBound(double[] x, double value) {
        int low = 0;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int upperBound(double[] x, double value) {
        return lowerBound(x, Math.nextUp(value));
    }

    /** The points nearest to the mouse along x, one a line; the crosshair snaps to the nearest of all. */
    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        double at = plot.x().value(px);
        double snapped = Double.NaN;
        int index = -1;
        List<Entry> entries = new ArrayList<>();
        double top = plot.bottom();
        double bottom = plot.top();
        for (int l = 0; l < ascending.length; l++) {
            Line line = chart.lines().get(l);
            int i = nearest(l, at, plot.x());
            if (i < 0 || line.name().isEmpty()) {
                continue;
            }
            if (index < 0 || Math.abs(line.x()[i] - at) < Math.abs(snapped - at)) {
                snapped = line.x()[i];
                index = i;
            }
            entries.add(new Entry(line.name(), Formats.compact(line.y()[i])));
            if (Double.isFinite(line.y()[i])) {
                double y = Math.clamp(plot.y().at(line.y()[i]), plot.top(), plot.bottom());
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        if (index < 0) {
            return chart.spots().stream()
                    .flatMap(spots -> SpotMarks.readOut(spots, plot, px).stream())
                    .findFirst();
        }
        chart.spots().forEach(spots -> SpotMarks.entry(spots, plot, px).ifPresent(entries::add));
        String title = (chart.xLabel().isEmpty() ? "" : chart.xLabel() + " ") + plain(snapped);
        return Optional.of(new ReadOut(
                plot.x().at(snapped), 3, Math.min(top, bottom), Math.max(top, bottom), index, title, entries));
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e12 ? Formats.number(value, 0) : Formats.compact(value);
    }

    private int nearest(int l, double at, Axis axis) {
        double[] x = chart.lines().get(l).x();
        if (ascending[l]) {
            int i = lowerBound(x, at);
            int best = i == x.length || i > 0 && at - x[i - 1] < x[i] - at ? i - 1 : i;
            return best >= 0 && x[best] >= axis.low() && x[best] <= axis.high() ? best : -1;
        }
        int best = -1;
        for (int i = 0; i < x.length; i++) {
            boolean shown = x[i] >= axis.low() && x[i] <= axis.high();
            if (shown && (best < 0 || Math.abs(x[i] - at) < Math.abs(x[best] - at))) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public String kind() {
        return "chart.kind.line";
    }

    @Override
    public List<String> names() {
        // what a point is called may change as it moves, so that only a chart of nothing else is named by its points
        return chart.lines().isEmpty()
                ? chart.spots().stream().map(Spots::name).toList()
                : chart.lines().stream().map(Line::name).toList();
    }

    /** One row a point: lines may have different x. Ends of intervals stand in columns of their own where there are any. */
    @Override
    public void csv(CsvWriter out) throws IOException {
        boolean intervals =
                !chart.areas().isEmpty() || chart.spots().stream().anyMatch(spots -> spots.low().length > 0);
        out.text("line").text(chart.xLabel().isEmpty() ? "x" : chart.xLabel());
        out.text(chart.yLabel().isEmpty() ? "y" : chart.yLabel());
        if (intervals) {
            out.text("low").text("high");
        }
        out.end();
        for (Line line : chart.lines()) {
            for (int i = 0; i < line.x().length; i++) {
                out.text(line.name()).number(line.x()[i]).number(line.y()[i]);
                if (intervals) {
                    out.number(Double.NaN).number(Double.NaN);
                }
                out.end();
            }
        }
        for (Area area : chart.areas()) {
            for (int i = 0; i < area.x().length; i++) {
                out.text(area.name()).number(area.x()[i]).number(Double.NaN);
                out.number(area.low()[i]).number(area.high()[i]).end();
            }
        }
        for (Spots spots : chart.spots()) {
            SpotMarks.csv(spots, intervals, out);
        }
    }
}
