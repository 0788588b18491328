package io.riskloom.app.runs;

import atlantafx.base.theme.Styles;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.runs.RunDetails.Entry;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of the selected run, and what can be done with it. */
final class DetailsPanel {

    private final RunsViewModel model;
    private final Texts texts;
    private final VBox facts = new VBox(16);
    private final ChartView losses;

    DetailsPanel(RunsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.losses = new ChartView(texts);
        losses.setMinHeight(180);
        losses.setPrefHeight(180);
        model.details().subscribe(this::fill);
    }

    Node node() {
        Label none = Cards.label(texts.bind("runs.none"), "muted");
        none.setWrapText(true);
        Button show = new Button();
        show.setId("runs-show");
        show.textProperty().bind(texts.bind("runs.show"));
        show.disableProperty().bind(model.showable().not());
        show.setOnAction(event -> model.show());
        show.setMaxWidth(Double.MAX_VALUE);
        show.getStyleClass().add(Styles.ACCENT);
        Button again = button("runs-again", "runs.again.tip", Feather.REPEAT);
        again.textProperty().bind(texts.bind("runs.again"));
        HBox.setHgrow(again, Priority.ALWAYS);
        again.setOnAction(event -> model.again());
        Button copy = button("runs-copy", "runs.copy", Feather.COPY);
        copy.setOnAction(event -> copy());
        Button delete = button("runs-delete", "runs.delete", Feather.TRASH_2);
        delete.disableProperty().bind(model.deletable().not());
        delete.setOnAction(event -> model.asking().set(true));
        VBox foot = new VBox(8, Panels.showWhen(question(), model.asking()), new HBox(8, again, copy, delete), show);
        foot.getStyleClass().add("context");
        foot.setPadding(new Insets(12, 16, 20, 16));
        BorderPane panel = new BorderPane(Cards.context(
                null,
                Panels.showWhen(none, model.selected().isNull()),
                Panels.showWhen(facts, model.selected().isNotNull())));
        panel.setBottom(Panels.showWhen(foot, model.selected().isNotNull()));
        return panel;
    }

    private Node question() {
        Label words = Cards.label(Bindings.createStringBinding(
                () -> texts.get(
                        "runs.delete.ask",
                        model.selected().get() == null
                                ? ""
                                : model.selected().get().id()),
                model.selected(),
                texts.locale()));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button yes = new Button();
        yes.setId("runs-delete-yes");
        yes.textProperty().bind(texts.bind("runs.delete.yes"));
        yes.getStyleClass().add(Styles.DANGER);
        yes.setOnAction(event -> model.delete());
        Button no = new Button();
        no.setId("runs-delete-no");
        no.textProperty().bind(texts.bind("runs.delete.no"));
        no.setOnAction(event -> model.asking().set(false));
        HBox answers = new HBox(8, yes, no);
        answers.setAlignment(Pos.CENTER_RIGHT);
        VBox question = new VBox(8, words, answers);
        question.getStyleClass().add("problem");
        return question;
    }

    private void fill(RunDetails details) {
        facts.getChildren().clear();
        if (details == null) {
            return;
        }
        Label title = Panels.wrapped(details.title(), "section-title");
        HBox sentence = Cards.verdict(new ReadOnlyStringWrapper(details.sentence()));
        Cards.grade(sentence, details.grade());
        facts.getChildren().addAll(title, sentence);
        if (!details.warnings().isEmpty()) {
            VBox list = section("runs.details.warnings");
            details.warnings().forEach(words -> list.getChildren().add(Panels.wrapped(words, "amber-text")));
        }
        if (!details.notes().isEmpty()) {
            VBox list = section("runs.details.notes");
            details.notes().forEach(words -> list.getChildren().add(Panels.wrapped(words, "muted")));
        }
        if (!details.metrics().isEmpty()) {
            add("runs.details.metrics", details.metrics());
        }
        if (!details.challenger().isEmpty()) {
            add("runs.details.challengers", details.challenger());
        }
        details.losses().ifPresent(chart -> {
            losses.setModel(chart);
            section("runs.details.losses").getChildren().add(losses);
        });
        if (details.settings().isEmpty()) {
            section("runs.details.settings")
                    .getChildren()
                    .add(Panels.wrapped(texts.get("runs.details.defaults"), "muted"));
        } else {
            add("runs.details.settings", details.settings());
        }
        add("runs.details.origin", details.origin());
    }

    private void add(String key, List<Entry> entries) {
        VBox list = section(key);
        for (Entry entry : entries) {
            HBox line = Cards.line(new ReadOnlyStringWrapper(entry.name()), new ReadOnlyStringWrapper(entry.value()));
            list.getChildren().add(line);
            if (!entry.remark().isEmpty()) {
                Label remark = Panels.wrapped(entry.remark(), "caption");
                remark.setMaxWidth(Double.MAX_VALUE);
                if (!entry.value().isEmpty()) {
                    remark.setAlignment(Pos.CENTER_RIGHT);
                }
                list.getChildren().add(remark);
            }
        }
    }

    private VBox section(String key) {
        VBox section = new VBox(4, Cards.label(texts.bind(key), "caption"));
        facts.getChildren().add(section);
        return section;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.specJson());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Button button(String id, String tip, Ikon icon) {
        Button button = new Button();
        button.setId(id);
        button.accessibleTextProperty().bind(texts.bind(tip));
        button.setGraphic(new FontIcon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(tip));
        button.setTooltip(tooltip);
        return button;
    }
}
