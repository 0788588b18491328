package io.riskloom.engine.service;

import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Importance;
import io.riskloom.engine.explain.Robustness;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.model.Directions;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.model.Scores;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/**
 * All that the engine does for the window and the command line. Spoken to a child process ({@code ChildEngine}) or in the
 * same process ({@code LocalEngine}, for tests). A refusal completes the future with an {@link EngineFailure} that carries a
 * notice; a child that died completes every open future so.
 */
public interface EngineService {

    /** Trains one run; events go to {@link EngineEvents}. One run at a time. */
    @JsonRequest
    CompletableFuture<Outcome> train(TrainRequest request);

    /** Stops the run in progress before its next step. */
    @JsonNotification
    void cancel();

    /** Stops the run in progress before its next step and judges the best epoch so far: the run is finished then. */
    @JsonNotification
    void keep();

    /** Has the run in progress wait before its next step, its checkpoint saved; {@link EngineEvents#paused} tells when. */
    @JsonNotification
    void pause();

    /** Ends a pause. */
    @JsonNotification
    void goOn();

    @JsonRequest
    CompletableFuture<Forecast> forecast(Requests.ForecastRequest request);

    @JsonRequest
    CompletableFuture<double[]> score(Requests.ScoreRequest request);

    /** As {@link #score} for a credit model, with the line of each applicant and what should be known about the file. */
    @JsonRequest
    CompletableFuture<Scores> applicants(Requests.ScoreRequest request);

    /** What a classifier says from every day of a file that has a full window behind it. */
    @JsonRequest
    CompletableFuture<Directions> directions(Requests.ScoreRequest request);

    /** Reasons of some applicants of a file. */
    @JsonRequest
    CompletableFuture<List<Explanation>> explain(Requests.ExplainRequest request);

    /** What a credit model rests on, over test applicants of its own file. */
    @JsonRequest
    CompletableFuture<Importance> importance(Requests.ImportanceRequest request);

    /** How the probability depends on one column. */
    @JsonRequest
    CompletableFuture<Dependence> dependence(Requests.DependenceRequest request);

    /** What would have to change for the other decision. */
    @JsonRequest
    CompletableFuture<Counterfactual> counterfactual(Requests.CounterfactualRequest request);

    /** Scores and decisions under noise and missing cells. */
    @JsonRequest
    CompletableFuture<Robustness> robustness(Requests.RobustnessRequest request);

    /** What is unusual about some of a run's own applicants. */
    @JsonRequest
    CompletableFuture<List<Strangeness>> strangers(Requests.StrangersRequest request);

    /** A second file beside the training applicants. */
    @JsonRequest
    CompletableFuture<Drift> drift(Requests.DriftRequest request);

    /** Scores a file of any length into another; {@link EngineEvents#scored} tells how far it is, {@link #stopScoring} ends it. */
    @JsonRequest
    CompletableFuture<ScoreReport> scoreFile(Requests.ScoreFileRequest request);

    /** Ends a {@link #scoreFile} in progress before its next rows. */
    @JsonNotification
    void stopScoring();

    @JsonRequest
    CompletableFuture<PathSet> generate(Requests.GenerateRequest request);

    /**
     * Draws paths into a CSV file, with little memory whatever their number; {@link EngineEvents#written} tells how far it is,
     * {@link #stopWriting} ends it. The file is written whole or not at all.
     */
    @JsonRequest
    CompletableFuture<PathFileReport> writePaths(Requests.PathFileRequest request);

    /** Ends a {@link #writePaths} in progress before its next block of paths. */
    @JsonNotification
    void stopWriting();

    /** TimeGAN's scores of a trained generator; {@link EngineEvents#judged} tells how far they are, cancelling the answer ends them. */
    @JsonRequest
    CompletableFuture<ProtocolScores> protocol(Requests.ProtocolRequest request);

    /** TimeGAN's scores of two files, as {@link #protocol}. */
    @JsonRequest
    CompletableFuture<ProtocolScores> judgeFiles(Requests.JudgeFilesRequest request);

    @JsonRequest
    CompletableFuture<FeatureMaps> features(Requests.FeaturesRequest request);

    /** Cross-correlation by the real engine: input rows × columns, kernel rows × columns; output rows × columns. */
    @JsonRequest
    CompletableFuture<double[][]> convolve(Requests.ConvolveRequest request);

    /** Pooling by the real engine. */
    @JsonRequest
    CompletableFuture<double[][]> pool(Requests.PoolRequest request);

    /** What the machine offers. */
    @JsonRequest
    CompletableFuture<DeviceInfo> device();

    /** Runs each native part once. */
    @JsonRequest
    CompletableFuture<CheckReport> check();
}
