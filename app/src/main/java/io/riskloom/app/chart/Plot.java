package io.riskloom.app.chart;

/** Where a chart's data area lies and how its axes run: what a mouse position means. */
record Plot(double left, double top, double right, double bottom, Axis x, Axis y) {

    boolean holds(double px, double py) {
        return px >= left && px <= right && py >= top && py <= bottom;
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }
}
