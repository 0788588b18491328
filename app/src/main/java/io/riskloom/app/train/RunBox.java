package io.riskloom.app.train;

import io.riskloom.app.result.Panels;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ComboBox;

/** Chooses among all runs of the project which one is shown. */
final class RunBox extends ComboBox<Run> {

    private final FollowedRun run;
    private boolean filling;

    RunBox(FollowedRun run, Texts texts) {
        this.run = run;
        setId("train-run");
        setPrefWidth(376);
        accessibleTextProperty().bind(texts.bind("common.run"));
        Panels.words(
                this,
                texts,
                each -> RunWords.line(texts, each) + " · "
                        + texts.get("common.outcome." + each.outcome().word()));
        run.run().subscribe(shown -> fill());
        run.all().addListener((InvalidationListener) changed -> fill());
        valueProperty().subscribe((before, now) -> {
            if (now != null && !filling) {
                run.choose(now);
            }
        });
    }

    /** A list that changes moves the choice to a neighbour; that is nobody's wish. */
    private void fill() {
        filling = true;
        getItems().setAll(run.all());
        run.all().stream().filter(this::isShown).findFirst().ifPresent(this::setValue);
        filling = false;
    }

    private boolean isShown(Run other) {
        return run.run().get() != null && other.id().equals(run.run().get().id());
    }
}
