package io.riskloom.app.result;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes on with a run that stands still; takes no room where the run has ended well or still trains. */
public final class ResumeButton extends Button {

    private final Label reason;

    public ResumeButton(ResumeOffer offer, Texts texts, String id) {
        setId(id);
        setMinWidth(Region.USE_PREF_SIZE);
        setGraphic(new FontIcon(Feather.PLAY));
        textProperty().bind(texts.bind("common.resume"));
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        tip.textProperty().bind(texts.bind("common.resume.tip"));
        setTooltip(tip);
        getStyleClass().add(Styles.ACCENT);
        setOnAction(event -> offer.accept());
        disableProperty().bind(offer.possible().not());
        Panels.showWhen(this, offer.offered());
        reason = Cards.label(
                Bindings.createStringBinding(
                        () -> offer.reason().get().map(texts::of).orElse(""), offer.reason(), texts.locale()),
                "caption");
        reason.setId(id + "-reason");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        Panels.showWhen(reason, reason.textProperty().isNotEmpty());
    }

    /** Why it is disabled; hidden while it is not. */
    public Label reason() {
        return reason;
    }
}
