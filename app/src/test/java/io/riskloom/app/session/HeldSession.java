package io.riskloom.app.session;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A session whose background work waits until the test lets it run, to look at what happens meanwhile. */
public final class HeldSession {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
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

    /** Runs the work that waits and what it leads to. */
    public void runAll() {
        while (!waiting.isEmpty()) {
            runOne();
        }
    }
}
