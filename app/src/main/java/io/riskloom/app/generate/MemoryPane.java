package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSight;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Autocorrelations, leverage and drawdowns of the evaluation's paths beside the real band and the plain simulators. */
final class MemoryPane extends VBox {

    private static final List<String> CURVES = List.of("acfAbs", "acfSquares", "acf", "leverage", "drawdown");
    private static final double HEIGHT = 320;

    private final GenerateViewModel page;
    private final Texts texts;

    MemoryPane(GenerateViewModel page, Texts texts) {
        super(12);
        this.page = page;
        this.texts = texts;
        Halves grid = new Halves();
        for (String name : CURVES) {
            ObservableValue<ChartModel> chart = chart(name);
            Node card = Panels.showWhen(
                    Charts.of(chart, HEIGHT, texts, "generate-curve-" + name).framed(),
                    chart.map(c -> true).orElse(false));
            grid.add(card);
        }
        ObservableValue<String> words = Bindings.createStringBinding(
                () -> texts.get(
                        page.sight().filter(sight -> !sight.curves().isEmpty()).isPresent()
                                ? "generate.memory.note"
                                : "generate.memory.none"),
                page.chosen().run(),
                texts.locale());
        getChildren().addAll(grid, Words.note(words, "generate-memory-note"));
    }

    private ObservableValue<ChartModel> chart(String name) {
        return Bindings.createObjectBinding(
                () -> curve(name)
                        .map(curve -> (ChartModel) GenerateCharts.curve(curve, page.unit(), texts))
                        .orElse(null),
                page.chosen().run(),
                texts.locale());
    }

    private Optional<PathSight.Curve> curve(String name) {
        return page.sight().stream()
                .flatMap(sight -> sight.curves().stream())
                .filter(curve -> curve.name().equals(name) && curve.x().length > 0)
                .findFirst();
    }
}
