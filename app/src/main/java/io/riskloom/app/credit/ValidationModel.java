package io.riskloom.app.credit;

import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** One chart at a time out of those that a validator asks for, with the plain models that are to stand in it. */
final class ValidationModel {

    private final CreditViewModel model;
    private final Exhibits exhibits;
    private final ObjectProperty<Plot> plot = new SimpleObjectProperty<>(Plot.ROC);
    private final ObservableList<String> plain = FXCollections.observableArrayList();
    private final ObservableList<String> hidden = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Exhibit> exhibit = new ReadOnlyObjectWrapper<>();

    ValidationModel(CreditViewModel model, Texts texts) {
        this.model = model;
        this.exhibits = new Exhibits(model, texts);
        model.scores().subscribe(now -> models());
        model.at().subscribe((before, now) -> draw(before != null && now != null));
        model.view().subscribe((before, now) -> draw(false));
        model.costs().matrix().subscribe((before, now) -> draw(false));
        model.costs().unit().subscribe((before, now) -> draw(false));
        plot.subscribe((before, now) -> draw(false));
        texts.locale().subscribe((before, now) -> draw(false));
        hidden.addListener((ListChangeListener<String>) change -> draw(false));
        draw(false);
    }

    ObjectProperty<Plot> plot() {
        return plot;
    }

    /** Names of the plain models of the run. */
    ObservableList<String> plain() {
        return plain;
    }

    /** Those of them that are not drawn. */
    ObservableList<String> hidden() {
        return hidden;
    }

    /** Null without a run. */
    ReadOnlyObjectProperty<Exhibit> exhibit() {
        return exhibit.getReadOnlyProperty();
    }

    private void models() {
        CreditScores now = model.scores().get();
        List<String> names = now == null
                ? List.of()
                : now.answers().stream()
                        .filter(answers -> !answers.network())
                        .map(Answers::name)
                        .toList();
        if (!plain.equals(names)) {
            plain.setAll(names);
        }
    }

    /** @param cut whether only the cut-off has moved */
    private void draw(boolean cut) {
        if (model.view().get() == View.VALIDATION && (!cut || plot.get().cuts())) {
            exhibit.set(exhibits.look(hidden)
                    .map(look -> exhibits.of(plot.get(), look))
                    .orElse(null));
        }
    }
}
