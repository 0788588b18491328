package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How far the applicants of the chosen file are from those of the training. */
final class DriftCard extends VBox {

    private static final double CHART = 280;
    private static final int LINES = 14;
    private static final double[] WIDTHS = {190, 76, 130, 250, 120, 120};

    /** @param state of the file, so that one that was written anew is compared anew */
    record Question(String run, Path file, FileState state) {}

    private final Asking<Question, Drift> asking;
    private final CreditViewModel model;
    private final Texts texts;
    private final StringProperty sentence = new SimpleStringProperty("");
    private final HBox verdict = Cards.finding(sentence);
    private final VBox notes = new VBox(4);
    private final ChartView scores;
    private final FigureTable<Drift.Column> table = new FigureTable<>("drift-columns", LINES);
    private final ChartView columns;
    private DriftModel shown;

    DriftCard(Session session, CreditViewModel model, ObservableValue<Path> file, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.asking = new Asking<>(session, "credit.file.drift.task", q -> {
            Requests.DriftRequest request = new Requests.DriftRequest(
                    session.model(model.chosen().run().get()), q.file().toString());
            return engine -> engine.drift(request);
        });
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        verdict.setId("drift-verdict");
        notes.setId("drift-notes");
        scores = chart("drift-scores");
        columns = chart("drift-bars");
        table.accessibleTextProperty().bind(texts.bind("credit.file.drift.title"));
        Button ask = new Button();
        ask.setId("drift-run");
        ask.textProperty().bind(texts.bind("credit.file.drift.run"));
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setOnAction(event -> asking.ask(
                new Question(model.chosen().run().get().id(), file.getValue(), FileState.of(file.getValue()))));
        ask.disableProperty()
                .bind(asking.busy()
                        .or(model.chosen().run().isNull())
                        .or(Bindings.createBooleanBinding(() -> file.getValue() == null, file)));
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("credit.file.drift.help"));
        for (int c = 0; c < WIDTHS.length; c++) {
            int at = c;
            table.column(
                    "credit.file.drift.column." + at, WIDTHS[at], at == 1 || at > 3, texts, column -> shown.line(column)
                            .get(at));
        }
        VBox body = new VBox(12, verdict, notes, Cards.row(scores.framed(), columns.framed()), table);
        Panels.showWhen(body, asking.answer().isNotNull());
        getChildren()
                .addAll(
                        Cards.label(texts.bind("credit.file.drift.title"), "section-title"),
                        new HBox(16, ask, Cards.grow(help)),
                        new BusyLine(asking, texts, "credit.file.drift.busy", "drift"),
                        body);
        model.chosen().run().subscribe(run -> asking.ask(null));
        file.subscribe(now -> asking.ask(null));
        asking.answer().subscribe(found -> show());
        texts.locale().subscribe(locale -> show());
    }

    private ChartView chart(String id) {
        ChartView chart = ChartView.onPage(texts);
        chart.setId(id);
        chart.setMinHeight(CHART);
        return chart;
    }

    private void show() {
        Drift found = asking.answer().get();
        if (found == null) {
            return;
        }
        shown = new DriftModel(found, model.chosen().run().get().provenance().dataSha256(), texts);
        sentence.set(shown.sentence());
        Cards.grade(verdict, shown.grade());
        notes.getChildren().clear();
        if (!shown.ranking().isEmpty()) {
            notes.getChildren().add(Panels.wrapped(shown.ranking(), "muted"));
        }
        shown.notes().forEach(words -> notes.getChildren().add(Panels.wrapped(words, "amber-text")));
        scores.setModel(shown.scores());
        columns.setModel(shown.columns());
        table.show(found.columns());
    }
}
