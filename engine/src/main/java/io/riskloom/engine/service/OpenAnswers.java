package io.riskloom.engine.service;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;

/**
 * The answers that a child still owes. Each completes once: with what the child said, or with the reason of its
 * end.
 */
final class OpenAnswers {

    private static final Logger LOG = Logger.getLogger(OpenAnswers.class.getName());

    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private volatile EngineFailure end;

    /**
     * @param question sends the question and gives the connection's own future, which nobody completes for a
     * dead child
     */
    <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        open.add(answer);
        EngineFailure ended = end;
        if (ended != null) {
            open.remove(answer);
            return CompletableFuture.failedFuture(ended);
        }
        CompletableFuture<T> sent;
        try {
            sent = question.get();
        } catch (RuntimeException e) {
            sent = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<T> asked = sent;
        asked.whenComplete((value, thrown) -> {
            if (thrown == null) {
                settle(answer, () -> answer.complete(value));
            } else if (brokenPipe(thrown)) {
                LOG.log(Level.FINE, "the child is ending; its exit completes the answer with the reason", thrown);
            } else {
                settle(answer, () -> answer.completeExceptionally(Wire.failure(thrown)));
            }
        });
        answer.whenComplete((value, thrown) -> {
            open.remove(answer);
            if (answer.isCancelled()) {
                asked.cancel(true);
            }
        });
        return answer;
    }

    /**
     * On a thread of its own, since whatever is chained to an answer may wait for another one, which the
     * connection's reader must be free to read.
     */
    private static void settle(CompletableFuture<?> answer, Runnable completion) {
        if (!answer.isDone()) {
            Thread.ofVirtual().name("riskloom-answer").start(completion);
        }
    }

    private static boolean brokenPipe(Throwable thrown) {
        return Wire.bare(thrown) instanceof JsonRpcException e && e.getCause() instanceof IOException;
    }

    /** Ends every open answer, and at once each later one, for that reason. */
    void end(EngineFailure reason) {
        end = reason;
        open.forEach(answer -> settle(answer, () -> answer.completeExceptionally(reason)));
    }

    boolean ended() {
        return end != null;
    }
}
