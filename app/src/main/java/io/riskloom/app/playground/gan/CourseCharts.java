package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.playground.gan.Chronicle.Entry;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Branch;
import io.riskloom.engine.lesson.ArenaFrame.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a duel has gone, step by step along the branch that it is on; the other branches' first quantity in grey. */
final class CourseCharts {

    enum Kind {
        LOSSES,
        NORMS,
        ANSWERS,
        DISTANCES,
        KL,
        PARTS,
        FACTS;

        String key() {
            return "arena.course." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Curve(String key, Tone tone, ToDoubleFunction<Entry> value) {}

    private final Texts texts;
    private final Chronicle chronicle;
    private final ArenaFrame frame;

    CourseCharts(Texts texts, Chronicle chronicle, ArenaFrame frame) {
        this.texts = texts;
        this.chronicle = chronicle;
        this.frame = frame;
    }

    LineChart of(Kind kind) {
        Floor floor = frame.measures().floor();
        return switch (kind) {
            case LOSSES ->
                lines(
                        kind,
                        null,
                        curve("discriminator", Tone.ACCENT, e -> e.measures().discriminatorLoss()),
                        curve("generator", Tone.AMBER, e -> e.measures().generatorLoss()));
            case NORMS ->
                lines(
                        kind,
                        null,
                        curve("discriminator", Tone.ACCENT, e -> e.measures().discriminatorNorm()),
                        curve("generator", Tone.AMBER, e -> e.measures().generatorNorm()),
                        curve("slope", Tone.SECOND, e -> e.measures().slope()));
            case ANSWERS ->
                lines(
                        kind,
                        null,
                        curve("onReal", Tone.ACCENT, e -> e.measures().onReal()),
                        curve("onFake", Tone.AMBER, e -> e.measures().onFake()),
                        curve("accuracy", Tone.MUTED, e -> e.measures().accuracy()));
            case DISTANCES ->
                floored(
                        lines(
                                kind,
                                null,
                                curve("js", Tone.ACCENT, e -> e.measures().js()),
                                curve("wasserstein", Tone.AMBER, e -> e.measures()
                                        .wasserstein())),
                        new double[] {floor.js(), floor.wasserstein()});
            case KL ->
                floored(
                        lines(
                                kind,
                                null,
                                curve("klRealFake", Tone.ACCENT, e -> e.measures()
                                        .klRealFake()),
                                curve("klFakeReal", Tone.AMBER, e -> e.measures()
                                        .klFakeReal())),
                        new double[] {floor.klRealFake(), floor.klFakeReal()});
            case PARTS ->
                lines(
                        kind,
                        new Range(0, Math.max(1, frame.coverage().parts()) * 1.08),
                        curve("covered", Tone.ACCENT, Entry::covered));
            case FACTS ->
                floored(
                        lines(
                                kind,
                                null,
                                curve("wasserstein", Tone.AMBER, e -> e.measures()
                                        .wasserstein()),
                                curve("acfGap", Tone.ACCENT, Entry::acfGap)),
                        new double[] {floor.wasserstein(), Double.NaN});
        };
    }

    private static Curve curve(String key, Tone tone, ToDoubleFunction<Entry> value) {
        return new Curve(key, tone, value);
    }

    private LineChart lines(Kind kind, Range y, Curve... curves) {
        List<Entry> way = chronicle.line(frame.branches(), frame.branch());
        double[] steps = way.stream().mapToDouble(Entry::step).toArray();
        List<Line> lines = new ArrayList<>();
        for (Curve curve : curves) {
            double[] values = way.stream().mapToDouble(curve.value()).toArray();
            lines.add(new Line(texts.get("arena.curve." + curve.key()), steps, values, curve.tone(), false));
        }
        if (frame.branches().size() > 1) {
            lines.add(others(curves[0]));
        }
        boolean behind = !way.isEmpty() && way.getLast().step() > frame.step();
        return new LineChart(
                lines,
                texts.get("arena.step"),
                "",
                false,
                null,
                y,
                behind ? List.of(new Mark(frame.step(), texts.get("arena.here"))) : List.of());
    }

    /** Branches one after another, with a gap between two. */
    private Line others(Curve curve) {
        List<double[]> points = new ArrayList<>();
        for (Branch branch : frame.branches()) {
            if (branch.number() != frame.branch()) {
                List<Entry> own = chronicle.own(branch.number());
                own.forEach(entry ->
                        points.add(new double[] {entry.step(), curve.value().applyAsDouble(entry)}));
                if (!own.isEmpty()) {
                    points.add(new double[] {own.getLast().step(), Double.NaN});
                }
            }
        }
        return new Line(
                texts.get("arena.curve.others"),
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                Tone.MUTED,
                false);
    }

    /** With a dashed line at what fresh real rows score. */
    private LineChart floored(LineChart chart, double[] floors) {
        List<Line> lines = new ArrayList<>(chart.lines());
        for (int i = 0; i < floors.length; i++) {
            double[] x = lines.get(i).x();
            if (x.length > 0 && Double.isFinite(floors[i])) {
                lines.add(new Line(
                        i == 0 ? texts.get("arena.curve.floor") : "",
                        new double[] {x[0], Math.max(x[0] + 1, x[x.length - 1])},
                        new double[] {floors[i], floors[i]},
                        lines.get(i).tone(),
                        true));
            }
        }
        return new LineChart(lines, chart.xLabel(), chart.yLabel(), false, null, chart.yRange(), chart.marks());
    }
}
