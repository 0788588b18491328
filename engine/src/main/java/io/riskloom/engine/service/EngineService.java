package io.riskloom.engine.service;

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

    /** The graph of a trained network, and which of its weights can be looked at. */
    @JsonRequest
    CompletableFuture<NetworkGraph> graph(Requests.InsideRequest request);

    /** One window or applicant as the network sees it. */
    @JsonRequest
    CompletableFuture<Inputs> inputs(Requests.PlaceRequest request);

    /** What a layer makes of it: figures of all channels, maps of those asked for. */
    @JsonRequest
    CompletableFuture<LayerMaps> maps(Requests.MapsRequest request);

    /** Which windows or applicants excite a channel most. */
    @JsonRequest
    CompletableFuture<TopInputs> topInputs(Requests.TopRequest request);

    /** A convolution's weights. */
    @JsonRequest
    CompletableFuture<Filters> filters(Requests.FiltersRequest request);

    /** Activation maps and integrated gradients. */
    @JsonRequest
    CompletableFuture<Attribution> attribution(Requests.AttributionRequest request);

    /** The answer with each patch of the input covered. */
    @JsonRequest
    CompletableFuture<Occlusion> occlusion(Requests.OcclusionRequest request);

    /** The answer with one patch covered. */
    @JsonRequest
    CompletableFuture<Double> covered(Requests.CoveredRequest request);

    /** Deletion and insertion curves, and the control by weights drawn anew. */
    @JsonRequest
    CompletableFuture<Faithfulness> faithfulness(Requests.AttributionRequest request);

    /** A recurrent layer's gates and states, and the answer's attribution to each lag. */
    @JsonRequest
    CompletableFuture<Gates> gates(Requests.MapsRequest request);

    /** Cross-correlation by the real engine; filters × rows × columns. */
    @JsonRequest
    CompletableFuture<double[][][]> convolve(Requests.ConvolveRequest request);

    /** Pooling by the real engine, with the gradient of the output's sum. */
    @JsonRequest
    CompletableFuture<EngineArithmetic.Pooled> pool(Requests.PoolRequest request);

    /** A dense layer with softmax by the real engine: one probability a class. */
    @JsonRequest
    CompletableFuture<double[]> dense(Requests.DenseRequest request);

    /** Makes some steps of a plain and a residual stack that train side by side; it goes on where its id was left. */
    @JsonRequest
    CompletableFuture<RaceFrame> race(Requests.RaceRequest request);

    /** The states of a recurrent cell by the real engine, day by day. */
    @JsonRequest
    CompletableFuture<CellStates> cell(Requests.CellRequest request);

    /** A duel of a generator and a discriminator goes on by so many steps; it begins where it is not known. */
    @JsonRequest
    CompletableFuture<ArenaFrame> arena(Requests.ArenaRequest request);

    /** One step of it in slow motion. */
    @JsonRequest
    CompletableFuture<ArenaTrace> arenaTrace(Requests.ArenaRequest request);

    /** Back to a moment that is kept. */
    @JsonRequest
    CompletableFuture<ArenaFrame> arenaRewind(Requests.ArenaRewind request);

    /** What becomes of one noise. */
    @JsonRequest
    CompletableFuture<ArenaLook> arenaLook(Requests.ArenaLookRequest request);

    /** Forgets it; whether there was one of that name. */
    @JsonRequest
    CompletableFuture<Boolean> arenaClose(Requests.ArenaId request);

    /** What the machine offers. */
    @JsonRequest
    CompletableFuture<DeviceInfo> device();

    /** Runs each native part once. */
    @JsonRequest
    CompletableFuture<CheckReport> check();
}
