package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** A path's stretch beside the real days it is nearest to, with what to think of it. */
final class NearestCard extends VBox {

    private static final double HEIGHT = 260;
    /** Share of real stretches that repeat themselves more closely, below which a path looks copied. */
    private static final double SUSPICIOUS = 0.05;

    NearestCard(GenerateViewModel page, Texts texts) {
        super(8);
        NearestModel model = page.nearest();
        ObservableValue<ChartModel> chart = Bindings.createObjectBinding(
                () -> found(model) == null ? null : GenerateCharts.nearest(found(model), page.unit(), texts),
                model.latest(),
                texts.locale());
        ObservableValue<String> words = Bindings.createStringBinding(
                () -> found(model) == null ? "" : words(found(model), page.unit(), texts),
                model.latest(),
                texts.locale());
        ChartView view = Charts.of(chart, HEIGHT, texts, "generate-nearest");
        view.emptyTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.of(model.missing().get()), model.missing(), texts.locale()));
        getChildren()
                .addAll(
                        Cards.label(texts.bind("generate.nearest"), "section-title"),
                        Cards.grow(view.framed()),
                        Words.note(words, "generate-nearest-words"));
    }

    private static NearestDays found(NearestModel model) {
        return model.latest().get().answer();
    }

    static String words(NearestDays found, BarUnit unit, Texts texts) {
        return texts.get(
                found.rank() < SUSPICIOUS ? "generate.nearest.suspicious" : "generate.nearest.words",
                unit.count(found.days(), texts),
                Formats.compact(found.distance()),
                Formats.percent(found.rank(), 0));
    }
}
