package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A price history, the forecasts of the test span and the fan ahead of the last day. */
final class ForecastPainter implements ChartPainter {

    /** Half a year of trading days is shown at first. */
    private static final int SHOWN = 126;

    private final ForecastChart chart;
    private final Bars bars;
    private final ForecastPath test;
    private final ForecastPath ahead;

    ForecastPainter(ForecastChart chart) {
        this.chart = chart;
        this.bars = new Bars(chart.history());
        this.test = ForecastPath.test(chart.test(), chart.testStep(), bars.days);
        this.ahead = ForecastPath.ahead(chart.ahead(), bars.days);
    }

    @Override
    public Viewport home() {
        double end = Math.max(Math.max(1, bars.size) - 0.5, ahead.end() + 0.5);
        return Viewport.all(-0.5, end, 8).show(Math.max(-0.5, bars.size - SHOWN - 0.5), end);
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
        return bars.size == 0;
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        Palette palette = style.palette();
        double top = Head.draw(s, style, legend(palette), width);
        int first = bars.first(view);
        int last = bars.last(view);
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        bars.range(first, last, range);
        test.range(view, range);
        ahead.range(view, range);
        Plot plot = DateFrame.prices(s, style, view, DateFrame.pad(range, style.log()), top, width, height - 28);
        if (last >= first) {
            DateFrame.dates(s, style, plot, bars, first, last, width);
        }
        s.clip(plot.left(), plot.top(), plot.width(), plot.height());
        shade(s, style, plot);
        test.bands(s, plot, view, palette, false);
        ahead.bands(s, plot, view, palette, true);
        bars.draw(s, style, plot, first, last);
        test.line(s, plot, view, Pen.solid(palette.accent(), 1.5));
        ahead.line(s, plot, view, Pen.solid(palette.accent(), 2));
        ahead.lastValue(s, plot, Pen.dashed(palette.muted(), 1));
        s.unclip();
        return plot;
    }

    private List<Item> legend(Palette palette) {
        ForecastChart.Legend names = chart.legend();
        List<Item> items = new ArrayList<>();
        items.add(new Item(names.actual(), palette.text(), Swatch.LINE));
        if (test.size() + ahead.size() > 0) {
            items.add(new Item(names.forecast(), palette.accent(), Swatch.LINE));
            items.add(new Item(names.band50(), Palette.alpha(palette.accent(), 0.5), Swatch.AREA));
            items.add(new Item(names.band90(), Palette.alpha(palette.accent(), 0.25), Swatch.AREA));
        }
        if (ahead.size() > 0) {
            items.add(new Item(names.lastValue(), palette.muted(), Swatch.DASHES));
        }
        if (chart.testFrom() != null) {
            items.add(new Item(names.test(), Palette.alpha(palette.muted(), 0.16), Swatch.AREA));
        }
        return items;
    }

    private void shade(Surface s, Style style, Plot plot) {
        if (chart.testFrom() == null) {
            return;
        }
        int start = DateTicks.lowerBound(bars.days, (int) chart.testFrom().toEpochDay());
        double from = Math.max(plot.left(), plot.x().at(start - 0.5));
        double to = Math.min(plot.right(), plot.x().at(bars.size - 0.5));
        if (to > from) {
            s.rect(
                    from,
                    plot.top(),
                    to - from,
                    plot.height(),
                    Palette.alpha(style.palette().muted(), 0.07));
        }
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int i = (int) Math.round(plot.x().value(px));
        if (i >= 0 && i < bars.size) {
            return Optional.of(bars.readOut(plot, i, words, entries(test, i)));
        }
        int at = ahead.indexOf(i);
        if (at < 0 || i < bars.size) {
            return Optional.empty();
        }
        double top = plot.y().at(ahead.upper90(at));
        double bottom = plot.y().at(ahead.lower90(at));
        String title = Formats.day(bars.dates.get(ahead.start())) + " +" + at;
        return Optional.of(new ReadOut(plot.x().at(i), plot.x().unit() / 2, top, bottom, i, title, entries(ahead, i)));
    }

    private List<Entry> entries(ForecastPath path, int bar) {
        int at = path.indexOf(bar);
        if (at < 0 || Double.isNaN(path.value(at))) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(chart.legend().forecast(), Formats.number(path.value(at), 2)));
        entries.add(new Entry(chart.legend().band50(), interval(path.lower50(at), path.upper50(at))));
        entries.add(new Entry(chart.legend().band90(), interval(path.lower90(at), path.upper90(at))));
        entries.add(new Entry(chart.legend().lastValue(), Formats.number(path.last(at), 2)));
        return entries;
    }

    private static String interval(double low, double high) {
        return Formats.number(low, 2) + " – " + Formats.number(high, 2);
    }

    @Override
    public String kind() {
        return "chart.kind.forecast";
    }

    @Override
    public List<String> names() {
        return List.of(chart.history().symbol());
    }

    @Override
    public List<LocalDate> dates() {
        return bars.dates;
    }

    /** The history beside the test forecasts of its days; then the fan, whose days are counted from the last date. */
    @Override
    public void csv(CsvWriter out) throws IOException {
        bars.header(out);
        for (String name :
                Arrays.asList("step", "forecast", "lower50", "upper50", "lower90", "upper90", "last_value")) {
            out.text(name);
        }
        out.end();
        for (int i = 0; i < bars.size; i++) {
            bars.row(out, i);
            test.row(out, test.indexOf(i), chart.testStep());
        }
        for (int k = 1; k < ahead.size(); k++) {
            out.text(Formats.day(bars.dates.get(ahead.start())));
            for (int c = 0; c < bars.columns(); c++) {
                out.text("");
            }
            ahead.row(out, k, k);
        }
    }
}
