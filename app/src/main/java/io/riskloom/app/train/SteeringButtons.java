package io.riskloom.app.train;

import io.riskloom.app.session.LiveRun.Steering;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pause, stop and keep, stop. */
final class SteeringButtons extends VBox {

    private final LiveSteering steering;
    private final Texts texts;

    SteeringButtons(LiveSteering steering, Texts texts) {
        super(8);
        this.steering = steering;
        this.texts = texts;
        Button keep = button("train-keep", "train.keep.tip", Feather.CHECK_SQUARE);
        keep.textProperty().bind(words("train.keep", Steering.KEEPING, "train.keep.doing"));
        keep.setOnAction(event -> steering.keep());
        Button stop = button("train-stop", "train.stop.tip", Feather.SQUARE);
        stop.textProperty().bind(words("common.stop", Steering.STOPPING, "common.stopping"));
        stop.setOnAction(event -> steering.stop());
        BooleanBinding ending = Bindings.createBooleanBinding(steering::ending, steering.state());
        keep.disableProperty().bind(ending);
        stop.disableProperty().bind(steering.state().isEqualTo(Steering.STOPPING));
        Button pause = pause();
        pause.disableProperty().bind(ending);
        HBox gentle = new HBox(8, pause, keep);
        HBox.setHgrow(pause, Priority.ALWAYS);
        HBox.setHgrow(keep, Priority.ALWAYS);
        getChildren().addAll(gentle, stop);
    }

    private Button pause() {
        Button pause = button("train-pause", "train.pause.tip", Feather.PAUSE);
        pause.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(steering.paused() ? "train.goOn" : "train.pause"),
                        steering.state(),
                        texts.locale()));
        pause.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new FontIcon(steering.paused() ? Feather.PLAY : Feather.PAUSE), steering.state()));
        pause.setOnAction(event -> steering.pauseOrGoOn());
        return pause;
    }

    private ObservableValue<String> words(String key, Steering state, String doing) {
        return Bindings.createStringBinding(
                () -> texts.get(steering.state().get() == state ? doing : key), steering.state(), texts.locale());
    }

    private Button button(String id, String tip, Ikon icon) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        tooltip.textProperty().bind(texts.bind(tip));
        button.setTooltip(tooltip);
        return button;
    }
}
