package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;

/** Marks on a plot's upper or lower edge where a band goes on beyond it, and how far at the most. */
final class ClippedBand {

    private static final double THICK = 3;
    private static final double SHORTEST = 9;

    private final Surface s;
    private final Style style;
    private final Plot plot;
    private final boolean upper;

    private ClippedBand(Surface s, Style style, Plot plot, boolean upper) {
        this.s = s;
        this.style = style;
        this.plot = plot;
        this.upper = upper;
    }

    /**
     * @param x     bars, ascending
     * @param end   upper or lower ends of the band at them
     * @param from  first point, inclusive
     * @param to    last point, exclusive
     * @param upper whether they are the upper ends
     */
    static void draw(
            Surface s, Style style, Plot plot, double[] x, double[] end, int from, int to, boolean upper, int argb) {
        new ClippedBand(s, style, plot, upper).draw(x, end, from, to, argb);
    }

    private void draw(double[] x, double[] end, int from, int to, int argb) {
        int most = -1;
        for (int k = from; k < to; k++) {
            double at = plot.x().at(x[k]);
            if (!beyond(end[k]) || at < plot.left() || at > plot.right()) {
                continue;
            }
            double wide = Math.max(SHORTEST, plot.x().unit());
            s.rect(at - wide / 2, edge(), wide, THICK, argb);
            if (most < 0 || (upper ? end[k] > end[most] : end[k] < end[most])) {
                most = k;
            }
        }
        if (most >= 0) {
            label(plot.x().at(x[most]), end[most], argb);
        }
    }

    private boolean beyond(double value) {
        return upper ? value > plot.y().value(plot.top()) : value < plot.y().value(plot.bottom());
    }

    private double edge() {
        return upper ? plot.top() : plot.bottom() - THICK;
    }

    /** An arrow out of the plot, and the value that lies there. */
    private void label(double at, double value, int argb) {
        String words = Formats.number(value, Bars.digits(Math.abs(value)));
        double wide = s.textWidth(words, Style.TEXT, Weight.REGULAR) + 14;
        double left = Math.clamp(at - wide / 2, plot.left() + 4, Math.max(plot.left() + 4, plot.right() - wide - 4));
        double base = upper ? plot.top() + THICK + 15 : plot.bottom() - THICK - 5;
        s.rect(left - 3, base - 12, wide + 6, 16, Palette.alpha(style.palette().panel(), 0.85));
        double foot = upper ? base : base - 9;
        double tip = upper ? base - 9 : base;
        s.polygon(new double[] {left, left + 8, left + 4}, new double[] {foot, foot, tip}, 3, argb);
        s.text(
                words,
                left + 14,
                base,
                Style.TEXT,
                Weight.REGULAR,
                Anchor.START,
                style.palette().text());
    }
}
