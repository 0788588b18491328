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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A history, the forecasts of the test span and the fan ahead of the last day that training knew. */
final class ForecastPainter implements ChartPainter {

    /** Half a year of trading days is shown at first. */
    private static final int SHOWN = 126;

    private final ForecastChart chart;
    private final Bars bars;
    private final List<ForecastLines> models;
    private final ForecastLines main;

    ForecastPainter(ForecastChart chart) {
        this.chart = chart;
        this.bars = new Bars(chart.history());
        this.models = chart.models().stream()
                .map(model -> new ForecastLines(chart, model, bars.days))
                .toList();
        this.main = models.getFirst();
    }

    @Override
    public Viewport home() {
        double end = Math.max(1, bars.size) - 0.5;
        for (ForecastLines model : models) {
            end = Math.max(end, model.ahead.end() + 0.5);
        }
        int known = main.ahead.size() == 0 ? bars.size : Math.min(bars.size, main.ahead.start() + 1);
        return Viewport.all(-0.5, end, 8).show(Math.max(-0.5, known - SHOWN - 0.5), end);
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
        double top =
                Head.draw(s, style, legend(palette), width) + (chart.yLabel().isEmpty() ? 0 : 20);
        int first = bars.first(view);
        int last = bars.last(view);
        double[] range = DateFrame.pad(range(view, first, last), style.log());
        Plot plot = DateFrame.prices(s, style, view, range, top, width, height - 28);
        Frame.names(s, style, plot, "", chart.yLabel(), true, height);
        if (last >= first) {
            DateFrame.dates(s, style, plot, bars, first, last, width);
        }
        s.clip(plot.left(), plot.top(), plot.width(), plot.height());
        shade(s, style, plot);
        main.bands(s, plot, view, palette.tone(main.model.tone()));
        bars.draw(s, style, plot, first, last);
        for (ForecastLines model : models.reversed()) {
            model.draw(s, plot, view, palette.tone(model.model.tone()), model == main ? 2 : 1.5);
        }
        main.ahead.lastValue(s, plot, Pen.dashed(palette.muted(), 1));
        main.from.lastValue(s, plot, Pen.dashed(palette.muted(), 1));
        origins(s, style, plot);
        main.clipped(s, style, plot, view, palette.tone(main.model.tone()));
        s.unclip();
        return plot;
    }

    /**
     * All prices and forecasts shown; the 90 % bands may take as much room again on either side and are cut off beyond, so that
     * those of a wild day do not flatten everything else.
     */
    private double[] range(Viewport view, int first, int last) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        bars.range(first, last, range);
        models.forEach(model -> model.range(view, range, model == main));
        double room = range[1] - range[0];
        if (!(room > 0)) {
            main.outerRange(view, range);
            return range;
        }
        double[] outer = range.clone();
        main.outerRange(view, outer);
        return new double[] {Math.max(outer[0], range[0] - room), Math.min(outer[1], range[1] + room)};
    }

    private List<Item> legend(Palette palette) {
        ForecastChart.Legend names = chart.legend();
        List<Item> items = new ArrayList<>();
        items.add(new Item(names.actual(), palette.text(), Swatch.LINE));
        int accent = palette.tone(main.model.tone());
        if (main.size() > 0) {
            items.add(new Item(main.model.name(), accent, Swatch.LINE));
            items.add(new Item(names.band50(), Palette.alpha(accent, 0.5), Swatch.AREA));
            items.add(new Item(names.band90(), Palette.alpha(accent, 0.25), Swatch.AREA));
        }
        for (ForecastLines model : models.subList(1, models.size())) {
            items.add(new Item(model.model.name(), palette.tone(model.model.tone()), Swatch.LINE));
        }
        if (main.ahead.size() > 0) {
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
        int end = main.ahead.size() == 0 ? bars.size - 1 : main.ahead.start();
        double from = Math.max(plot.left(), plot.x().at(start - 0.5));
        double to = Math.min(plot.right(), plot.x().at(end + 0.5));
        if (to > from) {
            s.rect(
                    from,
                    plot.top(),
                    to - from,
                    plot.height(),
                    Palette.alpha(style.palette().muted(), 0.07));
        }
    }

    /** Where the forecast that is drawn whole begins, and that ahead once days have come after it. */
    private void origins(Surface s, Style style, Plot plot) {
        if (main.from.size() > 0) {
            Frame.mark(s, style, plot, main.from.start(), chart.legend().from(), 0);
        }
        if (main.ahead.size() > 0 && main.ahead.start() < bars.size - 1) {
            Frame.mark(s, style, plot, main.ahead.start(), day(main.ahead.start()), 1);
        }
    }

    private String day(int bar) {
        return Formats.day(bars.dates.get(bar));
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int i = (int) Math.round(plot.x().value(px));
        UnaryOperator<String> named =
                key -> key.equals("chart.close") && !chart.history().hasBars()
                        ? chart.legend().actual()
                        : words.apply(key);
        if (i >= 0 && i < bars.size) {
            return Optional.of(bars.readOut(plot, i, named, entries(i)));
        }
        Optional<double[]> band = main.band(i);
        if (i < bars.size || band.isEmpty()) {
            return Optional.empty();
        }
        String title = day(main.ahead.start()) + " +" + (i - main.ahead.start());
        double top = plot.y().at(band.get()[1]);
        double bottom = plot.y().at(band.get()[0]);
        return Optional.of(new ReadOut(plot.x().at(i), plot.x().unit() / 2, top, bottom, i, title, entries(i)));
    }

    private List<Entry> entries(int bar) {
        List<Entry> entries = new ArrayList<>(main.entries(bar, chart.legend()));
        int origin = main.origin(bar);
        for (ForecastLines model : models.subList(1, models.size())) {
            int other = model.origin(bar);
            String since =
                    other < 0 || other == origin ? "" : ", " + chart.legend().known() + " " + day(other);
            model.entry(bar, since).ifPresent(entries::add);
        }
        if (origin >= 0 && !chart.legend().known().isEmpty()) {
            entries.add(new Entry(chart.legend().known(), day(origin)));
        }
        return entries;
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

    @Override
    public void csv(CsvWriter out) throws IOException {
        new ForecastTable(bars, models).write(out);
    }
}
