package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.feature.WindowInputs;
import io.riskloom.engine.judge.ClassifyJudge;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Evaluation;
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
 * A network looks at a window, as a picture or day by day, and tells in which of two or three directions the price will have
 * gone after {@code horizon} days. It learns by cross-entropy; where all classes weigh alike meanwhile, their shares of the
 * training windows are put back into its answers. Training and validation windows are {@code stride} days apart, test windows
 * {@code horizon} days, so that their labels do not overlap and intervals mean what they say.
 */
public final class ClassifyRecipe implements Recipe<ClassifySpec> {

    private final String name;

    /** @param name one of the models of {@link ClassifySpec} */
    public ClassifyRecipe(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<ClassifySpec> specType() {
        return ClassifySpec.class;
    }

    @Override
    public Outcome train(ClassifySpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        ClassifyLesson lesson = ClassifyLesson.of(spec, data);
        Ledger ledger = new Ledger(lesson);
        WindowInputs windows = lesson.chosen().windows();
        RunFolder run = new RunFolder(folder);
        Torch.enter(NetworkClassifier.load(spec));
        Torch.seed(Torch.mix(spec.seed(), 0));
        run.start();
        try (Network network = network(spec, Network.shapeOf(windows));
                Supervised lessons = lessons(lesson, network, ledger)) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(spec, lesson.history().source());
            TrainingLoop.Ended ended = new TrainingLoop(lessons, network.manager(), plan, folder, monitor).run();
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            network.cancelWhen(monitor::cancelled);
            run.keepLast(network.state(), ended.checkpoint().bestEpoch(), ended.checkpoint());
            WeightsFile.read(run.weights(), network.state(), network.manager());
            ClassifyModel model = model(lesson, ended.checkpoint().bestEpoch());
            Evaluation evaluation = ClassifyJudge.evaluate(
                    spec,
                    lesson.history(),
                    lesson.split(),
                    lesson.chosenOn().length,
                    lesson.prior(),
                    origins -> NetworkClassifier.probabilities(network, windows, origins, model.shift()));
            Outcome outcome = new Outcome.Finished(ended.warned(lesson.peers().warned(evaluation)));
            run.writeModel(model);
            ledger.learnt().write(folder);
            run.finish(outcome);
            return outcome;
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // while it was judged; the checkpoint of the last epoch stays
        }
    }

    @Override
    public Classifier load(ClassifySpec spec, Path folder) throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        ClassifyModel model = run.readModel(ClassifyModel.class);
        Torch.enter(NetworkClassifier.load(spec));
        Network network = network(spec, shape(spec, model));
        WeightStages weights = new WeightStages(List.of(network), making(spec, shape(spec, model)), run.last());
        return Opening.of(network, run, () -> new NetworkClassifier(spec, network, model, weights));
    }

    static WeightStages.Making making(ClassifySpec spec, Shape sample) {
        return new WeightStages.Making() {
            @Override
            public List<Network> networks() {
                return List.of(network(spec, sample));
            }

            @Override
            public List<Network> first() {
                Torch.seed(Torch.mix(spec.seed(), 0));
                return networks();
            }
        };
    }

    static Shape shape(ClassifySpec spec, ClassifyModel model) {
        if (!spec.seesImages()) {
            return new Shape(spec.window(), model.features().size());
        }
        int[] sides = WindowImages.sides(spec.window(), spec.imageSize(), spec.encoding());
        return new Shape(1, sides[0], sides[1]);
    }

    /** One logit of up against down, or one a class. */
    private static Network network(ClassifySpec spec, Shape sample) {
        return Architecture.of(spec).network(sample, spec.classes() == 2 ? 1 : spec.classes());
    }

    private static Supervised lessons(ClassifyLesson lesson, Network network, Ledger ledger) throws NoticeException {
        ClassifySpec spec = lesson.spec();
        boolean two = spec.classes() == 2;
        Supervised.Loss loss = two
                ? Losses.binary(spec.classWeights(), lesson.shares()[1])
                : Losses.classes(spec.classWeights(), lesson.shares());
        Optional<Measure> measure = two ? Measure.named(spec.stopOn()) : Optional.empty();
        Supervised.Goal goal = new Supervised.Goal(loss, measure);
        return Supervised.of(spec, network, ledger.training(), ledger.choice(), goal, spec.batch());
    }

    private static ClassifyModel model(ClassifyLesson lesson, int bestEpoch) {
        ClassifySpec spec = lesson.spec();
        double[] shares = lesson.shares();
        return new ClassifyModel(
                spec.window(),
                spec.horizon(),
                spec.imageSize(),
                spec.encoding(),
                shares.length == 2 ? Math.log(shares[1] / shares[0]) : 0,
                bestEpoch,
                spec.classWeights().equals("none"),
                shares,
                lesson.chosen().features(),
                lesson.chosen().scale().inputs(),
                lesson.scales());
    }

    @Override
    public Optional<Learnt.Given> learnt(ClassifySpec spec, Imported data, Learnt.Stage stage, Runnable check)
            throws NoticeException {
        return ClassifyLesson.of(spec, data).given(stage, check);
    }
}
