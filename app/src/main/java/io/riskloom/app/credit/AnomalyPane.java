package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.model.Metric;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Unusual applicants: verdict, key figures, scores with the alarm, the strangest test applicants and what is strange about them. */
final class AnomalyPane extends VBox {

    private static final double CHART = 280;
    private static final int LINES = 10;

    private final AnomalyViewModel model;
    private final ObservableValue<Boolean> shown;
    private final Texts texts;
    private final StrangeWords words;
    private final FigureTable<Strangeness> strangers = new FigureTable<>("anomaly-strangers", LINES);
    private final FigureTable<Strangeness.Part> parts = new FigureTable<>("anomaly-parts", LINES);

    /** @param shown whether it is on the page; nothing is asked before it is */
    AnomalyPane(AnomalyViewModel model, ObservableValue<Boolean> shown, Texts texts) {
        super(16);
        this.model = model;
        this.shown = shown;
        this.texts = texts;
        this.words = new StrangeWords(texts);
        setId("credit-anomaly");
        setMinHeight(Region.USE_PREF_SIZE);
        ChosenRun chosen = model.chosen();
        HBox figures = Cards.row(
                Panels.kpi(chosen, texts, Metric.PLANTED_AUC, "credit.anomaly.kpi.planted"),
                Panels.kpi(chosen, texts, Metric.AGREEMENT, "credit.anomaly.kpi.agreement"),
                Panels.kpi(chosen, texts, Metric.AUC, "credit.anomaly.kpi.label"),
                Panels.kpi(chosen, texts, Metric.PRECISION, "credit.anomaly.kpi.precision"));
        figures.setMinHeight(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Panels.verdict(chosen, "anomaly-verdict"),
                        Panels.warnings(chosen, texts),
                        figures,
                        distribution(),
                        strange());
        sceneProperty().subscribe(scene -> look());
        shown.subscribe(now -> look());
        model.strangers().answer().subscribe(found -> show());
        texts.locale().subscribe(locale -> show());
    }

    private void look() {
        model.look(getScene() != null && shown.getValue());
    }

    private VBox distribution() {
        ChartView chart = ChartView.onPage(texts);
        chart.setId("anomaly-chart");
        chart.setMinHeight(CHART);
        model.distribution().subscribe(drawn -> {
            if (drawn != null) {
                chart.setModel(drawn);
            }
        });
        Label pointed = Panels.wrapped("", "muted");
        pointed.setId("anomaly-pointed");
        pointed.textProperty().bind(model.pointedOut());
        return new VBox(
                8,
                Cards.label(texts.bind("credit.anomaly.distribution"), "section-title"),
                pointed,
                Cards.grow(chart.framed()));
    }

    private VBox strange() {
        strangers
                .column("credit.anomaly.column.row", 70, true, texts, one -> Formats.number(one.row() + 1, 0))
                .column("credit.anomaly.column.score", 80, true, texts, one -> Formats.number(one.score(), 3))
                .column("credit.anomaly.column.forest", 90, true, texts, this::forest)
                .column("credit.anomaly.column.label", 80, false, texts, this::label)
                .column("credit.anomaly.column.strangest", 560, false, texts, words::of);
        parts.column("credit.anomaly.part.column", 150, false, texts, Strangeness.Part::column)
                .column("credit.anomaly.part.value", 120, false, texts, words::value)
                .column("credit.anomaly.part.expected", 120, false, texts, this::expected)
                .column("credit.anomaly.part.share", 80, true, texts, part -> Formats.percent(part.share(), 1));
        strangers
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> parts.show(one == null ? List.of() : one.parts()));
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("credit.anomaly.strangers.help"));
        strangers.accessibleTextProperty().bind(texts.bind("credit.anomaly.strangers"));
        parts.accessibleTextProperty().bind(whose());
        VBox tables = new VBox(12, strangers, Cards.label(whose(), "section-title"), parts);
        VBox card = Cards.card(
                Cards.label(texts.bind("credit.anomaly.strangers"), "section-title"),
                help,
                new BusyLine(model.strangers(), texts, "credit.anomaly.busy", "anomaly"),
                Panels.showWhen(tables, model.strangers().answer().isNotNull()));
        card.setSpacing(12);
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private void show() {
        List<Strangeness> found = model.strangers().answer().get();
        strangers.show(found == null ? List.of() : found);
        if (found != null && strangers.getSelectionModel().isEmpty()) {
            strangers.getSelectionModel().selectFirst();
        }
        parts.refresh();
    }

    private String forest(Strangeness one) {
        return Formats.percent(model.scores().get().plain(one.row()), 0);
    }

    private String label(Strangeness one) {
        AnomalyScores scores = model.scores().get();
        return scores.labelled() ? texts.get(scores.bad(one.row()) ? "credit.bad" : "credit.good") : "–";
    }

    private ObservableValue<String> whose() {
        ReadOnlyObjectProperty<Strangeness> chosen =
                strangers.getSelectionModel().selectedItemProperty();
        return Bindings.createStringBinding(
                () -> chosen.get() == null
                        ? ""
                        : texts.get(
                                "credit.anomaly.applicant",
                                Formats.number(chosen.get().row() + 1, 0)),
                chosen,
                texts.locale());
    }

    private String expected(Strangeness.Part part) {
        String expected = words.expected(part);
        return expected.isEmpty() ? "–" : expected;
    }
}
