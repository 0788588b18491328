package io.riskloom.app.chart;

/** A box on a chart, in values of its axes; the edges may come in either order. */
public record ChartMark(double left, double top, double right, double bottom) {}
