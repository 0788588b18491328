package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.layout.VBox;

/** The fan of paths; a click chooses the path that lies nearest, which is then shown beside the real days it resembles. */
final class PathsPane extends VBox {

    private static final double FAN = 380;
    private static final double BARS = 320;

    PathsPane(GenerateViewModel model, Texts texts) {
        super(12);
        ChartView fan = Charts.of(model.fan(), FAN, texts, "generate-fan");
        fan.clickedProperty().subscribe(at -> {
            if (at != null) {
                model.highlightAt(at[0], at[1]);
            }
        });
        ObjectBinding<ChartModel> candles = Bindings.createObjectBinding(
                () -> model.shown().get() == null
                        ? null
                        : PathBars.of(model.shown().get(), model.highlighted().get(), texts)
                                .orElse(null),
                model.shown(),
                model.highlighted(),
                texts.locale());
        getChildren()
                .addAll(
                        Words.note(model.summary(), "generate-summary"),
                        fan.framed(),
                        Words.note(texts.bind("generate.fan.hint"), "generate-fan-hint"),
                        Panels.showWhen(
                                Charts.of(candles, BARS, texts, "generate-bars").framed(), candles.isNotNull()),
                        new Halves(new PathList(model, texts), new NearestCard(model, texts)));
    }
}
