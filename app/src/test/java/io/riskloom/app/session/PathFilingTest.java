package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths written into a file by an engine of its own. */
class PathFilingTest {

    @TempDir
    Path folder;

    private final List<Runnable> background = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private final CompletableFuture<PathFileReport> report = new CompletableFuture<>();
    private Runnable whileWriting = () -> {};
    private Session session;
    private TaskItem item;

    @BeforeEach
    void open() {
        session = new Session(
                new Tasks(background::add, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, events) -> engine(events)));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Engine engine(EngineEvents events) {
        calls.add("start");
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    calls.add(method.getName());
                    return switch (method.getName()) {
                        case "writePaths" -> {
                            events.written(new EngineEvents.Written(250, 0.25));
                            events.written(new EngineEvents.Written(1000, 1));
                            whileWriting.run();
                            yield report;
                        }
                        case "stopWriting" -> {
                            report.complete(new PathFileReport(0, 0, 0, 1, false));
                            yield null;
                        }
                        case "close" -> null;
                        default -> throw new AssertionError(method.getName());
                    };
                });
    }

    private void write() {
        Requests.ModelRef model = new Requests.ModelRef(Specs.defaults("generate", "a.csv"), "runs/r1");
        item = session.writePaths(
                new Requests.PathFileRequest(
                        model, folder.resolve("paths.csv").toString(), 1000, 5, 1, PathRequest.Start.TODAY),
                written -> shares.add(written.share()),
                done -> told.add(done),
                reason -> told.add(reason.key()));
    }

    private void work() {
        List.copyOf(background).forEach(Runnable::run);
    }

    @Test
    void itsProgressIsToldAndItsEngineEnded() {
        PathFileReport whole = new PathFileReport(1000, 5000, 90_000, 2, true);
        report.complete(whole);
        write();
        assertEquals("paths.csv", item.title().get().args().getFirst().toString());
        work();
        assertEquals(List.of(0.25, 1.0), shares);
        assertEquals(List.of(whole), told);
        assertEquals(List.of("start", "writePaths", "close"), calls);
    }

    @Test
    void whoStopsItHearsThatThereIsNoFile() {
        whileWriting = () -> item.cancel();
        write();
        work();
        assertEquals(List.of("start", "writePaths", "stopWriting", "close"), calls);
        assertFalse(((PathFileReport) told.getFirst()).complete());
        assertEquals(1, told.size());
    }

    @Test
    void itIsStoppedAlsoWhereThatWasAskedBeforeItsEngineRan() {
        write();
        item.cancel();
        work();
        assertEquals(List.of("start", "writePaths", "stopWriting", "close"), calls);
        assertFalse(((PathFileReport) told.getFirst()).complete());
    }

    @Test
    void aRefusalIsToldAndTheEngineEnded() {
        report.completeExceptionally(new EngineFailure(Notice.of("common.error.noFile", "weights"), null));
        write();
        work();
        assertEquals(List.of("common.error.noFile"), told);
        assertEquals("close", calls.getLast());
    }
}
