package io.riskloom.app.cli;

import io.riskloom.app.chart.ChartExport;
import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.FanChart;
import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.PriceChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.Palette;
import io.riskloom.app.result.LossNames;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.Training;
import io.riskloom.engine.stats.Roc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo's charts, through the painter of the window, as PNG and SVG. */
final class DemoCharts {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;
    private static final int TILES = 64;
    private static final int BINS = 30;

    private final Path folder;
    private final Texts texts;
    private final List<Drawn> drawn = new ArrayList<>();

    /**
     * @param task the run it belongs to
     * @param svg  the picture, for the report
     */
    record Drawn(String name, String task, String title, String svg) {}

    DemoCharts(Path folder, Texts texts) throws IOException {
        this.folder = folder;
        this.texts = texts;
        Files.createDirectories(folder);
    }

    List<Drawn> drawn() {
        return List.copyOf(drawn);
    }

    void of(Run run) throws IOException, NoticeException {
        String task = run.spec().task();
        draw("loss-" + task, task, texts.get("cli.chart.loss"), loss(run));
        if (run.outcome() instanceof Outcome.Finished(var e)) {
            switch (e.details()) {
                case Details.OfForecast d -> forecast(run, d);
                case Details.OfClassify d -> {}
                case Details.OfAnomaly d -> {}
                case Details.OfCredit d -> credit(d);
                case Details.OfGenerate d -> generate(d);
            }
        }
    }

    /** Every stage's maps and the class-activation map of one window. */
    void of(FeatureMaps maps) throws IOException {
        String window = Formats.day(maps.windowDates().getFirst()) + " – "
                + Formats.day(maps.windowDates().getLast());
        List<HeatTiles.Tile> pair = List.of(
                new HeatTiles.Tile(texts.get("cli.chart.image"), maps.image()),
                new HeatTiles.Tile(texts.get("cli.chart.cam"), maps.activation()));
        draw(
                "activation-map",
                "classify",
                texts.get("cli.chart.activation", window),
                new HeatTiles(pair, 2, HeatTiles.Scale.SEQUENTIAL_EACH, -1));
        for (FeatureMaps.Layer layer : maps.layers()) {
            List<HeatTiles.Tile> tiles = new ArrayList<>();
            for (int c = 0; c < Math.min(TILES, layer.channels()); c++) {
                tiles.add(new HeatTiles.Tile(Integer.toString(c), layer.map(c)));
            }
            draw(
                    "features-" + layer.name(),
                    "classify",
                    texts.get("cli.chart.features", layer.name(), tiles.size(), layer.channels()),
                    new HeatTiles(tiles, 16, HeatTiles.Scale.SEQUENTIAL_SHARED, -1));
        }
    }

    private void forecast(Run run, Details.OfForecast d) throws IOException, NoticeException {
        PriceHistory history = history(run);
        draw(
                "prices",
                "forecast",
                texts.get("cli.chart.prices", history.symbol()),
                new PriceChart(history, texts.get("cli.axis.price"), texts.get("cli.axis.volume")));
        ForecastChart.Legend legend = new ForecastChart.Legend(
                texts.get("cli.legend.actual"),
                texts.get("cli.legend.forecast"),
                texts.get("cli.legend.band", 50),
                texts.get("cli.legend.band", 90),
                texts.get("challenger.lastValue"),
                texts.get("cli.legend.test"));
        draw(
                "forecast",
                "forecast",
                texts.get("cli.chart.forecast", history.symbol(), d.ahead().horizon()),
                new ForecastChart(history, d.test(), 1, d.ahead(), d.testStart(), legend));
    }

    private PriceHistory history(Run run) throws IOException, NoticeException {
        if (Training.read(run.spec()) instanceof Imported.Prices prices) {
            return prices.seriesNamed(run.spec().series());
        }
        throw new IllegalStateException("a forecast was trained on a file that is no price file: "
                + run.spec().data());
    }

