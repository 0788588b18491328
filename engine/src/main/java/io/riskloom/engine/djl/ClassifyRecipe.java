package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.challenger.Majority;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * A network looks at the picture of a window of closes and says whether the price will be higher after {@code
 * horizon} days. It learns by binary cross-entropy; where both classes weigh alike meanwhile, the training share of
 * rises is put back into its answers. Training and validation windows are {@code stride} days apart, test windows {@code horizon}
 * days, so that their labels do not overlap and intervals mean what they say.
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
        PriceHistory history = RunFolder.series(data, spec);
        DateSplit split = Splits.days(spec, history.size());
        WindowImages images = new WindowImages(history, spec.window(), spec.imageSize(), spec.encoding());
        int[] training = split.train().days(spec.stride());
        double prior = logOdds(images, training, spec.horizon());
        RunFolder run = new RunFolder(folder);
        Torch.enter(Torch.Load.LARGE);
        Torch.seed(Torch.mix(spec.seed(), 0));
        run.start();
        try (Network network = network(spec, Network.shapeOf(images));
                Supervised lessons = lessons(spec, network, images, training, split.validation(), prior)) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(spec, history.source());
            TrainingLoop.Ended ended = new TrainingLoop(lessons, network.manager(), plan, folder, monitor).run();
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            network.cancelWhen(monitor::cancelled);
            WeightsFile.read(run.weights(), network.state(), network.manager());
            ClassifyModel model = new ClassifyModel(
                    spec.window(),
                    spec.horizon(),
                    spec.imageSize(),
                    spec.encoding(),
                    prior,
                    ended.checkpoint().bestEpoch(),
                    spec.classWeights().equals("none"));
            int chosenOn = split.validation().days(spec.stride()).length;
            Outcome outcome = new Outcome.Finished(
                    ended.warned(ClassifyJudge.evaluate(history, images, split, chosenOn, network, model)));
            run.writeModel(model);
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
        Torch.enter(Torch.Load.LARGE);
        Network network = network(spec, new Shape(1, model.imageSize(), model.imageSize()));
        return Opening.of(network, run, () -> new ImageClassifier(network, model));
    }

    private static Network network(ClassifySpec spec, Shape picture) {
        return switch (spec.model()) {
            case "resnet18" -> ResNet.RESNET18.network(1, picture);
            case "resnet34" -> ResNet.RESNET34.network(1, picture);
            case "resnet50" -> ResNet.RESNET50.network(1, picture);
            case "cnn" -> new Network(Cnn.of(spec.filters(), spec.kernel(), spec.units(), spec.dropout(), 1), picture);
            default -> throw new IllegalArgumentException("no classifier " + spec.model());
        };
    }

    /** @throws NoticeException {@code run.error.oneClass} where all training windows end the same way */
    private static double logOdds(WindowImages images, int[] origins, int horizon) throws NoticeException {
        boolean[] up = new boolean[origins.length];
        for (int i = 0; i < up.length; i++) {
            up[i] = images.up(origins[i], horizon);
        }
        if (!Classes.both(up)) {
            throw new NoticeException(Notice.of("run.error.oneClass", origins.length));
        }
        double share = Majority.fit(up).share();
        return Math.log(share / (1 - share));
    }

    private static Supervised lessons(
            ClassifySpec spec, Network network, WindowImages images, int[] training, Span validation, double prior) {
        Supervised.Loss loss = Losses.binary(spec.classWeights(), Losses.sigmoid(prior));
        return Supervised.of(
                spec,
                network,
                samples(images, training, spec.horizon()),
                samples(images, validation.days(spec.stride()), spec.horizon()),
                new Supervised.Goal(loss, Measure.named(spec.stopOn())),
                spec.batch());
    }

    private static Samples samples(WindowImages images, int[] origins, int horizon) {
        float[] up = new float[origins.length];
        for (int i = 0; i < up.length; i++) {
            up[i] = images.up(origins[i], horizon) ? 1 : 0;
        }
        return new Samples(images.pixels(origins), Network.shapeOf(images), up, 1);
    }
}
