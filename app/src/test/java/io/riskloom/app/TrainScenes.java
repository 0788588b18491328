package io.riskloom.app;

import io.riskloom.app.session.LiveRun.Steering;
import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;

/** States of the train page for the {@link Tour}, which trains a run for them. */
final class TrainScenes {

    private final Workbench bench;
    private final Session session;

    TrainScenes(Workbench bench) {
        this.bench = bench;
        this.session = bench.session();
    }

    /** By name, in the order in which they follow from each other. */
    Map<String, Runnable> all() {
        Map<String, Runnable> scenes = new LinkedHashMap<>();
        scenes.put("train", () -> session.page().set("train"));
        scenes.put("train-refused", () -> {
            choose("#train-model", "tcn");
            type("#train-window", "5");
            type("#train-kernel", "9");
        });
        scenes.put("train-notes", () -> {
            type("#train-window", "60");
            type("#train-kernel", "15");
            type("#train-batch", "4096");
        });
        scenes.put("train-inputs", () -> {
            press("#train-reset");
            ((CheckBox) find("#train-inputs-indicators")).setSelected(true);
            ((CheckBox) find("#train-inputs-calendar")).setSelected(true);
        });
        scenes.put("train-volatility", () -> {
            choose("#train-model", "lstm");
            choose("#train-target", "volatility");
        });
        scenes.put("train-bars", () -> {
            choose("#train-target", "path");
            choose("#train-model", "resnet50");
            choose("#train-encoding", "bars");
            type("#train-window", "20");
        });
        scenes.put("train-picture", () -> {
            choose("#train-task", "classify");
            choose("#train-directions", "three");
        });
        scenes.put("train-running", () -> {
            choose("#train-task", "forecast");
            choose("#train-model", "lstm");
            press("#train-reset");
            type("#train-units", "16");
            type("#train-epochs", "60");
            type("#train-patience", "60");
            press("#train-start");
        });
        scenes.put("train-paused", () -> {
            press("#train-curve-gradientNorm");
            press("#train-pause");
        });
        scenes.put("train-cancelled", () -> press("#train-stop"));
        scenes.put("train-lost", () -> session.watched().choose(failed("forecast-lstm-9999")));
        scenes.put("train-failed", () -> {
            session.watched().choose(session.runs().getFirst());
            session.live().get().run().set(failed(session.runs().getFirst().id()));
        });
        scenes.put("train-going-on", () -> {
            press("#train-curve-updateRatio");
            press("#train-resume");
        });
        scenes.put("train-kept", () -> press("#train-keep"));
        scenes.put("train-table", () -> press("#train-losses-table"));
        for (Run run : session.runs()) {
            String name = run.spec().task() + "-" + run.spec().model();
            scenes.put("train-replay-" + name, () -> {
                session.watched().show(run);
                press(run.spec().task().equals("generate") ? "#train-curve-wasserstein1" : "#train-losses-chart");
            });
        }
        scenes.put("runs", () -> session.page().set("runs"));
        return scenes;
    }

    /** What a scene waits for beside some frames. */
    Map<String, BooleanSupplier> waits() {
        return Map.of(
                "train-running",
                () -> session.live().get() != null
                        && session.live().get().epochs().size() > 5,
                "train-paused",
                () -> session.live().get().steering().get() == Steering.PAUSED,
                "train-cancelled",
                () -> outcome() instanceof Outcome.Cancelled,
                "train-going-on",
                () -> outcome() instanceof Outcome.Running
                        && session.live().get().epochs().size() > 9,
                "train-kept",
                () -> outcome() instanceof Outcome.Finished);
    }

    /** The run in progress as it would be had its process been killed. */
    private Run failed(String id) {
        Run run = session.live().get().run().get();
        return new Run(
                id,
                run.spec(),
                run.provenance(),
                run.started(),
                run.seconds(),
                session.live().get().epochs(),
                new Outcome.Failed(Notice.of("service.childDied", 137, "Killed")));
    }

    private Outcome outcome() {
        return session.live().get().run().get().outcome();
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, String value) {
        ((ComboBox<String>) find(id)).setValue(value);
    }

    private void type(String id, String text) {
        ((TextInputControl) find(id)).setText(text);
    }

    private void press(String id) {
        ((ButtonBase) find(id)).fire();
    }

    private Node find(String id) {
        Scene scene = bench.root().getScene();
        Node found = scene.lookup(id);
        if (found == null) {
            throw new IllegalStateException("no control " + id);
        }
        return found;
    }
}
