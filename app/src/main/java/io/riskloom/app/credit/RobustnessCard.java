package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Robustness;
import io.riskloom.engine.explain.Robustness.Trial;
import io.riskloom.engine.service.Requests;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the ranking and the decisions bear noise and missing cells. */
final class RobustnessCard extends VBox {

    private static final double CHART = 280;
    private static final int LINES = 12;

    /** @param cutOff at which decisions are compared */
    record Question(String run, double cutOff) {}

    private final CreditViewModel model;
    private final Texts texts;
    private final Asking<Question, Robustness> asking;
    private final ChartView auc;
    private final ChartView changed;
    private final Label words = Panels.wrapped("", "muted");
    private final FigureTable<Trial> table = new FigureTable<>("robust-table", LINES);

    RobustnessCard(Session session, CreditViewModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.asking = new Asking<>(session, "credit.fairness.robust.task", q -> {
            Requests.RobustnessRequest request = new Requests.RobustnessRequest(
                    session.model(model.chosen().run().get()),
                    model.chosen().run().get().spec().data(),
                    model.applicants().rows(),
                    q.cutOff());
            return engine -> engine.robustness(request);
        });
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        words.setId("robust-words");
        auc = chart("robust-auc");
        changed = chart("robust-changed");
        table.accessibleTextProperty().bind(texts.bind("credit.fairness.robust.title"));
        build();
        model.chosen().run().subscribe(run -> asking.ask(null));
        asking.answer().subscribe(found -> show());
        texts.locale().subscribe(locale -> show());
    }

    private ChartView chart(String id) {
        ChartView chart = ChartView.onPage(texts);
        chart.setId(id);
        chart.setMinHeight(CHART);
        return chart;
    }

    private void build() {
        Button ask = new Button();
        ask.setId("robust-run");
        ask.textProperty().bind(texts.bind("credit.fairness.robust.run"));
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setOnAction(event -> asking.ask(
                new Question(model.chosen().run().get().id(), model.cutOff().get())));
        ask.disableProperty().bind(asking.busy().or(model.applicants().chosen().isNull()));
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("credit.fairness.robust.help"));
        table.column("credit.fairness.robust.column.0", 150, false, texts, this::kind)
                .column("credit.fairness.robust.column.1", 90, true, texts, this::strength)
                .column("credit.fairness.robust.column.2", 170, true, texts, RobustnessCard::auc)
                .column(
                        "credit.fairness.robust.column.3",
                        120,
                        true,
                        texts,
                        trial -> Formats.percent(trial.changed(), 1));
        VBox body = new VBox(12, words, Cards.row(auc.framed(), changed.framed()), table);
        Panels.showWhen(body, asking.answer().isNotNull());
        getChildren()
                .addAll(
                        Cards.label(texts.bind("credit.fairness.robust.title"), "section-title"),
                        new HBox(16, ask, Cards.grow(help)),
                        new BusyLine(asking, texts, "credit.fairness.robust.busy", "robust"),
                        body);
    }

    private String kind(Trial trial) {
        return texts.get("credit.fairness.robust." + trial.kind());
    }

    private String strength(Trial trial) {
        return trial.kind().equals("noise")
                ? texts.get("credit.fairness.robust.sd", Value.number(trial.strength()))
                : Formats.percent(trial.strength(), 0);
    }

    private static String auc(Trial trial) {
        return Look.figure(trial.auc(), trial.low(), trial.high());
    }

    private void show() {
        Robustness found = asking.answer().get();
        if (found == null) {
            return;
        }
        table.show(found.trials());
        auc.setModel(lines(found, "credit.fairness.robust.aucAxis", Trial::auc, found.plain(), 1));
        changed.setModel(lines(found, "credit.fairness.robust.changedAxis", Trial::changed, 0, 100));
        Trial worst = found.trials().stream()
                .min((a, b) -> Double.compare(a.auc(), b.auc()))
                .orElseThrow();
        words.setText(texts.get(
                worst.auc() < found.plain() ? "credit.fairness.robust.words" : "credit.fairness.robust.words.holds",
                Formats.number(found.plain(), 3),
                Formats.number(worst.auc(), 3),
                kind(worst),
                strength(worst),
                Formats.percent(worst.changed(), 1),
                Formats.percent(asking.question().cutOff(), 1)));
    }

    /** Both kinds over their strength, from the undisturbed data on. */
    private LineChart lines(Robustness of, String yLabel, ToDoubleFunction<Trial> y, double plain, double scale) {
        return new LineChart(
                List.of(
                        line(of, "noise", y, plain, scale, Tone.ACCENT),
                        line(of, "missing", y, plain, scale, Tone.SECOND)),
                texts.get("credit.fairness.robust.strength"),
                texts.get(yLabel),
                false,
                null,
                scale == 1 ? null : new Range(0, 100),
                List.of());
    }

    private Line line(Robustness of, String kind, ToDoubleFunction<Trial> y, double plain, double scale, Tone tone) {
        List<Trial> trials =
                of.trials().stream().filter(t -> t.kind().equals(kind)).toList();
        double[] x = DoubleStream.concat(DoubleStream.of(0), trials.stream().mapToDouble(Trial::strength))
                .toArray();
        double[] values = DoubleStream.concat(
                        DoubleStream.of(plain), trials.stream().mapToDouble(y))
                .map(v -> v * scale)
                .toArray();
        return new Line(texts.get("credit.fairness.robust." + kind), x, values, tone, false);
    }
}
