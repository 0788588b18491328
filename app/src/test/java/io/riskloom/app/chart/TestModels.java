package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.DateSpan;
import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.chart.ChartModel.FanChart;
import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.PriceChart;
import io.riskloom.app.chart.ChartModel.Shade;
import io.riskloom.app.chart.ChartModel.SpanRow;
import io.riskloom.app.chart.ChartModel.StripChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.ChartModel.WaterfallChart;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One small chart of every kind, with gaps where real ones have them. */
final class TestModels {

    private TestModels() {}

    /** Bars on successive days from 2020-01-01 with close 100 + i. */
    static PriceHistory history(int bars) {
        List<LocalDate> dates = IntStream.range(0, bars)
                .mapToObj(i -> LocalDate.of(2020, 1, 1).plusDays(i))
                .toList();
        double[] close = IntStream.range(0, bars).mapToDouble(i -> 100 + i).toArray();
        double[] open = IntStream.range(0, bars).mapToDouble(i -> 99.5 + i).toArray();
        double[] high = IntStream.range(0, bars).mapToDouble(i -> 101 + i).toArray();
        double[] low = IntStream.range(0, bars).mapToDouble(i -> 99 + i).toArray();
        double[] volume = IntStream.range(0, bars).mapToDouble(i -> 1e6 + i).toArray();
        return new PriceHistory("TEST", dates, open, high, low, close, volume, new Source("test.csv", "0", bars));
    }

    static PriceChart price(int bars) {
        return new PriceChart(history(bars), "Close & more", "成交量");
    }

    static Forecast none() {
        double[][] empty = new double[0][0];
        return Forecast.ofCloses(List.of(), new double[0], empty, empty, empty, empty, empty, empty);
    }

    static ForecastChart forecast(int bars) {
        PriceHistory history = history(bars);
        double known = 99 + bars;
        double[][] up = {{known + 1, known + 2, Double.NaN, known + 4}};
        double[][] nan = {{Double.NaN, Double.NaN, Double.NaN, Double.NaN}};
        Forecast ahead = Forecast.ofCloses(
                List.of(history.dates().getLast()),
                new double[] {known},
                up,
                nan,
                minus(up, 1),
                minus(up, -1),
                minus(up, 3),
                minus(up, -3));
        ForecastChart.Legend legend =
                new ForecastChart.Legend("Actual", "Forecast", "50%", "90%", "Last value", "Test");
        return new ForecastChart(history, none(), 1, ahead, history.dates().get(bars / 2), legend);
    }

    static LineChart lines() {
        double[] x = {1, 2, 3, 4, 5};
        return new LineChart(
                List.of(
                        new Line("Loss <a>", x, new double[] {5, 4, Double.NaN, 2, 1}, Tone.ACCENT, false),
                        new Line("Nothing", x, nan(5), Tone.AMBER, true)),
                "Epoch",
                "Loss",
                true,
                null,
                null,
                List.of(new Mark(3, "best")));
    }

    static FanChart fan() {
        Random random = new Random(5);
        double[][] paths = new double[40][11];
        for (double[] path : paths) {
            path[0] = 100;
            for (int t = 1; t < path.length; t++) {
                path[t] = path[t - 1] * Math.exp(0.01 * random.nextGaussian());
            }
        }
        paths[3][5] = Double.NaN;
        return new FanChart(
                paths,
                3,
                new double[] {100, 101, Double.NaN, 103},
                "Days",
                "Price",
                new FanChart.Legend("Median", "50%", "90%", "Path", "Real"));
    }

    static HistogramChart histogram() {
        return new HistogramChart(
                new double[] {-1, 0, 1, 2},
                List.of(
                        new HistogramChart.Bars("Real", new double[] {3, 7, 2}, Tone.FOREGROUND),
                        new HistogramChart.Bars("Made", new double[] {4, Double.NaN, 1}, Tone.ACCENT)),
                "Return",
                "Days",
                List.of(new Mark(-0.5, "VaR")));
    }

    static HeatTiles tiles(HeatTiles.Scale scale) {
        List<HeatTiles.Tile> tiles = new ArrayList<>();
        for (int t = 0; t < 5; t++) {
            tiles.add(new HeatTiles.Tile("通道 " + t, new double[][] {{-t, 1, 2}, {3, Double.NaN, 5}}));
        }
        return new HeatTiles(tiles, 0, scale, 1);
    }

    static StripChart strips() {
        return new StripChart(
                List.of(
                        new StripChart.Strip("Return", new double[] {-4, 0, 1.5, Double.NaN}),
                        new StripChart.Strip("波动率", new double[] {0.25, 2, 3, -1})),
                List.of("2020-01-01", "2020-01-02", "2020-01-03", "2020-01-06"),
                3,
                "SD");
    }

    /** From −1 over .5 and 2 to 1.5. */
    static WaterfallChart waterfall() {
        return new WaterfallChart(
                -1,
                List.of(
                        new BarChart.Bar("age & more", 1.5, Tone.BAD),
                        new BarChart.Bar("金额", 1.5, Tone.BAD),
                        new BarChart.Bar("duration", -0.5, Tone.GOOD)),
                "Average",
                "This one",
                "Log odds");
    }

    static BarChart bars() {
        return new BarChart(
                List.of(
                        new BarChart.Bar("Age", 0.42, Tone.GOOD),
                        new BarChart.Bar("Debt", -0.3, Tone.BAD),
                        new BarChart.Bar("Unknown", Double.NaN, Tone.MUTED)),
                "Log-odds");
    }

