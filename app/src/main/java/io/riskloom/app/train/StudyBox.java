package io.riskloom.app.train;

import io.riskloom.app.result.Panels;
import io.riskloom.app.session.LiveStudy;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Study;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ComboBox;

/** Chooses among the studies of the project which one is shown. */
final class StudyBox extends ComboBox<Study> {

    private final StudyModel model;

    StudyBox(StudyModel model, Texts texts) {
        super(model.all());
        this.model = model;
        setId("study-choice");
        setPrefWidth(300);
        accessibleTextProperty().bind(texts.bind("train.study"));
        Panels.words(this, texts, model::line);
        model.shown().subscribe(this::select);
        model.all().addListener((InvalidationListener)
                changed -> select(model.shown().get()));
        // a list that changes clears the choice for a moment; only a real other study is passed on
        valueProperty().subscribe((before, now) -> {
            LiveStudy shown = model.shown().get();
            if (now != null && shown != null && !now.id().equals(shown.study().id())) {
                model.choose(now);
            }
        });
    }

    private void select(LiveStudy shown) {
        if (shown != null) {
            model.all().stream()
                    .filter(study -> study.id().equals(shown.study().id()))
                    .findFirst()
                    .ifPresent(this::setValue);
        }
    }
}
