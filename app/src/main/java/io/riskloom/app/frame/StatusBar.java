package io.riskloom.app.frame;

import io.riskloom.app.session.LiveRun;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Device, what is running with progress and cancel, memory, and that nothing is unsaved. */
public final class StatusBar extends HBox {

    private final Session session;
    private final Texts texts;
    private final Label device = new Label();
    private final Label work = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button stop = new Button();
    private final Label memory = new Label();

    public StatusBar(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        getStyleClass().add("status-bar");
        work.setId("status-work");
        device.setId("status-device");
        memory.setId("status-memory");
        stop.setId("status-stop");
        stop.textProperty().bind(texts.bind("common.cancel"));
        stop.setOnAction(e -> cancel());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label saved = new Label();
        saved.textProperty().bind(texts.bind("common.status.saved"));
        HBox task = new HBox(8, work, progress, stop);
        task.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(device, task, gap, memory, saved);

        InvalidationListener refresh = o -> refresh();
        texts.locale().addListener(refresh);
        texts.locale().addListener(o -> memory());
        session.tasks().items().addListener((ListChangeListener<Object>) change -> refresh());
        session.live().addListener((o, was, is) -> {
            watch(is);
            refresh();
        });
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), e -> memory()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        memory();
        refresh();
    }

    private void watch(LiveRun live) {
        if (live != null) {
            live.run().addListener(o -> refresh());
            live.progress().addListener(o -> refresh());
            live.stopping().addListener(o -> refresh());
        }
    }

    private void refresh() {
        int cores = Runtime.getRuntime().availableProcessors();
        device.setText(cores == 1 ? texts.get("common.status.oneThread") : texts.get("common.status.cpu", cores));
        boolean busy = true;
        if (session.training()) {
            LiveRun live = session.live().get();
            work.setText(words(live));
            progress.setProgress(live.progress().get());
            stop.setDisable(live.stopping().get());
        } else if (!session.tasks().items().isEmpty()) {
            var item = session.tasks().items().getLast();
            work.setText(texts.of(item.title().get()));
            progress.setProgress(item.progress().get());
            stop.setDisable(item.cancelled().get());
        } else {
            work.setText(texts.get("common.status.idle"));
            busy = false;
        }
        progress.setVisible(busy);
        stop.setVisible(busy);
    }

    private String words(LiveRun live) {
        Run run = live.run().get();
        if (live.stopping().get()) {
            return texts.get("common.stopping");
        }
        if (live.epochs().isEmpty() && live.progress().get() == 0) {
            return texts.get("common.status.starting", run.id());
        }
        int epochs = run.spec().epochs();
        int epoch = Math.min(live.epochs().size() + 1, epochs);
        double left = live.secondsLeft().get();
        return Double.isNaN(left)
                ? texts.get("common.status.training", run.id(), epoch, epochs)
                : texts.get("common.status.trainingLeft", run.id(), epoch, epochs, Formats.duration(left));
    }

    private void cancel() {
        if (session.training()) {
            session.live().get().cancel();
        } else if (!session.tasks().items().isEmpty()) {
            session.tasks().items().getLast().cancel();
        }
    }

    private void memory() {
        memory.setText(texts.get("common.status.memory", Memory.usedMb()));
    }
}
