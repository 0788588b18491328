package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.StripChart;
import io.riskloom.app.chart.ChartModel.StripChart.Strip;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Strips of colours below each other, their names at the left, the first and the last place and the colour scale below. */
final class StripPainter implements ChartPainter {

    private static final double EDGE = 16;
    private static final double GAP = 2;
    private static final double FOOT = 44;
    private static final double TALLEST = 26;
    private static final double SCALE_WIDTH = 96;
    /** Most that names take of the width. */
    private static final double NAMES = 0.4;

    private final StripChart chart;

    StripPainter(StripChart chart) {
        this.chart = chart;
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, 1, 1);
    }

    @Override
    public boolean empty() {
        return chart.strips().isEmpty() || chart.places().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        double top = Head.draw(s, style, List.of(), width);
        double names = Math.min(NAMES * width, widest(s)) + 8;
        double left = EDGE + names;
        double right = Math.max(left + 1, width - EDGE);
        double room = Math.max(chart.strips().size(), height - FOOT - top);
        double strip = Math.min(TALLEST, room / Math.max(1, chart.strips().size()));
        double bottom = top + strip * chart.strips().size();
        for (int i = 0; i < chart.strips().size(); i++) {
            strip(s, style, chart.strips().get(i), left, right, top + i * strip, strip);
        }
        if (!empty()) {
            Frame.label(s, style, chart.places().getFirst(), left, bottom + 14, Anchor.START);
            Frame.label(s, style, chart.places().getLast(), right, bottom + 14, Anchor.END);
            legend(s, style, left, bottom + 26);
        }
        return new Plot(
                left,
                top,
                right,
                bottom,
                Axis.of(0, Math.max(1, chart.places().size()), left, right, false),
                Axis.of(0, Math.max(1, chart.strips().size()), top, bottom, false));
    }

    private double widest(Surface s) {
        return chart.strips().stream()
                .mapToDouble(strip -> s.textWidth(strip.name(), Style.TEXT, Weight.REGULAR))
                .max()
                .orElse(0);
    }

    private void strip(Surface s, Style style, Strip strip, double left, double right, double top, double height) {
        double tall = Math.max(1, height - GAP);
        if (height >= 11) {
            String name = SurfaceText.fit(s, strip.name(), Style.TEXT, Weight.REGULAR, left - EDGE - 8);
            Frame.label(s, style, name, EDGE, top + tall / 2 + 4, Anchor.START);
        }
        int[] colours = new int[strip.values().length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = style.palette().diverging(strip.values()[i] / chart.limit());
        }
        if (colours.length > 0) {
            s.cells(colours, 1, colours.length, left, top, right - left, tall);
        }
    }

    private void legend(Surface s, Style style, double left, double y) {
        int[] colours = new int[64];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = style.palette().diverging(2 * i / (colours.length - 1.0) - 1);
        }
        String low = Formats.number(-chart.limit(), 0);
        String high = Formats.number(chart.limit(), 0) + " " + chart.unit();
        double x = left + s.textWidth(low, Style.TEXT, Weight.REGULAR) + 8;
        Frame.label(s, style, low, left, y + 9, Anchor.START);
        s.cells(colours, 1, colours.length, x, y, SCALE_WIDTH, 10);
        s.box(
                x - 0.5,
                y - 0.5,
                SCALE_WIDTH + 1,
                11,
                0,
                0,
                Pen.solid(style.palette().line(), 1));
        Frame.label(s, style, high, x + SCALE_WIDTH + 8, y + 9, Anchor.START);
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        if (empty() || !plot.holds(px, py)) {
            return Optional.empty();
        }
        int column = Math.min(chart.places().size() - 1, (int) plot.x().value(px));
        double cell = plot.width() / chart.places().size();
        List<Entry> entries = chart.strips().stream()
                .map(strip -> new Entry(strip.name(), Formats.number(strip.values()[column], 2)))
                .toList();
        return Optional.of(new ReadOut(
                plot.left() + (column + 0.5) * cell,
                cell / 2,
                plot.top(),
                plot.bottom(),
                column,
                chart.places().get(column),
                entries));
    }

    @Override
    public String kind() {
        return "chart.kind.strips";
    }

    @Override
    public List<String> names() {
        return chart.strips().stream().map(Strip::name).toList();
    }

    @Override
    public void csv(CsvWriter out) throws IOException {
        out.text("place");
        for (Strip strip : chart.strips()) {
            out.text(strip.name());
        }
        out.end();
        for (int i = 0; i < chart.places().size(); i++) {
            out.text(chart.places().get(i));
            for (Strip strip : chart.strips()) {
                out.number(strip.values()[i]);
            }
            out.end();
        }
    }
}
