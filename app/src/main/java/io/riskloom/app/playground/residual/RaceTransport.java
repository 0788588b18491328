package io.riskloom.app.playground.residual;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.IconButton;
import io.riskloom.app.control.SliderField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.RaceFrame;
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
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Begin anew, play, one step, ten steps; how far it is; steps a picture. */
final class RaceTransport extends HBox {

    /** Between two pictures at least: more than twenty a second nobody sees. */
    private static final double BEAT_MILLIS = 50;

    RaceTransport(ResidualViewModel model, Texts texts) {
        super(4);
        getStyleClass().addAll("card", "transport");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        Timeline beats = new Timeline(new KeyFrame(Duration.millis(BEAT_MILLIS), e -> model.beat()));
        beats.setCycleCount(Animation.INDEFINITE);
        Button begin = IconButton.of(texts, Feather.SKIP_BACK, "residual.begin", model::begin);
        Button play = IconButton.of(texts, Feather.PLAY, "residual.play", model::togglePlay);
        Button one = IconButton.of(texts, Feather.CHEVRON_RIGHT, "residual.step", () -> model.step(1));
        Button ten = IconButton.of(texts, Feather.FAST_FORWARD, "residual.steps", () -> model.step(10));
        model.playing().subscribe(is -> {
            ((FontIcon) play.getGraphic()).setIconCode(is ? Feather.PAUSE : Feather.PLAY);
            if (is) {
                beats.playFromStart();
            } else {
                beats.stop();
            }
        });
        Label step = Cards.label(
                Bindings.createStringBinding(() -> place(model, texts), model.frame(), texts.locale()),
                "section-title");
        step.setId("residual-place");
        step.setMinWidth(USE_PREF_SIZE);
        HBox.setMargin(step, new Insets(0, 0, 0, 12));
        Label pace = Cards.label(
                Bindings.createStringBinding(() -> pace(model, texts), model.frame(), model.busy(), texts.locale()),
                "caption");
        pace.setId("residual-pace");
        HBox.setMargin(pace, new Insets(0, 0, 0, 8));
        getChildren().addAll(begin, play, one, ten, step, pace, Panels.gap(), speed(model, texts));
    }

    private static String place(ResidualViewModel model, Texts texts) {
        RaceFrame frame = model.frame().get();
        return texts.get("residual.place", frame == null ? "–" : Formats.number(frame.step(), 0));
    }

    private static String pace(ResidualViewModel model, Texts texts) {
        RaceFrame frame = model.frame().get();
        if (frame == null) {
            return model.busy().get() ? texts.get("residual.building") : "";
        }
        return Double.isNaN(frame.milliseconds())
                ? ""
                : texts.get("residual.pace", Formats.number(frame.milliseconds(), 0));
    }

    private static HBox speed(ResidualViewModel model, Texts texts) {
        Slider slider = SliderField.slider("residual-speed", texts.bind("residual.speed"), 1, 20, 1);
        slider.setPrefWidth(96);
        slider.setMinWidth(96);
        slider.valueProperty().subscribe(is -> model.stepsPerFrame().set((int) Math.round(is.doubleValue())));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("residual.speed"));
        slider.setTooltip(tip);
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                "residual.speed.value", model.stepsPerFrame().get()),
                        model.stepsPerFrame(),
                        texts.locale()),
                "caption");
        words.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(8, words, slider);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
