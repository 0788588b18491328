package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.util.function.DoubleToIntFunction;

/** A stretch of colours with the values at its ends. */
final class ColourScale {

    static final double HEIGHT = 10;
    private static final int STEPS = 64;
    private static final double LARGEST = 120;
    private static final double SMALLEST = 24;

    private ColourScale() {}

    /**
     * Draws the values and between them the colours, as wide as the room allows.
     *
     * @param colour of a share in [0, 1] of the way from low to high
     */
    static void draw(
            Surface s,
            Style style,
            DoubleToIntFunction colour,
            double low,
            double high,
            double x,
            double y,
            double room) {
        String first = Formats.compact(low);
        String last = Formats.compact(high);
        double before = s.textWidth(first, Style.TEXT, Weight.REGULAR) + 8;
        double after = s.textWidth(last, Style.TEXT, Weight.REGULAR) + 8;
        double width = Math.min(LARGEST, room - before - after);
        if (width < SMALLEST) {
            return;
        }
        int[] colours = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            colours[i] = colour.applyAsInt(i / (STEPS - 1.0));
        }
        Frame.label(s, style, first, x, y + 9, Anchor.START);
        s.cells(colours, 1, STEPS, x + before, y, width, HEIGHT);
        Pen border = Pen.solid(style.palette().line(), 1);
        s.box(x + before - 0.5, y - 0.5, width + 1, HEIGHT + 1, 0, 0, border);
        Frame.label(s, style, last, x + before + width + 8, y + 9, Anchor.START);
    }
}
