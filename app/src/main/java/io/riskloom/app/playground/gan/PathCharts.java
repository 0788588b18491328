package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.ChartModel.Area;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.PlaneChart;
import io.riskloom.app.chart.ChartModel.PlaneChart.Cloud;
import io.riskloom.app.chart.ChartModel.PlaneChart.Field;
import io.riskloom.app.chart.ChartModel.PlaneChart.Ring;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Generated paths beside real ones: fans, quantiles against each other, memory of volatility, and the noise that they came of. */
final class PathCharts {

    private final Texts texts;

    PathCharts(Texts texts) {
        this.texts = texts;
    }

    /** Both 5–95 % fans with their medians; over them the path of the noise that is pointed at and the nearest real one. */
    LineChart fan(ArenaPaths paths, ArenaLook look) {
        double[] days = days(paths.fanReal()[0].length);
        int last = paths.levels().length - 1;
        List<Line> lines = new ArrayList<>();
        List<Area> areas = List.of(
                new Area(texts.get("arena.fan.real"), days, paths.fanReal()[0], paths.fanReal()[last], Tone.ACCENT),
                new Area(texts.get("arena.fan.fake"), days, paths.fanFake()[0], paths.fanFake()[last], Tone.AMBER));
        if (look == null || look.made().length != days.length) {
            lines.add(new Line(texts.get("arena.median.real"), days, paths.fanReal()[last / 2], Tone.ACCENT, true));
            lines.add(new Line(texts.get("arena.median.fake"), days, paths.fanFake()[last / 2], Tone.AMBER, true));
        } else {
            lines.add(new Line(texts.get("arena.path.made"), days, look.made(), Tone.AMBER, false));
            lines.add(new Line(texts.get("arena.path.nearest"), days, look.nearest(), Tone.ACCENT, false));
        }
        return new LineChart(
                lines,
                texts.get("arena.day"),
                texts.get("arena.fan.y"),
                false,
                null,
                null,
                List.of(),
                List.of(),
                areas);
    }

    LineChart quantiles(ArenaPaths paths) {
        Spots spots = new Spots(
                texts.get("arena.qq.spots"),
                paths.qqReal(),
                paths.qqFake(),
                new double[0],
                new double[0],
                Tone.AMBER,
                false);
        return new LineChart(
                List.of(),
                texts.get("arena.qq.x"),
                texts.get("arena.qq.y"),
                true,
                null,
                null,
                List.of(),
                List.of(spots));
    }

    LineChart memory(ArenaPaths paths) {
        double[] lags = IntStream.rangeClosed(1, paths.acfReal().length)
                .asDoubleStream()
                .toArray();
        return new LineChart(
                List.of(
                        new Line(texts.get("arena.real"), lags, paths.acfReal(), Tone.ACCENT, false),
                        new Line(texts.get("arena.fake"), lags, paths.acfFake(), Tone.AMBER, false)),
                texts.get("arena.acf.x"),
                texts.get("arena.acf.y"),
                false,
                null,
                null,
                List.of());
    }

    /**
     * The noise, coloured by the total return of the path that comes of it.
     *
     * @param at the noise that is pointed at; null for none
     */
    PlaneChart noise(ArenaFrame frame, float[] at) {
        ArenaFrame.Manifold manifold = frame.manifold();
        List<Cloud> clouds = new ArrayList<>();
        float[][] shown =
                frame.paths().shown().stream().map(path -> flat(path.noise())).toArray(float[][]::new);
        clouds.add(new Cloud(texts.get("arena.noise.shown"), shown, Tone.FOREGROUND, false));
        boolean square = manifold.rows() > 1 && manifold.rows() == manifold.columns();
        return new PlaneChart(
                "",
                "",
                extent(frame),
                square ? field(manifold) : null,
                null,
                clouds,
                null,
                at == null ? List.of() : List.of(new Ring(at[0], at.length > 1 ? at[1] : 0, true)));
    }

    /** Of the noise that the lattice covers. */
    static double extent(ArenaFrame frame) {
        double most = 0;
        for (float[] node : frame.manifold().noise()) {
            for (float value : node) {
                most = Math.max(most, Math.abs(value));
            }
        }
        return most > 0 ? most : frame.settings().noise().kind().equals("normal") ? 3 : 1;
    }

    private Field field(ArenaFrame.Manifold manifold) {
        float[] returns = new float[manifold.points().length];
        double most = 1e-9;
        for (int i = 0; i < returns.length; i++) {
            returns[i] = manifold.points()[i][0];
            most = Float.isFinite(returns[i]) ? Math.max(most, Math.abs(returns[i])) : most;
        }
        return new Field(
                texts.get("arena.noise.return"),
                manifold.columns(),
                returns,
                0,
                most,
                texts.get("arena.noise.falls"),
                texts.get("arena.noise.rises"));
    }

    private static float[] flat(float[] noise) {
        return new float[] {noise[0], noise.length > 1 ? noise[1] : 0};
    }

    private static double[] days(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }
}
