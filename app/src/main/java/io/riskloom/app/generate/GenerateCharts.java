package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.text.Texts;
import java.util.List;

/** The charts of the page of generated paths, in the reader's language. */
final class GenerateCharts {

    private GenerateCharts() {}

    /** @param highlighted index of the path drawn strongly, −1 for none */
    static ChartModel.FanChart fan(Shown shown, int highlighted, Texts texts) {
        return new ChartModel.FanChart(
                shown.prices(),
                shown.bands(),
                Math.min(highlighted, shown.prices().length - 1),
                shown.real(),
                texts.get("generate.chart.day"),
                texts.get("generate.chart.price"),
                new ChartModel.FanChart.Legend(
                        texts.get("generate.legend.median"),
                        texts.get("generate.legend.band50"),
                        texts.get("generate.legend.band90"),
                        texts.get("generate.legend.path"),
                        texts.get("generate.legend.real")));
    }

    /** @param days 1, 5 or 20 */
    static ChartModel.HistogramChart distribution(Shown shown, int days, Texts texts) {
        ReturnHistogram histogram = shown.histograms().get(days);
        return new ChartModel.HistogramChart(
                histogram.edges(),
                List.of(
                        new ChartModel.HistogramChart.Bars(
                                texts.get("generate.real"), histogram.real(), ChartModel.Tone.MUTED),
                        new ChartModel.HistogramChart.Bars(
                                texts.get("generate.generated"), histogram.generated(), ChartModel.Tone.ACCENT)),
                days == 1 ? texts.get("generate.chart.return") : texts.get("generate.chart.returns", days),
                texts.get("generate.chart.share"),
                List.of());
    }
}
