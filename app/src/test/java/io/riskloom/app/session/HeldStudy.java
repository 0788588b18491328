package io.riskloom.app.session;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Engines whose trainings go on exactly as the test says, one a run of a study. What the study's threads tell waits until the
 * test's thread takes it, as it waits for the JavaFX thread in the window.
 */
public final class HeldStudy {

    private static final int PATIENCE = 20;

    private final Thread own = Thread.currentThread();
    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final Map<Integer, Member> members = new ConcurrentHashMap<>();

    private record Member(RunSpec spec, EngineEvents events, CompletableFuture<Outcome> outcome) {}

    public Session session(Path folder) {
        return new Session(
                new Tasks(Runnable::run, this::tell),
                Project.open(folder.resolve("project")),
                new EngineHost((options, listener) -> engine(listener)));
    }

    /** What the test's own thread tells comes at once, as on the JavaFX thread. */
    private void tell(Runnable change) {
        if (Thread.currentThread() == own) {
            change.run();
        } else {
            told.add(change);
        }
    }

    private Engine engine(EngineEvents listener) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "alive" -> true;
                    case "close" -> null;
                    case "cancel" -> {
                        members.values().removeIf(member -> member.outcome() == outcome);
                        outcome.complete(new Outcome.Cancelled());
                        yield null;
                    }
                    case "device" ->
                        CompletableFuture.completedFuture(new DeviceInfo("cpu", 2, 1, "PyTorch 2.7.1", 0, 300));
                    case "train" -> {
                        RunSpec spec = ((TrainRequest) args[0]).spec();
                        members.put(spec.fold(), new Member(spec, listener, outcome));
                        yield outcome;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Takes what was told until the test sees what it waits for, in the session or at the engines. */
    public void until(BooleanSupplier reached) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!reached.getAsBoolean()) {
            Runnable next = told.poll(20, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            } else if (System.nanoTime() > latest) {
                throw new AssertionError("not reached within " + PATIENCE + " s");
            }
        }
    }

    /** Whether the run of a fold has been sent to its engine. */
    public boolean trains(int fold) {
        return members.containsKey(fold);
    }

    /** The specification sent for a fold. */
    public RunSpec spec(int fold) {
        return members.get(fold).spec();
    }

    public void epoch(int fold, int epoch) {
        Member member = members.get(fold);
        member.events().epoch(new EpochReport(epoch, member.spec().epochs(), 0.7, 0.6, Map.of(), 2));
    }

    /** Ends the run of a fold with an AUC beside a logistic regression's. */
    public void finish(int fold, double auc, double logistic) {
        members.remove(fold).outcome().complete(finished(auc, logistic));
    }

    public static Outcome finished(double auc, double logistic) {
        return new Outcome.Finished(new Evaluation(
                Map.of("auc", auc),
                Map.of(),
                List.of(new ChallengerScore("logistic", Map.of("auc", logistic))),
                Notice.of("train.again"),
                0,
                List.of(),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0])));
    }

    public void fail(int fold, Notice reason) {
        members.remove(fold).outcome().complete(new Outcome.Failed(reason));
    }

    /** Stops what still trains, so that the session can close without waiting for it. */
    public void end() {
        members.values().forEach(member -> member.outcome().complete(new Outcome.Cancelled()));
    }
}
