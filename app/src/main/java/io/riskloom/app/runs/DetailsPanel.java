package io.riskloom.app.runs;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.runs.RunDetails.Entry;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is known of the selected run, with what can be done with it at the foot. */
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
        BorderPane panel = new BorderPane(Cards.context(
                null,
                Panels.showWhen(none, model.selected().isNull()),
                new StudyPanel(model.study(), texts),
                Panels.showWhen(facts, model.selected().isNotNull())));
        panel.setBottom(
                Panels.showWhen(new RunActions(model, texts), model.selected().isNotNull()));
        return panel;
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
}
