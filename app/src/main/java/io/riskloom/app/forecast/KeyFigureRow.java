package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The key figures side by side; where the mouse rests on one, what it means. */
final class KeyFigureRow {

    private static final double HELP = 360;

    private final ChosenRun chosen;
    private final Texts texts;
    private final KeyFigures figures;

    KeyFigureRow(ChosenRun chosen, Texts texts) {
        this.chosen = chosen;
        this.texts = texts;
        this.figures = new KeyFigures(chosen, texts);
    }

    HBox node() {
        return Cards.row(
                IntStream.range(0, KeyFigures.COUNT).mapToObj(this::box).toArray(Node[]::new));
    }

    private VBox box(int place) {
        VBox kpi = Panels.kpi(figures.figure(place));
        kpi.idProperty().bind(chosen.run().map(run -> "kpi-" + figures.metric(place)));
        Tooltip help = new Tooltip();
        help.setWrapText(true);
        help.setMaxWidth(HELP);
        help.textProperty()
                .bind(Bindings.createStringBinding(() -> help(figures.metric(place)), chosen.run(), texts.locale()));
        Tooltip.install(kpi, help);
        return kpi;
    }

    /** What a metric means; its name where nobody has put it into words. */
    private String help(String metric) {
        String key = "metric." + metric;
        return texts.get(texts.has(key + ".help") ? key + ".help" : key);
    }
}
