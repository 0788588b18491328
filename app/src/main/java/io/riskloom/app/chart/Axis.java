package io.riskloom.app.chart;

/**
 * Maps values to pixels: {@code from + (f(v) − f(low)) / (f(high) − f(low)) · (to − from)} with f the identity or the
 * logarithm. A vertical axis runs from the bottom to the top, so {@code from > to}.
 */
record Axis(double low, double high, double from, double to, boolean log) {

    /** An axis that widens an empty range and is linear where a logarithm is impossible. */
    static Axis of(double low, double high, double from, double to, boolean log) {
        double a = low;
        double b = high;
        if (!(a < b)) {
            double room = a == 0 || !Double.isFinite(a) ? 1 : Math.abs(a) * 0.01;
            double middle = Double.isFinite(a) ? a : 0;
            a = middle - room;
            b = middle + room;
        }
        return new Axis(a, b, from, to, log && a > 0);
    }

    double at(double value) {
        return from + (scale(value) - scale(low)) / (scale(high) - scale(low)) * (to - from);
    }

    double value(double pixel) {
        double at = scale(low) + (pixel - from) / (to - from) * (scale(high) - scale(low));
        return log ? Math.exp(at) : at;
    }

    /** Pixels for one unit, on a linear axis. */
    double unit() {
        return Math.abs(to - from) / (high - low);
    }

    private double scale(double value) {
        return log ? Math.log(value) : value;
    }
}
