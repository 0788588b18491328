package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.ReliabilityChart;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Ticks.Tick;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.Details.Level;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Measured over nominal coverage in per cent, both axes from 0 to 100, with intervals as whiskers. */
final class ReliabilityPainter implements ChartPainter {

    private static final double RADIUS = 4;
    private static final double NEAR = 16;

    private final ReliabilityChart chart;

    ReliabilityPainter(ReliabilityChart chart) {
        this.chart = chart;
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, 1, 1);
    }

    @Override
    public boolean empty() {
        return chart.levels().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        Palette palette = style.palette();
        double top = Head.draw(
                        s,
                        style,
                        List.of(
                                new Item(chart.legend().measured(), palette.accent(), Swatch.DOT),
                                new Item(chart.legend().interval(), palette.accent(), Swatch.LINE),
                                new Item(chart.legend().right(), palette.muted(), Swatch.DASHES)),
                        width)
                + 20;
        double bottom = Math.max(top + 1, height - Frame.foot(chart.xLabel()));
        double left = 56;
        double right = Math.max(left + 1, width - 20);
        Plot plot = new Plot(
                left, top, right, bottom, Axis.of(0, 1, left, right, false), Axis.of(0, 1, bottom, top, false));
        Frame.left(s, style, plot, percent(Frame.rows(bottom - top)));
        Frame.below(s, style, plot, percent(Math.clamp((int) (plot.width() / 56), 2, 11)), width, true);
        Frame.names(s, style, plot, chart.xLabel(), chart.yLabel(), false, height);
        s.line(left, bottom, right, top, Pen.dashed(palette.muted(), 1));
        double[] x = xs(plot);
        double[] y = chart.levels().stream()
                .mapToDouble(level -> plot.y().at(level.coverage()))
                .toArray();
        s.polyline(x, y, x.length, Pen.solid(Palette.alpha(palette.accent(), 0.4), 1));
        for (int i = 0; i < x.length; i++) {
            Level level = chart.levels().get(i);
            double high = plot.y().at(level.high());
            double low = plot.y().at(level.low());
            if (Double.isFinite(high) && Double.isFinite(low)) {
                Pen pen = Pen.solid(palette.accent(), 1.5);
                s.line(x[i], high, x[i], low, pen);
                s.line(x[i] - 4, high, x[i] + 4, high, pen);
                s.line(x[i] - 4, low, x[i] + 4, low, pen);
            }
            s.box(
                    x[i] - RADIUS,
                    y[i] - RADIUS,
                    2 * RADIUS,
                    2 * RADIUS,
                    RADIUS,
                    palette.accent(),
                    Pen.solid(palette.panel(), 1));
        }
        return plot;
    }

    private static Ticks percent(int most) {
        return new Ticks(Ticks.linear(0, 1, most).list().stream()
                .map(tick -> new Tick(tick.at(), Formats.percent(tick.at(), 0)))
                .toList());
    }

    private double[] xs(Plot plot) {
        return chart.levels().stream()
                .mapToDouble(level -> plot.x().at(level.nominal()))
                .toArray();
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        double[] x = xs(plot);
        return IntStream.range(0, x.length)
                .filter(i -> Math.abs(x[i] - px) <= NEAR)
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(x[a] - px), Math.abs(x[b] - px)))
                .map(i -> {
                    Level level = chart.levels().get(i);
                    List<Entry> entries = List.of(
                            new Entry(chart.legend().measured(), Formats.percent(level.coverage(), 1)),
                            new Entry(
                                    chart.legend().interval(),
                                    Formats.number(level.low() * 100, 1) + " – " + Formats.percent(level.high(), 1)),
                            new Entry(chart.legend().width(), Formats.number(level.width(), 2) + "%"));
                    return new ReadOut(
                            x[i],
                            RADIUS,
                            plot.y().at(level.high()),
                            plot.y().at(level.low()),
                            i,
                            Formats.percent(level.nominal(), 0),
                            entries);
                });
    }

    @Override
    public String kind() {
        return "chart.kind.reliability";
    }

    @Override
    public List<String> names() {
        return chart.levels().stream()
                .map(level -> Formats.percent(level.nominal(), 0))
                .toList();
    }

    @Override
    public void csv(CsvWriter out) throws IOException {
        for (String name : List.of("nominal", "coverage", "low", "high")) {
            out.text(name);
        }
        out.text("width_percent").end();
        for (Level level : chart.levels()) {
            out.number(level.nominal()).number(level.coverage()).number(level.low());
            out.number(level.high()).number(level.width()).end();
        }
    }
}
