package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.Area;
import io.riskloom.app.chart.ChartModel.FanChart;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The charts of the page of generated paths, in the reader's language. */
final class GenerateCharts {

    private static final double[] NONE = {};
    private static final double PERCENT = 100;
    private static final int YEAR = 252; // steps that an evaluation's drawdowns are within

    private GenerateCharts() {}

    /** @param highlighted index of the path drawn strongly, −1 for none */
    static FanChart fan(Shown shown, int highlighted, BarUnit unit, Texts texts) {
        return new FanChart(
                shown.prices(),
                shown.bands(),
                Math.min(highlighted, shown.prices().length - 1),
                shown.real(),
                unit.axis(texts),
                texts.get("generate.chart.price"),
                legend(texts));
    }

    static FanChart.Legend legend(Texts texts) {
        return new FanChart.Legend(
                texts.get("generate.legend.median"),
                texts.get("generate.legend.band50"),
                texts.get("generate.legend.band90"),
                texts.get("generate.legend.path"),
                texts.get("generate.legend.real"));
    }

    /** A stretch of a path beside the learnt days it is nearest to. */
    static LineChart nearest(NearestDays found, BarUnit unit, Texts texts) {
        double[] days = IntStream.rangeClosed(0, found.days()).asDoubleStream().toArray();
        String real = found.dates().isEmpty()
                ? texts.get("generate.nearest.real")
                : texts.get(
                        "generate.nearest.dates",
                        Formats.day(found.dates().getFirst()),
                        Formats.day(found.dates().getLast()));
        return lines(
                List.of(
                        new Line(real, days, found.real(), Tone.FOREGROUND, false),
                        new Line(
                                texts.get(
                                        "generate.nearest.path",
                                        found.path(),
                                        found.at(),
                                        found.at() + found.days() - 1),
                                days,
                                found.made(),
                                Tone.AMBER,
                                false)),
                unit.axis(texts),
                texts.get("generate.nearest.index"));
    }

    static HistogramChart distribution(ReturnShapes shapes, BarUnit unit, Texts texts) {
        List<HistogramChart.Bars> groups = new ArrayList<>();
        groups.add(new HistogramChart.Bars(
                Simulators.name(Simulators.REAL, texts), shapes.real().shares(), Tone.MUTED));
        for (ReturnShapes.Shape shape : shapes.others()) {
            groups.add(new HistogramChart.Bars(
                    Simulators.name(shape.simulator(), texts),
                    shape.shares(),
                    Simulators.tone(shape.simulator()),
                    !shape.simulator().equals(PathSight.GENERATED)));
        }
        return new HistogramChart(
                shapes.edges(),
                groups,
                over(shapes, "generate.chart.returns", unit, texts),
                texts.get("generate.chart.share"),
                List.of());
    }

    /** Quantiles of each simulator over those of the real returns; equal distributions lie on the diagonal. */
    static LineChart quantiles(ReturnShapes shapes, BarUnit unit, Texts texts) {
        double[] real = shapes.real().quantiles();
        List<Line> lines = new ArrayList<>();
        List<Spots> spots = new ArrayList<>();
        for (ReturnShapes.Shape shape : shapes.others()) {
            String name = Simulators.name(shape.simulator(), texts);
            Tone tone = Simulators.tone(shape.simulator());
            if (real.length == 0) {
                continue;
            }
            if (shape.simulator().equals(PathSight.GENERATED)) {
                spots.add(new Spots(name, real, shape.quantiles(), NONE, NONE, tone, false));
            } else {
                lines.add(new Line(name, real, shape.quantiles(), tone, false));
            }
        }
        return new LineChart(
                lines,
                over(shapes, "generate.chart.realQuantile", unit, texts),
                texts.get("generate.chart.quantile"),
                true,
                null,
                null,
                List.of(),
                spots);
    }

    private static String over(ReturnShapes shapes, String key, BarUnit unit, Texts texts) {
        return texts.get(key, unit.count(shapes.days(), texts));
    }

    /** A curve of the real test span with its band, and the simulators' curves. */
    static LineChart curve(PathSight.Curve curve, BarUnit unit, Texts texts) {
        boolean drawdown = curve.name().equals("drawdown");
        double scale = drawdown ? PERCENT : 1;
        double[] x = scaled(curve.x(), scale);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Simulators.name(Simulators.REAL, texts), x, scaled(curve.real(), scale), Tone.FOREGROUND, false));
        for (PathSight.Line line : curve.lines()) {
            lines.add(new Line(
                    Simulators.name(line.simulator(), texts),
                    x,
                    scaled(line.values(), scale),
                    Simulators.tone(line.simulator()),
                    !line.simulator().equals(PathSight.GENERATED)));
        }
        return new LineChart(
                lines,
                texts.get(drawdown ? "generate.chart.level" : "generate.chart.lag", unit.plural(texts)),
                texts.get("generate.curve." + curve.name(), unit.count(YEAR, texts)),
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new Area(
                        texts.get("generate.facts.band"),
                        x,
                        scaled(curve.low(), scale),
                        scaled(curve.high(), scale),
                        Tone.MUTED)));
    }

    private static double[] scaled(double[] values, double by) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= by;
        }
        return scaled;
    }

    static LineChart lines(List<Line> lines, String x, String y) {
        return new LineChart(lines, x, y, false, null, null, List.of());
    }

    /** Correlations of series side by side, and generated − real. */
    static ChartModel.HeatTiles correlations(List<PathSight.Correlation> all, Texts texts) {
        List<ChartModel.HeatTiles.Tile> tiles = new ArrayList<>();
        for (PathSight.Correlation one : all) {
            tiles.add(tile(Simulators.name(one.source(), texts), one.names(), one.values()));
        }
        PathSight.Correlation real = source(all, Simulators.REAL);
        PathSight.Correlation generated = source(all, PathSight.GENERATED);
        if (real != null && generated != null) {
            double[][] gap = generated.values();
            double[][] of = real.values();
            for (int i = 0; i < gap.length; i++) {
                for (int j = 0; j < gap[i].length; j++) {
                    gap[i][j] -= of[i][j];
                }
            }
            tiles.add(tile(texts.get("generate.correlation.difference"), real.names(), gap));
        }
        return new ChartModel.HeatTiles(tiles, tiles.size(), ChartModel.HeatTiles.Scale.DIVERGING_SHARED, -1);
    }

    private static PathSight.Correlation source(List<PathSight.Correlation> all, String source) {
        return all.stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElse(null);
    }

    private static ChartModel.HeatTiles.Tile tile(String name, List<String> names, double[][] values) {
        List<String> cells = new ArrayList<>();
        for (String row : names) {
            for (String column : names) {
                cells.add(row + " · " + column);
            }
        }
        return new ChartModel.HeatTiles.Tile(name, values, cells);
    }
}
