package io.riskloom.app.session;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A session whose background work waits until the test lets it run, to look at what happens meanwhile. */
public final class HeldSession {

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Session session;

    public HeldSession(Path project) {
        session = new Session(
                new Tasks(waiting::add, Runnable::run), Project.open(project), new EngineHost((options, events) -> {
                    throw new IllegalStateException("no engine in this test");
                }));
    }

    public Session session() {
        return session;
    }

    /** Runs the work that was given first. */
    public void runOne() {
        waiting.remove().run();
    }

    /** Runs what waits and what other threads give meanwhile until the test sees what it waits for. */
    public void until(BooleanSupplier reached) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!reached.getAsBoolean()) {
            Runnable next = waiting.poll(20, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            } else if (System.nanoTime() > latest) {
                throw new AssertionError("not reached within 20 s");
            }
        }
    }

    /** Runs the work that waits and what it leads to. */
    public void runAll() {
        while (!waiting.isEmpty()) {
            runOne();
        }
    }
}
