package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.credit.FairnessModel.Line;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Approval and errors group by group of a chosen column at the cut-off, and how scores bear worse data. */
final class FairnessPane extends VBox {

    private static final int COLUMNS = 7;
    private static final int GAPS = 5;
    /** No more, so that the rates with their intervals have the room. */
    private static final double APPLICANTS = 78;

    private static final int LINES = GroupCut.MOST + 2;

    private final CreditViewModel model;
    private final Texts texts;
    private final ObservableList<String> columns = FXCollections.observableArrayList();
    private final ComboBox<String> column = new ComboBox<>(columns);
    private final StringProperty sentence = new SimpleStringProperty("");
    private final HBox verdict = Cards.finding(sentence);
    private final FigureTable<Line> rates = new FigureTable<>("fairness-rates", LINES);
    private final FigureTable<Line> gaps = new FigureTable<>("fairness-gaps", LINES);
    private final Label seen = Panels.wrapped("", "caption");
    private final Label trouble = Panels.wrapped("", "amber-text");
    private final ChartView chart;
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private GroupCut cut;
    /** The column chosen last, kept while another run's table is read; null before one was. */
    private String wish;

    private boolean offering;
    /** Of the run whose applicants were cut. */
    private Details.OfCredit details;

    FairnessPane(Session session, CreditViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        setMinHeight(Region.USE_PREF_SIZE);
        verdict.setId("fairness-verdict");
        seen.setId("fairness-seen");
        trouble.setId("fairness-trouble");
        column.setId("fairness-column");
        column.accessibleTextProperty().bind(texts.bind("credit.fairness.column"));
        chart = ChartView.onPage(texts);
        chart.setId("fairness-chart");
        build();
        rates.accessibleTextProperty().bind(texts.bind("credit.fairness.column"));
        gaps.accessibleTextProperty().bind(texts.bind("credit.fairness.gaps"));
        getChildren().addAll(groups(), new RobustnessCard(session, model, texts));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.table().want();
            }
        });
        model.table().table().subscribe(this::offer);
        model.table().problem().subscribe(reason -> showTrouble());
        column.valueProperty().subscribe(this::choose);
        model.cutOff().subscribe(at -> show());
        texts.locale().subscribe(locale -> {
            showTrouble();
            cut();
        });
    }

    private VBox groups() {
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("credit.fairness.help"));
        HBox choice = new HBox(12, Cards.label(texts.bind("credit.fairness.column"), "section-title"), column);
        choice.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(
                12,
                verdict,
                seen,
                rates,
                Cards.label(texts.bind("credit.fairness.gaps"), "section-title"),
                gaps,
                chart.framed());
        Panels.showWhen(body, shown.isNotEmpty());
        Panels.showWhen(choice, model.table().table().isNotNull());
        return new VBox(
                12,
                choice,
                help,
                Panels.showWhen(
                        Cards.label(texts.bind("credit.fairness.reading"), "muted"),
                        model.table().reading()),
                Panels.showWhen(trouble, trouble.textProperty().isNotEmpty()),
                body);
    }

    private void build() {
        for (int c = 0; c < COLUMNS; c++) {
            int at = c;
            rates.column(
                    "credit.fairness.column." + at,
                    at == 0 ? 130 : at == 1 ? APPLICANTS : 138,
                    at > 0,
                    texts,
                    line -> line.cells().get(at));
        }
        rates.getColumns().get(1).setMinWidth(APPLICANTS);
        rates.getColumns().get(1).setMaxWidth(APPLICANTS);
        for (int c = 0; c < GAPS; c++) {
            int at = c;
            gaps.column("credit.fairness.gap." + at, at == 0 ? 130 : 190, at > 0, texts, line -> line.gaps()
                    .get(at));
        }
    }

    /** A protected column by default, where one is found by its name. */
    private void offer(RunTable.Table table) {
        offering = true;
        columns.setAll(
                table == null
                        ? List.of()
                        : table.all().stream().map(CreditColumn::name).toList());
        if (columns.contains(wish)) {
            column.setValue(wish);
        } else {
            column.setValue(columns.stream()
                    .filter(Unchangeable::likely)
                    .findFirst()
                    .orElse(columns.isEmpty() ? null : columns.getFirst()));
        }
        offering = false;
        cut();
    }

    private void choose(String name) {
        if (!offering) {
            wish = name;
            cut();
        }
    }

    private void showTrouble() {
        Notice reason = model.table().problem().get();
        trouble.setText(reason == null ? "" : texts.of(reason));
    }

    private void cut() {
        RunTable.Table table = model.table().table().get();
        CreditColumn of = table == null || column.getValue() == null ? null : table.column(column.getValue());
        cut = null;
        if (of != null) {
            details =
                    (Details.OfCredit) model.chosen().evaluation().orElseThrow().details();
            cut = GroupCut.of(of, details.rows(), texts);
            boolean learnt = table.features().contains(of);
            seen.setText(texts.get(learnt ? "credit.fairness.learnt" : "credit.fairness.notLearnt", column.getValue()));
        }
        show();
    }

    private void show() {
        shown.set(cut == null ? "" : column.getValue());
        if (cut == null) {
            return;
        }
        FairnessModel found = new FairnessModel(cut, details, model.cutOff().get(), texts);
        sentence.set(found.sentence());
        Cards.grade(verdict, found.grade());
        List<Line> lines = found.lines();
        rates.show(lines);
        gaps.show(lines);
        chart.setModel(found.chart());
    }
}
