package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How returns are distributed: their histogram, and the quantiles of simulators against the real ones. */
final class DistributionPane extends VBox {

    private static final double HEIGHT = 420;

    DistributionPane(DistributionModel model, Texts texts) {
        super(12);
        ChartView histogram = Charts.of(model.histogram(), HEIGHT, texts, "generate-distribution");
        ChartView quantiles = Charts.of(model.quantiles(), HEIGHT, texts, "generate-quantiles");
        quantiles.emptyTextProperty().bind(texts.bind("generate.distribution.short"));
        Segments<Integer> days = new Segments<>(model.days());
        for (int d : DistributionModel.DAYS) {
            days.add(d, Units.count(model.chosen(), d, texts), "generate-days-" + d);
        }
        CheckBox log = new CheckBox();
        log.setId("generate-log");
        log.textProperty().bind(texts.bind("generate.distribution.log"));
        log.selectedProperty().bindBidirectional(histogram.logScaleProperty());
        HBox head = new HBox(12, days, Panels.gap(), log);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        head,
                        new Halves(histogram.framed(), quantiles.framed()),
                        Words.note(
                                Units.bind(model.chosen(), "generate.distribution.note", 252, texts),
                                "generate-distribution-note"));
    }
}
