package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.BarChart.Bar;
import io.riskloom.app.chart.ChartModel.WaterfallChart;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Bars that carry a base to its end, the names left of them, signed values at their ends. */
final class WaterfallPainter implements ChartPainter {

    private static final int DIGITS = 2;

    private final WaterfallChart chart;
    private final int rows;
    /** Where each step begins; the last is where all end. */
    private final double[] levels;

    WaterfallPainter(WaterfallChart chart) {
        this.chart = chart;
        this.rows = chart.steps().size() + 2;
        levels = new double[chart.steps().size() + 1];
        levels[0] = chart.base();
        for (int i = 0; i < chart.steps().size(); i++) {
            levels[i + 1] = levels[i] + chart.steps().get(i).value();
        }
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, 1, 1);
    }

    @Override
    public boolean empty() {
        return chart.steps().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        double names = Math.max(
                s.textWidth(chart.start(), Style.TEXT, Weight.SEMIBOLD),
                s.textWidth(chart.end(), Style.TEXT, Weight.SEMIBOLD));
        for (Bar step : chart.steps()) {
            names = Math.max(names, s.textWidth(step.name(), Style.TEXT, Weight.REGULAR));
        }
        double values = chart.steps().stream()
                .mapToDouble(step -> s.textWidth(signed(step.value()), Style.TEXT, Weight.REGULAR))
                .max()
                .orElse(0);
        double low = levels[0];
        double high = levels[0];
        for (double level : levels) {
            low = Math.min(low, level);
            high = Math.max(high, level);
        }
        double top = Head.draw(s, style, List.of(), width);
        double bottom = Math.max(top + 1, height - Frame.foot(chart.xLabel()));
        double left = 16 + Math.min(names, width * 0.42) + 8;
        double right = Math.max(left + 1, width - 16);
        // values stand outside of the bars on either side
        double from = left + values + 6;
        double to = Math.max(from + 1, right - values - 6);
        Plot plot = new Plot(
                left, top, right, bottom, Axis.of(low, high, from, to, false), Axis.of(0, rows, top, bottom, false));
        int most = Math.clamp((int) ((to - from) / 56), 3, 8);
        Frame.below(s, style, plot, Ticks.linear(plot.x().low(), plot.x().high(), most), width, true);
        Frame.names(s, style, plot, chart.xLabel(), "", false, height);
        double slot = plot.height() / rows;
        level(s, style, plot, 0, 0, chart.start());
        for (int i = 0; i < chart.steps().size(); i++) {
            step(s, style, plot, i, slot);
        }
        level(s, style, plot, rows - 1, levels.length - 1, chart.end());
        return plot;
    }

    /** A mark across a row, and the line that leads to its neighbour. */
    private void level(Surface s, Style style, Plot plot, int row, int level, String words) {
        double x = plot.x().at(levels[level]);
        double middle = plot.y().at(row + 0.5);
        s.line(
                x,
                plot.y().at(row) + 3,
                x,
                plot.y().at(row + 1) - 3,
                Pen.solid(style.palette().text(), 2));
        name(s, style, plot, words, middle, Weight.SEMIBOLD);
        Frame.label(s, style, number(levels[level]), x + 6, middle + 4, Anchor.START);
    }

    private void step(Surface s, Style style, Plot plot, int i, double slot) {
        Bar step = chart.steps().get(i);
        double middle = plot.y().at(i + 1.5);
        double thick = Math.clamp(slot * 0.6, 1, 16);
        double begin = plot.x().at(levels[i]);
        double end = plot.x().at(levels[i + 1]);
        Pen thread = Pen.dotted(style.palette().muted(), 1);
        s.line(begin, middle - slot + thick / 2, begin, middle - thick / 2, thread);
        s.rect(
                Math.min(begin, end),
                middle - thick / 2,
                Math.max(1, Math.abs(end - begin)),
                thick,
                style.palette().tone(step.tone()));
        name(s, style, plot, step.name(), middle, Weight.REGULAR);
        boolean falls = step.value() < 0;
        Frame.label(
                s,
                style,
                signed(step.value()),
                falls ? end - 6 : end + 6,
                middle + 4,
                falls ? Anchor.END : Anchor.START);
        if (i == chart.steps().size() - 1) {
            s.line(end, middle + thick / 2, end, middle + slot / 2, thread);
        }
    }

    private static void name(Surface s, Style style, Plot plot, String words, double middle, Weight weight) {
        String fitting = SurfaceText.fit(s, words, Style.TEXT, weight, plot.left() - 24);
        s.text(
                fitting,
                plot.left() - 8,
                middle + 4,
                Style.TEXT,
                weight,
                Anchor.END,
                style.palette().text());
    }

    private static String number(double value) {
        return Formats.number(value, DIGITS);
    }

    private static String signed(double value) {
        String words = number(value);
        return value > 0 ? "+" + words : words;
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int i = (int) Math.floor(plot.y().value(py)) - 1;
        if (i < 0 || i >= chart.steps().size()) {
            return Optional.empty();
        }
        return Optional.of(new ReadOut(
                Double.NaN,
                Math.abs(plot.x().at(levels[i + 1]) - plot.x().at(levels[i])) / 2,
                plot.y().at(i + 1),
                plot.y().at(i + 2),
                i,
                chart.steps().get(i).name(),
                List.of(
                        new Entry(chart.xLabel(), signed(chart.steps().get(i).value())),
                        new Entry("Σ", number(levels[i + 1])))));
    }

    @Override
    public String kind() {
        return "chart.kind.bars";
    }

    @Override
    public List<String> names() {
        return chart.steps().stream().map(Bar::name).toList();
    }

    @Override
    public void csv(CsvWriter out) throws IOException {
        out.text("name").text("from").text("value").text("to").end();
        for (int i = 0; i < chart.steps().size(); i++) {
            Bar step = chart.steps().get(i);
            out.text(step.name())
                    .number(levels[i])
                    .number(step.value())
                    .number(levels[i + 1])
                    .end();
        }
    }
}
