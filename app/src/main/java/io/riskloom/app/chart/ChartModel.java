package io.riskloom.app.chart;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;
import java.util.List;

/**
 * What a chart shows, without how. All words are already in the reader's language. Arrays are not copied: a model is made for
 * one painter and its maker lets go of them.
 */
public sealed interface ChartModel {

    /** Prices over dates: candles where bars are there and the zoom allows, else a line; volume below. */
    record PriceChart(PriceHistory history, String priceLabel, String volumeLabel) implements ChartModel {}

    /** Lines over a numeric axis: loss curves, ROC, calibration. Marks and a diagonal where asked. */
    record LineChart(
            List<Line> lines,
            String xLabel,
            String yLabel,
            boolean diagonal,
            Range xRange,
            Range yRange,
            List<Mark> marks)
            implements ChartModel {}

    /**
     * A price history, then forecasts with bands.
     *
     * @param history  bars up to the last known day
     * @param test     forecasts of the test span, drawn as a line at {@code testStep} ahead of each origin; may be of size 0
     * @param ahead    the forecast from the last day: median, 50 % and 90 % bands
     * @param testFrom first day of the test span, shaded lightly
     */
    record ForecastChart(
            PriceHistory history, Forecast test, int testStep, Forecast ahead, LocalDate testFrom, Legend legend)
            implements ChartModel {
        /** Names in the chart's head. */
        public record Legend(
                String actual, String forecast, String band50, String band90, String lastValue, String test) {}
    }

    /**
     * Generated paths: bands, median and some single paths.
     *
     * @param prices      paths × (steps + 1)
     * @param bands       quantiles of all of them
     * @param highlighted index of a path drawn strongly, −1 for none
     * @param real        one real path for comparison, empty for none
     */
    record FanChart(
            double[][] prices,
            FanBands bands,
            int highlighted,
            double[] real,
            String xLabel,
            String yLabel,
            Legend legend)
            implements ChartModel {
        /** Sorts the paths for their quantiles: for some thousand paths give the {@link FanBands} instead. */
        public FanChart(
                double[][] prices, int highlighted, double[] real, String xLabel, String yLabel, Legend legend) {
            this(prices, FanBands.of(prices), highlighted, real, xLabel, yLabel, legend);
        }

        public record Legend(String median, String band50, String band90, String path, String real) {}
    }

    /** Two or more distributions over common bins. */
    record HistogramChart(double[] edges, List<Bars> groups, String xLabel, String yLabel, List<Mark> marks)
            implements ChartModel {
        /** @param heights one a bin */
        public record Bars(String name, double[] heights, Tone tone) {}
    }

    /**
     * Small heat maps side by side.
     *
     * @param columns  how many tiles stand in a row, 0 to fit the width
     * @param selected index of the tile with a frame, −1 for none
     */
    record HeatTiles(List<Tile> tiles, int columns, Scale scale, int selected) implements ChartModel {
        /** @param values rows × columns */
        public record Tile(String name, double[][] values) {}

        /** Diverging blue–white–red about 0, or sequential; over all tiles or each by itself. */
        public enum Scale {
            DIVERGING_SHARED,
            DIVERGING_EACH,
            SEQUENTIAL_SHARED,
            SEQUENTIAL_EACH
        }
    }

    /** Horizontal bars, such as reasons, importances or a table of metrics against a challenger. */
    record BarChart(List<Bar> bars, String xLabel) implements ChartModel {
        public record Bar(String name, double value, Tone tone) {}
    }

    /**
     * Points in rows under a common axis, such as a metric fold by fold for a model beside its challenger; a dashed line at the
     * mean of each group.
     */
    record DotChart(List<String> rows, List<Dots> groups, String xLabel) implements ChartModel {
        /**
         * @param values rows × points; a row may have none
         * @param hollow for what the others are compared with
         */
        public record Dots(String name, double[][] values, Tone tone, boolean hollow) {}
    }

    record Line(String name, double[] x, double[] y, Tone tone, boolean dashed) {}

    /** A vertical ({@code x}) mark with words, such as a cut-off or the best epoch. */
    record Mark(double x, String words) {}

    /** An axis from low to high; {@code null} where the data decides. */
    record Range(double low, double high) {
        public Range {
            if (!(low < high)) {
                throw new IllegalArgumentException("low " + low + " must be below high " + high);
            }
        }
    }

    /** Which colour of the palette. */
    enum Tone {
        ACCENT,
        FOREGROUND,
        MUTED,
        GOOD,
        BAD,
        AMBER,
        SECOND,
        THIRD
    }
}
