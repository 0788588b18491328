package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel.Area;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The charts of a play-back; their axes stay as they are from epoch to epoch, so that what moves is the generator. */
final class PlaybackCharts {

    private static final double PERCENT = 100;
    /** Epochs whose fans the axis holds whole: the first ones may be far off. */
    private static final double HELD = 0.8;

    private static final int PATHS = 6;
    private static final double[] NONE = {};

    private final Playback playback;
    private final List<EpochReport> reports;
    private final int ripe;
    private final int best;
    private final BarUnit unit;
    private final Texts texts;
    private final Range growth;

    /**
     * @param ripe first epoch that counts
     * @param best epoch that was kept, 0 where it is not known
     * @param unit what a step of the paths spans
     */
    PlaybackCharts(Playback playback, List<EpochReport> reports, int ripe, int best, BarUnit unit, Texts texts) {
        this.playback = playback;
        this.reports = reports;
        this.ripe = ripe;
        this.best = best;
        this.unit = unit;
        this.texts = texts;
        this.growth = growth();
    }

    LineChart fan(int index) {
        Playback.Frame frame = playback.frames().get(index);
        double[] days = Arrays.stream(frame.days()).asDoubleStream().toArray();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(PATHS, frame.paths().length); i++) {
            lines.add(new Line(texts.get("generate.playback.path", i + 1), days, frame.paths()[i], Tone.MUTED, false));
        }
        lines.add(new Line(texts.get("generate.legend.median"), days, row(frame, 0.5), Tone.ACCENT, false));
        return new LineChart(
                lines,
                unit.axis(texts),
                texts.get("generate.playback.growth"),
                false,
                new Range(0, days[days.length - 1]),
                growth,
                List.of(),
                List.of(),
                List.of(
                        new Area(
                                texts.get("generate.legend.band90"),
                                days,
                                row(frame, 0.05),
                                row(frame, 0.95),
                                Tone.ACCENT),
                        new Area(
                                texts.get("generate.legend.band50"),
                                days,
                                row(frame, 0.25),
                                row(frame, 0.75),
                                Tone.ACCENT)));
    }

    private double[] row(Playback.Frame frame, double level) {
        return frame.fan()[Arrays.binarySearch(playback.scale().levels(), level)];
    }

    private Range growth() {
        double[] low = lasts(0.05);
        double[] high = lasts(0.95);
        double from = Quantiles.of(low, 1 - HELD);
        double to = Quantiles.of(high, HELD);
        return new Range(Math.min(0.95, from - 0.1 * (to - from)), Math.max(1.05, to + 0.1 * (to - from)));
    }

    /** What the fans of all epochs end at. */
    private double[] lasts(double level) {
        return playback.frames().stream()
                .map(frame -> row(frame, level))
                .mapToDouble(row -> row[row.length - 1])
                .toArray();
    }

    LineChart quantiles(int index) {
        double[] real = percent(playback.scale().quantiles());
        double[] generated = percent(playback.frames().get(index).quantiles());
        double most = Math.max(1.5 * largest(real), 1.05 * largest(generated));
        Range range = new Range(-most, most);
        double[] ends = {-most, most};
        return new LineChart(
                List.of(new Line(texts.get("generate.playback.equal"), ends, ends, Tone.MUTED, true)),
                texts.get("generate.playback.validation"),
                texts.get("generate.playback.generated"),
                false,
                new Range(1.1 * real[0], 1.1 * real[real.length - 1]),
                range,
                List.of(),
                List.of(new Spots(
                        texts.get("generate.playback.quantiles"), real, generated, NONE, NONE, Tone.ACCENT, false)));
    }

    private static double largest(double[] sorted) {
        return Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    }

    private static double[] percent(double[] values) {
        return Arrays.stream(values).map(v -> PERCENT * v).toArray();
    }

    LineChart memory(int index) {
        double[] lags = Arrays.stream(playback.scale().lags()).asDoubleStream().toArray();
        double[] real = playback.scale().acfAbs();
        double most = Math.max(0.2, 1.5 * Arrays.stream(real).max().orElse(0));
        return new LineChart(
                List.of(
                        new Line(texts.get("generate.playback.real"), lags, real, Tone.MUTED, false),
                        new Line(
                                texts.get("generate.generated"),
                                lags,
                                playback.frames().get(index).acfAbs(),
                                Tone.ACCENT,
                                false)),
                texts.get("generate.chart.lag", unit.plural(texts)),
                texts.get("generate.playback.acf"),
                false,
                new Range(1, lags[lags.length - 1]),
                new Range(-0.5 * most, most),
                List.of());
    }

    LineChart epochs(PlaybackModel.Course course, int index) {
        double[] x =
                playback.frames().stream().mapToDouble(Playback.Frame::epoch).toArray();
        List<Line> lines =
                switch (course) {
                    case SCORE -> List.of(line("score", x, Playback.Frame::score));
                    case DIVERSITY -> List.of(line("diversity", x, frame -> PERCENT * frame.diversity()));
                    case GRADIENTS ->
                        List.of(gradient("generatorGradient", Tone.ACCENT), gradient("criticGradient", Tone.SECOND));
                };
        return new LineChart(
                lines,
                texts.get("generate.playback.axis.epoch"),
                texts.get("generate.playback.axis." + course.name().toLowerCase(Locale.ROOT)),
                false,
                new Range(1, Math.max(2, x[x.length - 1])),
                null,
                marks(index));
    }

    private Line line(String name, double[] x, ToDoubleFunction<Playback.Frame> value) {
        double[] y = playback.frames().stream().mapToDouble(value).toArray();
        return new Line(texts.get("generate.playback.line." + name), x, y, Tone.ACCENT, false);
    }

    private Line gradient(String key, Tone tone) {
        double[] x = reports.stream().mapToDouble(EpochReport::epoch).toArray();
        double[] y = reports.stream()
                .mapToDouble(report -> report.values().getOrDefault(key, Double.NaN))
                .toArray();
        return new Line(texts.get("generate.playback.line." + key), x, y, tone, false);
    }

    private List<Mark> marks(int index) {
        Playback.Frame shown = playback.frames().get(index);
        Optional<Playback.Frame> kept = playback.kept(best);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(shown.epoch(), ""));
        boolean later = ripe > 1 && ripe <= playback.frames().getLast().epoch();
        boolean earlierVersion = best > 0 && best < ripe; // it chose among all epochs
        boolean apart = kept.filter(frame -> frame.epoch() == ripe).isEmpty();
        if (later && apart && !earlierVersion) {
            marks.add(new Mark(ripe, texts.get("generate.playback.mark.ripe", ripe)));
        }
        kept.ifPresent(frame -> marks.add(new Mark(frame.epoch(), texts.get("generate.playback.mark.kept"))));
        return marks;
    }
}
