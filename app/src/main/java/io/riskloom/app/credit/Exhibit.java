package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;

/**
 * A chart with what it is made of.
 *
 * @param chart  null where there is nothing to draw
 * @param remark what the figures say, or why there is no chart
 * @param sheet  the figures
 */
record Exhibit(ChartModel chart, String remark, Sheet sheet) {}
