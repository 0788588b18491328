package io.riskloom.app.chart;

/**
 * Bars that are chosen along the x axis.
 *
 * @param last the last one, included
 */
public record ChartBrush(int first, int last) {

    public ChartBrush {
        if (last < first) {
            throw new IllegalArgumentException("a brush from " + first + " to " + last);
        }
    }

    /** From one bar to another, in either order, cut to the limits; a stretch beside them becomes their nearest bar. */
    static ChartBrush between(int a, int b, ChartBrush limits) {
        return new ChartBrush(
                Math.clamp(Math.min(a, b), limits.first, limits.last),
                Math.clamp(Math.max(a, b), limits.first, limits.last));
    }

    int size() {
        return last - first + 1;
    }

    /** As long as before, moved as far as the limits allow. */
    ChartBrush moved(int by, ChartBrush limits) {
        int step = Math.clamp(by, Math.min(0, limits.first - first), Math.max(0, limits.last - last));
        return new ChartBrush(first + step, last + step);
    }

    /** With the same beginning, at least one bar long. */
    ChartBrush ended(int by, ChartBrush limits) {
        return new ChartBrush(first, Math.clamp(last + by, first, Math.max(first, limits.last)));
    }
}
