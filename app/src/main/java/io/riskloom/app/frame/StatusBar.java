package io.riskloom.app.frame;

import io.riskloom.app.session.LiveRun;
import io.riskloom.app.session.LiveRun.Steering;
import io.riskloom.app.session.LiveStudy;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Device, what is running with progress and cancel, memory, and whether all is saved. */
public final class StatusBar extends HBox {

    private final Session session;
    private final Texts texts;
    private final Label device = new Label();
    private final Label work = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button stop = new Button();
    private final TaskMenu others;
    private final Label memory = new Label();
    private final InvalidationListener changed = o -> refresh();
    private long usedMb;

    public StatusBar(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.others = new TaskMenu(session, texts);
        getStyleClass().add("status-bar");
        work.setId("status-work");
        device.setId("status-device");
        memory.setId("status-memory");
        stop.setId("status-stop");
        stop.setOnAction(e -> cancel());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label saved = new Label();
        saved.setId("status-saved");
        saved.textProperty()
                .bind(Bindings.when(session.saved())
                        .then(texts.bind("common.status.saved"))
                        .otherwise(texts.bind("common.status.unsaved")));
        HBox task = new HBox(8, work, progress, stop, others);
        task.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(device, task, gap, memory, saved);

        texts.locale().addListener(changed);
        session.tasks().items().addListener((ListChangeListener<TaskItem>) this::tasksChanged);
        session.live().addListener((o, was, is) -> {
            watch(was, false);
            watch(is, true);
            refresh();
        });
        session.studies().live().addListener((o, was, is) -> {
            if (was != null) {
                was.changes().removeListener(changed);
            }
            is.changes().addListener(changed);
            refresh();
        });
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), e -> measure()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        measure();
        refresh();
    }

    private void tasksChanged(ListChangeListener.Change<? extends TaskItem> change) {
        while (change.next()) {
            for (TaskItem item : change.getAddedSubList()) {
                item.progress().addListener(changed);
                item.title().addListener(changed);
                item.cancelled().addListener(changed);
            }
        }
        refresh();
    }

    private void watch(LiveRun live, boolean watched) {
        if (live == null) {
            return;
        }
        if (watched) {
            live.run().addListener(changed);
            live.progress().addListener(changed);
            live.steering().addListener(changed);
        } else {
            live.run().removeListener(changed);
            live.progress().removeListener(changed);
            live.steering().removeListener(changed);
        }
    }

    private void refresh() {
        device.setText(deviceWords());
        memory.setText(texts.get("common.status.memory", usedMb));
        boolean busy = true;
        if (session.training()) {
            LiveRun live = session.live().get();
            work.setText(words(live));
            progress.setProgress(live.progress().get());
            stop.setDisable(live.stopping().get());
        } else if (session.studies().running()) {
            LiveStudy study = session.studies().live().get();
            work.setText(
                    study.state() == LiveStudy.State.STOPPING
                            ? texts.get("common.stopping")
                            : texts.get(
                                    "common.status.study",
                                    study.study().id(),
                                    study.finished(),
                                    study.members().size()));
            progress.setProgress(study.done());
            stop.setDisable(study.state() == LiveStudy.State.STOPPING);
        } else if (!session.tasks().items().isEmpty()) {
            TaskItem item = session.tasks().items().getLast();
            work.setText(texts.of(item.title().get()));
            progress.setProgress(item.progress().get());
            stop.setDisable(item.cancelled().get());
        } else {
            work.setText(texts.get("common.status.idle"));
            busy = false;
        }
        stop.setText(texts.get(session.training() || session.studies().running() ? "common.stop" : "common.cancel"));
        progress.setVisible(busy);
        stop.setVisible(busy);
    }

    /** The device and threads of the run in progress; else what the machine has. */
    private String deviceWords() {
        int threads = Runtime.getRuntime().availableProcessors();
        if (session.training()) {
            Provenance where = session.live().get().run().get().provenance();
            if (!where.device().equals("cpu")) {
                return texts.get("common.status.gpu", where.device());
            }
            threads = where.threads();
        }
        return threads == 1 ? texts.get("common.status.oneThread") : texts.get("common.status.cpu", threads);
    }

    private String words(LiveRun live) {
        Run run = live.run().get();
        if (live.stopping().get()) {
            return texts.get("common.stopping");
        }
        int epochs = run.spec().epochs();
        int epoch = Math.min(live.epochs().size() + 1, epochs);
        if (live.steering().get() == Steering.PAUSED) {
            return texts.get("common.status.paused", run.id(), epoch, epochs);
        }
        if (live.epochs().isEmpty() && live.progress().get() == 0) {
            return texts.get("common.task.start", run.id());
        }
        double left = live.secondsLeft().get();
        return Double.isNaN(left)
                ? texts.get("common.status.training", run.id(), epoch, epochs)
                : texts.get("common.status.trainingLeft", run.id(), epoch, epochs, Formats.duration(left));
    }

    private void cancel() {
        if (session.training()) {
            session.live().get().cancel();
        } else if (session.studies().running()) {
            session.studies().live().get().cancel();
        } else if (!session.tasks().items().isEmpty()) {
            session.tasks().items().getLast().cancel();
        }
    }

    private void measure() {
        session.tasks().background(() -> {
            long used = Memory.usedMb();
            session.tasks().ui(() -> {
                usedMb = used;
                memory.setText(texts.get("common.status.memory", usedMb));
            });
        });
    }
}
