package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Key figures, the network beside its plain models, the folds of its study, and what the cut-off does. */
final class OverviewPane extends VBox {

    private static final double CHART = 300;

    private final Texts texts;

    OverviewPane(Session session, CreditViewModel model, Texts texts) {
        super(16);
        this.texts = texts;
        setId("credit-overview");
        OverviewModel overview = new OverviewModel(model, texts);
        ChosenRun chosen = model.chosen();
        HBox figures = Cards.row(
                Panels.kpi(chosen, texts, Metric.AUC, "credit.kpi.auc"),
                Panels.kpi(chosen, texts, Metric.GINI, "credit.kpi.gini"),
                Panels.kpi(chosen, texts, Metric.KS, "credit.kpi.ks"),
                Panels.kpi(chosen, texts, Metric.BRIER, "credit.kpi.brier"),
                Panels.kpi(chosen, texts, Metric.CALIBRATION_SLOPE, "credit.kpi.slope"));
        figures.setMinHeight(Region.USE_PREF_SIZE);
        HBox charts = Cards.row(
                chart("credit.plot.roc.title", "credit-roc", overview.roc()),
                chart("credit.plot.profit.title", "credit-profit", overview.profit()));
        charts.setMinHeight(Region.USE_PREF_SIZE);
        Label cuts = Panels.wrapped("", "caption");
        cuts.textProperty().bind(texts.bind("credit.comparison.help"));
        getChildren()
                .addAll(
                        figures,
                        new SheetCard(
                                texts.bind("credit.comparison"), overview.comparison(), texts, "credit-comparison"),
                        Panels.showWhen(
                                cuts,
                                overview.comparison()
                                        .map(sheet -> !sheet.rows().isEmpty())
                                        .orElse(false)),
                        Panels.showWhen(
                                new CutOffCard(model, overview, texts).node(),
                                model.at().isNotNull()),
                        Panels.showWhen(charts, overview.roc().isNotNull()),
                        new FoldsCard(new FoldsModel(session, chosen, texts), texts));
    }

    private VBox chart(String key, String id, ObservableValue<ChartModel> drawn) {
        ChartView chart = ChartView.onPage(texts);
        chart.setId(id);
        chart.setMinHeight(CHART);
        drawn.subscribe(chart::setModel);
        return new VBox(8, Cards.label(texts.bind(key), "section-title"), Cards.grow(chart.framed()));
    }
}
