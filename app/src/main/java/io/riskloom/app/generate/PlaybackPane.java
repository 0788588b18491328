package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.FactLights;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A generator's training played back: a slider over the epochs, and what its paths looked like at each. */
final class PlaybackPane {

    private static final Duration FRAME = Duration.millis(180);

    private final PlaybackModel model;
    private final Texts texts;
    private final Node node;

    PlaybackPane(PlaybackModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label none = Cards.label(texts.bind("generate.playback.none"), "empty-text");
        none.setId("playback-none");
        none.setWrapText(true);
        Label alarm = Cards.label(model.alarm(), "bad-text");
        alarm.setId("playback-alarm");
        alarm.setWrapText(true);
        VBox played = new VBox(
                8,
                controls(),
                Panels.showWhen(alarm, model.alarm().isNotEmpty()),
                Cards.grow(
                        Cards.row(chart(model.fan(), "playback-fan"), chart(model.quantiles(), "playback-quantiles"))),
                Cards.grow(Cards.row(chart(model.memory(), "playback-memory"), course())),
                new FactLights(model.lights(), texts));
        played.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        node = new StackPane(
                Panels.showWhen(played, model.there()),
                Panels.showWhen(none, model.there().not()));
        clock();
        node.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.playing().set(false);
            }
        });
    }

    Node node() {
        return node;
    }

    /** Runs while the model plays. */
    private void clock() {
        Timeline clock = new Timeline(new KeyFrame(FRAME, event -> model.advance()));
        clock.setCycleCount(Animation.INDEFINITE);
        model.playing().subscribe(playing -> {
            if (playing) {
                clock.play();
            } else {
                clock.stop();
            }
        });
    }

    private HBox controls() {
        Button play = new Button();
        play.setId("playback-play");
        FontIcon icon = new FontIcon();
        icon.iconCodeProperty()
                .bind(Bindings.createObjectBinding(
                        () -> model.playing().get() ? Feather.PAUSE : Feather.PLAY, model.playing()));
        play.setGraphic(icon);
        play.textProperty().bind(switched("generate.playback.pause", "generate.playback.play"));
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setOnAction(event -> model.playOrPause());
        Button kept = new Button();
        kept.setId("playback-kept");
        kept.textProperty().bind(texts.bind("generate.playback.kept"));
        kept.setMinWidth(Region.USE_PREF_SIZE);
        kept.setOnAction(event -> model.showKept());
        Label words = Cards.label(model.words(), "caption");
        words.setId("playback-words");
        words.setMinWidth(300);
        HBox row = new HBox(12, play, Cards.grow(slider()), words, kept);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private ObservableValue<String> switched(String playing, String still) {
        return Bindings.createStringBinding(
                () -> texts.get(model.playing().get() ? playing : still), model.playing(), texts.locale());
    }

    private Slider slider() {
        Slider slider = new Slider(0, 1, 0);
        slider.setId("playback-slider");
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(model.words());
        model.frame().subscribe(frame -> {
            slider.setMax(Math.max(1, model.frames() - 1));
            slider.setValue(frame.intValue());
        });
        slider.valueProperty().addListener((value, before, now) -> {
            if (model.there().get()) {
                model.frame().set(Math.clamp(Math.round(now.doubleValue()), 0, model.frames() - 1));
            }
        });
        slider.setOnMousePressed(event -> model.playing().set(false));
        return slider;
    }

    /** Space plays and pauses, but presses the button that has the focus; the slider itself knows arrows, home and end. */
    private void typed(KeyEvent event) {
        boolean button = event.getTarget() instanceof ButtonBase;
        if (event.getCode() == KeyCode.SPACE && !button) {
            model.playOrPause();
            event.consume();
        }
    }

    private Region course() {
        Segments<PlaybackModel.Course> choice = new Segments<>(model.course());
        for (PlaybackModel.Course each : PlaybackModel.Course.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            choice.add(each, texts.bind("generate.playback.course." + name), "playback-course-" + name);
        }
        ChartView view = view(model.epochs(), "playback-epochs");
        HBox head = new HBox(choice, Panels.gap(), view.exportMenu());
        head.getStyleClass().add("card-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(head, Cards.grow(view));
        card.getStyleClass().addAll("card", "flush");
        card.setMinHeight(150);
        return card;
    }

    private Region chart(ReadOnlyObjectProperty<? extends ChartModel> shown, String id) {
        Region framed = view(shown, id).framed();
        framed.setMinHeight(150);
        return framed;
    }

    private ChartView view(ReadOnlyObjectProperty<? extends ChartModel> shown, String id) {
        ChartView view = new ChartView(texts);
        view.setId(id);
        shown.subscribe(view::setModel);
        return view;
    }
}
