package io.riskloom.app.result;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Sessions and runs made by hand, for tests of the pages of results. */
public final class ResultFixtures {

    private ResultFixtures() {}

    /** A session over an empty project whose tasks run at once and whose engine cannot be started. */
    public static Session session(Path folder) {
        return session(folder, request -> {
            throw new IllegalStateException("no engine in this test");
        });
    }

    /** As above, with an engine that can only draw paths. */
    public static Session session(Path folder, Function<Requests.GenerateRequest, PathSet> generate) {
        Engine engine = (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "alive" -> true;
                        case "close" -> null;
                        case "generate" -> answer(generate, (Requests.GenerateRequest) args[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
        return new Session(
                new Tasks(Runnable::run, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, events) -> engine));
    }

    private static CompletableFuture<PathSet> answer(
            Function<Requests.GenerateRequest, PathSet> generate, Requests.GenerateRequest request) {
        try {
            return CompletableFuture.completedFuture(generate.apply(request));
        } catch (EngineFailure e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The task's default spec on a file. */
    public static RunSpec spec(String task, Path file) {
        return Specs.defaults(task, file.toString());
    }

    /** A finished run; a later {@code minute} is a newer run. */
    public static Run run(String id, int minute, RunSpec spec, String sha256, Evaluation evaluation) {
        return new Run(
                id,
                spec,
                new Provenance(sha256, "cpu", 1, Map.of()),
                Instant.parse("2025-06-01T10:00:00Z").plusSeconds(60L * minute),
                12,
                List.of(),
                new Outcome.Finished(evaluation));
    }

    /** Puts a run into the session as the project would. */
    public static void add(Session session, Run run) {
        session.runs().addFirst(run);
        session.choose(run);
    }
}
