package io.riskloom.app.train;

import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stops the study in progress. */
final class StudyStop extends Button {

    StudyStop(StudyModel model, Texts texts) {
        setId("study-stop");
        setMaxWidth(Double.MAX_VALUE);
        setGraphic(new FontIcon(Feather.SQUARE));
        textProperty()
                .bind(Bindings.when(model.stopping())
                        .then(texts.bind("common.stopping"))
                        .otherwise(texts.bind("common.stop")));
        disableProperty().bind(model.stopping());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("train.study.stop.tip"));
        setTooltip(tip);
        setOnAction(event -> model.stop());
    }
}
