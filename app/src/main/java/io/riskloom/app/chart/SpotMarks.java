package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Points over lines, with whiskers where they have intervals. */
final class SpotMarks {

    private static final double RADIUS = 4;
    /** Of points in a cloud. */
    private static final double SMALL = 2.5;

    private static final int CLOUD = 60;
    private static final double THIN = 0.6;
    private static final double WHISKER = 4;
    private static final double NEAR = 12;

    private SpotMarks() {}

    static void draw(Surface s, Palette palette, Plot plot, Spots spots) {
        int colour = palette.tone(spots.tone());
        for (int i = 0; i < spots.x().length; i++) {
            double x = plot.x().at(spots.x()[i]);
            if (!(x >= plot.left() - 0.5 && x <= plot.right() + 0.5)) {
                continue;
            }
            if (interval(spots, i)) {
                double high = inside(plot, spots.high()[i]);
                double low = inside(plot, spots.low()[i]);
                Pen pen = Pen.solid(colour, 1.5);
                s.line(x, high, x, low, pen);
                s.line(x - WHISKER, high, x + WHISKER, high, pen);
                s.line(x - WHISKER, low, x + WHISKER, low, pen);
            }
            if (Double.isFinite(spots.y()[i])) {
                double y = inside(plot, spots.y()[i]);
                boolean cloud = spots.x().length > CLOUD;
                int fill = spots.hollow() ? palette.panel() : cloud ? Palette.alpha(colour, THIN) : colour;
                Pen border = Pen.solid(spots.hollow() ? colour : cloud ? fill : palette.panel(), cloud ? 0.5 : 1.5);
                double r = cloud ? SMALL : RADIUS;
                s.box(x - r, y - r, 2 * r, 2 * r, r, fill, border);
            }
        }
    }

    private static double inside(Plot plot, double value) {
        return Math.clamp(plot.y().at(value), plot.top(), plot.bottom());
    }

    private static boolean interval(Spots spots, int i) {
        return spots.low().length > 0 && Double.isFinite(spots.low()[i]) && Double.isFinite(spots.high()[i]);
    }

    /** Widens a range to the points that are shown and to their intervals. */
    static void range(Spots spots, Viewport view, boolean log, double[] range) {
        for (int i = 0; i < spots.x().length; i++) {
            if (spots.x()[i] >= view.low() && spots.x()[i] <= view.high()) {
                widen(range, spots.y()[i], log);
                if (interval(spots, i)) {
                    widen(range, spots.low()[i], log);
                    widen(range, spots.high()[i], log);
                }
            }
        }
    }

    private static void widen(double[] range, double y, boolean log) {
        if (Double.isFinite(y) && (!log || y > 0)) {
            range[0] = Math.min(range[0], y);
            range[1] = Math.max(range[1], y);
        }
    }

    /** The point nearest to a pixel along x; −1 where none is near. */
    private static int nearest(Spots spots, Plot plot, double px) {
        int best = -1;
        double least = NEAR;
        for (int i = 0; i < spots.x().length; i++) {
            double distance = Math.abs(plot.x().at(spots.x()[i]) - px);
            if (distance <= least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    static Optional<Entry> entry(Spots spots, Plot plot, double px) {
        int i = nearest(spots, plot, px);
        return i < 0 ? Optional.empty() : Optional.of(entry(spots, i));
    }

    private static Entry entry(Spots spots, int i) {
        String interval = interval(spots, i)
                ? " (" + Formats.compact(spots.low()[i]) + " – " + Formats.compact(spots.high()[i]) + ")"
                : "";
        return new Entry(spots.name(), Formats.compact(spots.y()[i]) + interval);
    }

    /** Of a chart that holds no line. */
    static Optional<ReadOut> readOut(Spots spots, Plot plot, double px) {
        int i = nearest(spots, plot, px);
        if (i < 0) {
            return Optional.empty();
        }
        double y = inside(plot, Double.isFinite(spots.y()[i]) ? spots.y()[i] : spots.low()[i]);
        return Optional.of(new ReadOut(
                plot.x().at(spots.x()[i]),
                RADIUS,
                y - RADIUS,
                y + RADIUS,
                i,
                LinePainter.plain(spots.x()[i]),
                List.of(entry(spots, i))));
    }

    static void csv(Spots spots, boolean intervals, CsvWriter out) throws IOException {
        for (int i = 0; i < spots.x().length; i++) {
            out.text(spots.name()).number(spots.x()[i]).number(spots.y()[i]);
            if (intervals) {
                boolean own = interval(spots, i);
                out.number(own ? spots.low()[i] : Double.NaN).number(own ? spots.high()[i] : Double.NaN);
            }
            out.end();
        }
    }
}
