package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Details;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;

/** The chart of the forecast page, in the reader's language. */
final class ForecastCharts {

    private ForecastCharts() {}

    /**
     * @param all  the file's prices, which may have grown since the run
     * @param step days ahead of the test forecasts that are drawn, from 1
     */
    static ChartModel.ForecastChart of(PriceHistory all, Details.OfForecast d, int step, Texts texts) {
        return new ChartModel.ForecastChart(
                d.ahead().size() == 0 ? all : until(all, d.ahead().origins().getFirst()),
                d.test(),
                step,
                d.ahead(),
                d.testStart(),
                new ChartModel.ForecastChart.Legend(
                        texts.get("forecast.legend.actual"),
                        texts.get("forecast.legend.forecast"),
                        texts.get("forecast.legend.band50"),
                        texts.get("forecast.legend.band90"),
                        texts.get("forecast.legend.lastValue"),
                        step == 1 ? texts.get("forecast.legend.testOne") : texts.get("forecast.legend.test", step)));
    }

    /** The history up to the day from which the run forecast. */
    private static PriceHistory until(PriceHistory all, LocalDate last) {
        int found = Collections.binarySearch(all.dates(), last);
        int size = found < 0 ? -found - 1 : found + 1;
        if (size == all.size()) {
            return all;
        }
        return new PriceHistory(
                all.symbol(),
                all.dates().subList(0, size),
                head(all.open(), size),
                head(all.high(), size),
                head(all.low(), size),
                head(all.close(), size),
                head(all.volume(), size),
                all.source());
    }

    private static double[] head(double[] values, int size) {
        return Arrays.copyOf(values, Math.min(values.length, size));
    }
}
