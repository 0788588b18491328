package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.PriceChart;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Candles or a line over dates, volume below. */
final class PricePainter implements ChartPainter {

    private static final double GAP = 12;

    private final PriceChart chart;
    private final Bars bars;

    PricePainter(PriceChart chart) {
        this.chart = chart;
        this.bars = new Bars(chart.history());
    }

    @Override
    public Viewport home() {
        return Viewport.all(-0.5, Math.max(1, bars.size) - 0.5, 8);
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
        List<Item> items = new ArrayList<>();
        items.add(new Item(chart.priceLabel(), style.palette().text(), Swatch.LINE));
        int first = bars.first(view);
        int last = bars.last(view);
        double top = Head.draw(s, style, volume() ? with(items, style) : items, width);
        double bottom = height - 28;
        double strip = volume() && bottom - top >= 140 ? Math.min(72, (bottom - top) * 0.2) : 0;
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        bars.range(first, last, range);
        double priceBottom = strip > 0 ? bottom - strip - GAP : bottom;
        Plot plot = DateFrame.prices(s, style, view, DateFrame.pad(range, style.log()), top, width, priceBottom);
        if (last < first) {
            return plot;
        }
        DateFrame.dates(
                s,
                style,
                new Plot(plot.left(), plot.top(), plot.right(), bottom, plot.x(), plot.y()),
                bars,
                first,
                last,
                width);
        Plot under = strip > 0
                ? DateFrame.strip(s, style, plot, bars.mostVolume(first, last), bottom - strip, bottom)
                : plot;
        s.clip(plot.left(), plot.top(), plot.width(), bottom - plot.top());
        if (strip > 0) {
            bars.drawVolume(s, style, under, first, last);
        }
        bars.draw(s, style, plot, first, last);
        s.unclip();
        return new Plot(plot.left(), plot.top(), plot.right(), bottom, plot.x(), plot.y());
    }

    private List<Item> with(List<Item> items, Style style) {
        items.add(new Item(chart.volumeLabel(), Palette.alpha(style.palette().muted(), 0.4), Swatch.AREA));
        return items;
    }

    private boolean volume() {
        return bars.hasVolume();
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int i = (int) Math.round(plot.x().value(px));
        return i < 0 || i >= bars.size ? Optional.empty() : Optional.of(bars.readOut(plot, i, words, List.of()));
    }

    @Override
    public String kind() {
        return "chart.kind.price";
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
        bars.header(out);
        out.end();
        for (int i = 0; i < bars.size; i++) {
            bars.row(out, i);
            out.end();
        }
    }
}
