package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.chart.ChartModel.DotChart.Dots;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Points on horizontal lines, one line a row, so that values far from zero can be compared. */
final class DotPainter implements ChartPainter {

    /** Least height of a row that has its name. */
    private static final double NAME = 14;

    private final DotChart chart;
    private final double[] range;

    DotPainter(DotChart chart) {
        this.chart = chart;
        double[] all = chart.groups().stream()
                .flatMap(dots -> Arrays.stream(dots.values()))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        this.range = DateFrame.pad(
                new double[] {
                    Arrays.stream(all).min().orElse(Double.POSITIVE_INFINITY),
                    Arrays.stream(all).max().orElse(Double.NEGATIVE_INFINITY)
                },
                false);
        for (Dots dots : chart.groups()) {
            if (dots.values().length != chart.rows().size()) {
                throw new IllegalArgumentException(dots.name() + " has " + dots.values().length + " rows of "
                        + chart.rows().size());
            }
        }
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, 1, 1);
    }

    @Override
    public boolean empty() {
        return chart.rows().isEmpty() || chart.groups().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        Palette palette = style.palette();
        List<Item> items = new ArrayList<>();
        for (Dots dots : chart.groups()) {
            items.add(new Item(dots.name(), palette.tone(dots.tone()), dots.hollow() ? Swatch.RING : Swatch.DOT));
        }
        double top = Head.draw(s, style, items, width);
        double bottom = Math.max(top + 1, height - Frame.foot(chart.xLabel()));
        double names = chart.rows().stream()
                .mapToDouble(name -> s.textWidth(name, Style.TEXT, Weight.REGULAR))
                .max()
                .orElse(0);
        double left = 16 + Math.min(names, width * 0.42) + 12;
        double right = Math.max(left + 1, width - 20);
        Axis x = Axis.of(range[0], range[1], left, right, false);
        Axis y = Axis.of(0, Math.max(1, chart.rows().size()), top, bottom, false);
        Plot plot = new Plot(left, top, right, bottom, x, y);
        Frame.below(s, style, plot, Ticks.linear(x.low(), x.high(), ticks(plot)), width, true);
        Frame.names(s, style, plot, chart.xLabel(), "", false, height);
        double slot = plot.height() / Math.max(1, chart.rows().size());
        int every = Math.max(1, (int) Math.ceil(NAME / slot));
        for (int row = 0; row < chart.rows().size(); row++) {
            if (row % every == 0) {
                name(s, style, plot, row);
            }
        }
        if (chart.means()) {
            chart.groups().forEach(dots -> mean(s, palette, plot, dots));
        }
        for (int row = 0; row < chart.rows().size(); row++) {
            points(s, palette, plot, row, Math.clamp(slot * 0.3, 2, 4.5));
        }
        return plot;
    }

    private static int ticks(Plot plot) {
        return Math.clamp((int) (plot.width() / 56), 2, 8);
    }

    private void name(Surface s, Style style, Plot plot, int row) {
        String name = SurfaceText.fit(s, chart.rows().get(row), Style.TEXT, Weight.REGULAR, plot.left() - 28);
        Frame.label(s, style, name, plot.left() - 12, plot.y().at(row + 0.5) + 4, Anchor.END);
    }

    private static void mean(Surface s, Palette palette, Plot plot, Dots dots) {
        double mean = Arrays.stream(dots.values())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        if (Double.isFinite(mean)) {
            double at = plot.x().at(mean);
            s.line(at, plot.top(), at, plot.bottom(), Pen.dashed(palette.tone(dots.tone()), 1));
        }
    }

    /** The groups' points of a row on the line between the outermost of them; the first group lies on top. */
    private void points(Surface s, Palette palette, Plot plot, int row, double radius) {
        double y = Math.round(plot.y().at(row + 0.5));
        double[] all = chart.groups().stream()
                .flatMapToDouble(dots -> Arrays.stream(dots.values()[row]))
                .filter(Double::isFinite)
                .toArray();
        if (all.length > 1) {
            double from = plot.x().at(Arrays.stream(all).min().orElseThrow());
            double to = plot.x().at(Arrays.stream(all).max().orElseThrow());
            s.line(from, y, to, y, Pen.solid(palette.line(), 1.5));
        }
        for (Dots dots : chart.groups().reversed()) {
            int colour = palette.tone(dots.tone());
            for (double value : dots.values()[row]) {
                if (Double.isFinite(value)) {
                    double x = plot.x().at(value);
                    int fill = dots.hollow() ? palette.panel() : colour;
                    s.box(x - radius, y - radius, 2 * radius, 2 * radius, radius, fill, Pen.solid(colour, 1.5));
                }
            }
        }
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int row = (int) Math.floor(plot.y().value(py));
        if (row < 0 || row >= chart.rows().size()) {
            return Optional.empty();
        }
        int digits = Math.clamp(
                (int) Math.ceil(2 - Math.log10(plot.x().high() - plot.x().low())), 0, 9);
        List<Entry> entries = chart.groups().stream()
                .map(dots -> new Entry(
                        dots.name(),
                        Arrays.stream(dots.values()[row])
                                .mapToObj(value -> Formats.number(value, digits))
                                .collect(Collectors.joining(" · "))))
                .filter(entry -> !entry.value().isEmpty())
                .toList();
        return Optional.of(new ReadOut(
                Double.NaN,
                plot.width() / 2,
                plot.y().at(row),
                plot.y().at(row + 1),
                row,
                chart.rows().get(row),
                entries));
    }

    @Override
    public String kind() {
        return "chart.kind.dots";
    }

    @Override
    public List<String> names() {
        return chart.groups().stream().map(Dots::name).toList();
    }

    /** One row a point. */
    @Override
    public void csv(CsvWriter out) throws IOException {
        out.text("row").text("group");
        out.text(chart.xLabel().isEmpty() ? "value" : chart.xLabel()).end();
        for (int row = 0; row < chart.rows().size(); row++) {
            for (Dots dots : chart.groups()) {
                for (double value : dots.values()[row]) {
                    out.text(chart.rows().get(row))
                            .text(dots.name())
                            .number(value)
                            .end();
                }
            }
        }
    }
}
