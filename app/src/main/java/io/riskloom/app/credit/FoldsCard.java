package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.credit.FoldsModel.Folds;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the study of the chosen run says as a whole; takes no room where the run stands alone. */
final class FoldsCard extends VBox {

    private static final double CHART = 220;

    FoldsCard(FoldsModel model, Texts texts) {
        super(12);
        setId("credit-folds");
        setMinHeight(Region.USE_PREF_SIZE);
        Label name = Cards.label(model.folds().map(Folds::name).orElse(""), "section-title");
        HBox verdict =
                Cards.finding(model.folds().map(now -> now.verdict().words()).orElse(""));
        verdict.setId("credit-folds-verdict");
        ChartView chart = ChartView.onPage(texts);
        chart.setId("credit-folds-chart");
        chart.setMinHeight(CHART);
        getChildren()
                .addAll(
                        name,
                        verdict,
                        chart.framed(),
                        new SheetCard(
                                texts.bind("credit.folds.table"),
                                model.folds().map(Folds::folds),
                                texts,
                                "credit-folds-table"),
                        new SheetCard(
                                texts.bind("credit.folds.pooled"),
                                model.folds().map(Folds::pooled),
                                texts,
                                "credit-folds-pooled"));
        Panels.showWhen(this, model.folds().isNotNull());
        model.folds().subscribe(now -> {
            chart.setModel(now == null ? null : now.chart());
            Cards.grade(verdict, now == null ? 0 : now.verdict().good());
        });
    }
}
