package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Everything that was counted of the generator, beside the plain simulators. */
final class ScorecardPane extends VBox {

    private static final double TILES = 300;

    ScorecardPane(ScorecardModel model, ProtocolModel protocol, Texts texts) {
        super(12);
        List<ObservableValue<String>> simulators = RowsCard.simulators("generate.facts.fact", texts);
        FactTable facts =
                new FactTable(model.facts(), simulators.subList(1, 4), model.factCount(), texts, "generate-facts");
        List<ObservableValue<String>> withFloor =
                new ArrayList<>(RowsCard.simulators("generate.distances.days", texts));
        withFloor.add(texts.bind("generate.distances.floor"));
        RowsCard distances = new RowsCard(
                model.distances(),
                withFloor,
                texts.bind("generate.distances"),
                texts.bind("generate.distances.note"),
                "generate-distances");
        RowsCard scores = new RowsCard(
                model.scores(),
                RowsCard.simulators("generate.scores.score", texts),
                texts.bind("generate.scores"),
                texts.bind("generate.scores.note"),
                "generate-scores");
        ChartView tiles = Charts.of(model.correlations(), TILES, texts, "generate-correlations");
        Label title = Cards.label(texts.bind("generate.correlation"), "section-title");
        VBox correlations = new VBox(8, title, tiles.framed());
        getChildren()
                .addAll(
                        facts,
                        distances,
                        scores,
                        Panels.showWhen(correlations, model.correlations().isNotNull()),
                        new ProtocolCard(protocol, texts));
    }
}
