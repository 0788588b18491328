package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Faithfulness;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Whether the map can be trusted: the same by weights that have learnt nothing, and what deleting and inserting cells does. */
final class ControlCard {

    private static final double MAPS = 230;
    private static final double CURVE = 200;

    private final ActivationViewModel model;
    private final Trial trial;
    private final SightCharts charts;
    private final ActivationWords words;
    private final Texts texts;
    private final ChartView maps;
    private final ChartView deletion;
    private final ChartView insertion;

    ControlCard(ActivationViewModel model, Trial trial, SightCharts charts, ActivationWords words, Texts texts) {
        this.model = model;
        this.trial = trial;
        this.charts = charts;
        this.words = words;
        this.texts = texts;
        maps = chart("inside-control", MAPS);
        deletion = chart("inside-deletion", CURVE);
        insertion = chart("inside-insertion", CURVE);
        model.control().addListener((o, was, is) -> compare());
        trial.found().addListener((o, was, is) -> draw());
        texts.locale().addListener((o, was, is) -> {
            compare();
            draw();
        });
    }

    private ChartView chart(String id, double height) {
        ChartView chart = ChartView.onPage(texts);
        chart.setId(id);
        chart.setPrefHeight(height);
        chart.setMinHeight(height);
        return chart;
    }

    /** The two maps side by side, and what that they are alike or apart means. */
    Region control() {
        HeadedCard card = new HeadedCard(texts.bind("inside.activation.control"), maps.exportMenu());
        ObservableValue<String> said = Bindings.createStringBinding(
                () -> model.control().get() == null
                        ? ""
                        : words.control(model.control().get().likeness()),
                model.control(),
                texts.locale());
        Label trouble = HeadedCard.note(WorkLine.problem(model.randoms(), texts), "inside-control-trouble");
        card.getChildren()
                .addAll(
                        maps,
                        HeadedCard.note(said, "inside-likeness"),
                        Panels.showWhen(trouble, model.randoms().problem().isNotNull()));
        return card;
    }

    /** Deletion and insertion beside random orders, with their verdict. */
    Region curves() {
        HeadedCard card = new HeadedCard(
                texts.bind("inside.activation.trial"),
                new WorkLine(trial.asked(), texts, "inside.activation.trial.run", "inside-trial", trial::run));
        Label verdict = HeadedCard.note(
                Bindings.createStringBinding(this::verdict, trial.found(), model.evidence(), texts.locale()),
                "inside-verdict-trial");
        verdict.getStyleClass().remove("caption");
        HBox both = new HBox(Cards.grow(deletion), Cards.grow(insertion));
        deletion.setPrefWidth(0);
        insertion.setPrefWidth(0);
        HBox.setHgrow(deletion, Priority.ALWAYS);
        Node shown = Panels.showWhen(both, trial.found().isNotNull());
        card.getChildren()
                .addAll(
                        verdict,
                        shown,
                        HeadedCard.note(texts.bind("inside.activation.trial.about"), "inside-trial-about"));
        return card;
    }

    private String verdict() {
        Faithfulness found = trial.found().get();
        return found == null || model.evidence().get() == null
                ? texts.get("inside.activation.trial.none")
                : words.verdict(model.evidence().get().seen().run(), found);
    }

    private void compare() {
        ActivationViewModel.Control control = model.control().get();
        maps.setModel(control == null ? null : charts.control(control));
    }

    private void draw() {
        Faithfulness f = trial.found().get();
        deletion.setModel(
                f == null
                        ? null
                        : charts.curve(
                                f.shares(), f.deletion(), f.randomDeletion(), texts.get("inside.activation.deletion")));
        insertion.setModel(
                f == null
                        ? null
                        : charts.curve(
                                f.shares(),
                                f.insertion(),
                                f.randomInsertion(),
                                texts.get("inside.activation.insertion")));
    }
}
