package io.riskloom.app.chart;

import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.PriceHistory;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A price history made ready for drawing: bar i stands at x = i. */
final class Bars {

    /** Narrower than this many pixels a bar is part of a line. */
    private static final double NARROWEST = 2;

    final int size;
    final int[] days;
    final List<LocalDate> dates;
    private final boolean candles;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    Bars(PriceHistory history) {
        size = history.size();
        dates = history.dates();
        days = dates.stream().mapToInt(date -> (int) date.toEpochDay()).toArray();
        candles = history.hasBars();
        open = history.open();
        high = history.high();
        low = history.low();
        close = history.close();
        volume = history.volume();
    }

    boolean hasVolume() {
        return volume.length > 0;
    }

    int first(Viewport view) {
        return Math.max(0, (int) Math.ceil(view.low() - 0.5));
    }

    int last(Viewport view) {
        return Math.min(size - 1, (int) Math.floor(view.high() + 0.5));
    }

    double close(int i) {
        return close[i];
    }

    /** Widens a range to the prices of the bars shown. */
    void range(int first, int last, double[] range) {
        for (int i = first; i <= last; i++) {
            range[0] = Math.min(range[0], bottom(i));
            range[1] = Math.max(range[1], top(i));
        }
    }

    private double top(int i) {
        return candles && high[i] >= close[i] ? high[i] : close[i];
    }

    private double bottom(int i) {
        return candles && low[i] <= close[i] ? low[i] : close[i];
    }

    /** Candles where they are at least two pixels apart, else a line through the closes. */
    void draw(Surface s, Style style, Plot plot, int first, int last) {
        if (!candles || plot.x().unit() < NARROWEST) {
            Decimation.run(
                    null, close, Math.max(0, first - 1), Math.min(size, last + 2), plot.x(), plot.y(), (x, y, n) -> {
                        if (n == 1) {
                            s.rect(x[0] - 2, y[0] - 2, 4, 4, style.palette().text());
                        } else {
                            s.polyline(x, y, n, Pen.solid(style.palette().text(), 1.5));
                        }
                    });
            return;
        }
        double body = body(plot);
        for (int i = first; i <= last; i++) {
            int colour =
                    close[i] >= open[i] ? style.palette().up() : style.palette().down();
            double x = Math.floor(plot.x().at(i));
            double from = plot.y().at(Math.max(open[i], close[i]));
            double to = plot.y().at(Math.min(open[i], close[i]));
            double wick = plot.y().at(top(i));
            s.rect(x, wick, 1, Math.max(1, plot.y().at(bottom(i)) - wick), colour);
            s.rect(x - (body - 1) / 2, from, body, Math.max(1, to - from), colour);
        }
    }

    /** Volume as columns from the bottom of a strip; columns that share a pixel show the largest. */
    void drawVolume(Surface s, Style style, Plot strip, int first, int last) {
        boolean narrow = strip.x().unit() < NARROWEST;
        double body = narrow ? 1 : body(strip);
        for (int i = first; i <= last; ) {
            double x = Math.floor(strip.x().at(i));
            double most = volume[i];
            int next = i + 1;
            while (narrow && next <= last && Math.floor(strip.x().at(next)) == x) {
                most = Math.max(most, volume[next++]);
            }
            if (most > 0) {
                int colour = narrow || !candles
                        ? style.palette().muted()
                        : close[i] >= open[i]
                                ? style.palette().up()
                                : style.palette().down();
                double y = strip.y().at(most);
                s.rect(x - (body - 1) / 2, y, body, strip.bottom() - y, Palette.alpha(colour, 0.4));
            }
            i = next;
        }
    }

    double mostVolume(int first, int last) {
        double most = 0;
        for (int i = first; i <= last; i++) {
            most = volume[i] > most ? volume[i] : most;
        }
        return most;
    }

    /** As many as a price of this size is told in. */
    static int digits(double price) {
        return price < 1 ? 6 : price < 10 ? 4 : 2;
    }

    /** The bar at an index, in words and pixels. */
    ReadOut readOut(Plot plot, int i, UnaryOperator<String> words, List<Entry> more) {
        List<Entry> entries = new ArrayList<>();
        int digits = digits(close[i]);
        if (candles) {
            entries.add(new Entry(words.apply("chart.open"), Formats.number(open[i], digits)));
            entries.add(new Entry(words.apply("chart.high"), Formats.number(high[i], digits)));
            entries.add(new Entry(words.apply("chart.low"), Formats.number(low[i], digits)));
        }
        entries.add(new Entry(words.apply("chart.close"), Formats.number(close[i], digits)));
        if (hasVolume()) {
            entries.add(new Entry(words.apply("chart.volume"), Formats.number(volume[i], 0)));
        }
        entries.addAll(more);
        return new ReadOut(
                plot.x().at(i),
                plot.x().unit() / 2,
                plot.y().at(top(i)),
                plot.y().at(bottom(i)),
                i,
                Formats.day(dates.get(i)),
                entries);
    }

    void header(CsvWriter out) throws IOException {
        out.text("date");
        if (candles) {
            out.text("open").text("high").text("low");
        }
        out.text("close");
        if (hasVolume()) {
            out.text("volume");
        }
    }

    void row(CsvWriter out, int i) throws IOException {
        out.text(Formats.day(dates.get(i)));
        if (candles) {
            out.number(open[i]).number(high[i]).number(low[i]);
        }
        out.number(close[i]);
        if (hasVolume()) {
            out.number(volume[i]);
        }
    }

    /** How many columns stand beside the date. */
    int columns() {
        return (candles ? 4 : 1) + (hasVolume() ? 1 : 0);
    }

    /** About two thirds of the distance, an odd number of pixels, so that the wick stands in the middle. */
    private static double body(Plot plot) {
        double slot = plot.x().unit();
        double wide = Math.round(slot * 0.66);
        double odd = wide % 2 == 1 ? wide : wide + 1 <= slot - 1 ? wide + 1 : wide - 1;
        return Math.max(1, odd);
    }
}