    private void credit(Details.OfCredit d) throws IOException {
        Roc.Curve model = Roc.curve(d.probabilityBad(), d.bad());
        Roc.Curve plain = Roc.curve(d.challengerBad(), d.bad());
        draw(
                "roc",
                "credit",
                texts.get("cli.chart.roc"),
                new LineChart(
                        List.of(
                                new ChartModel.Line(
                                        texts.get("common.model.mlp"), model.fpr(), model.tpr(), Tone.ACCENT, false),
                                new ChartModel.Line(
                                        texts.get("challenger."
                                                + d.plain().getFirst().name()),
                                        plain.fpr(),
                                        plain.tpr(),
                                        Tone.MUTED,
                                        true)),
                        texts.get("cli.axis.fpr"),
                        texts.get("cli.axis.tpr"),
                        true,
                        new ChartModel.Range(0, 1),
                        new ChartModel.Range(0, 1),
                        List.of()));
        double[] good = counts(d.probabilityBad(), d.bad(), false);
        double[] bad = counts(d.probabilityBad(), d.bad(), true);
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = (double) i / BINS;
        }
        draw(
                "scores",
                "credit",
                texts.get("cli.chart.scores"),
                new HistogramChart(
                        edges,
                        List.of(
                                new HistogramChart.Bars(texts.get("cli.legend.good"), good, Tone.GOOD),
                                new HistogramChart.Bars(texts.get("cli.legend.bad"), bad, Tone.BAD)),
                        texts.get("cli.axis.score"),
                        texts.get("cli.axis.share"),
                        List.of()));
    }

    /** Share of each bin within its class. */
    private static double[] counts(double[] scores, boolean[] bad, boolean which) {
        double[] heights = new double[BINS];
        int total = 0;
        for (int i = 0; i < scores.length; i++) {
            if (bad[i] == which) {
                heights[Math.min(BINS - 1, (int) (scores[i] * BINS))]++;
                total++;
            }
        }
        for (int i = 0; i < BINS; i++) {
            heights[i] /= Math.max(1, total);
        }
        return heights;
    }

    private void generate(Details.OfGenerate d) throws IOException {
        draw(
                "fan",
                "generate",
                texts.get("cli.chart.fan", d.sample().paths(), d.sample().length()),
                new FanChart(
                        d.sample().prices(),
                        -1,
                        new double[0],
                        texts.get("cli.axis.days"),
                        texts.get("cli.axis.price"),
                        new FanChart.Legend(
                                texts.get("cli.legend.median"),
                                texts.get("cli.legend.band", 50),
                                texts.get("cli.legend.band", 90),
                                texts.get("cli.legend.path"),
                                texts.get("cli.legend.actual"))));
    }

    private ChartModel loss(Run run) {
        double[] x = run.epochs().stream().mapToDouble(EpochReport::epoch).toArray();
        double[] train =
                run.epochs().stream().mapToDouble(EpochReport::trainLoss).toArray();
        double[] valid =
                run.epochs().stream().mapToDouble(EpochReport::validLoss).toArray();
        return new LineChart(
                List.of(
                        new ChartModel.Line(
                                texts.get("cli.legend." + LossNames.first(run.spec())), x, train, Tone.ACCENT, false),
                        new ChartModel.Line(
                                texts.get("cli.legend." + LossNames.second(run.spec())), x, valid, Tone.AMBER, false)),
                texts.get("cli.axis.epoch"),
                texts.get("cli.axis.loss"),
                false,
                null,
                null,
                List.of());
    }

    private void draw(String name, String task, String title, ChartModel model) throws IOException {
        ChartExport.png(model, Palette.LIGHT, WIDTH, HEIGHT, folder.resolve(name + ".png"));
        Path svg = folder.resolve(name + ".svg");
        ChartExport.svg(model, Palette.LIGHT, WIDTH, HEIGHT, svg);
        drawn.add(new Drawn(name, task, title, Files.readString(svg)));
    }
}
