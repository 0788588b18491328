package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.djl.EngineArithmetic;
import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Importance;
import io.riskloom.engine.explain.Robustness;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.inside.TopInputs;
import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaTrace;
import io.riskloom.engine.lesson.CellStates;
import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.model.Directions;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.model.Scores;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/**
 * The engine in a child process. Whatever happens there, this process lives on: a child that dies ends every open
 * request with {@code service.childDied} (exit code, last line of its log), and later ones at once. Thread-safe.
 */
public final class ChildEngine implements Engine {

    private static final Logger LOG = Logger.getLogger(ChildEngine.class.getName());

    /** How long a child may take to finish its step and save when it is asked to end. */
    private static final int GRACE_SECONDS = 20;

    /** How long the streams of a process that is gone may stay open. */
    private static final int DRAIN_SECONDS = 3;

    private final Process process;
    private final ErrorTail errors;
    private final EngineService remote;
    private final ExecutorService readers;
    private final OpenAnswers answers = new OpenAnswers();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> over;

    private ChildEngine(Process process, EngineEvents events) {
        this.process = process;
        this.errors = new ErrorTail(process.getErrorStream(), events::log);
        this.readers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "riskloom-child-" + process.pid());
            thread.setDaemon(true);
            return thread;
        });
        Launcher<EngineService> launcher = new Launcher.Builder<EngineService>()
                .setLocalService(events)
                .setRemoteInterface(EngineService.class)
                .setInput(process.getInputStream())
                .setOutput(new BufferedOutputStream(process.getOutputStream(), 1 << 16))
                .setExecutorService(readers)
                .configureGson(Wire::configure)
                .create();
        this.remote = launcher.getRemoteProxy();
        CompletableFuture<Void> logRead = CompletableFuture.runAsync(errors, readers);
        Future<Void> listening = launcher.startListening();
        CompletableFuture<Void> answersRead = CompletableFuture.runAsync(() -> await(listening), readers);
        // What the child said before it died still counts, so both streams are read to their ends first.
        this.over = process.onExit()
                .thenCompose(gone -> CompletableFuture.allOf(logRead, answersRead)
                        .completeOnTimeout(null, DRAIN_SECONDS, TimeUnit.SECONDS))
                .handle((read, thrown) -> {
                    died();
                    return null;
                });
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
        return !answers.ended() && !closing.get() && process.isAlive();
    }

    private static void await(Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException e) {
            LOG.log(Level.FINE, "the connection to the child ended", e);
        }
    }

    private void died() {
        String lastLine = errors.lastLine();
        Notice reason = closing.get()
                ? Notice.of("service.closed")
                : Notice.of("service.childDied", process.exitValue(), lastLine.isEmpty() ? "–" : lastLine);
        answers.end(new EngineFailure(reason, null));
        readers.shutdown();
    }

    private <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
        if (closing.get()) {
            return CompletableFuture.failedFuture(new EngineFailure(Notice.of("service.closed"), null));
        }
        return answers.ask(question);
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
        tell(EngineService::cancel);
    }

    @Override
    public void keep() {
        tell(EngineService::keep);
    }

    @Override
    public void pause() {
        tell(EngineService::pause);
    }

    @Override
    public void goOn() {
        tell(EngineService::goOn);
    }

    private void tell(Consumer<EngineService> wish) {
        if (alive()) {
            wish.accept(remote);
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
    public CompletableFuture<Scores> applicants(Requests.ScoreRequest request) {
        return ask(remote::applicants, request);
    }

    @Override
    public CompletableFuture<Directions> directions(Requests.ScoreRequest request) {
        return ask(remote::directions, request);
    }

    @Override
    public CompletableFuture<List<Explanation>> explain(Requests.ExplainRequest request) {
        return ask(remote::explain, request);
    }

    @Override
    public CompletableFuture<Importance> importance(Requests.ImportanceRequest request) {
        return ask(remote::importance, request);
    }

    @Override
    public CompletableFuture<Dependence> dependence(Requests.DependenceRequest request) {
        return ask(remote::dependence, request);
    }

    @Override
    public CompletableFuture<Counterfactual> counterfactual(Requests.CounterfactualRequest request) {
        return ask(remote::counterfactual, request);
    }

    @Override
    public CompletableFuture<Robustness> robustness(Requests.RobustnessRequest request) {
        return ask(remote::robustness, request);
    }

    @Override
    public CompletableFuture<List<Strangeness>> strangers(Requests.StrangersRequest request) {
        return ask(remote::strangers, request);
    }

    @Override
    public CompletableFuture<Drift> drift(Requests.DriftRequest request) {
        return ask(remote::drift, request);
    }

    @Override
    public CompletableFuture<ScoreReport> scoreFile(Requests.ScoreFileRequest request) {
        return ask(remote::scoreFile, request);
    }

    @Override
    public void stopScoring() {
        tell(EngineService::stopScoring);
    }

    @Override
    public CompletableFuture<PathFileReport> writePaths(Requests.PathFileRequest request) {
        return ask(remote::writePaths, request);
    }

    @Override
    public void stopWriting() {
        tell(EngineService::stopWriting);
    }

    @Override
    public CompletableFuture<PathSet> generate(Requests.GenerateRequest request) {
        return ask(remote::generate, request);
    }

    @Override
    public CompletableFuture<ProtocolScores> protocol(Requests.ProtocolRequest request) {
        return ask(remote::protocol, request);
    }

    @Override
    public CompletableFuture<ProtocolScores> judgeFiles(Requests.JudgeFilesRequest request) {
        return ask(remote::judgeFiles, request);
    }

    @Override
    public CompletableFuture<FeatureMaps> features(Requests.FeaturesRequest request) {
        return ask(remote::features, request);
    }

    @Override
    public CompletableFuture<NetworkGraph> graph(Requests.InsideRequest request) {
        return ask(remote::graph, request);
    }

    @Override
    public CompletableFuture<Inputs> inputs(Requests.PlaceRequest request) {
        return ask(remote::inputs, request);
    }

    @Override
    public CompletableFuture<LayerMaps> maps(Requests.MapsRequest request) {
        return ask(remote::maps, request);
    }

    @Override
    public CompletableFuture<TopInputs> topInputs(Requests.TopRequest request) {
        return ask(remote::topInputs, request);
    }

    @Override
    public CompletableFuture<Filters> filters(Requests.FiltersRequest request) {
        return ask(remote::filters, request);
    }

    @Override
    public CompletableFuture<Attribution> attribution(Requests.AttributionRequest request) {
        return ask(remote::attribution, request);
    }

    @Override
    public CompletableFuture<Occlusion> occlusion(Requests.OcclusionRequest request) {
        return ask(remote::occlusion, request);
    }

    @Override
    public CompletableFuture<Double> covered(Requests.CoveredRequest request) {
        return ask(remote::covered, request);
    }

    @Override
    public CompletableFuture<Faithfulness> faithfulness(Requests.AttributionRequest request) {
        return ask(remote::faithfulness, request);
    }

    @Override
    public CompletableFuture<Gates> gates(Requests.MapsRequest request) {
        return ask(remote::gates, request);
    }

    @Override
    public CompletableFuture<double[][][]> convolve(Requests.ConvolveRequest request) {
        return ask(remote::convolve, request);
    }

    @Override
    public CompletableFuture<ArenaFrame> arena(Requests.ArenaRequest request) {
        return ask(remote::arena, request);
    }

    @Override
    public CompletableFuture<ArenaTrace> arenaTrace(Requests.ArenaRequest request) {
        return ask(remote::arenaTrace, request);
    }

    @Override
    public CompletableFuture<ArenaFrame> arenaRewind(Requests.ArenaRewind request) {
        return ask(remote::arenaRewind, request);
    }

    @Override
    public CompletableFuture<ArenaLook> arenaLook(Requests.ArenaLookRequest request) {
        return ask(remote::arenaLook, request);
    }

    @Override
    public CompletableFuture<Boolean> arenaClose(Requests.ArenaId request) {
        return ask(remote::arenaClose, request);
    }

    @Override
    public CompletableFuture<EngineArithmetic.Pooled> pool(Requests.PoolRequest request) {
        return ask(remote::pool, request);
    }

    @Override
    public CompletableFuture<double[]> dense(Requests.DenseRequest request) {
        return ask(remote::dense, request);
    }

    @Override
    public CompletableFuture<RaceFrame> race(Requests.RaceRequest request) {
        return ask(remote::race, request);
    }

    @Override
    public CompletableFuture<CellStates> cell(Requests.CellRequest request) {
        return ask(remote::cell, request);
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
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("the engine did not end by itself and is destroyed");
                process.destroyForcibly();
            }
            over.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "the engine's process " + process.pid() + " does not end", e);
        }
    }
}
