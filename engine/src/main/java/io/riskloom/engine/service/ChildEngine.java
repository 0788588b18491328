package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathSet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/**
 * The engine in a child process. Whatever happens there, this process lives on: a child that dies ends every open request
 * with {@code service.childDied} (exit code, last line of its log), and later ones at once. Thread-safe.
 */
public final class ChildEngine implements Engine {

    private static final Logger LOG = Logger.getLogger(ChildEngine.class.getName());

    /** How long a child may take to finish its step and save when it is asked to end. */
    private static final int GRACE_SECONDS = 20;

    private final Process process;
    private final ErrorTail errors;
    private final EngineService remote;
    private final ExecutorService reader;
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile EngineFailure death;

    private ChildEngine(Process process, EngineEvents events) {
        this.process = process;
        this.errors = new ErrorTail(
                process.getErrorStream(), line -> events.log(new EngineEvents.LogLine("info", line)));
        this.reader = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "riskloom-child-" + process.pid());
            thread.setDaemon(true);
            return thread;
        });
        Launcher<EngineService> launcher = new Launcher.Builder<EngineService>()
                .setLocalService(events)
                .setRemoteInterface(EngineService.class)
                .setInput(process.getInputStream())
                .setOutput(new BufferedOutputStream(process.getOutputStream(), 1 << 16))
                .setExecutorService(reader)
                .configureGson(Wire::configure)
                .create();
        this.remote = launcher.getRemoteProxy();
        CompletableFuture<Void> logRead = CompletableFuture.runAsync(errors, reader);
        var listening = launcher.startListening();
        CompletableFuture<Void> answersRead = CompletableFuture.runAsync(() -> await(listening), reader);
        // What the child said before it died still counts, so both streams are read to their ends first.
        process.onExit().thenCombine(logRead, (p, v) -> p).thenAcceptBoth(answersRead, (p, v) -> died());
    }

    /** @throws EngineFailure {@code service.childNotStarted} (reason) */
    public static ChildEngine start(ChildOptions options, EngineEvents events) {
        return start(options, events, EngineMain.class.getName());
    }

    static ChildEngine start(ChildOptions options, EngineEvents events, String mainClass) {
        try {
            return new ChildEngine(ChildCommand.of(options, mainClass).start(), events);
        } catch (IOException e) {
            throw new EngineFailure(Notice.of("service.childNotStarted", String.valueOf(e.getMessage())), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Completes when the process is gone. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    @Override
    public boolean alive() {
        return death == null && !closing.get() && process.isAlive();
    }

    private static void await(java.util.concurrent.Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.CancellationException e) {
            LOG.log(Level.FINE, "the connection to the child ended", e);
        }
    }

    private void died() {
        int code = process.exitValue();
        Notice reason = closing.get()
                ? Notice.of("service.closed")
                : Notice.of("service.childDied", code, errors.lastLine());
        death = new EngineFailure(reason, null);
        open.forEach(future -> future.completeExceptionally(death));
        open.clear();
        reader.shutdown();
    }

    private <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
        if (closing.get()) {
            return CompletableFuture.failedFuture(new EngineFailure(Notice.of("service.closed"), null));
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        open.add(answer);
        if (death != null) {
            open.remove(answer);
            return CompletableFuture.failedFuture(death);
        }
        try {
            question.get().whenComplete((value, thrown) -> {
                open.remove(answer);
                if (thrown == null) {
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(Wire.failure(thrown));
                }
            });
        } catch (RuntimeException e) {
            // The pipe is broken: the child is dying, and its exit completes the answer with the reason.
            LOG.log(Level.FINE, "the question did not reach the child", e);
        }
        return answer;
    }

    private <A, T> CompletableFuture<T> ask(Function<A, CompletableFuture<T>> question, A request) {
        return ask(() -> question.apply(request));
    }

    @Override
    public CompletableFuture<Outcome> train(TrainRequest request) {
        return ask(remote::train, request);
    }

    @Override
    public void cancel() {
        if (alive()) {
            remote.cancel();
        }
    }

    @Override
    public CompletableFuture<Forecast> forecast(Requests.ForecastRequest request) {
        return ask(remote::forecast, request);
    }

    @Override
    public CompletableFuture<double[]> score(Requests.ScoreRequest request) {
        return ask(remote::score, request);
    }

    @Override
    public CompletableFuture<PathSet> generate(Requests.GenerateRequest request) {
        return ask(remote::generate, request);
    }

    @Override
    public CompletableFuture<FeatureMaps> features(Requests.FeaturesRequest request) {
        return ask(remote::features, request);
    }

    @Override
    public CompletableFuture<double[][]> convolve(Requests.ConvolveRequest request) {
        return ask(remote::convolve, request);
    }

    @Override
    public CompletableFuture<double[][]> pool(Requests.PoolRequest request) {
        return ask(remote::pool, request);
    }

    @Override
    public CompletableFuture<DeviceInfo> device() {
        return ask(remote::device);
    }

    @Override
    public CompletableFuture<CheckReport> check() {
        return ask(remote::check);
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "the child was gone already", e);
        }
        boolean interrupted = false;
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("the engine did not end by itself and is destroyed");
                process.destroy();
                if (!process.waitFor(2, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
