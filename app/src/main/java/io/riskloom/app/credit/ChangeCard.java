package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Counterfactuals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The fewest changes that would turn the decision, and which columns may not be changed. */
final class ChangeCard extends VBox {

    private final CreditViewModel model;
    private final Explaining explaining;
    private final Texts texts;
    private final FlowPane columns = new FlowPane(16, 8);
    private final VBox found = new VBox(4);
    private final TreeSet<String> fixed = new TreeSet<>();
    /** What the reader has ticked and unticked, whichever the run. */
    private final Map<String, Boolean> wishes = new HashMap<>();

    ChangeCard(CreditViewModel model, Explaining explaining, Texts texts) {
        super(10);
        this.model = model;
        this.explaining = explaining;
        this.texts = texts;
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        columns.setId("explain-fixed");
        columns.setMinHeight(Region.USE_PREF_SIZE);
        found.setId("explain-changes");
        found.setMinHeight(Region.USE_PREF_SIZE);
        Button ask = new Button();
        ask.setId("explain-change");
        ask.textProperty().bind(texts.bind("credit.explain.change"));
        ask.setOnAction(event -> explaining.askChange(model.cutOff().get(), List.copyOf(fixed)));
        // without the table it is not known which columns cannot change
        ask.disableProperty()
                .bind(model.applicants()
                        .chosen()
                        .isNull()
                        .or(model.table().table().isNull()));
        ask.setMinWidth(Region.USE_PREF_SIZE);
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("credit.explain.change.help"));
        VBox which = new VBox(4, Cards.label(texts.bind("credit.explain.fixed"), "caption"), columns);
        Panels.showWhen(which, model.table().table().isNotNull());
        getChildren()
                .addAll(
                        Cards.label(texts.bind("credit.explain.change.title"), "section-title"),
                        new HBox(16, ask, Cards.grow(help)),
                        Panels.showWhen(
                                Cards.label(texts.bind("credit.fairness.reading"), "muted"),
                                model.table().reading()),
                        which,
                        new BusyLine(explaining.change(), texts, "credit.explain.busy", "explain-change"),
                        found);
        model.table().table().subscribe(this::offer);
        // an answer belongs to one applicant and one cut-off
        model.applicants().chosen().subscribe(who -> explaining.change().ask(null));
        model.cutOff().subscribe(at -> explaining.change().ask(null));
        explaining.change().answer().subscribe(answer -> show());
        texts.locale().subscribe(locale -> show());
    }

    private void offer(RunTable.Table table) {
        columns.getChildren().clear();
        fixed.clear();
        if (table == null) {
            return;
        }
        for (CreditColumn column : table.features()) {
            CheckBox box = new CheckBox(column.name());
            box.setId("explain-fixed-" + column.name());
            box.setMnemonicParsing(false); // an underscore belongs to the name
            box.setSelected(wishes.getOrDefault(column.name(), Unchangeable.likely(column.name())));
            box.selectedProperty().subscribe(on -> {
                if (on) {
                    fixed.add(column.name());
                } else {
                    fixed.remove(column.name());
                }
                explaining.change().ask(null);
            });
            box.selectedProperty().addListener((value, before, now) -> wishes.put(column.name(), now));
            columns.getChildren().add(box);
        }
    }

    private void show() {
        found.getChildren().clear();
        Counterfactual answer = explaining.change().answer().get();
        if (answer == null) {
            return;
        }
        double cutOff = explaining.change().question().cutOff();
        boolean refused = answer.probability() >= cutOff;
        String key = !answer.found()
                ? "credit.explain.change.none"
                : refused ? "credit.explain.change.toApproved" : "credit.explain.change.toRefused";
        found.getChildren()
                .add(Panels.wrapped(
                        texts.get(
                                key,
                                answer.changes().size(),
                                Formats.percent(answer.probability(), 1),
                                Formats.percent(answer.after(), 1),
                                Formats.percent(cutOff, 1),
                                Counterfactuals.MOST_CHANGES),
                        "section-title"));
        List<String> lines = new ArrayList<>();
        for (Counterfactual.Change change : answer.changes()) {
            lines.add(texts.get(
                    "credit.explain.change.line",
                    change.column(),
                    cell(change.from()),
                    cell(change.to()),
                    Formats.percent(change.probability(), 1)));
        }
        lines.forEach(line -> found.getChildren().add(Panels.wrapped(line, "label")));
    }

    private String cell(String value) {
        return value.isEmpty() ? texts.get("credit.scorecard.bin.missing") : value;
    }
}
