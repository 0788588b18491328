package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.credit.Applicants.Applicant;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Reasons: one applicant's, what would turn the decision about him, and what the model rests on as a whole. */
final class ExplainPane extends VBox {

    private static final int LINES = 18;
    private static final double LIST = 272;

    private final CreditViewModel model;
    private final Texts texts;
    private final Label line = Panels.wrapped("", "caption");
    private final Label trouble = Panels.wrapped("", "amber-text");
    private final FigureTable<Applicant> list = new FigureTable<>("explain-applicants", LINES);

    ExplainPane(Session session, CreditViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        setMinHeight(Region.USE_PREF_SIZE);
        Explaining explaining = new Explaining(session, model.chosen(), model.applicants());
        line.setId("explain-line");
        trouble.setId("explain-table-trouble");
        build();
        list.accessibleTextProperty().bind(texts.bind("credit.explain.applicants"));
        VBox people = new VBox(8, Cards.label(texts.bind("credit.explain.applicants"), "section-title"), list);
        people.setMinWidth(LIST);
        people.setMaxWidth(LIST);
        HBox one = new HBox(16, people, Cards.grow(new ReasonsCard(session, model, explaining, texts)));
        getChildren()
                .addAll(
                        new ApplicantBar(model.applicants(), texts, "explain"),
                        Panels.showWhen(line, line.textProperty().isNotEmpty()),
                        Panels.showWhen(trouble, trouble.textProperty().isNotEmpty()),
                        Panels.showWhen(one, model.applicants().chosen().isNotNull()),
                        new ChangeCard(model, explaining, texts),
                        new ImportanceCard(model, explaining, texts));
        model.table().problem().subscribe(reason -> showTrouble());
        model.table().table().subscribe(table -> showLine());
        sceneProperty().subscribe(scene -> {
            explaining.look(scene != null);
            if (scene != null) {
                model.table().want();
            }
        });
    }

    private void build() {
        list.column("credit.explain.list.0", 72, true, texts, Applicant::number)
                .column("credit.explain.list.1", 84, true, texts, a -> Formats.percent(a.probability(), 1))
                .column(
                        "credit.explain.list.2",
                        84,
                        false,
                        texts,
                        a -> texts.get(a.bad() ? "credit.bad" : "credit.good"));
        model.applicants().all().subscribe(all -> {
            list.show(all);
            mark(model.applicants().chosen().get());
        });
        model.applicants().chosen().subscribe(who -> {
            mark(who);
            showLine();
        });
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.applicants().choose(chosen);
            }
        });
        texts.locale().subscribe(locale -> {
            showTrouble();
            showLine();
            list.refresh();
        });
    }

    /** Rows without an outcome are no applicants of the run, so that its rows are not those of the file. */
    private void showLine() {
        RunTable.Table table = model.table().table().get();
        Applicant who = model.applicants().chosen().get();
        line.setText(
                table == null || who == null || who.row() >= table.lines().length
                        ? ""
                        : texts.get("credit.explain.line", String.valueOf(table.lines()[who.row()])));
    }

    private void showTrouble() {
        Notice reason = model.table().problem().get();
        trouble.setText(reason == null ? "" : texts.of(reason));
    }

    private void mark(Applicant who) {
        if (who != null && !who.equals(list.getSelectionModel().getSelectedItem())) {
            int at = model.applicants().all().get().indexOf(who);
            list.getSelectionModel().select(at);
            if (at > 0) { // a table that is not laid out yet scrolls its first line out of its place
                list.scrollTo(Math.max(0, at - LINES / 2));
            }
        }
    }
}
