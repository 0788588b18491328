package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.junit.jupiter.api.Test;

class OpenAnswersTest {

    private final OpenAnswers answers = new OpenAnswers();
    private final EngineFailure death = new EngineFailure(Notice.of("service.childDied", 137, "–"), null);

    @Test
    void aBrokenPipeWaitsForTheReasonOfTheChildsEnd() {
        CompletableFuture<String> answer =
                answers.ask(() -> CompletableFuture.failedFuture(new JsonRpcException(new IOException("Broken pipe"))));
        assertFalse(answer.isDone());
        answers.end(death);
        assertEquals(death.notice(), Asked.refusal(answer));
    }

    @Test
    void aQuestionThatCannotBeWrittenFailsAtOnce() {
        CompletableFuture<String> answer = answers.ask(() -> {
            throw new IllegalStateException("no JSON for this");
        });
        assertEquals(
                Notice.of("service.unexpected", "no JSON for this", "IllegalStateException"), Asked.refusal(answer));
    }

    @Test
    void aQuestionAfterTheEndIsNotSent() {
        answers.end(death);
        CompletableFuture<String> answer = answers.ask(() -> {
            throw new AssertionError("sent to a dead child");
        });
        assertTrue(answer.isCompletedExceptionally());
        assertEquals(death.notice(), Asked.refusal(answer));
    }

    @Test
    void givingUpAnAnswerGivesUpTheQuestion() {
        CompletableFuture<String> sent = new CompletableFuture<>();
        answers.ask(() -> sent).cancel(true);
        assertTrue(sent.isCancelled());
    }
}
