package io.riskloom.app.generate;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An engine that judges and writes when a test lets it; long work is started by {@link #work}. */
final class AskedEngine {

    final List<Requests.ProtocolRequest> protocols = new ArrayList<>();
    final List<Requests.PathFileRequest> files = new ArrayList<>();
    final CompletableFuture<ProtocolScores> scores = new CompletableFuture<>();
    final CompletableFuture<PathFileReport> report = new CompletableFuture<>();
    EngineEvents events = EngineEvents.SILENT;
    boolean stopped;
    private final List<Runnable> work = new ArrayList<>();

    Session session(Path folder) {
        return new Session(
                new Tasks(work::add, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, listener) -> {
                    events = listener;
                    return (Engine) Proxy.newProxyInstance(
                            Engine.class.getClassLoader(),
                            new Class<?>[] {Engine.class},
                            (proxy, method, args) -> answer(method.getName(), args));
                }));
    }

    /** Does what waits for the background. */
    void work() {
        List<Runnable> now = List.copyOf(work);
        work.clear();
        now.forEach(Runnable::run);
    }

    private Object answer(String method, Object[] args) {
        return switch (method) {
            case "alive" -> true;
            case "close" -> null;
            case "protocol" -> {
                protocols.add((Requests.ProtocolRequest) args[0]);
                events.judged(new EngineEvents.Judged("predictive", 0.4));
                yield scores;
            }
            case "writePaths" -> {
                files.add((Requests.PathFileRequest) args[0]);
                events.written(new EngineEvents.Written(256, 0.25));
                yield report;
            }
            case "stopWriting" -> {
                stopped = true;
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }
}
