package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.Engine;
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

/** Giving up one of several questions to the engine. */
class QuestionTest {

    @TempDir
    Path folder;

    private final List<CompletableFuture<double[]>> open = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private int started;
    private int closed;
    private Session session;

    @BeforeEach
    void open() {
        session = new Session(
                new Tasks(Runnable::run, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, events) -> {
                    started++;
                    return engine();
                }));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "alive" -> true;
                    case "score" -> {
                        open.add(new CompletableFuture<>());
                        yield open.getLast();
                    }
                    case "close" -> {
                        closed++;
                        yield null;
                    }
                    default -> throw new AssertionError(method.getName());
                });
    }

    private TaskItem ask() {
        return session.ask(
                Notice.of("common.task.score", "x"),
                engine -> engine.score(new Requests.ScoreRequest(null, "x")),
                answer -> told.add(answer[0]),
                reason -> told.add(reason.key()));
    }

    @Test
    void theOthersKeepTheirTurnAtTheSameEngine() {
        TaskItem first = ask();
        ask();
        first.cancel();
        assertTrue(open.get(0).isCancelled(), "the engine hears of it and stops before its next step");
        assertFalse(open.get(1).isDone());
        assertEquals(0, closed);
        open.get(1).complete(new double[] {7});
        assertEquals(List.of("common.cancelled", 7.0), told);
        assertEquals(1, started);
    }

    @Test
    void theEngineOfTheOnlyQuestionIsEndedWithIt() {
        ask().cancel();
        assertTrue(open.getFirst().isCancelled());
        assertEquals(1, closed);
        ask();
        assertEquals(2, started);
        open.get(1).complete(new double[] {8});
        assertEquals(List.of("common.cancelled", 8.0), told);
    }

    @Test
    void anAnswerThatIsThereIsNotGivenUp() {
        TaskItem item = ask();
        open.getFirst().complete(new double[] {9});
        item.cancel();
        assertEquals(0, closed);
        assertEquals(List.of(9.0), told);
    }

    @Test
    void whatAnEngineCannotBeAskedIsAFailureLikeAnother() {
        session.ask(
                Notice.of("common.task.score", "x"),
                engine -> {
                    throw new IllegalArgumentException("too long");
                },
                answer -> told.add(answer),
                reason -> told.add(reason.args().getFirst()));
        assertEquals(List.of("too long"), told);
    }
}
