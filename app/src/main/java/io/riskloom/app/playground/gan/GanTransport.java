package io.riskloom.app.playground.gan;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.IconButton;
import io.riskloom.app.control.Segments;
import io.riskloom.app.control.SliderField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaPhase;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Begin anew, play, one step, slow motion; who learns; how far it is; the speed of either. */
final class GanTransport extends HBox {

    /** Between two pictures at least: more than twenty a second nobody sees. */
    private static final double BEAT_MILLIS = 50;

    private static final int[] PACES = {1, 2, 5, 10, 20, 50};

    private final GanViewModel model;
    private final Texts texts;
    private final Timeline beats = new Timeline(new KeyFrame(Duration.millis(BEAT_MILLIS)));
    private final Timeline stages = new Timeline(new KeyFrame(Duration.seconds(1)));

    GanTransport(GanViewModel model, Texts texts) {
        super(4);
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "transport");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        timelines();
        Button begin = IconButton.of(texts, Feather.SKIP_BACK, "arena.begin", model::begin);
        Button play = IconButton.of(texts, Feather.PLAY, "arena.play", model::togglePlay);
        model.playing().subscribe(is -> ((FontIcon) play.getGraphic()).setIconCode(is ? Feather.PAUSE : Feather.PLAY));
        Button one = IconButton.of(texts, Feather.CHEVRON_RIGHT, "arena.one", model::advanceByHand);
        Label step = Cards.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                "arena.place",
                                model.frame().get() == null
                                        ? "–"
                                        : Formats.number(model.frame().get().step(), 0)),
                        model.frame(),
                        texts.locale()),
                "section-title");
        step.setId("arena-place");
        step.setMinWidth(USE_PREF_SIZE);
        HBox.setMargin(step, new Insets(0, 8, 0, 8));
        getChildren().addAll(begin, play, one, slow(), step, phases(), Panels.gap(), guide(), speed());
    }

    private void timelines() {
        beats.getKeyFrames().setAll(new KeyFrame(Duration.millis(BEAT_MILLIS), e -> model.beat()));
        stages.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), e -> model.beat()));
        beats.setCycleCount(Animation.INDEFINITE);
        stages.setCycleCount(Animation.INDEFINITE);
        model.slow().seconds().subscribe(is -> stages.setRate(1 / is.doubleValue()));
        Runnable run = () -> {
            boolean slow = model.slow().on().get();
            beats.stop();
            stages.stop();
            if (model.playing().get()) {
                (slow ? stages : beats).playFromStart();
            }
        };
        model.playing().subscribe(run);
        model.slow().on().subscribe(run);
    }

    private ToggleButton slow() {
        FontIcon icon = new FontIcon(Feather.WATCH);
        icon.setIconSize(16);
        ToggleButton toggle = new ToggleButton(null, icon);
        toggle.setId("arena-slow");
        toggle.getStyleClass().add("flat-icon");
        toggle.accessibleTextProperty().bind(texts.bind("arena.slow"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("arena.slow"));
        toggle.setTooltip(tip);
        toggle.selectedProperty().bindBidirectional(model.slow().on());
        return toggle;
    }

    private Segments<ArenaPhase> phases() {
        Segments<ArenaPhase> phases = new Segments<>(model.phase());
        phases.add(ArenaPhase.BOTH, texts.bind("arena.phase.both"), "arena-phase-both");
        phases.add(ArenaPhase.DISCRIMINATOR, texts.bind("arena.phase.discriminator"), "arena-phase-discriminator");
        phases.add(ArenaPhase.GENERATOR, texts.bind("arena.phase.generator"), "arena-phase-generator");
        phases.setMinWidth(USE_PREF_SIZE);
        return phases;
    }

    private ToggleButton guide() {
        ToggleButton toggle = new ToggleButton();
        toggle.setId("arena-guide");
        toggle.textProperty().bind(texts.bind("arena.guide"));
        toggle.setMinWidth(USE_PREF_SIZE);
        model.guide().open().subscribe(toggle::setSelected);
        toggle.setOnAction(e -> model.guide().toggle());
        HBox.setMargin(toggle, new Insets(0, 8, 0, 0));
        return toggle;
    }

    private Node speed() {
        Slider pace = SliderField.slider("arena-pace", texts.bind("arena.pace"), 0, PACES.length - 1, 1);
        pace.valueProperty().subscribe(is -> model.pace().set(PACES[(int) Math.round(is.doubleValue())]));
        pace.setValue(2);
        HBox fast = sliding(
                pace,
                Cards.label(
                        Bindings.createStringBinding(
                                () -> texts.get("arena.pace.value", model.pace().get()), model.pace(), texts.locale()),
                        "caption"));
        Slider seconds = SliderField.slider("arena-seconds", texts.bind("arena.seconds"), 0.5, 5, 0.5);
        seconds.setValue(model.slow().seconds().get());
        seconds.valueProperty().subscribe(is -> model.slow().seconds().set(is.doubleValue()));
        HBox slow = sliding(
                seconds,
                Cards.label(
                        Bindings.createStringBinding(
                                () -> texts.get(
                                        "arena.seconds.value",
                                        Formats.number(model.slow().seconds().get(), 1)),
                                model.slow().seconds(),
                                texts.locale()),
                        "caption"));
        Panels.showWhen(slow, model.slow().on());
        Panels.showWhen(fast, model.slow().on().not());
        return new HBox(fast, slow);
    }

    private static HBox sliding(Slider slider, Label words) {
        slider.setPrefWidth(80);
        slider.setMinWidth(80);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(slider.accessibleTextProperty());
        slider.setTooltip(tip);
        words.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(8, words, slider);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
