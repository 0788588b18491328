package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.EngineService;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LessonEngineTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final List<Boolean> alive = new ArrayList<>();
    private final EngineHost host = new EngineHost((options, events) -> engine());
    private final LessonEngine lesson = new LessonEngine(new Tasks(waiting::add, Runnable::run), host, later::add);

    private Engine engine() {
        int number = alive.size();
        alive.add(true);
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "alive" -> alive.get(number);
                        case "close" -> alive.set(number, false);
                        case "hashCode" -> number;
                        case "equals" -> proxy == args[0];
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private void ask(String name) {
        ask(name, engine -> CompletableFuture.completedFuture(name));
    }

    private void ask(String name, Function<EngineService, CompletableFuture<String>> question) {
        lesson.ask(question, heard::add, reason -> heard.add(name + " " + reason));
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void ofWhatIsAskedMeanwhileTheLastIsAnswered() {
        ask("first");
        assertTrue(lesson.busy().get());
        ask("second");
        ask("third");
        work();
        assertEquals(List.of("first", "third"), heard);
        assertFalse(lesson.busy().get());
        assertEquals(1, alive.size(), "one engine for all");
    }

    @Test
    void anAnswerMayAskOn() {
        lesson.ask(
                engine -> CompletableFuture.completedFuture("one"),
                answer -> {
                    heard.add(answer);
                    ask("two");
                },
                reason -> heard.add("failed"));
        work();
        assertEquals(List.of("one", "two"), heard);
    }

    @Test
    void aDeadEngineIsToldAndTheNextQuestionStartsAnother() {
        Notice died = Notice.of("service.childDied", 137, "–");
        ask("first", engine -> {
            alive.set(0, false);
            return CompletableFuture.failedFuture(new EngineFailure(died, null));
        });
        work();
        assertEquals(List.of("first " + died), heard);
        assertFalse(lesson.busy().get());
        ask("second");
        work();
        assertEquals("second", heard.getLast());
        assertEquals(List.of(false, true), alive);
    }

    @Test
    void whatWasAskedBeforeTheEndIsNotAnswered() {
        ask("first");
        ask("second");
        lesson.end();
        assertFalse(lesson.busy().get());
        work();
        assertEquals(List.of(), heard);
        ask("third");
        work();
        assertEquals(List.of("third"), heard);
        lesson.end();
        work();
        assertFalse(alive.getLast(), "the engine is closed in the background");
    }

    @Test
    void anEngineThatNobodyLooksAtEnds() {
        ask("first");
        work();
        lesson.rest(() -> heard.add("ended"));
        lesson.wake();
        later.remove().run();
        work();
        assertEquals(List.of(true), alive, "someone looked again");
        lesson.rest(() -> heard.add("ended"));
        later.remove().run();
        work();
        assertEquals(List.of(false), alive);
        assertEquals(List.of("first", "ended"), heard);
    }

    @Test
    void anAnswerThatCannotBeShownDoesNotHoldUpTheNext() {
        lesson.ask(
                engine -> CompletableFuture.completedFuture("one"),
                answer -> {
                    throw new IllegalStateException(answer);
                },
                reason -> heard.add("failed"));
        ask("two");
        work();
        assertEquals(List.of("two"), heard);
        assertFalse(lesson.busy().get());
    }

    @Test
    void closingTheHostEndsTheLessonsEngine() {
        ask("first");
        work();
        host.close();
        assertEquals(List.of(false), alive);
    }
}
