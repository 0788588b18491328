package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.DirectionChart;
import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ChartModel.ReliabilityChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.forecast.Overlays.Overlay;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The charts of the forecast page, in the reader's language. */
final class ForecastCharts {

    private ForecastCharts() {}

    /**
     * @param drawn prices, or realised volatility as closes
     * @param step  days ahead of the test forecasts that are drawn as a line
     * @param from  test day whose forecast is drawn whole, null for none
     */
    static ForecastChart forecast(
            PriceHistory drawn, Details.OfForecast d, List<Overlay> overlays, int step, LocalDate from, Texts texts) {
        boolean volatility = d.ahead().quantity().equals(Forecast.VOLATILITY);
        List<ForecastChart.Model> models = new ArrayList<>();
        models.add(new ForecastChart.Model(texts.get("forecast.legend.forecast"), Tone.ACCENT, d.test(), d.ahead()));
        for (Overlay other : overlays) {
            models.add(new ForecastChart.Model(
                    other.name(texts),
                    other.tone(),
                    other.details().test(),
                    other.details().ahead()));
        }
        return new ForecastChart(
                drawn,
                models,
                step,
                from,
                d.testStart(),
                texts.get(volatility ? "forecast.axis.volatility" : "forecast.axis.price"),
                new ForecastChart.Legend(
                        texts.get(volatility ? "forecast.legend.realised" : "forecast.legend.actual"),
                        texts.get("forecast.legend.forecast"),
                        texts.get("forecast.legend.band50"),
                        texts.get("forecast.legend.band90"),
                        texts.get("forecast.legend.lastValue"),
                        step == 1 ? texts.get("forecast.legend.testOne") : texts.get("forecast.legend.test", step),
                        from == null ? "" : texts.get("forecast.legend.from", Formats.day(from)),
                        texts.get("forecast.legend.known")));
    }

    static DirectionChart direction(PriceHistory prices, Details.OfClassify d, Texts texts) {
        boolean three = classes(d) == 3;
        return new DirectionChart(
                prices,
                d.origins(),
                d.probability(),
                d.outcome(),
                d.origins().isEmpty() ? null : d.origins().getFirst(),
                three
                        ? List.of(
                                texts.get("forecast.class.down"),
                                texts.get("forecast.class.flat"),
                                texts.get("forecast.class.up"))
                        : List.of(texts.get("forecast.class.down"), texts.get("forecast.class.up")),
                new DirectionChart.Legend(
                        texts.get("forecast.legend.actual"),
                        texts.get("forecast.legend.probability"),
                        texts.get("forecast.legend.hit"),
                        texts.get("forecast.legend.miss"),
                        texts.get("forecast.legend.came"),
                        texts.get(three ? "forecast.axis.shares" : "forecast.axis.probability")));
    }

    /** 2 or 3. */
    static int classes(Details.OfClassify d) {
        return d.origins().isEmpty() ? 2 : d.probability()[0].length;
    }

    static ReliabilityChart reliability(List<Details.Level> levels, Texts texts) {
        return new ReliabilityChart(
                levels,
                texts.get("forecast.axis.nominal"),
                texts.get("forecast.axis.measured"),
                new ReliabilityChart.Legend(
                        texts.get("forecast.legend.measured"),
                        texts.get("forecast.legend.interval"),
                        texts.get("forecast.legend.right"),
                        texts.get("forecast.legend.width")));
    }

    /** Share of what came within the bands, in per cent, over the last origins before each. */
    static DateChart coverage(RollingCoverage rolling, Texts texts) {
        int days = rolling.dates().size();
        return new DateChart(
                rolling.dates(),
                List.of(
                        line(texts.get("forecast.legend.held90"), rolling.share90(), Tone.ACCENT),
                        line(texts.get("forecast.legend.held50"), rolling.share50(), Tone.SECOND),
                        nominal("90%", 90, days),
                        nominal("50%", 50, days)),
                null,
                List.of());
    }

    private static DateLine line(String name, double[] shares, Tone tone) {
        double[] percent = Arrays.stream(shares).map(share -> 100 * share).toArray();
        return new DateLine(name, percent, tone, false);
    }

    private static DateLine nominal(String name, double percent, int days) {
        double[] values = new double[days];
        Arrays.fill(values, percent);
        return new DateLine(name, values, Tone.MUTED, true);
    }
}
