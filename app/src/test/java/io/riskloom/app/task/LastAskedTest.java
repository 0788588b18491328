package io.riskloom.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastAskedTest {

    private final List<Runnable> background = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final LastAsked<Integer, Integer> square = new LastAsked<Integer, Integer>(
                    new Tasks(background::add, Runnable::run), LastAskedTest::square)
            .telling(problem -> told.add(problem.key()));

    private static int square(int x) throws NoticeException {
        if (x < 0) {
            throw new NoticeException(Notice.of("common.error.io", "x"), null);
        }
        return x * x;
    }

    private void work() {
        List<Runnable> now = List.copyOf(background);
        background.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void theLastQuestionWaitsAndThoseBetweenAreSkipped() {
        square.ask(2);
        square.ask(3);
        square.ask(4);
        assertFalse(square.settled().get());
        work();
        assertNull(square.latest().get().answer());
        work();
        assertEquals(16, square.latest().get().answer());
        assertTrue(square.settled().get());
        assertEquals(0, background.size());
    }

    @Test
    void aFailureIsToldAndTheNextQuestionAnswered() {
        square.ask(-1);
        work();
        assertEquals(List.of("common.error.io"), told);
        assertNull(square.latest().get().answer());
        square.ask(5);
        work();
        assertEquals(25, square.latest().get().answer());
        assertEquals(List.of("common.error.io"), told);
    }

    @Test
    void whatWasClearedIsNotAnswered() {
        square.ask(-1);
        square.clear();
        work();
        assertEquals(List.of(), told);
        assertNull(square.latest().get().question());
    }
}
