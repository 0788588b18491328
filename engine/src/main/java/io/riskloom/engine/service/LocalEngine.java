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
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The engine in this process. One thread does all the work, since native arrays belong to the thread that made them;
 * requests queue behind each other, up to {@value #QUEUE} of them. Events and what is chained to an answer without
 * an executor run on that thread: return at once there and never wait for another answer. Judges alone work beside each other;
 * how far they are is told from their threads, by one at a time.
 */
public final class LocalEngine implements Engine {

    private static final int QUEUE = 256;

    private final EngineEvents events;
    private final Work work;
    private final Answers answers;
    private final CreditAnswers credit;
    private final StrangeAnswers strange;
    private final FileAnswers files;
    private final PathAnswers paths;
    private final InsideAnswers inside;
    private final ArenaAnswers arenas;
    private final LessonAnswers lessons;
    private final Stops scoring = new Stops();
    private final Stops writing = new Stops();
    private final ThreadPoolExecutor worker;
    private final AtomicReference<TrainJob> running = new AtomicReference<>();
    private volatile DeviceInfo device;
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile boolean closed;

    public LocalEngine(EngineEvents events) {
        this(events, new NativeWork());
    }

    LocalEngine(EngineEvents events, Work work) {
        this.events = Objects.requireNonNull(events, "events");
        this.work = work;
        this.answers = new Answers(new Library(work));
        this.credit = new CreditAnswers(answers.library());
        this.strange = new StrangeAnswers(answers.library());
        this.files = new FileAnswers(answers.library(), events);
        this.paths = new PathAnswers(answers.library(), events);
        this.inside = new InsideAnswers(answers.library());
        this.arenas = new ArenaAnswers(answers.library());
        this.lessons = new LessonAnswers(answers.library());
        this.worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "riskloom-engine");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A second run while one is in progress is refused with {@code service.runInProgress}. */
    @Override
    public CompletableFuture<Outcome> train(TrainRequest request) {
        TrainJob job = new TrainJob(events);
        if (!running.compareAndSet(null, job)) {
            return CompletableFuture.failedFuture(new EngineFailure(Notice.of("service.runInProgress"), null));
        }
        CompletableFuture<Outcome> answer = submit(() -> {
            try {
                return run(request, job);
            } finally {
                running.compareAndSet(job, null);
            }
        });
        CompletableFuture<Outcome> told = answer.whenComplete((outcome, thrown) -> running.compareAndSet(job, null));
        told.whenComplete((outcome, thrown) -> {
            if (told.isCancelled()) {
                job.cancel();
            }
        });
        return told;
    }

    private Outcome run(TrainRequest request, TrainJob job) throws Exception {
        if (job.cancelled()) {
            return new Outcome.Cancelled();
        }
        device = work.device();
        answers.library().forget(Path.of(request.folder()));
        return work.train(request, job);
    }

    @Override
    public void cancel() {
        steer(TrainJob::cancel);
    }

    @Override
    public void keep() {
        steer(TrainJob::keep);
    }

    @Override
    public void pause() {
        steer(TrainJob::pause);
    }

    @Override
    public void goOn() {
        steer(TrainJob::goOn);
    }

    private void steer(Consumer<TrainJob> wish) {
        TrainJob job = running.get();
        if (job != null) {
            wish.accept(job);
        }
    }

    @Override
    public CompletableFuture<Forecast> forecast(Requests.ForecastRequest request) {
        return submit(() -> answers.forecast(request));
    }

    /**
     * Credit models give one probability of "bad" a row of the file, classifiers one probability of "up" a day, NaN
     * for the days without a full window behind them.
     */
    @Override
    public CompletableFuture<double[]> score(Requests.ScoreRequest request) {
        return submit(() -> answers.score(request));
    }

    @Override
    public CompletableFuture<Scores> applicants(Requests.ScoreRequest request) {
        return submit(() -> answers.applicants(request));
    }

    @Override
    public CompletableFuture<Directions> directions(Requests.ScoreRequest request) {
        return submit(() -> answers.directions(request));
    }

    @Override
    public CompletableFuture<List<Explanation>> explain(Requests.ExplainRequest request) {
        return ask(stopped -> credit.explain(request, stopped));
    }

    @Override
    public CompletableFuture<Importance> importance(Requests.ImportanceRequest request) {
        return ask(stopped -> credit.importance(request, stopped));
    }

    @Override
    public CompletableFuture<Dependence> dependence(Requests.DependenceRequest request) {
        return ask(stopped -> credit.dependence(request, stopped));
    }

    @Override
    public CompletableFuture<Counterfactual> counterfactual(Requests.CounterfactualRequest request) {
        return ask(stopped -> credit.counterfactual(request, stopped));
    }

    @Override
    public CompletableFuture<Robustness> robustness(Requests.RobustnessRequest request) {
        return ask(stopped -> credit.robustness(request, stopped));
    }

    @Override
    public CompletableFuture<List<Strangeness>> strangers(Requests.StrangersRequest request) {
        return submit(() -> strange.strangers(request));
    }

    @Override
    public CompletableFuture<Drift> drift(Requests.DriftRequest request) {
        return ask(stopped -> files.drift(request, stopped));
    }

    @Override
    public CompletableFuture<ScoreReport> scoreFile(Requests.ScoreFileRequest request) {
        return ask(scoring, stopped -> files.scoreFile(request, stopped));
    }

    @Override
    public void stopScoring() {
        scoring.all();
    }

    @Override
    public CompletableFuture<PathFileReport> writePaths(Requests.PathFileRequest request) {
        return ask(writing, stopped -> files.writePaths(request, stopped));
    }

    @Override
    public void stopWriting() {
        writing.all();
    }

    @Override
    public CompletableFuture<PathSet> generate(Requests.GenerateRequest request) {
        return ask(stopped -> answers.generate(request, stopped));
    }

    @Override
    public CompletableFuture<ProtocolScores> protocol(Requests.ProtocolRequest request) {
        return ask(stopped -> paths.protocol(request, stopped));
    }

    @Override
    public CompletableFuture<ProtocolScores> judgeFiles(Requests.JudgeFilesRequest request) {
        return ask(stopped -> paths.judgeFiles(request, stopped));
    }

    @Override
    public CompletableFuture<FeatureMaps> features(Requests.FeaturesRequest request) {
        return submit(() -> answers.features(request));
    }

    @Override
    public CompletableFuture<NetworkGraph> graph(Requests.InsideRequest request) {
        return submit(() -> inside.graph(request));
    }

    @Override
    public CompletableFuture<Inputs> inputs(Requests.PlaceRequest request) {
        return submit(() -> inside.inputs(request));
    }

    @Override
    public CompletableFuture<LayerMaps> maps(Requests.MapsRequest request) {
        return submit(() -> inside.maps(request));
    }

    @Override
    public CompletableFuture<TopInputs> topInputs(Requests.TopRequest request) {
        return ask(stopped -> inside.topInputs(request, stopped));
    }

    @Override
    public CompletableFuture<Filters> filters(Requests.FiltersRequest request) {
        return submit(() -> inside.filters(request));
    }

    @Override
    public CompletableFuture<Attribution> attribution(Requests.AttributionRequest request) {
        return ask(stopped -> inside.attribution(request, stopped));
    }

    @Override
    public CompletableFuture<Occlusion> occlusion(Requests.OcclusionRequest request) {
        return ask(stopped -> inside.occlusion(request, stopped));
    }

    @Override
    public CompletableFuture<Double> covered(Requests.CoveredRequest request) {
        return submit(() -> inside.covered(request));
    }

    @Override
    public CompletableFuture<Faithfulness> faithfulness(Requests.AttributionRequest request) {
        return ask(stopped -> inside.faithfulness(request, stopped));
    }

    @Override
    public CompletableFuture<Gates> gates(Requests.MapsRequest request) {
        return ask(stopped -> inside.gates(request, stopped));
    }

    @Override
    public CompletableFuture<double[][][]> convolve(Requests.ConvolveRequest request) {
        return submit(() -> work.convolve(request));
    }

    @Override
    public CompletableFuture<ArenaFrame> arena(Requests.ArenaRequest request) {
        return ask(stopped -> arenas.advance(request, stopped));
    }

    @Override
    public CompletableFuture<ArenaTrace> arenaTrace(Requests.ArenaRequest request) {
        return submit(() -> arenas.trace(request));
    }

    @Override
    public CompletableFuture<ArenaFrame> arenaRewind(Requests.ArenaRewind request) {
        return submit(() -> arenas.rewind(request));
    }

    @Override
    public CompletableFuture<ArenaLook> arenaLook(Requests.ArenaLookRequest request) {
        return submit(() -> arenas.look(request));
    }

    @Override
    public CompletableFuture<Boolean> arenaClose(Requests.ArenaId request) {
        return submit(() -> arenas.close(request.id()));
    }

    @Override
    public CompletableFuture<EngineArithmetic.Pooled> pool(Requests.PoolRequest request) {
        return submit(() -> work.pool(request));
    }

    @Override
    public CompletableFuture<double[]> dense(Requests.DenseRequest request) {
        return submit(() -> work.dense(request));
    }

    @Override
    public CompletableFuture<RaceFrame> race(Requests.RaceRequest request) {
        return ask(stopped -> lessons.race(request, stopped));
    }

    @Override
    public CompletableFuture<CellStates> cell(Requests.CellRequest request) {
        return submit(() -> lessons.cell(request));
    }

    /** Answered at once when the native library is loaded, also in the middle of a run. */
    @Override
    public CompletableFuture<DeviceInfo> device() {
        if (device != null && alive()) {
            return CompletableFuture.completedFuture(Memory.withResident(device));
        }
        return submit(() -> {
            device = work.device();
            return Memory.withResident(device);
        });
    }

    @Override
    public CompletableFuture<CheckReport> check() {
        return submit(work::check);
    }

    private <T> CompletableFuture<T> submit(Callable<T> task) {
        return ask(stopped -> task.call());
    }

    /** Work that looks now and then whether anybody still waits for it, and ends with {@link CancellationException} if not. */
    private interface Question<T> {
        T answer(BooleanSupplier stopped) throws Exception;
    }

    /** Work that can be told to stop without giving its answer up. */
    private <T> CompletableFuture<T> ask(Stops stops, Question<T> question) {
        AtomicBoolean stopped = stops.announce();
        CompletableFuture<T> answer = ask(unwanted -> question.answer(() -> stopped.get() || unwanted.getAsBoolean()));
        answer.whenComplete((report, thrown) -> stops.withdraw(stopped));
        return answer;
    }

    private <T> CompletableFuture<T> ask(Question<T> question) {
        if (worker.getQueue().size() >= QUEUE) {
            return CompletableFuture.failedFuture(new EngineFailure(Notice.of("service.busy", QUEUE), null));
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            worker.execute(() -> perform(question, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new EngineFailure(Notice.of("service.closed"), e));
        }
        return answer;
    }

    private <T> void perform(Question<T> question, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            if (closed) {
                throw new EngineFailure(Notice.of("service.closed"), null);
            }
            answer.complete(question.answer(() -> closed || answer.isDone()));
        } catch (CancellationException e) {
            answer.completeExceptionally(new EngineFailure(Notice.of("service.closed"), e));
        } catch (Throwable thrown) {
            answer.completeExceptionally(Failures.of(thrown));
        }
    }

    @Override
    public boolean alive() {
        return !closed;
    }

    /**
     * Waits for the step in progress, however long it takes: leaving while native code runs would crash the
     * process.
     */
    @Override
    public void close() {
        if (ending.compareAndSet(false, true)) {
            closed = true;
            worker.execute(lessons::close);
            worker.execute(arenas::close);
            worker.execute(answers.library()::close);
            worker.shutdown();
        }
        cancel();
        boolean interrupted = false;
        while (!worker.isTerminated()) {
            try {
                worker.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
