package io.riskloom.app.train;

import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Hyperlink;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Leads from a run on show to the study that it belongs to; takes no room where it belongs to none. */
final class StudyLink extends Hyperlink {

    /** @param run on show, null for none */
    StudyLink(StudyModel model, ReadOnlyObjectProperty<Run> run, Texts texts) {
        setId("study-link");
        setGraphic(new FontIcon(Feather.ARROW_LEFT));
        ObjectBinding<Optional<Study>> study =
                Bindings.createObjectBinding(() -> model.of(run.get()), run, model.all());
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> study.get()
                                .map(of -> words(model, of, run.get(), texts))
                                .orElse(""),
                        study,
                        texts.locale()));
        setOnAction(event -> {
            setVisited(false);
            study.get().ifPresent(model::choose);
        });
        Panels.showWhen(this, study.map(Optional::isPresent));
    }

    private static String words(StudyModel model, Study study, Run run, Texts texts) {
        return run.spec().inFolds()
                ? texts.get(
                        "train.study.fold",
                        model.line(study),
                        run.spec().fold(),
                        run.spec().folds())
                : texts.get(
                        "train.study.line",
                        model.line(study),
                        texts.get("train.study.seed", run.spec().seed()));
    }
}
