package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.ChartModel.PlaneChart;
import io.riskloom.app.chart.ChartModel.PlaneChart.Arrows;
import io.riskloom.app.chart.ChartModel.PlaneChart.Cloud;
import io.riskloom.app.chart.ChartModel.PlaneChart.Field;
import io.riskloom.app.chart.ChartModel.PlaneChart.Mesh;
import io.riskloom.app.chart.ChartModel.PlaneChart.Ring;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Coverage;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaTrace.Kind;
import io.riskloom.engine.lesson.ArenaTrace.Stage;
import java.util.ArrayList;
import java.util.List;

/** The plane as a chart: what the networks make of it, as far as the layers are shown, or what one stage of a step is about. */
final class PlanePicture {

    /** A part is reached where it gets this much of its fair share. */
    private static final double REACHED = 0.2;

    /** Normal noise is seldom further from zero. */
    private static final double NORMAL_EXTENT = 3;

    private static final float[] NONE = {};

    private final Texts texts;
    private final PlaneLayers layers;

    PlanePicture(Texts texts, PlaneLayers layers) {
        this.texts = texts;
        this.layers = layers;
    }

    PlaneChart of(ArenaFrame frame) {
        ArenaFrame.Plane plane = frame.plane();
        List<Cloud> clouds = new ArrayList<>();
        if (layers.real().get()) {
            clouds.add(real(plane.real()));
        }
        if (layers.fake().get()) {
            clouds.add(fake(plane.fake()));
        }
        return new PlaneChart(
                "",
                "",
                ArenaSettings.VIEW,
                layers.ground().get() ? ground(frame, plane.scores()) : null,
                layers.manifold().get() ? mesh(frame) : null,
                clouds,
                layers.arrows().get() ? arrows(plane.fake(), plane.arrows()) : null,
                rings(frame));
    }

    /** What the stage shows on the plane; noise on a plane of its own. */
    PlaneChart of(ArenaFrame frame, Stage stage) {
        if (stage.kind() == Kind.NOISE) {
            return noise(frame.settings().noise(), stage.noise());
        }
        List<Cloud> clouds = new ArrayList<>();
        if (stage.real().length > 0) {
            clouds.add(real(stage.real()));
        }
        if (stage.fake().length > 0) {
            clouds.add(fake(stage.fake()));
        }
        boolean judged = stage.kind() != Kind.FAKES;
        float[] scores =
                stage.scores().length > 0 ? stage.scores() : frame.plane().scores();
        return new PlaneChart(
                "",
                "",
                ArenaSettings.VIEW,
                judged ? ground(frame, scores) : null,
                null,
                clouds,
                stage.arrows().length > 0 ? arrows(stage.fake(), stage.arrows()) : null,
                List.of());
    }

    private PlaneChart noise(ArenaSettings.Noise noise, float[][] drawn) {
        float[][] points = new float[drawn.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new float[] {drawn[i][0], drawn[i].length > 1 ? drawn[i][1] : 0};
        }
        return new PlaneChart(
                "z₁",
                noise.dimension() > 1 ? "z₂" : "",
                noise.kind().equals("normal") ? NORMAL_EXTENT : ArenaSettings.VIEW,
                null,
                null,
                List.of(new Cloud(texts.get("arena.noise.drawn"), points, Tone.SECOND, false)),
                null,
                List.of());
    }

    private Cloud real(float[][] points) {
        return new Cloud(texts.get("arena.real"), points, Tone.ACCENT, false);
    }

    private Cloud fake(float[][] points) {
        return new Cloud(texts.get("arena.fake"), points, Tone.AMBER, true);
    }

    private Mesh mesh(ArenaFrame frame) {
        ArenaFrame.Manifold manifold = frame.manifold();
        return manifold.rows() * manifold.columns() < 2
                ? null
                : new Mesh(
                        texts.get("arena.manifold"),
                        manifold.rows(),
                        manifold.columns(),
                        manifold.points(),
                        manifold.rows() > 1 ? manifold.density() : NONE);
    }

    private Arrows arrows(float[][] from, float[][] by) {
        return new Arrows(texts.get("arena.arrows"), from, by);
    }

    /** The middle is where the answer says nothing; without such a place, between the mean answers on real and generated rows. */
    private Field ground(ArenaFrame frame, float[] scores) {
        String loss = frame.settings().rule().loss();
        double middle = 0.5;
        double span = 0.5;
        if (loss.equals("hinge")) {
            middle = 0;
            span = 1;
        } else if (loss.equals("wasserstein")) {
            middle = (frame.measures().onReal() + frame.measures().onFake()) / 2;
            span = 1e-6;
            for (float score : scores) {
                span = Float.isFinite(score) ? Math.max(span, Math.abs(score - middle)) : span;
            }
        }
        return new Field(
                texts.get("arena.answer." + (loss.equals("original") ? "probability" : "number")),
                frame.plane().side(),
                scores,
                middle,
                span,
                texts.get("arena.saysFake"),
                texts.get("arena.saysReal"));
    }

    private static List<Ring> rings(ArenaFrame frame) {
        Coverage coverage = frame.coverage();
        if (frame.step() == 0) {
            return List.of();
        }
        List<Ring> rings = new ArrayList<>();
        for (int part = 0; part < coverage.centres().length; part++) {
            boolean held = coverage.shares()[part] >= REACHED * coverage.fair()[part];
            rings.add(new Ring(coverage.centres()[part][0], coverage.centres()[part][1], held));
        }
        return rings;
    }
}
