package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The context panel of the credit page: the run, the cut-off and the costs behind it, all scores, the export. */
final class CreditPanel {

    private final Session session;
    private final CreditViewModel model;
    private final ChosenRun any;
    private final Texts texts;

    /** @param any of the page's tasks, to change to another's run */
    CreditPanel(Session session, CreditViewModel model, ChosenRun any, Texts texts) {
        this.session = session;
        this.model = model;
        this.any = any;
        this.texts = texts;
    }

    Node node() {
        ChosenRun chosen = model.chosen();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        BooleanBinding cuts = model.scores().isNotNull().and(model.view().isNotEqualTo(View.SCORECARD));
        BooleanBinding figures =
                model.view().isEqualTo(View.OVERVIEW).or(model.view().isEqualTo(View.VALIDATION));
        Button train = new Button();
        train.setId("credit-train");
        train.textProperty().bind(texts.bind("common.train"));
        train.setOnAction(event -> session.page().set("train"));
        return Cards.context(
                train,
                Panels.showWhen(Panels.runChooser(any, texts, "credit-run"), there),
                Panels.showWhen(new CutOffField(model, texts), cuts),
                Panels.showWhen(new CostFields(model, texts), cuts.and(figures)),
                Panels.showWhen(
                        new VBox(Panels.rows(
                                chosen.words(this::heading), chosen::metrics, chosen.run(), texts.locale())),
                        figures.and(chosen.run().isNotNull())),
                Panels.showWhen(
                        Panels.export(
                                model.export(),
                                texts,
                                "credit.export",
                                "credit-export",
                                model::exportName,
                                model::exportTo),
                        model.scores().isNotNull()));
    }

    /** The scores stay at the cut-off that the run was judged at, whatever the page's own is. */
    private String heading(Evaluation evaluation) {
        double judged = evaluation.metrics().getOrDefault(Metric.CUT_OFF, Double.NaN);
        return Double.isNaN(judged)
                ? texts.get("credit.metrics")
                : texts.get("credit.metrics.own", MetricWords.value(Metric.CUT_OFF, judged));
    }
}
