package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Candles on ground that is shaded by importance; below them volume, the importance of each day, series of the days. */
final class HeatedPainter implements ChartPainter {

    private static final double GAP = 10;
    private static final double VOLUME = 0.14;
    private static final double DAYS = 0.22;

    private final HeatedPrices chart;
    private final Bars bars;
    private final HeatGround ground;
    private final HeatRows rows;
    private Plot prices;
    private Plot strips;

    HeatedPainter(HeatedPrices chart) {
        this.chart = chart;
        this.bars = new Bars(chart.history());
        if (chart.days().length != bars.size) {
            throw new IllegalArgumentException(chart.days().length + " values for " + bars.size + " days");
        }
        this.ground = new HeatGround(chart);
        this.rows = new HeatRows(chart.rows());
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
    public boolean empty() {
        return bars.size == 0;
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        double top = Head.draw(s, style, legend(style.palette()), width);
        double bottom = Math.max(top + 4, height - 28);
        double rowsTop = bottom - rows.height(bottom - top);
        double daysEnd = rows.empty() ? bottom : rowsTop - GAP;
        double daysTop = daysEnd - (daysEnd - top) * DAYS;
        double volumeEnd = daysTop - GAP;
        double volumeTop = bars.hasVolume() ? volumeEnd - (volumeEnd - top) * VOLUME : volumeEnd;
        double pricesEnd = Math.max(top + 1, bars.hasVolume() ? volumeTop - GAP : volumeEnd);
        int first = bars.first(view);
        int last = bars.last(view);
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        bars.range(first, last, range);
        ground.range(range);
        prices = DateFrame.prices(
                s, style, view, DateFrame.pad(range, false), top, width, pricesEnd, rows.gutter(s, width));
        Plot whole = new Plot(prices.left(), prices.top(), prices.right(), bottom, prices.x(), prices.y());
        if (last < first) {
            return whole;
        }
        DateFrame.dates(s, style, whole, bars, first, last, width);
        double most = bars.hasVolume() ? bars.mostVolume(first, last) : 0;
        Plot volume = new Plot(
                prices.left(),
                volumeTop,
                prices.right(),
                volumeEnd,
                prices.x(),
                Axis.of(0, most > 0 ? most * 1.05 : 1, volumeEnd, volumeTop, false));
        Plot days = ground.days(s, style, prices, daysTop, daysEnd);
        strips = new Plot(prices.left(), rowsTop, prices.right(), bottom, prices.x(), Axis.of(0, 1, 0, 1, false));
        rows.names(s, style, strips);
        s.clip(whole.left(), whole.top(), whole.width(), whole.height());
        ground.behind(s, style.palette(), prices, first, last);
        if (bars.hasVolume()) {
            ground.behindVolume(s, style.palette(), volume, bars.mostVolume(0, bars.size - 1));
            bars.drawVolume(s, style, volume, first, last);
        }
        bars.draw(s, style, prices, first, last);
        ground.columns(s, style.palette(), days, first, last);
        rows.paint(s, style.palette(), strips);
        s.unclip();
        return whole;
    }

    private List<Item> legend(Palette palette) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(chart.priceLabel(), palette.text(), Swatch.LINE));
        if (bars.hasVolume()) {
            items.add(new Item(chart.volumeLabel(), Palette.alpha(palette.muted(), 0.4), Swatch.AREA));
        }
        items.add(new Item(chart.heatLabel(), Palette.alpha(palette.accent(), 0.6), Swatch.AREA));
        return items;
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int i = (int) Math.round(plot.x().value(px));
        if (prices == null || i < 0 || i >= bars.size) {
            return Optional.empty();
        }
        List<Entry> more = new ArrayList<>();
        more.add(new Entry(chart.heatLabel(), Formats.compact(chart.days()[i])));
        ground.band(prices, i, py).ifPresent(more::add);
        rows.entry(strips, i, py).ifPresent(more::add);
        return Optional.of(bars.readOut(prices, i, words, more));
    }

    @Override
    public String kind() {
        return "chart.kind.heated";
    }

    @Override
    public List<String> names() {
        return List.of(chart.priceLabel(), chart.heatLabel());
    }

    @Override
    public List<LocalDate> dates() {
        return bars.dates;
    }

    /** A line a day: the bar, its importance, then each series; the cells behind the bars are those of the picture. */
    @Override
    public void csv(CsvWriter out) throws IOException {
        bars.header(out);
        out.text(chart.heatLabel());
        for (HeatedPrices.HeatRow row : chart.rows()) {
            out.text(row.name());
        }
        out.end();
        for (int i = 0; i < bars.size; i++) {
            bars.row(out, i);
            out.number(chart.days()[i]);
            for (HeatedPrices.HeatRow row : chart.rows()) {
                out.number(row.values()[i]);
            }
            out.end();
        }
    }
}
