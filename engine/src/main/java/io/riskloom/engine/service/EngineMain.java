package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/**
 * The child: serves a {@link LocalEngine} over standard input and output. Whatever else writes to standard output
 * goes to standard error instead, so that it cannot spoil the protocol. When the input ends, the parent has closed
 * or is gone: the run in progress stops before its next step and saves, then the process ends.
 */
public final class EngineMain {

    private static final Logger LOG = Logger.getLogger(EngineMain.class.getName());

    private EngineMain() {}

    public static void main(String[] args) {
        serve(LocalEngine::new);
    }

    /**
     * Returns to nobody: ends the process once the input has ended and the step in progress, if any, is done.
     *
     * @param engine made with the events that go to the parent
     */
    static void serve(Function<EngineEvents, LocalEngine> engine) {
        InputStream in = System.in;
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        ExecutorService reader = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "riskloom-wire");
            thread.setDaemon(true);
            return thread;
        });
        CompletableFuture<EngineEvents> parent = new CompletableFuture<>();
        try (LocalEngine local = engine.apply(new Relay(parent))) {
            // A polite signal (end of session, Ctrl-C in a terminal) must not end the process in the middle of a step
            // either.
            Runtime.getRuntime().addShutdownHook(new Thread(local::close, "riskloom-end"));
            Launcher<EngineEvents> launcher = new Launcher.Builder<EngineEvents>()
                    .setLocalService(local)
                    .setRemoteInterface(EngineEvents.class)
                    .setInput(in)
                    .setOutput(out)
                    .setExecutorService(reader)
                    .setExceptionHandler(Wire::error)
                    .configureGson(Wire::configure)
                    .create();
            parent.complete(launcher.getRemoteProxy());
            launcher.startListening().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException e) {
            LOG.log(Level.SEVERE, "the connection to the parent broke", e);
        }
        System.exit(0);
    }

    /** Hands events to the parent, whose proxy exists only after the engine. */
    private record Relay(CompletableFuture<EngineEvents> parent) implements EngineEvents {
        @Override
        public void epoch(EpochReport report) {
            parent.join().epoch(report);
        }

        @Override
        public void progress(Progress progress) {
            parent.join().progress(progress);
        }

        @Override
        public void log(LogLine line) {
            parent.join().log(line);
        }

        @Override
        public void scored(Scored scored) {
            parent.join().scored(scored);
        }

        @Override
        public void written(Written written) {
            parent.join().written(written);
        }

        @Override
        public void judged(Judged judged) {
            parent.join().judged(judged);
        }

        @Override
        public void paused(Pause pause) {
            parent.join().paused(pause);
        }

        @Override
        public void refit(Refit refit) {
            parent.join().refit(refit);
        }
    }
}
