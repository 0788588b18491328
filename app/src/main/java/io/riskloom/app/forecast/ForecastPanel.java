package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.forecast.ForecastViewModel.View;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Audit;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The context panel of the forecast page: what is shown and how, the plain models, all scores, the export. */
final class ForecastPanel {

    private final Session session;
    private final ForecastViewModel model;
    private final Texts texts;

    ForecastPanel(Session session, ForecastViewModel model, Texts texts) {
        this.session = session;
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        ChosenRun chosen = model.chosen();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        BooleanBinding chart = model.view().isEqualTo(View.FORECAST);
        BooleanBinding day = chart.or(model.view().isEqualTo(View.LEAKS));
        // figures of one run stand beside the views of one run
        BooleanBinding run = model.view().isNotEqualTo(View.FOLDS);
        BooleanBinding several = Bindings.size(model.steps()).greaterThan(1);
        Button train = new Button();
        train.setId("forecast-train");
        train.textProperty().bind(texts.bind("common.train"));
        train.setOnAction(event -> session.page().set("train"));
        return Cards.context(
                train,
                Panels.showWhen(
                        new VBox(
                                6,
                                Panels.runChooser(chosen, texts, "forecast-run"),
                                caption(new TargetWords(chosen, texts).text(), "forecast-target")),
                        there),
                Panels.showWhen(
                        new StepSlider(model, texts),
                        chart.and(several).and(chosen.run().isNotNull())),
                Panels.showWhen(
                        new OriginField(model, texts), day.and(chosen.run().isNotNull())),
                group(new OverlayList(model.overlays(), texts), chart),
                Panels.showWhen(new VBox(new RankingCard(model, texts)), run),
                Panels.showWhen(new VBox(audits()), model.view().isNotEqualTo(View.LEAKS)),
                Panels.showWhen(
                        new VBox(Panels.rows(
                                texts.bind("forecast.metrics"), chosen::metrics, chosen.run(), texts.locale())),
                        run.and(chosen.run().isNotNull())),
                Panels.showWhen(
                        caption(model.testSpan(), "forecast-test-span"),
                        run.and(chosen.run().isNotNull())),
                Panels.notes(chosen, texts),
                Panels.showWhen(
                        Panels.export(
                                model.export(),
                                texts,
                                "forecast.export",
                                "forecast-export",
                                model::exportName,
                                model::exportTo),
                        there));
    }

    /** The list hides itself while it is empty; its frame does so in other views. */
    private static Node group(Node list, ObservableValue<Boolean> shown) {
        VBox frame = new VBox(list);
        frame.visibleProperty().bind(shown);
        frame.managedProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> shown.getValue() && list.isVisible(), shown, list.visibleProperty()));
        return frame;
    }

    private static Label caption(ObservableValue<String> words, String id) {
        Label label = Cards.label(words, "caption");
        label.setId(id);
        label.setWrapText(true);
        return label;
    }

    private Node audits() {
        VBox box = new VBox(8);
        box.setId("forecast-audits");
        Runnable fill = () -> {
            box.getChildren().clear();
            for (Audit audit : model.audits()) {
                box.getChildren().add(Audits.line(audit, texts));
            }
            box.setVisible(!box.getChildren().isEmpty());
            box.setManaged(box.isVisible());
        };
        model.chosen().run().subscribe(run -> fill.run());
        texts.locale().subscribe(locale -> fill.run());
        return box;
    }
}
