package io.riskloom.app.chart;

/**
 * The part of the x axis that is shown, in units of the axis (bars for prices). Zooming and panning give a new viewport that
 * stays inside the limits.
 *
 * @param low     left edge shown
 * @param high    right edge shown
 * @param min     where the data begin
 * @param max     where the data end
 * @param minSpan the smallest {@code high − low}
 */
public record Viewport(double low, double high, double min, double max, double minSpan) {

    public Viewport {
        if (!(low < high) || !(min < max)) {
            throw new IllegalArgumentException(
                    "viewport from " + low + " to " + high + " of " + min + " to " + max + " is empty");
        }
    }

    /** Everything from {@code min} to {@code max}. */
    public static Viewport all(double min, double max, double minSpan) {
        return new Viewport(min, max, min, max, Math.min(minSpan, max - min));
    }

    public double span() {
        return high - low;
    }

    public Viewport all() {
        return new Viewport(min, max, min, max, minSpan);
    }

    /** From {@code newLow} to {@code newHigh}, shifted and cut to the limits. */
    public Viewport show(double newLow, double newHigh) {
        double span = Math.clamp(newHigh - newLow, minSpan, max - min);
        double from = Math.clamp(newLow, min, Math.max(min, max - span));
        return new Viewport(from, Math.min(max, from + span), min, max, minSpan);
    }

    /**
     * Multiplies the span by {@code factor}; the value {@code at} keeps its place: {@code low' = at − (at − low)·span'/span}.
     */
    public Viewport zoom(double factor, double at) {
        double span = Math.clamp(span() * factor, minSpan, max - min);
        double from = at - (at - low) * span / span();
        return show(from, from + span);
    }

    public Viewport pan(double by) {
        return show(low + by, high + by);
    }

    public boolean showsAll() {
        return low <= min && high >= max;
    }
}
