package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.DirectionChart;
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

/** Prices; below them the probability of each class and, in a strip, whether the likeliest class came. */
final class DirectionPainter implements ChartPainter {

    private static final int SHOWN = 252;
    private static final double GAP = 12;
    private static final double STRIP = 8;
    private static final double SHARE = 0.36;

    private final DirectionChart chart;
    private final Bars bars;
    private final DirectionBars spoken;

    DirectionPainter(DirectionChart chart) {
        this.chart = chart;
        this.bars = new Bars(chart.history());
        this.spoken = new DirectionBars(chart, bars.days);
    }

    @Override
    public Viewport home() {
        double end = Math.max(1, bars.size) - 0.5;
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
        double top = Head.draw(s, style, legend(style.palette()), width);
        double bottom = Math.max(top + 3, height - 28);
        double below = bottom - (bottom - top) * SHARE;
        int first = bars.first(view);
        int last = bars.last(view);
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        bars.range(first, last, range);
        Plot plot = DateFrame.prices(s, style, view, DateFrame.pad(range, style.log()), top, width, below - GAP);
        Plot whole = new Plot(plot.left(), plot.top(), plot.right(), bottom, plot.x(), plot.y());
        if (last < first) {
            return whole;
        }
        DateFrame.dates(s, style, whole, bars, first, last, width);
        Axis shares = Axis.of(0, 1, bottom - STRIP - 4, below + 18, false);
        Plot strip = new Plot(plot.left(), below + 18, plot.right(), bottom - STRIP - 4, plot.x(), shares);
        percent(s, style, strip);
        Frame.label(s, style, chart.legend().yLabel(), 16, below + 8, Surface.Anchor.START);
        s.clip(plot.left(), plot.top(), plot.width(), bottom - plot.top());
        shade(s, style, whole);
        bars.draw(s, style, plot, first, last);
        probabilities(s, style.palette(), strip);
        came(s, style.palette(), plot, bottom);
        s.unclip();
        return whole;
    }

    private List<Item> legend(Palette palette) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(chart.legend().actual(), palette.text(), Swatch.LINE));
        if (spoken.classes() == 2) {
            items.add(new Item(chart.legend().probability(), palette.accent(), Swatch.LINE));
        } else {
            for (int c = 0; c < spoken.classes(); c++) {
                items.add(new Item(chart.classes().get(c), colour(palette, c), Swatch.AREA));
            }
        }
        items.add(new Item(chart.legend().hit(), palette.accent(), Swatch.DOT));
        items.add(new Item(chart.legend().miss(), palette.amber(), Swatch.DOT));
        return items;
    }

    private static int colour(Palette palette, int c) {
        return Palette.alpha(c == 0 ? palette.down() : c == 1 ? palette.muted() : palette.up(), c == 1 ? 0.25 : 0.45);
    }

    private static void percent(Surface s, Style style, Plot strip) {
        for (double share : new double[] {0, 0.5, 1}) {
            double y = Math.floor(strip.y().at(share)) + 0.5;
            s.line(
                    strip.left(),
                    y,
                    strip.right(),
                    y,
                    share == 0.5
                            ? Pen.dashed(style.palette().muted(), 1)
                            : Pen.solid(style.palette().grid(), 1));
            Frame.label(s, style, Formats.percent(share, 0), strip.right() + 8, y + 4, Surface.Anchor.START);
        }
    }

    private void shade(Surface s, Style style, Plot plot) {
        if (chart.testFrom() == null) {
            return;
        }
        int start = DateTicks.lowerBound(bars.days, (int) chart.testFrom().toEpochDay());
        double from = Math.max(plot.left(), plot.x().at(start - 0.5));
        double to = Math.min(plot.right(), plot.x().at(bars.size - 0.5));
        if (to > from) {
            int tint = Palette.alpha(style.palette().muted(), 0.07);
            s.rect(from, plot.top(), to - from, plot.height(), tint);
        }
    }

    private void probabilities(Surface s, Palette palette, Plot strip) {
        if (spoken.classes() == 2) {
            Pen pen = Pen.solid(palette.accent(), 1.5);
            double[] up = spoken.up();
            Decimation.run(spoken.x, up, 0, up.length, strip.x(), strip.y(), (x, y, n) -> s.polyline(x, y, n, pen));
            return;
        }
        for (int c = 0; c < spoken.classes(); c++) {
            double[] low = spoken.below(c);
            double[] high = spoken.below(c + 1);
            Band.draw(s, strip, spoken.x, low, high, 0, low.length, colour(palette, c));
        }
    }

    /** A cell from each origin to the next; those that share a pixel show whether most of them were right. */
    private void came(Surface s, Palette palette, Plot plot, double bottom) {
        int k = 0;
        while (k < spoken.x.length) {
            double left = Math.floor(plot.x().at(spoken.x[k] - 0.5));
            double right = left;
            int hits = 0;
            int misses = 0;
            while (k < spoken.x.length
                    && (hits + misses == 0 || Math.floor(plot.x().at(spoken.x[k] - 0.5)) == left)) {
                hits += spoken.hit(k) ? 1 : 0;
                misses += spoken.hit(k) ? 0 : 1;
                right = Math.ceil(plot.x().at(spoken.next(k) - 0.5));
                k++;
            }
            if (right > plot.left() && left < plot.right()) {
                int colour = hits >= misses ? palette.accent() : palette.amber();
                s.rect(left, bottom - STRIP, Math.max(1, right - left), STRIP, colour);
            }
        }
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        int i = (int) Math.round(plot.x().value(px));
        return i < 0 || i >= bars.size ? Optional.empty() : Optional.of(bars.readOut(plot, i, words, entries(i)));
    }

    private List<Entry> entries(int bar) {
        int k = spoken.indexOf(bar);
        if (k < 0) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (int c = spoken.classes() - 1; c >= 0; c--) {
            entries.add(new Entry(chart.classes().get(c), Formats.percent(spoken.probability(k)[c], 1)));
        }
        entries.add(new Entry(chart.legend().came(), chart.classes().get(spoken.outcome(k))));
        entries.add(new Entry(
                "", spoken.hit(k) ? chart.legend().hit() : chart.legend().miss()));
        return entries;
    }

    @Override
    public String kind() {
        return "chart.kind.direction";
    }

    @Override
    public List<String> names() {
        return List.of(chart.history().symbol());
    }

    @Override
    public List<LocalDate> dates() {
        return bars.dates;
    }

    /** The history; on days from which the model spoke, the probability of each class, that which came, and 1 for a hit. */
    @Override
    public void csv(CsvWriter out) throws IOException {
        bars.header(out);
        for (String name : chart.classes()) {
            out.text(name);
        }
        out.text("outcome").text("hit").end();
        double[] nothing = new double[spoken.classes()];
        Arrays.fill(nothing, Double.NaN);
        for (int i = 0; i < bars.size; i++) {
            bars.row(out, i);
            int k = spoken.indexOf(i);
            for (double share : k < 0 ? nothing : spoken.probability(k)) {
                out.number(share);
            }
            out.text(k < 0 ? "" : chart.classes().get(spoken.outcome(k)));
            out.number(k < 0 ? Double.NaN : spoken.hit(k) ? 1 : 0).end();
        }
    }
}
