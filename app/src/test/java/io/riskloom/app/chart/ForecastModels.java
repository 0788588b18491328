package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.DirectionChart;
import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ChartModel.ReliabilityChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;
import java.util.List;

/** Small charts of forecasts: history of forty bars with close 100 + i, test origins on bars 20 to 29, ahead from bar 35. */
final class ForecastModels {

    static final PriceHistory HISTORY = TestModels.history(40);
    static final ForecastChart.Legend LEGEND = new ForecastChart.Legend(
            "Actual", "Forecast", "50%", "90%", "Last value", "Test", "From then", "Known up to");

    private ForecastModels() {}

    static LocalDate day(int bar) {
        return HISTORY.dates().get(bar);
    }

    /** From each bar: last value + {@code up} at every step, bands of ±1 and ±2. */
    static Forecast forecast(int first, int last, int[] steps, double up) {
        int n = last - first + 1;
        double[] known = new double[n];
        double[][][] tables = new double[6][n][steps.length];
        for (int o = 0; o < n; o++) {
            known[o] = 100 + first + o;
            for (int s = 0; s < steps.length; s++) {
                double middle = known[o] + up;
                double[] cells = {middle, known[o] + steps[s], middle - 1, middle + 1, middle - 2, middle + 2};
                for (int t = 0; t < cells.length; t++) {
                    tables[t][o][s] = cells[t];
                }
            }
        }
        return new Forecast(
                "close",
                steps,
                HISTORY.dates().subList(first, last + 1),
                known,
                tables[0],
                tables[1],
                tables[2],
                tables[3],
                tables[4],
                tables[5]);
    }

    /** Two models, the second of which speaks of the second day alone; {@code from} may be null. */
    static ForecastChart two(LocalDate from, int step) {
        int[] daily = {1, 2, 3};
        int[] second = {2};
        return new ForecastChart(
                HISTORY,
                List.of(
                        new ForecastChart.Model(
                                "LSTM", Tone.ACCENT, forecast(20, 29, daily, 0.5), forecast(35, 35, daily, 0.5)),
                        new ForecastChart.Model(
                                "GRU", Tone.SECOND, forecast(20, 29, second, 7), forecast(35, 35, second, 7))),
                step,
                from,
                day(20),
                "Price",
                LEGEND);
    }

    /** One step, two days ahead. */
    static ForecastChart single() {
        int[] second = {2};
        return new ForecastChart(
                HISTORY,
                List.of(new ForecastChart.Model(
                        "LSTM", Tone.ACCENT, forecast(20, 29, second, 1), forecast(39, 39, second, 1))),
                2,
                day(22),
                day(20),
                "Price",
                LEGEND);
    }

    /** Origins on bars 10 to 13: right, wrong, right, wrong. */
    static DirectionChart direction(int classes) {
        boolean three = classes == 3;
        double[][] probability = three
                ? new double[][] {{.2, .3, .5}, {.6, .3, .1}, {.2, .6, .2}, {.1, .1, .8}}
                : new double[][] {{.4, .6}, {.7, .3}, {.6, .4}, {.1, .9}};
        int[] outcome = three ? new int[] {2, 1, 1, 0} : new int[] {1, 1, 0, 0};
        return new DirectionChart(
                HISTORY,
                HISTORY.dates().subList(10, 14),
                probability,
                outcome,
                day(10),
                three ? List.of("Down", "Flat", "Up") : List.of("Down", "Up"),
                new DirectionChart.Legend("Actual", "Probability", "Right", "Wrong", "What came", "Share"));
    }

    static ReliabilityChart reliability() {
        return new ReliabilityChart(
                List.of(new Details.Level(.5, .46, .42, .52, 4.25), new Details.Level(.9, .85, .82, .88, 12.5)),
                "Nominal",
                "Measured",
                new ReliabilityChart.Legend("Held", "Interval", "Exact", "Width"));
    }
}
