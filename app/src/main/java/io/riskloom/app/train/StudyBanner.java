package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the study is doing or what it says, and going on with it where it stands still. */
final class StudyBanner extends HBox {

    StudyBanner(StudyModel model, Texts texts) {
        super(12);
        setId("study-banner");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        getStyleClass().addAll("card", "verdict");
        Label words = Cards.label(model.progress().map(StudyProgress::words).orElse(""), "verdict-text");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar();
        bar.setMinWidth(160);
        bar.progressProperty()
                .bind(model.progress().map(now -> (Number) now.share()).orElse(0));
        Button resume = new Button();
        resume.setId("study-resume");
        resume.setMinWidth(Region.USE_PREF_SIZE);
        resume.setGraphic(new FontIcon(Feather.PLAY));
        resume.textProperty().bind(texts.bind("common.resume"));
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        tip.textProperty().bind(texts.bind("train.study.resume.tip"));
        resume.setTooltip(tip);
        resume.getStyleClass().add(Styles.ACCENT);
        resume.disableProperty().bind(model.blocked());
        resume.setOnAction(event -> model.resume());
        getChildren()
                .addAll(
                        words,
                        Panels.showWhen(
                                bar,
                                model.progress()
                                        .map(now -> !now.figures().isEmpty())
                                        .orElse(false)),
                        Panels.showWhen(resume, model.resumable()));
        model.progress().subscribe(now -> {
            getStyleClass().removeAll("good", "neutral", "bad");
            if (now != null && now.figures().isEmpty()) {
                Cards.grade(this, now.grade());
            }
        });
    }
}
