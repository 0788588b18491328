package io.riskloom.app.chart;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Details;
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

    /** Lines over a numeric axis: loss curves, ROC, calibration. Marks, points, areas and a diagonal where asked. */
    record LineChart(
            List<Line> lines,
            String xLabel,
            String yLabel,
            boolean diagonal,
            Range xRange,
            Range yRange,
            List<Mark> marks,
            List<Spots> spots,
            List<Area> areas)
            implements ChartModel {
        /** Without areas. */
        public LineChart(
                List<Line> lines,
                String xLabel,
                String yLabel,
                boolean diagonal,
                Range xRange,
                Range yRange,
                List<Mark> marks,
                List<Spots> spots) {
            this(lines, xLabel, yLabel, diagonal, xRange, yRange, marks, spots, List.of());
        }

        /** Without points. */
        public LineChart(
                List<Line> lines,
                String xLabel,
                String yLabel,
                boolean diagonal,
                Range xRange,
                Range yRange,
                List<Mark> marks) {
            this(lines, xLabel, yLabel, diagonal, xRange, yRange, marks, List.of());
        }
    }

    /**
     * What was, then forecasts with bands. The first model is drawn with its bands, the others as lines beside it.
     *
     * @param history  all days known now, those after the forecasts' origin too, which are drawn over the bands; another
     *     quantity than prices stands in the closes
     * @param models   at least one; each may have no test forecasts or none ahead
     * @param testStep days ahead of the test forecasts that are drawn as a line
     * @param from     test origin whose forecast is drawn whole; {@code null} for none
     * @param testFrom first day of the test span, shaded lightly; {@code null} for none
     * @param yLabel   what the values are, with their unit; may be empty
     */
    record ForecastChart(
            PriceHistory history,
            List<Model> models,
            int testStep,
            LocalDate from,
            LocalDate testFrom,
            String yLabel,
            Legend legend)
            implements ChartModel {
        public ForecastChart {
            models = List.copyOf(models);
        }

        /** One model, no forecast drawn whole. */
        public ForecastChart(
                PriceHistory history, Forecast test, int testStep, Forecast ahead, LocalDate testFrom, Legend legend) {
            this(
                    history,
                    List.of(new Model(legend.forecast(), Tone.ACCENT, test, ahead)),
                    testStep,
                    null,
                    testFrom,
                    "",
                    legend);
        }

        /**
         * @param test  forecasts of the test span; may be of size 0
         * @param ahead the forecast from the last day that training's file had; may be of size 0
         */
        public record Model(String name, Tone tone, Forecast test, Forecast ahead) {}

        /**
         * Names in the chart's head and in the read-out.
         *
         * @param from  of the forecast that is drawn whole
         * @param known before the last day that a forecast knew
         */
        public record Legend(
                String actual,
                String forecast,
                String band50,
                String band90,
                String lastValue,
                String test,
                String from,
                String known) {
            public Legend(String actual, String forecast, String band50, String band90, String lastValue, String test) {
                this(actual, forecast, band50, band90, lastValue, test, "", "");
            }
        }
    }

    /**
     * Prices, and below them what a model of the direction said and whether it was right.
     *
     * @param origins     days from which it spoke, ascending
     * @param probability origins × classes, in the order down (flat) up
     * @param outcome     number of the class that came, one an origin
     * @param testFrom    first day of the test span, shaded lightly
     * @param classes     names of the classes in their order
     */
    record DirectionChart(
            PriceHistory history,
            List<LocalDate> origins,
            double[][] probability,
            int[] outcome,
            LocalDate testFrom,
            List<String> classes,
            Legend legend)
            implements ChartModel {
        /** @param came before the class that came */
        public record Legend(String actual, String probability, String hit, String miss, String came, String yLabel) {}
    }

    /** Bands of several levels: what they should hold against what they held, with its interval; right is on the diagonal. */
    record ReliabilityChart(List<Details.Level> levels, String xLabel, String yLabel, Legend legend)
            implements ChartModel {
        public record Legend(String measured, String interval, String right, String width) {}
    }

    /**
     * Generated paths: bands, median and some single paths.
     *
     * @param prices      paths × (steps + 1)
     * @param bands       quantiles of all of them
     * @param highlighted index of a path drawn strongly, −1 for none
     * @param real        one real path for comparison, empty for none
     * @param yRange      prices from low to high; {@code null} where the paths decide
     */
    record FanChart(
            double[][] prices,
            FanBands bands,
            int highlighted,
            double[] real,
            String xLabel,
            String yLabel,
            Legend legend,
            Range yRange)
            implements ChartModel {
        public FanChart(
                double[][] prices,
                FanBands bands,
                int highlighted,
                double[] real,
                String xLabel,
                String yLabel,
                Legend legend) {
            this(prices, bands, highlighted, real, xLabel, yLabel, legend, null);
        }

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
        /**
         * @param heights one a bin
         * @param outline drawn as a line alone
         */
        public record Bars(String name, double[] heights, Tone tone, boolean outline) {
            public Bars(String name, double[] heights, Tone tone) {
                this(name, heights, tone, false);
            }
        }
    }

    /**
     * Small heat maps side by side.
     *
     * @param columns  how many tiles stand in a row, 0 to fit the width
     * @param selected index of the tile with a frame, −1 for none
     */
    record HeatTiles(List<Tile> tiles, int columns, Scale scale, int selected) implements ChartModel {
        /**
         * @param values rows × columns
         * @param cells  name of each value, row by row, empty for one that means nothing; none where their places are enough
         */
        public record Tile(String name, double[][] values, List<String> cells) {
            public Tile {
                cells = List.copyOf(cells);
            }

            public Tile(String name, double[][] values) {
                this(name, values, List.of());
            }
        }

        /**
         * Diverging about 0, red below and blue above, turned where above is bad; or sequential; over all tiles or each by itself.
         * Grey from black 0 to white 1.
         */
        public enum Scale {
            GREY,
            DIVERGING_SHARED,
            DIVERGING_EACH,
            TURNED_SHARED,
            SEQUENTIAL_SHARED,
            SEQUENTIAL_EACH
        }
    }

    /**
     * Standardised series below each other, each a strip of colours about 0, over common places such as days.
     *
     * @param places words of the columns
     * @param limit  values from which colours are no stronger
     * @param unit   of the values, beside the colour scale
     */
    record StripChart(List<Strip> strips, List<String> places, double limit, String unit) implements ChartModel {
        public record Strip(String name, double[] values) {}
    }

    /** Horizontal bars, such as reasons, importances or a table of metrics against a challenger. */
    record BarChart(List<Bar> bars, String xLabel) implements ChartModel {
        /**
         * @param low  lower end of the value's interval, drawn as a whisker; NaN for none
         * @param high upper end
         */
        public record Bar(String name, double value, Tone tone, double low, double high) {
            public Bar(String name, double value, Tone tone) {
                this(name, value, tone, Double.NaN, Double.NaN);
            }

            boolean whiskers() {
                return Double.isFinite(low) && Double.isFinite(high);
            }
        }
    }

    /**
     * How a sum comes about: a mark at the base, then bars that each begin where the one before ended, then a mark at the end.
     *
     * @param start words of the base, {@code end} of where the last bar ends
     */
    record WaterfallChart(double base, List<BarChart.Bar> steps, String start, String end, String xLabel)
            implements ChartModel {
        public WaterfallChart {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Points in rows under a common axis, such as a metric fold by fold for a model beside its challenger; a dashed line at the
     * mean of each group where the rows count alike.
     *
     * @param means whether the rows count alike, so that a group's mean over them says something
     */
    record DotChart(List<String> rows, List<Dots> groups, String xLabel, boolean means) implements ChartModel {

        public DotChart(List<String> rows, List<Dots> groups, String xLabel) {
            this(rows, groups, xLabel, true);
        }

        /**
         * @param values rows × points; a row may have none
         * @param hollow for what the others are compared with
         */
        public record Dots(String name, double[][] values, Tone tone, boolean hollow) {}
    }

    /**
     * Lines over dates; below them, in a strip of its own, what hangs from zero such as a drawdown, and rows of shaded spans such as
     * the parts of folds.
     *
     * @param dates of all values, ascending
     * @param lines each with a value a date, NaN for none
     * @param strip a line of values not above 0, drawn as an area; {@code null} for none
     */
    record DateChart(List<LocalDate> dates, List<DateLine> lines, DateLine strip, List<SpanRow> rows)
            implements ChartModel {}

    record DateLine(String name, double[] values, Tone tone, boolean dashed) {}

    /** @param spans ascending, none over another */
    record SpanRow(String name, List<DateSpan> spans) {}

    /**
     * @param first index of its first date
     * @param last  index of its last date, included
     * @param size  its length in words
     */
    record DateSpan(String name, int first, int last, Shade shade, String size) {}

    /** A colour of the palette, thinned. */
    record Shade(Tone tone, double opacity) {}

    /**
     * Heat maps side by side, each with its own colours and their scale below it.
     *
     * @param across  panels in a row
     * @param stretch whether cells fill the room; else they are square
     * @param marked  row that is marked in all of them, −1 for none
     */
    record HeatPanels(List<Panel> panels, int across, boolean stretch, int marked) implements ChartModel {
        public HeatPanels {
            panels = List.copyOf(panels);
        }

        /**
         * @param values  rows × columns
         * @param low     value of the first colour
         * @param high    value of the last colour
         * @param under   picture from black 0 to white 1 on which the colours lie, as many rows and columns; none where they lie
         *     on the ground
         * @param rows    names of the rows; empty where their numbers are enough
         * @param columns names of the columns; empty where their numbers are enough
         */
        public record Panel(
                String name,
                double[][] values,
                Colours colours,
                double low,
                double high,
                double[][] under,
                List<String> rows,
                List<String> columns) {
            public Panel {
                rows = List.copyOf(rows);
                columns = List.copyOf(columns);
            }
        }

        /** Diverging colours run about the middle between low and high, red below and blue above, or turned where above is bad. */
        public enum Colours {
            GREY,
            SEQUENTIAL,
            DIVERGING,
            TURNED
        }
    }

    /**
     * Prices of some days with how much each day bore an answer: shading behind the bars, columns below them.
     *
     * @param days      one a day, of either sign
     * @param heatLabel what they are, with their unit
     * @param bands     by price too, behind the bars in place of the shading; {@code null} for none
     * @param rows      series of the days beneath, each a strip of colours about 0
     */
    record HeatedPrices(
            PriceHistory history,
            String priceLabel,
            String volumeLabel,
            double[] days,
            String heatLabel,
            Bands bands,
            List<HeatRow> rows)
            implements ChartModel {
        public HeatedPrices {
            rows = List.copyOf(rows);
        }

        /**
         * Cells of prices over days, each day as many columns as the others, the first row highest.
         *
         * @param cells  rows × columns
         * @param low    price at the lower edge of the last row
         * @param high   price at the upper edge of the first row
         * @param volume rows × columns over the volume from 0 to the largest; none where the cells have none
         */
        public record Bands(String name, double[][] cells, double low, double high, double[][] volume) {}

        /** @param values one a day */
        public record HeatRow(String name, double[] values) {}
    }

    /**
     * A square of the plane from −extent to extent on both axes, with what lies there.
     *
     * @param field  colours of the ground; {@code null} for none
     * @param mesh   {@code null} for none
     * @param arrows {@code null} for none
     */
    record PlaneChart(
            String xLabel,
            String yLabel,
            double extent,
            Field field,
            Mesh mesh,
            List<Cloud> clouds,
            Arrows arrows,
            List<Ring> rings)
            implements ChartModel {
        public PlaneChart {
            clouds = List.copyOf(clouds);
            rings = List.copyOf(rings);
        }

        /**
         * Values in the middles of square cells.
         *
         * @param side   cells along each side
         * @param values row by row, the one of the least y first
         * @param middle value without colour
         * @param span   from the middle to the strongest colours
         * @param low    words of the colour below the middle
         * @param high   words of the colour above it
         */
        public record Field(
                String name, int side, float[] values, double middle, double span, String low, String high) {}

        /**
         * A bent lattice.
         *
         * @param points  of its nodes, row by row; one row is a line
         * @param density of each cell between four nodes, 1 for the strongest colour; empty for none
         */
        public record Mesh(String name, int rows, int columns, float[][] points, float[] density) {}

        /** @param diamond whether its points are drawn as diamonds, else as discs */
        public record Cloud(String name, float[][] points, Tone tone, boolean diamond) {}

        /** From points by vectors, drawn at a common scale. */
        public record Arrows(String name, float[][] from, float[][] by) {}

        /** A place to be reached, and whether it is. */
        public record Ring(double x, double y, boolean held) {}
    }

    /**
     * Boxes at places and what flows from one to another, such as the operations of a network.
     *
     * @param width    of the whole, in pixels at its natural size
     * @param selected index of the box with a frame, −1 for none
     */
    record GraphChart(List<Box> boxes, List<Wire> wires, double width, double height, int selected)
            implements ChartModel {
        public GraphChart {
            boxes = List.copyOf(boxes);
            wires = List.copyOf(wires);
        }

        /**
         * @param words   at the left of the box
         * @param detail  at its right, left out where there is no room
         * @param look    what kind of box it is
         * @param tone    of the stripe at its left end
         * @param figures what is known of it, shown where the mouse points at it
         */
        public record Box(
                String words,
                String detail,
                double x,
                double y,
                double width,
                double height,
                Look look,
                Tone tone,
                List<Figure> figures) {
            public Box {
                figures = List.copyOf(figures);
            }
        }

        /** A frame lies around other boxes, which come after it; its head alone can be pointed at. A stack stands for several. */
        public enum Look {
            PLAIN,
            STACK,
            FRAME
        }

        public record Figure(String name, String value) {}

        /** A line with an arrow at its end, through points. */
        public record Wire(double[] x, double[] y) {}
    }

    record Line(String name, double[] x, double[] y, Tone tone, boolean dashed) {}

    /**
     * What lies between two lines, such as a band of confidence.
     *
     * @param x ascending
     */
    record Area(String name, double[] x, double[] low, double[] high, Tone tone) {}

    /**
     * Points over the lines, such as shares with their intervals or the place on a curve that is chosen.
     *
     * @param low  lower ends of upright intervals, one a point; empty for none
     * @param high upper ends
     */
    record Spots(String name, double[] x, double[] y, double[] low, double[] high, Tone tone, boolean hollow) {}

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
        THIRD,
        FOURTH
    }
}
