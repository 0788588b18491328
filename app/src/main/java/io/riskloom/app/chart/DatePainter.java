package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lines over dates, with a strip and rows of spans below. */
final class DatePainter implements ChartPainter {

    private static final double GAP = 12;
    private static final double STRIP = 0.28;

    private final DateChart chart;
    private final int[] days;
    private final SpanRows rows;

    DatePainter(DateChart chart) {
        this.chart = chart;
        this.days =
                chart.dates().stream().mapToInt(date -> (int) date.toEpochDay()).toArray();
        this.rows = new SpanRows(chart.rows(), chart.dates());
    }

    @Override
    public Viewport home() {
        return Viewport.all(-0.5, Math.max(1, days.length) - 0.5, 8);
    }

    @Override
    public boolean zooms() {
        return true;
    }

    @Override
    public boolean scales() {
        return !chart.lines().isEmpty();
    }

    @Override
    public boolean empty() {
        return days.length == 0;
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        double top = Head.draw(s, style, legend(style.palette()), width);
        double bottom = Math.max(top + 1, height - 28);
        double rowsTop = rows.place(bottom);
        double linesEnd = rows.empty() ? bottom : rowsTop - GAP;
        double strip = chart.strip() == null ? 0 : Math.max(24, (linesEnd - top) * STRIP);
        double linesBottom = Math.max(top + 1, strip == 0 ? linesEnd : linesEnd - strip - GAP);
        int first = Math.max(0, (int) Math.ceil(view.low() - 0.5));
        int last = Math.min(days.length - 1, (int) Math.floor(view.high() + 0.5));
        Plot plot = DateFrame.prices(
                s, style, view, range(first, last, style.log()), top, width, linesBottom, rows.gutter(s));
        Plot whole = new Plot(plot.left(), plot.top(), plot.right(), bottom, plot.x(), plot.y());
        if (last < first) {
            return whole;
        }
        DateFrame.dates(s, style, whole, days, first, last, width);
        if (strip > 0) {
            hang(
                    s,
                    style,
                    new Plot(plot.left(), linesEnd - strip, plot.right(), linesEnd, plot.x(), plot.y()),
                    first,
                    last);
        }
        rows.names(s, style, whole);
        s.clip(plot.left(), plot.top(), plot.width(), bottom - plot.top());
        rows.paint(s, style.palette(), whole, first, last);
        for (DateLine line : chart.lines()) {
            line(s, style.palette(), plot, line, first, last);
        }
        s.unclip();
        return whole;
    }

    private List<Item> legend(Palette palette) {
        List<Item> items = new ArrayList<>();
        for (DateLine line : chart.lines()) {
            items.add(new Item(line.name(), palette.tone(line.tone()), line.dashed() ? Swatch.DASHES : Swatch.LINE));
        }
        if (chart.strip() != null) {
            items.add(new Item(chart.strip().name(), thin(palette, chart.strip()), Swatch.AREA));
        }
        items.addAll(rows.legend(palette));
        return items;
    }

    private double[] range(int first, int last, boolean log) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (DateLine line : chart.lines()) {
            for (int i = first; i <= last; i++) {
                double y = line.values()[i];
                if (Double.isFinite(y) && (!log || y > 0)) {
                    range[0] = Math.min(range[0], y);
                    range[1] = Math.max(range[1], y);
                }
            }
        }
        return DateFrame.pad(range, log);
    }

    private void line(Surface s, Palette palette, Plot plot, DateLine line, int first, int last) {
        int colour = palette.tone(line.tone());
        Pen pen = line.dashed() ? Pen.dashed(colour, 1.5) : Pen.solid(colour, line.tone() == Tone.ACCENT ? 2 : 1.5);
        int from = Math.max(0, first - 1);
        int to = Math.min(days.length, last + 2);
        Decimation.run(null, line.values(), from, to, plot.x(), plot.y(), (x, y, n) -> {
            if (n == 1) {
                s.rect(x[0] - 2, y[0] - 2, 4, 4, colour);
            } else {
                s.polyline(x, y, n, pen);
            }
        });
    }

    /** The area between zero, at the upper edge of the strip, and the line. */
    private void hang(Surface s, Style style, Plot place, int first, int last) {
        double[] values = chart.strip().values();
        double lowest = -1e-9;
        for (int i = first; i <= last; i++) {
            lowest = values[i] < lowest ? values[i] : lowest;
        }
        Axis y = Axis.of(lowest * 1.05, 0, place.bottom(), place.top(), false);
        Plot strip = new Plot(place.left(), place.top(), place.right(), place.bottom(), place.x(), y);
        Frame.right(s, style, strip, Ticks.linear(y.low(), 0, 2));
        s.clip(strip.left(), strip.top(), strip.width(), strip.height());
        int to = Math.min(days.length, last + 2);
        int colour = thin(style.palette(), chart.strip());
        Band.draw(s, strip, null, values, new double[values.length], Math.max(0, first - 1), to, colour);
        s.unclip();
    }

    private static int thin(Palette palette, DateLine line) {
        return Palette.alpha(palette.tone(line.tone()), 0.45);
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int i = (int) Math.round(plot.x().value(px));
        if (i < 0 || i >= days.length) {
            return Optional.empty();
        }
        Optional<ReadOut> span = rows.readOut(plot, i, py, words);
        return span.isPresent() ? span : Optional.of(values(plot, i));
    }

    private ReadOut values(Plot plot, int i) {
        List<Entry> entries = new ArrayList<>();
        double top = plot.bottom();
        double bottom = plot.top();
        for (DateLine line : chart.lines()) {
            entries.add(new Entry(line.name(), Formats.compact(line.values()[i])));
            if (Double.isFinite(line.values()[i])) {
                double y = Math.clamp(plot.y().at(line.values()[i]), plot.top(), plot.bottom());
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        if (chart.strip() != null) {
            entries.add(new Entry(
                    chart.strip().name(), Formats.compact(chart.strip().values()[i])));
        }
        return new ReadOut(
                plot.x().at(i),
                3,
                Math.min(top, bottom),
                Math.max(top, bottom),
                i,
                Formats.day(chart.dates().get(i)),
                entries);
    }

    @Override
    public String kind() {
        return "chart.kind.dates";
    }

    @Override
    public List<String> names() {
        List<String> names =
                new ArrayList<>(chart.lines().stream().map(DateLine::name).toList());
        chart.rows().forEach(row -> names.add(row.name()));
        return names;
    }

    @Override
    public List<LocalDate> dates() {
        return chart.dates();
    }

    /** A line a date: the values, then for each row the span that the date is in. */
    @Override
    public void csv(CsvWriter out) throws IOException {
        List<DateLine> lines = new ArrayList<>(chart.lines());
        if (chart.strip() != null) {
            lines.add(chart.strip());
        }
        out.text("date");
        for (DateLine line : lines) {
            out.text(line.name());
        }
        rows.header(out);
        out.end();
        for (int i = 0; i < days.length; i++) {
            out.text(Formats.day(chart.dates().get(i)));
            for (DateLine line : lines) {
                out.number(line.values()[i]);
            }
            rows.cells(out, i);
            out.end();
        }
    }
}
