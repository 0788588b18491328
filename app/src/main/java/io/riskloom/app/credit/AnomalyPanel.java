package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The context panel of a run that points out unusual applicants: the run, the share pointed out, all scores, the export. */
final class AnomalyPanel {

    private static final double STEP = 0.005;
    private static final double FIELD = 130;

    private final Session session;
    private final AnomalyViewModel model;
    private final ChosenRun any;
    private final Texts texts;

    /** @param any of the page's tasks, to change to another's run */
    AnomalyPanel(Session session, AnomalyViewModel model, ChosenRun any, Texts texts) {
        this.session = session;
        this.model = model;
        this.any = any;
        this.texts = texts;
    }

    Node node() {
        ChosenRun chosen = model.chosen();
        Button train = new Button();
        train.setId("anomaly-train");
        train.textProperty().bind(texts.bind("common.train"));
        train.setOnAction(event -> session.page().set("train"));
        return Cards.context(
                train,
                Panels.runChooser(any, texts, "anomaly-run"),
                Panels.showWhen(share(), model.scores().isNotNull()),
                new VBox(Panels.rows(texts.bind("credit.metrics"), chosen::metrics, chosen.run(), texts.locale())),
                new VBox(Panels.rows(
                        texts.bind("credit.anomaly.challenger"),
                        () -> chosen.challengers(List.of(Metric.AUC, Metric.PLANTED_AUC)),
                        chosen.run(),
                        texts.locale())),
                Panels.notes(chosen, texts),
                Panels.showWhen(
                        Panels.export(
                                model.export(),
                                texts,
                                "credit.export",
                                "anomaly-export",
                                model::exportName,
                                model::exportTo),
                        model.scores().isNotNull()));
    }

    /** The share by slider or field; on the slider arrows move by .005. */
    private VBox share() {
        NumberField field = new NumberField(
                texts.bind("credit.anomaly.share"),
                model.share(),
                AnomalyViewModel.LEAST_SHARE,
                AnomalyViewModel.MOST_SHARE,
                false,
                texts,
                "anomaly-share-field");
        field.setMinWidth(FIELD);
        field.setMaxWidth(FIELD);
        Slider slider = new Slider(
                AnomalyViewModel.LEAST_SHARE,
                AnomalyViewModel.MOST_SHARE,
                model.share().get());
        slider.setId("anomaly-share");
        slider.setBlockIncrement(STEP);
        slider.accessibleTextProperty().bind(texts.bind("credit.anomaly.share"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("credit.anomaly.share.help"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        slider.setTooltip(tooltip);
        slider.valueProperty().bindBidirectional(model.share());
        HBox line = new HBox(12, field, Cards.grow(slider));
        line.setAlignment(Pos.BOTTOM_LEFT);
        HBox.setMargin(slider, new Insets(0, 0, 8, 0));
        return new VBox(line);
    }
}
