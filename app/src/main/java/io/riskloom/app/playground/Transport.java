package io.riskloom.app.playground;

import atlantafx.base.controls.ProgressSliderSkin;
import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** First, back, play, on, last; the place among all cells; the speed. */
final class Transport extends HBox {

    private static final double BEAT = 250;

    private final PlaygroundViewModel model;
    private final Slider scrub = new Slider();
    private final Timeline timeline;

    Transport(PlaygroundViewModel model, Texts texts) {
        super(4);
        this.model = model;
        timeline = new Timeline(new KeyFrame(Duration.millis(BEAT), e -> model.beat()));
        timeline.setCycleCount(Animation.INDEFINITE);
        getStyleClass().addAll("card", "transport");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        Button first = WorkHead.icon(texts, Feather.SKIP_BACK, "playground.first", () -> model.moveTo(0));
        Button back = WorkHead.icon(texts, Feather.CHEVRON_LEFT, "playground.back", () -> model.step(0, -1));
        Button play = WorkHead.icon(texts, Feather.PLAY, "playground.play", model::togglePlay);
        Button on = WorkHead.icon(texts, Feather.CHEVRON_RIGHT, "playground.on", () -> model.step(0, 1));
        Button last =
                WorkHead.icon(texts, Feather.SKIP_FORWARD, "playground.last", () -> model.moveTo(Integer.MAX_VALUE));
        model.playing().addListener((o, was, is) -> {
            ((FontIcon) play.getGraphic()).setIconCode(is ? Feather.PAUSE : Feather.PLAY);
            if (is) {
                timeline.playFromStart();
            } else {
                timeline.stop();
            }
        });
        HBox.setMargin(scrub, new Insets(0, 12, 0, 12));
        getChildren().addAll(first, back, play, on, last, scrubbing(texts), place(), speed(texts));
    }

    private Slider scrubbing(Texts texts) {
        scrub.setId("playground-scrub");
        scrub.getStyleClass().add("small");
        scrub.setSkin(new ProgressSliderSkin(scrub));
        scrub.accessibleTextProperty().bind(texts.bind("playground.scrub"));
        scrub.setMin(1);
        scrub.setBlockIncrement(1);
        HBox.setHgrow(scrub, Priority.ALWAYS);
        model.state().addListener((o, was, is) -> follow());
        model.cursor().addListener((o, was, is) -> follow());
        scrub.valueProperty().addListener((o, was, is) -> model.moveTo((int) Math.round(is.doubleValue()) - 1));
        follow();
        return scrub;
    }

    private void follow() {
        int cell = model.cursor().get();
        int cells = model.working().map(Working::cells).orElse(1);
        scrub.setDisable(cells < 2);
        scrub.setMax(Math.max(2, cells));
        if (Math.round(scrub.getValue()) != cell + 1) {
            scrub.setValue(cell + 1);
        }
    }

    private Label place() {
        Label place = Cards.label(
                Bindings.createStringBinding(
                        () -> model.working()
                                .map(w -> (model.cursor().get() + 1) + " / " + w.cells())
                                .orElse("–"),
                        model.state(),
                        model.cursor()),
                "muted");
        place.setId("playground-place");
        place.setMinWidth(64);
        place.setAlignment(Pos.CENTER_RIGHT);
        return place;
    }

    private HBox speed(Texts texts) {
        Slider speed = new Slider(50, 1000, BEAT);
        speed.setId("playground-speed");
        speed.getStyleClass().add("small");
        speed.setSkin(new ProgressSliderSkin(speed));
        speed.setPrefWidth(88);
        speed.setMinWidth(88);
        speed.setBlockIncrement(50);
        speed.accessibleTextProperty().bind(texts.bind("playground.speed"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("playground.speed"));
        speed.setTooltip(tip);
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> texts.get("playground.milliseconds", Math.round(speed.getValue() / 10) * 10),
                        speed.valueProperty(),
                        texts.locale()),
                "caption");
        words.setMinWidth(52);
        words.setAlignment(Pos.CENTER_RIGHT);
        speed.valueProperty().addListener((o, was, is) -> timeline.setRate(BEAT / is.doubleValue()));
        HBox box = new HBox(4, words, speed);
        box.setAlignment(Pos.CENTER);
        HBox.setMargin(box, new Insets(0, 0, 0, 16));
        return box;
    }
}
