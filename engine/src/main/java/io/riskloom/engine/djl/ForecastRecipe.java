package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.judge.Bands;
import io.riskloom.engine.judge.ForecastJudge;
import io.riskloom.engine.judge.Outlook;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A network over the last {@code window} days, one by one or as a picture, forecasts what the spec's target says. Targets are
 * standardised by step on the training origins and learnt with the loss of the spec. The validation origins are cut in two by
 * date ({@link io.riskloom.engine.feature.HeldOut}): the epoch with the smallest loss on the first half is kept, and the errors
 * on the second half, which has chosen nothing, set the bands. Judged on the test origins beside plain models.
 */
public final class ForecastRecipe implements Recipe<ForecastSpec> {

    /** Windows below which the choice of an epoch is chance; a fold always has as many. */
    private static final int FEW = 10;

    private final String name;

    /** @param name one of the models of {@link ForecastSpec} */
    public ForecastRecipe(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<ForecastSpec> specType() {
        return ForecastSpec.class;
    }

    @Override
    public Outcome train(ForecastSpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        ForecastLesson lesson = ForecastLesson.of(spec, data);
        Ledger ledger = new Ledger(lesson);
        RunFolder run = new RunFolder(folder);
        Torch.enter(NetworkForecaster.load(spec));
        Torch.seed(Torch.mix(spec.seed(), 0));
        run.start();
        try (Network network =
                        ForecastNetwork.of(spec, Network.shapeOf(lesson.view().windows()));
                Supervised lessons = lessons(lesson, network, ledger)) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(spec, lesson.history().source());
            TrainingLoop.Ended ended = new TrainingLoop(lessons, network.manager(), plan, folder, monitor).run();
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            network.cancelWhen(monitor::cancelled);
            run.keepLast(network.state(), ended.checkpoint().bestEpoch(), ended.checkpoint());
            WeightsFile.read(run.weights(), network.state(), network.manager());
            Outlook outlook = ForecastNetwork.outlook(spec, network, lesson.view());
            Bands bands = Bands.fit(spec.bands(), outlook, lesson.held().calibration());
            Evaluation evaluation = ForecastJudge.evaluate(
                    spec,
                    lesson.history(),
                    lesson.split(),
                    lesson.held().calibration(),
                    outlook,
                    bands,
                    network::checkCancelled);
            Outcome outcome = new Outcome.Finished(ended.warned(warned(lesson, evaluation)));
            run.writeModel(model(lesson, bands, ended.checkpoint().bestEpoch()));
            ledger.learnt().write(folder);
            run.finish(outcome);
            return outcome;
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // while it was judged; the checkpoint of the last epoch stays
        }
    }

    private static Supervised lessons(ForecastLesson lesson, Network network, Ledger ledger) throws NoticeException {
        ForecastSpec spec = lesson.spec();
        Samples training = ledger.training();
        ForecastNetwork.start(spec, network, training);
        Supervised.Goal goal = new Supervised.Goal(Losses.named(spec.loss()), Measure.named(spec.stopOn()));
        return Supervised.of(spec, network, training, ledger.choice(), goal, spec.batch());
    }

    private static Evaluation warned(ForecastLesson lesson, Evaluation evaluation) {
        Evaluation told = lesson.peers().warned(evaluation);
        int stride = lesson.spec().stride();
        int windows = lesson.held().choice().days(stride).length;
        return windows < FEW ? told.with(List.of(Notice.of("run.warning.fewChoice", windows, stride, FEW))) : told;
    }

    private static ForecastModel model(ForecastLesson lesson, Bands bands, int bestEpoch) {
        ForecastSpec spec = lesson.spec();
        SeriesView view = lesson.view();
        return new ForecastModel(
                spec.window(), spec.horizon(), view.features(), view.scale(), bestEpoch, bands, lesson.scales());
    }

    @Override
    public Forecaster load(ForecastSpec spec, Path folder) throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        ForecastModel model = run.readModel(ForecastModel.class);
        Torch.enter(NetworkForecaster.load(spec));
        Network network = ForecastNetwork.of(spec, shape(spec, model));
        ForecastStart start = new ForecastStart(spec, shape(spec, model), folder);
        WeightStages weights = new WeightStages(List.of(network), start, run.last());
        return Opening.of(network, run, () -> new NetworkForecaster(spec, network, model, weights));
    }

    static Shape shape(ForecastSpec spec, ForecastModel model) {
        if (!spec.seesImages()) {
            return new Shape(spec.window(), model.features().size());
        }
        int[] sides = WindowImages.sides(spec.window(), spec.imageSize(), spec.encoding());
        return new Shape(1, sides[0], sides[1]);
    }

    @Override
    public Optional<Learnt.Given> learnt(ForecastSpec spec, Imported data, Learnt.Stage stage, Runnable check)
            throws NoticeException {
        return ForecastLesson.of(spec, data).given(stage, check);
    }
}
