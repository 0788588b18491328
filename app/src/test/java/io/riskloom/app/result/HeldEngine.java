package io.riskloom.app.result;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.DeviceInfo;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.TrainRequest;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An engine whose training goes on exactly as the test says. */
public final class HeldEngine {

    private EngineEvents events;
    private CompletableFuture<Outcome> outcome;
    private RunSpec spec;
    private boolean cancelled;
    private final List<String> asked = new ArrayList<>();

    public Session session(Path folder) {
        return new Session(
                new Tasks(Runnable::run, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, listener) -> engine(listener)));
    }

    private Engine engine(EngineEvents listener) {
        events = listener;
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "alive":
                            return true;
                        case "close":
                            return null;
                        case "cancel":
                            cancelled = true;
                            return null;
                        case "pause", "goOn", "keep":
                            asked.add(method.getName());
                            return null;
                        case "device":
                            return CompletableFuture.completedFuture(
                                    new DeviceInfo("cpu", 2, 1, "PyTorch 2.7.1", 0, 300));
                        case "train":
                            spec = ((TrainRequest) args[0]).spec();
                            outcome = new CompletableFuture<>();
                            return outcome;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    /** The specification last sent for training. */
    public RunSpec spec() {
        return spec;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** What was asked of the run beside an end: {@code pause}, {@code goOn}, {@code keep}. */
    public List<String> asked() {
        return asked;
    }

    public void progress(int epoch, double share, double samplesPerSecond) {
        events.progress(new EngineEvents.Progress(epoch, share, (int) Math.round(100 * share), 100, samplesPerSecond));
    }

    /** The loop has halted, or goes on. */
    public void paused(boolean waits) {
        events.paused(new EngineEvents.Pause(waits, 1, 1, 100));
    }

    /** The model is being trained anew, or no longer. */
    public void refit(int epochs, boolean over) {
        events.refit(new EngineEvents.Refit(epochs, over));
    }

    public void epoch(int epoch, double trainLoss, double validLoss) {
        epoch(epoch, trainLoss, validLoss, Map.of());
    }

    public void epoch(int epoch, double trainLoss, double validLoss, Map<String, Double> values) {
        events.epoch(new EpochReport(epoch, spec.epochs(), trainLoss, validLoss, values, 2));
    }

    public void finish() {
        outcome.complete(new Outcome.Finished(new Evaluation(
                Map.of("relMae", 1.01),
                Map.of(),
                List.of(),
                Notice.of("train.again"),
                0,
                List.of(),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]))));
    }

    public void cancel() {
        outcome.complete(new Outcome.Cancelled());
    }

    /** Ends what still runs, so that the session can close without waiting for it. */
    public void end() {
        if (outcome != null) {
            cancel();
        }
    }

    public void fail(Notice reason) {
        outcome.complete(new Outcome.Failed(reason));
    }
}
