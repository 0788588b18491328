package io.riskloom.app.chart;

import java.util.List;

/**
 * What lies under the crosshair.
 *
 * @param x      pixel of the crosshair, snapped to the data; NaN for no line
 * @param half   half the width of what is described, in pixels
 * @param top    upper end of what is described, in pixels
 * @param bottom lower end
 * @param index  bar, tile or step
 */
record ReadOut(double x, double half, double top, double bottom, int index, String title, List<Entry> entries) {

    record Entry(String name, String value) {}

    ReadOut {
        entries = List.copyOf(entries);
    }

    /** A place for a box: left and top edge in pixels. */
    record Place(double x, double y) {}

    /**
     * Right of what is described, left of it where there is no room, else above or below it; never on it while the chart has
     * room for box and bar.
     */
    Place place(Plot plot, double width, double height, double chartWidth) {
        double centre = Double.isNaN(x) ? (plot.left() + plot.right()) / 2 : x;
        double right = centre + half + 8;
        double left = centre - half - 8 - width;
        double y = plot.top() + 8;
        if (right + width <= plot.right() - 4 || right + width <= chartWidth - 4 && left < 4) {
            return new Place(right, y);
        }
        if (left >= 4) {
            return new Place(left, y);
        }
        double inside = Math.clamp(right, 4, Math.max(4, chartWidth - width - 4));
        boolean covers = y < bottom + 4 && y + height > top - 4;
        return new Place(
                inside, covers ? (top - plot.top() > plot.bottom() - bottom ? top - height - 4 : bottom + 4) : y);
    }
}
