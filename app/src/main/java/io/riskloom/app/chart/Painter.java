package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DirectionChart;
import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.chart.ChartModel.FanChart;
import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.PlaneChart;
import io.riskloom.app.chart.ChartModel.PriceChart;
import io.riskloom.app.chart.ChartModel.ReliabilityChart;
import io.riskloom.app.chart.ChartModel.StripChart;
import io.riskloom.app.chart.ChartModel.WaterfallChart;

/** The one painter of all charts, whatever they are drawn on. */
public final class Painter {

    private Painter() {}

    static ChartPainter of(ChartModel model) {
        return switch (model) {
            case PriceChart chart -> new PricePainter(chart);
            case LineChart chart -> new LinePainter(chart);
            case ForecastChart chart -> new ForecastPainter(chart);
            case DirectionChart chart -> new DirectionPainter(chart);
            case ReliabilityChart chart -> new ReliabilityPainter(chart);
            case FanChart chart -> new FanPainter(chart);
            case HistogramChart chart -> new HistogramPainter(chart);
            case HeatTiles chart -> new TilesPainter(chart);
            case StripChart chart -> new StripPainter(chart);
            case BarChart chart -> new BarPainter(chart);
            case WaterfallChart chart -> new WaterfallPainter(chart);
            case DotChart chart -> new DotPainter(chart);
            case DateChart chart -> new DatePainter(chart);
            case HeatPanels chart -> new PanelsPainter(chart);
            case GraphChart chart -> new GraphPainter(chart);
            case HeatedPrices chart -> new HeatedPainter(chart);
            case PlaneChart chart -> new PlanePainter(chart);
        };
    }

    /** What a chart shows at first. */
    public static Viewport home(ChartModel model) {
        return of(model).home();
    }

    /** Draws the part of a chart that the viewport shows; the ground is left as it is. */
    public static void paint(
            ChartModel model, Viewport view, Palette palette, Surface surface, double width, double height) {
        of(model).paint(view, Style.of(palette), surface, width, height);
    }
}
