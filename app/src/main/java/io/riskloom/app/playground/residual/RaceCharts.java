package io.riskloom.app.playground.residual;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.RaceFrame;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/** Four charts of a race: gradient and spread layer by layer, loss and accuracy step by step. */
final class RaceCharts extends GridPane {

    /** Drawn in place of zero, which a logarithmic axis does not have; no single-precision number is smaller. */
    static final double LEAST = 1e-45;

    private final ResidualViewModel model;
    private final Texts texts;

    RaceCharts(ResidualViewModel model, Texts texts) {
        super(12, 12);
        this.model = model;
        this.texts = texts;
        add(
                chart(
                        "gradients",
                        true,
                        (f, c) -> layers(
                                "gradients", f.plain().gradients(), f.residual().gradients())),
                0,
                0);
        add(
                chart(
                        "spreads",
                        true,
                        (f, c) -> blocks(f.plain().spreads(), f.residual().spreads())),
                1,
                0);
        add(chart("losses", false, (f, c) -> losses(c)), 0, 1);
        add(
                chart(
                        "accuracies",
                        false,
                        (f, c) -> lines(
                                "accuracies",
                                c.checked(),
                                c.plain().accuracies(),
                                c.residual().accuracies(),
                                new Range(0, 1))),
                1,
                1);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().setAll(half, half);
        RowConstraints tall = new RowConstraints();
        tall.setPercentHeight(50);
        getRowConstraints().setAll(tall, tall);
    }

    private Region chart(String name, boolean logarithmic, BiFunction<RaceFrame, Course, LineChart> made) {
        ChartView view = new ChartView(texts);
        view.setId("residual-" + name);
        view.logScaleProperty().set(logarithmic);
        view.emptyTextProperty().bind(texts.bind("residual.waiting"));
        Runnable show = () -> {
            RaceFrame frame = model.frame().get();
            view.setModel(frame == null ? null : made.apply(frame, model.course()));
        };
        model.frame().subscribe(is -> show.run());
        texts.locale().subscribe(is -> show.run());
        Region card = view.framed();
        card.setMinSize(0, 0);
        card.setPrefSize(0, 0);
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return card;
    }

    private LineChart layers(String name, double[] plain, double[] residual) {
        double[] numbers =
                IntStream.rangeClosed(1, plain.length).asDoubleStream().toArray();
        return lines(name, numbers, visible(plain), visible(residual), null);
    }

    /** After every second layer: between them a residual stack shows its branch alone. */
    private LineChart blocks(double[] plain, double[] residual) {
        double[] numbers = IntStream.rangeClosed(1, plain.length / 2)
                .mapToDouble(b -> 2 * b)
                .toArray();
        return lines("spreads", numbers, visible(second(plain)), visible(second(residual)), null);
    }

    private static double[] second(double[] layers) {
        return IntStream.range(0, layers.length / 2)
                .mapToDouble(b -> layers[2 * b + 1])
                .toArray();
    }

    private static double[] visible(double[] values) {
        return Arrays.stream(values).map(v -> v == 0 ? LEAST : v).toArray();
    }

    /** A stack that broke has made fewer steps. */
    private LineChart losses(Course course) {
        Course.Track plain = course.plain();
        Course.Track residual = course.residual();
        return both(
                "losses",
                line("plain", plain.steps(), plain.losses(), Tone.AMBER),
                line("residual", residual.steps(), residual.losses(), Tone.ACCENT),
                null);
    }

    private LineChart lines(String name, double[] x, double[] plain, double[] residual, Range y) {
        return both(name, line("plain", x, plain, Tone.AMBER), line("residual", x, residual, Tone.ACCENT), y);
    }

    private LineChart both(String name, Line plain, Line residual, Range y) {
        return new LineChart(
                List.of(plain, residual),
                texts.get("residual.chart." + name + ".x"),
                texts.get("residual.chart." + name),
                false,
                null,
                y,
                List.of());
    }

    private Line line(String stack, double[] x, double[] y, Tone tone) {
        return new Line(texts.get("residual." + stack), x, y, tone, false);
    }
}
