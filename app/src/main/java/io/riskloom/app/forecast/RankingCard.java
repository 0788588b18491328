package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The model among the plain ones, the best first; its own line stands out. */
final class RankingCard extends VBox {

    private final ForecastViewModel model;
    private final Texts texts;
    private final Label metric = new Label();
    private final VBox lines = new VBox(4);

    RankingCard(ForecastViewModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        lines.setId("forecast-challengers");
        metric.getStyleClass().add("caption");
        getChildren()
                .addAll(
                        new HBox(8, Cards.label(texts.bind("forecast.challengers"), "caption"), Panels.gap(), metric),
                        lines);
        model.chosen().run().subscribe(run -> show());
        texts.locale().subscribe(locale -> show());
    }

    private void show() {
        lines.getChildren().clear();
        model.ranking().ifPresent(this::fill);
        setVisible(!lines.getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void fill(Ranking ranking) {
        metric.setText(texts.get("forecast.rank." + ranking.metric()));
        for (Ranking.Entry entry : ranking.entries()) {
            Label name = new Label(entry.name());
            Label value = new Label(entry.words(ranking.metric()));
            value.getStyleClass().add("figure");
            HBox line = new HBox(8, name, Panels.gap(), value);
            line.getStyleClass().add(entry.own() ? "own-rank" : "rank");
            if (!entry.note().isEmpty()) {
                Tooltip.install(line, new Tooltip(entry.note()));
            }
            lines.getChildren().add(line);
        }
    }
}
