package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A chart of how the duel has gone, chosen among a few. */
final class CourseCard extends VBox {

    private final GanViewModel model;
    private final Texts texts;
    private final ChartView view;
    private final ObjectProperty<CourseCharts.Kind> chosen;

    CourseCard(GanViewModel model, Texts texts, String id, List<CourseCharts.Kind> kinds) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        setMinSize(0, 0);
        chosen = new SimpleObjectProperty<>(kinds.getFirst());
        Segments<CourseCharts.Kind> choices = new Segments<>(chosen);
        for (CourseCharts.Kind kind : kinds) {
            choices.add(kind, texts.bind(kind.key()), kind.key().replace('.', '-'));
        }
        choices.setMinWidth(USE_PREF_SIZE);
        view = new ChartView(texts);
        view.setId(id);
        view.emptyTextProperty().bind(texts.bind("arena.waiting"));
        HBox head = new HBox(8, choices, Panels.gap(), view.exportMenu());
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(6, 8, 0, 10));
        getChildren().setAll(head, Cards.grow(view));
        model.frame().subscribe(this::show);
        texts.locale().subscribe(this::show);
        chosen.subscribe(this::show);
    }

    private void show() {
        ArenaFrame frame = model.frame().get();
        view.logScaleProperty().set(chosen.get() == CourseCharts.Kind.NORMS);
        view.setModel(frame == null ? null : new CourseCharts(texts, model.chronicle(), frame).of(chosen.get()));
    }
}
