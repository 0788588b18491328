package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.OneDayRisk;
import io.riskloom.engine.model.PathSight.Backtest;
import io.riskloom.engine.stats.Bootstrap;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.TailRisk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The charts of the risk desk, in the reader's language. */
final class RiskCharts {

    private static final int BINS = 60;
    private static final double REACH = 0.001; // beyond this quantile profits are counted in the outer bins
    private static final double PERCENT = 100;

    private RiskCharts() {}

    static BarChart valueAtRisk(RiskReport report, Texts texts) {
        return bars(report, TailRisk::valueAtRisk, TailRisk::varBand, "generate.risk.chart.var", texts);
    }

    static BarChart shortfall(RiskReport report, Texts texts) {
        return bars(report, TailRisk::expectedShortfall, TailRisk::esBand, "generate.risk.chart.es", texts);
    }

    private static BarChart bars(
            RiskReport report,
            ToDoubleFunction<TailRisk> value,
            Function<TailRisk, Bootstrap.Band> band,
            String key,
            Texts texts) {
        List<BarChart.Bar> bars = report.sources().stream()
                .map(of -> {
                    TailRisk tail = of.tail(report.level());
                    Bootstrap.Band ends = band.apply(tail);
                    return new BarChart.Bar(
                            RiskWords.source(of.source(), texts),
                            value.applyAsDouble(tail),
                            RiskWords.tone(of.source()),
                            ends.low(),
                            ends.high());
                })
                .toList();
        return new BarChart(bars, texts.get(key, RiskWords.level(report.level()), RiskWords.horizon(report, texts)));
    }

    /** Profits of a source over those of the past, with its value at risk and expected shortfall. */
    static HistogramChart profits(RiskReport report, RiskReport.Of shown, Texts texts) {
        List<RiskReport.Of> drawn = new ArrayList<>(List.of(shown));
        report.source(OneDayRisk.HISTORICAL).filter(of -> of != shown).ifPresent(drawn::add);
        double low = drawn.stream()
                .mapToDouble(of -> Quantiles.of(of.risk().profits(), REACH))
                .min()
                .orElseThrow();
        double high = drawn.stream()
                .mapToDouble(of -> Quantiles.of(of.risk().profits(), 1 - REACH))
                .max()
                .orElseThrow();
        double width = high > low ? (high - low) / BINS : 1;
        double[] edges =
                IntStream.rangeClosed(0, BINS).mapToDouble(i -> low + i * width).toArray();
        List<HistogramChart.Bars> groups = drawn.stream()
                .map(of -> new HistogramChart.Bars(
                        RiskWords.source(of.source(), texts),
                        shares(of.risk().profits(), low, width),
                        RiskWords.tone(of.source()),
                        of != shown))
                .toList();
        TailRisk tail = shown.tail(report.level());
        String level = RiskWords.level(report.level());
        List<Mark> marks = List.of(
                new Mark(-tail.expectedShortfall(), ""), // words here would cross the other line
                new Mark(-tail.valueAtRisk(), texts.get("generate.risk.mark.var", level)));
        String over = texts.get("generate.risk.chart.profit", RiskWords.horizon(report, texts));
        return new HistogramChart(edges, groups, over, texts.get("generate.chart.share"), marks);
    }

    private static double[] shares(double[] profits, double low, double width) {
        double[] shares = new double[BINS];
        for (double profit : profits) {
            shares[(int) Math.clamp(Math.floor((profit - low) / width), 0, BINS - 1)] += 1.0 / profits.length;
        }
        return shares;
    }

    /** Value at risk over the horizon, a line a source. */
    static LineChart horizons(RiskReport report, Texts texts) {
        List<Line> lines = report.sources().stream()
                .map(of -> new Line(
                        RiskWords.source(of.source(), texts),
                        Arrays.stream(of.days()).asDoubleStream().toArray(),
                        of.curve(),
                        RiskWords.tone(of.source()),
                        of.source().equals(OneDayRisk.HISTORICAL)))
                .toList();
        String level = RiskWords.level(report.level());
        return new LineChart(
                lines,
                texts.get("generate.risk.chart.horizon", RiskWords.unit(report).plural(texts)),
                texts.get("generate.risk.chart.curve", level),
                false,
                null,
                null,
                List.of());
    }

    /** How the position fares in the opened scenario, beside the other worst ones. */
    static LineChart course(RiskPaths.Opened opened, BarUnit unit, Texts texts) {
        double[] course = opened.course();
        Line others = joined(texts.get("generate.risk.legend.others"), opened.others());
        Line shown = new Line(texts.get("generate.risk.legend.opened"), steps(course), course, Tone.BAD, false);
        List<Line> lines = opened.others().isEmpty() ? List.of(shown) : List.of(others, shown);
        return new LineChart(
                lines, unit.axis(texts), texts.get("generate.risk.chart.course"), false, null, null, List.of());
    }

    /** Several courses of as many days as one line with gaps, so that the legend names them once. */
    private static Line joined(String name, List<double[]> courses) {
        int each = courses.isEmpty() ? 0 : courses.getFirst().length + 1;
        double[] x = new double[courses.size() * each];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int day = i % each;
            boolean gap = day == each - 1;
            x[i] = gap ? day - 1 : day;
            y[i] = gap ? Double.NaN : courses.get(i / each)[day];
        }
        return new Line(name, x, y, Tone.MUTED, false);
    }

    /** The opened scenario's window beside the real days that it is nearest to. */
    static LineChart nearest(RiskPaths.Nearest nearest, String source, BarUnit unit, Texts texts) {
        double[] made = nearest.made();
        return new LineChart(
                List.of(
                        new Line(RiskWords.source(source, texts), steps(made), made, RiskWords.tone(source), false),
                        new Line(
                                texts.get("generate.risk.legend.nearest"),
                                steps(nearest.real()),
                                nearest.real(),
                                Tone.FOREGROUND,
                                true)),
                unit.axis(texts),
                texts.get("generate.risk.chart.index"),
                false,
                null,
                null,
                List.of());
    }

    private static double[] steps(double[] values) {
        return IntStream.range(0, values.length).asDoubleStream().toArray();
    }

    /** Profits of each test day in percent, the line that a value at risk draws below them, and the days beyond it. */
    static DateChart backtest(Backtest test, double[] returns, List<LocalDate> dates, Texts texts) {
        boolean[] exceeded = OneDayRisk.exceeded(test.forecast(), returns);
        double[] days = Arrays.stream(returns).map(r -> PERCENT * r).toArray();
        double[] limit = Arrays.stream(test.forecast()).map(v -> -PERCENT * v).toArray();
        double[] beyond = new double[days.length];
        Arrays.setAll(beyond, t -> exceeded[t] ? days[t] : Double.NaN);
        String level = RiskWords.level(test.level());
        return new DateChart(
                dates,
                List.of(
                        new DateLine(texts.get("generate.risk.legend.return"), days, Tone.MUTED, false),
                        new DateLine(texts.get("generate.risk.legend.limit", level), limit, Tone.ACCENT, false),
                        new DateLine(texts.get("generate.risk.legend.beyond"), beyond, Tone.BAD, false)),
                null,
                List.of());
    }
}
