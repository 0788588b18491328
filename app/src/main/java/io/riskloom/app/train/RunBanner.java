package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.result.ResumeButton;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the run is doing or how it ended, with what can be done then. */
final class RunBanner extends HBox {

    private final FollowedRun run;

    RunBanner(TrainViewModel model, Texts texts) {
        super(12);
        this.run = model.run();
        setId("train-banner");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        getStyleClass().addAll("card", "verdict");
        Label words = Cards.label(run.progress().map(Progress::words).orElse(""), "verdict-text");
        words.setWrapText(true);
        ResumeButton resume = new ResumeButton(model.resume(), texts, "train-resume");
        VBox sentence = new VBox(4, words, resume.reason());
        sentence.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar();
        bar.setMinWidth(160);
        bar.progressProperty().bind(run.progress().map(p -> (Number) p.share()).orElse(0));
        Button offer = new Button();
        offer.setId("train-offer");
        offer.setMinWidth(Region.USE_PREF_SIZE);
        offer.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> run.offer().map(texts::get).orElse(""), run.progress(), texts.locale()));
        offer.disableProperty().bind(run.blocked());
        offer.setOnAction(event -> run.accept());
        getChildren()
                .addAll(
                        sentence,
                        Panels.showWhen(bar, run.training()),
                        Panels.showWhen(offer, offer.textProperty().isNotEmpty()),
                        resume);
        run.progress().subscribe(progress -> grade(progress, offer));
    }

    private void grade(Progress progress, Button offer) {
        getStyleClass().removeAll("good", "neutral", "bad");
        offer.getStyleClass().remove(Styles.ACCENT);
        if (progress != null && !run.training().get()) {
            Cards.grade(this, progress.grade());
            if (run.offer().filter(key -> key.startsWith("train.show.")).isPresent()) {
                offer.getStyleClass().add(Styles.ACCENT);
            }
        }
    }
}