    static DotChart dots() {
        return new DotChart(
                List.of("Fold 1", "Fold 2", "Fold 3"),
                List.of(
                        new DotChart.Dots("Model", new double[][] {{0.8}, {0.7, Double.NaN}, {}}, Tone.ACCENT, false),
                        new DotChart.Dots("Plain", new double[][] {{0.75}, {0.6}, {}}, Tone.MUTED, true)),
                "AUC");
    }

    /** Ten days of a line with a gap, a drawdown, and two rows of spans. */
    static DateChart dates() {
        return new DateChart(
                history(10).dates(),
                List.of(new DateLine(
                        "Worth",
                        new double[] {1, 1.1, Double.NaN, 1.2, 1.1, 1.0, 1.05, 1.2, 1.3, 1.25},
                        Tone.ACCENT,
                        false)),
                new DateLine(
                        "Drawdown", new double[] {0, 0, Double.NaN, 0, -8, -17, -12, 0, 0, -4}, Tone.ACCENT, false),
                List.of(
                        new SpanRow("Fold 1", List.of(span("Training", 0, 3), span("Test", 4, 6))),
                        new SpanRow("Fold 2", List.of(span("Training", 0, 6), span("Test", 7, 9)))));
    }

    private static DateSpan span(String name, int first, int last) {
        Shade shade = new Shade(name.equals("Test") ? Tone.FOREGROUND : Tone.ACCENT, 0.5);
        return new DateSpan(name, first, last, shade, last - first + 1 + " days");
    }

    static HeatPanels panels() {
        double[][] values = {{0, 0.5, Double.NaN}, {1, -0.25, 0}};
        double[][] under = {{0, 1, 0.5}, {1, 0, 0}};
        return new HeatPanels(
                List.of(
                        new HeatPanels.Panel(
                                "Map & more",
                                values,
                                HeatPanels.Colours.DIVERGING,
                                -1,
                                1,
                                new double[0][],
                                List.of("a", "b"),
                                List.of("2020-01-01", "2020-01-02", "2020-01-03")),
                        new HeatPanels.Panel(
                                "图像", values, HeatPanels.Colours.SEQUENTIAL, 0, 1, under, List.of(), List.of())),
                2,
                true,
                1);
    }

    static HeatedPrices heated() {
        double[] days = IntStream.range(0, 20).mapToDouble(i -> Math.sin(i)).toArray();
        return new HeatedPrices(
                history(20),
                "Close & more",
                "成交量",
                days,
                "Contribution",
                null,
                List.of(new HeatedPrices.HeatRow("return", days), new HeatedPrices.HeatRow("范围", days)));
    }

    static GraphChart graph() {
        return new GraphChart(
                List.of(
                        new GraphChart.Box(
                                "块 & more", "", 4, 4, 200, 120, GraphChart.Look.FRAME, Tone.MUTED, List.of()),
                        new GraphChart.Box(
                                "conv",
                                "3×8×8",
                                10,
                                30,
                                180,
                                30,
                                GraphChart.Look.PLAIN,
                                Tone.ACCENT,
                                List.of(new GraphChart.Figure("Kernel", "3 × 3"))),
                        new GraphChart.Box(
                                "rest", "8×8", 10, 80, 180, 30, GraphChart.Look.STACK, Tone.GOOD, List.of())),
                List.of(new GraphChart.Wire(new double[] {100, 100}, new double[] {60, 80})),
                210,
                130,
                1);
    }

    static Stream<ChartModel> all() {
        return Stream.of(
                graph(),
                price(40),
                price(3000),
                lines(),
                forecast(40),
                ForecastModels.two(null, 2),
                ForecastModels.two(ForecastModels.day(23), 2),
                ForecastModels.single(),
                ForecastModels.direction(2),
                ForecastModels.direction(3),
                ForecastModels.reliability(),
                fan(),
                histogram(),
                tiles(HeatTiles.Scale.DIVERGING_SHARED),
                tiles(HeatTiles.Scale.SEQUENTIAL_EACH),
                tiles(HeatTiles.Scale.GREY),
                strips(),
                bars(),
                waterfall(),
                dots(),
                dates(),
                panels(),
                heated());
    }

    /** The same kinds with nothing in them. */
    static Stream<ChartModel> empty() {
        return Stream.of(
                price(0),
                new LineChart(List.of(), "", "", false, null, null, List.of()),
                new ForecastChart(
                        history(0), none(), 1, none(), null, forecast(4).legend()),
                new FanChart(new double[0][0], -1, new double[0], "", "", fan().legend()),
                new HistogramChart(new double[0], List.of(), "", "", List.of()),
                new HeatTiles(List.of(), 0, HeatTiles.Scale.DIVERGING_SHARED, -1),
                new StripChart(List.of(), List.of(), 3, "SD"),
                new BarChart(List.of(), ""),
                new WaterfallChart(-1, List.of(), "", "", ""),
                new DotChart(List.of(), List.of(), ""),
                new DateChart(List.of(), List.of(), null, List.of()));
    }

    private static double[] nan(int size) {
        return IntStream.range(0, size).mapToDouble(i -> Double.NaN).toArray();
    }

    private static double[][] minus(double[][] values, double by) {
        double[][] result = new double[values.length][];
        for (int r = 0; r < values.length; r++) {
            result[r] = Arrays.stream(values[r]).map(v -> v - by).toArray();
        }
        return result;
    }
}
