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
import javafx.scene.control.ToggleButton;
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
        timeline = new Timeline(
                new KeyFrame(Duration.millis(BEAT), e -> model.stepping().beat()));
        timeline.setCycleCount(Animation.INDEFINITE);
        getStyleClass().addAll("card", "transport");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        Button first = WorkHead.icon(texts, Feather.SKIP_BACK, "playground.first", () -> model.stepping()
                .moveTo(0));
        Button back = WorkHead.icon(texts, Feather.CHEVRON_LEFT, "playground.back", () -> model.stepping()
                .go(-1));
        Button play = WorkHead.icon(texts, Feather.PLAY, "playground.play", model.stepping()::togglePlay);
        Button on = WorkHead.icon(texts, Feather.CHEVRON_RIGHT, "playground.on", () -> model.stepping()
                .go(1));
        Button last = WorkHead.icon(texts, Feather.SKIP_FORWARD, "playground.last", () -> model.stepping()
                .moveTo(Integer.MAX_VALUE));
        model.stepping().playing().addListener((o, was, is) -> {
            ((FontIcon) play.getGraphic()).setIconCode(is ? Feather.PAUSE : Feather.PLAY);
            if (is) {
                timeline.playFromStart();
            } else {
                timeline.stop();
            }
        });
        HBox.setMargin(scrub, new Insets(0, 12, 0, 12));
        getChildren().addAll(first, back, play, on, last, terms(texts), scrubbing(texts), place(texts), speed(texts));
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
        model.stepping().cursor().addListener((o, was, is) -> follow());
        scrub.valueProperty().addListener((o, was, is) -> follows((int) Math.round(is.doubleValue()) - 1));
        follow();
        return scrub;
    }

    private void follow() {
        int cell = model.stepping().cursor().get();
        int cells = model.working().map(Working::cells).orElse(1);
        scrub.setDisable(cells < 2);
        scrub.setMax(Math.max(2, cells));
        if (Math.round(scrub.getValue()) != cell + 1) {
            scrub.setValue(cell + 1);
        }
    }

    /** The scrub bar follows the cursor; only a hand moves it elsewhere. */
    private void follows(int cell) {
        if (model.stepping().cursor().get() != cell) {
            model.stepping().moveTo(cell);
        }
    }

    private ToggleButton terms(Texts texts) {
        FontIcon icon = new FontIcon(Feather.LIST);
        icon.setIconSize(16);
        ToggleButton toggle = new ToggleButton(null, icon);
        toggle.setId("playground-terms");
        toggle.getStyleClass().add("flat-icon");
        toggle.accessibleTextProperty().bind(texts.bind("playground.terms"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("playground.terms"));
        toggle.setTooltip(tip);
        toggle.selectedProperty().bindBidirectional(model.stepping().byTerms());
        return toggle;
    }

    private Label place(Texts texts) {
        Label place = Cards.label(
                Bindings.createStringBinding(
                        () -> model.working().map(w -> place(texts, w)).orElse("–"),
                        model.state(),
                        model.stepping().cursor(),
                        model.stepping().term(),
                        texts.locale()),
                "muted");
        place.setId("playground-place");
        place.setMinWidth(USE_PREF_SIZE);
        place.setAlignment(Pos.CENTER_RIGHT);
        return place;
    }

    private String place(Texts texts, Working w) {
        String cell = (model.stepping().cursor().get() + 1) + " / " + w.cells();
        int terms = model.explanation().orElseThrow().terms().size();
        return w.end().isPresent()
                ? cell
                : model.stepping()
                        .termShown()
                        .map(t -> texts.get("playground.place.term", cell, t + 1, terms))
                        .orElse(cell);
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
