package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Ticks.Tick;
import io.riskloom.app.text.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Importance of days, and of price bands where it is known, as shading behind bars and as columns below them. */
final class HeatGround {

    /** Of the strongest shade; candles stay legible on it. */
    private static final double SHADE = 0.5;

    private static final double COLUMN = 0.72;
    /** Height of a label on the axis with the room around it. */
    private static final double LABEL = 18;

    private final HeatedPrices chart;
    private final double[] days;
    private final double most;
    private final double mostCell;

    HeatGround(HeatedPrices chart) {
        this.chart = chart;
        this.days = chart.days();
        this.most = Arrays.stream(days)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        this.mostCell = chart.bands() == null
                ? 0
                : Math.max(
                        Strength.limit(chart.bands().cells()),
                        Strength.limit(chart.bands().volume()));
    }

    /** Widens a range of prices to the bands. */
    void range(double[] range) {
        if (chart.bands() != null) {
            range[0] = Math.min(range[0], chart.bands().low());
            range[1] = Math.max(range[1], chart.bands().high());
        }
    }

    /** The place of the columns, with its axis. */
    Plot days(Surface s, Style style, Plot prices, double top, double bottom) {
        double low = Math.min(0, Arrays.stream(days).min().orElse(0));
        double high = Math.max(0, Arrays.stream(days).max().orElse(0));
        double room = 0.08 * (high - low);
        Axis y = Axis.of(low < 0 ? low - room : 0, high + room, bottom, top, false);
        Plot at = new Plot(prices.left(), top, prices.right(), bottom, prices.x(), y);
        List<Tick> ticks = low == 0 && high == 0
                ? List.of()
                : Ticks.linear(y.low(), y.high(), Math.clamp((int) ((bottom - top) / LABEL), 2, 5))
                        .list();
        Frame.right(s, style, at, new Ticks(ticks));
        return at;
    }

    /** The shading of the days' whole height, or the cells of the price bands. */
    void behind(Surface s, Palette palette, Plot prices, int first, int last) {
        if (chart.bands() != null) {
            double top = prices.y().at(chart.bands().high());
            cells(
                    s,
                    palette,
                    chart.bands().cells(),
                    prices,
                    top,
                    prices.y().at(chart.bands().low()));
            return;
        }
        for (int i = first; i <= last && most > 0; i++) {
            double left = prices.x().at(i - 0.5);
            double right = prices.x().at(i + 0.5);
            int colour = shade(palette, days[i] / most);
            s.rect(left, prices.top(), right - left, prices.height(), colour);
        }
    }

    void behindVolume(Surface s, Palette palette, Plot volume, double largest) {
        if (chart.bands() != null && chart.bands().volume().length > 0) {
            cells(s, palette, chart.bands().volume(), volume, volume.y().at(largest), volume.bottom());
        }
    }

    private void cells(Surface s, Palette palette, double[][] cells, Plot plot, double top, double bottom) {
        int rows = cells.length;
        int columns = rows == 0 ? 0 : cells[0].length;
        if (rows * columns == 0 || mostCell == 0) {
            return;
        }
        int[] colours = new int[rows * columns];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = shade(palette, cells[i / columns][i % columns] / mostCell);
        }
        double left = plot.x().at(-0.5);
        s.cells(colours, rows, columns, left, top, plot.x().at(days.length - 0.5) - left, bottom - top);
    }

    private static int shade(Palette palette, double share) {
        int colour = palette.diverging(share < 0 ? -0.8 : 0.8);
        return Palette.alpha(colour, SHADE * Math.clamp(Math.abs(share), 0, 1));
    }

    void columns(Surface s, Palette palette, Plot at, int first, int last) {
        double zero = at.y().at(0);
        double wide = Math.max(1, at.x().unit() * COLUMN);
        for (int i = first; i <= last; i++) {
            double end = at.y().at(days[i]);
            if (Double.isFinite(end) && end != zero) {
                int colour = palette.diverging(days[i] < 0 ? -0.8 : 0.8);
                s.rect(at.x().at(i) - wide / 2, Math.min(zero, end), wide, Math.abs(end - zero), colour);
            }
        }
        double y = Math.floor(zero) + 0.5;
        s.line(at.left(), y, at.right(), y, Pen.solid(palette.line(), 1));
    }

    /** The price band at a height and what it bears on a day. */
    Optional<Entry> band(Plot prices, int day, double py) {
        if (chart.bands() == null || py < prices.top() || py > prices.bottom()) {
            return Optional.empty();
        }
        double[][] cells = chart.bands().cells();
        double step = (chart.bands().high() - chart.bands().low()) / cells.length;
        int row = (int) Math.floor((chart.bands().high() - prices.y().value(py)) / step);
        if (row < 0 || row >= cells.length) {
            return Optional.empty();
        }
        int each = cells[row].length / days.length;
        double sum = Arrays.stream(cells[row], day * each, (day + 1) * each).sum();
        double high = chart.bands().high() - row * step;
        int digits = Bars.digits(high);
        String name =
                chart.bands().name() + " " + Formats.number(high - step, digits) + " – " + Formats.number(high, digits);
        return Optional.of(new Entry(name, Formats.compact(sum)));
    }
}
