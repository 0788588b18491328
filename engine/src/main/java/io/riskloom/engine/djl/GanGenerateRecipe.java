package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Returns;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.stats.Distances;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A generative adversarial network over windows of standardised daily log returns: the article's two networks of two leaky
 * layers, or temporal convolutions with a gradient penalty. Of all epochs the generator is kept whose returns are nearest to
 * the training returns by Wasserstein-1. What it draws is not corrected afterwards. Judged against the test span beside a
 * block bootstrap of the training returns.
 */
public final class GanGenerateRecipe implements Recipe<GenerateSpec> {

    private final String name;

    /** @param name one of the models of {@link GenerateSpec} */
    public GanGenerateRecipe(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<GenerateSpec> specType() {
        return GenerateSpec.class;
    }

    @Override
    public Outcome train(GenerateSpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        PriceHistory history = RunFolder.series(data, spec);
        DateSplit split = Splits.days(spec, history.size());
        double[] all = Returns.log(history.close());
        double[] training = Arrays.copyOfRange(
                all, split.trainingDays().first() - 1, split.trainingDays().last());
        double[] test =
                Arrays.copyOfRange(all, split.test().first() - 1, split.test().last());
        Scaler scaler = Scaler.fit(
                Arrays.stream(training).mapToObj(r -> new double[] {r}).toArray(double[][]::new));
        if (Arrays.stream(training).allMatch(r -> r == training[0])) {
            throw new NoticeException(Notice.of("run.error.constant", history.symbol()));
        }
        double[] standard = Arrays.stream(training)
                .map(r -> (r - scaler.mean()[0]) / scaler.scale()[0])
                .toArray();
        RunFolder run = new RunFolder(folder);
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(Torch.mix(spec.seed(), 0));
        run.start();
        try (Generator generator = GanNetworks.generator(spec);
                Network judge = GanNetworks.judge(spec);
                Duel lessons = lessons(spec, generator, judge, standard, scaler.scale()[0])) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(spec, history.source());
            TrainingLoop.Ended ended =
                    new TrainingLoop(lessons, generator.network().manager(), plan, folder, monitor).run();
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            Network network = generator.network();
            network.cancelWhen(monitor::cancelled);
            WeightsFile.read(run.weights(), network.state(), network.manager());
            GenerateModel model = new GenerateModel(
                    spec.window(),
                    spec.latent(),
                    scaler.mean()[0],
                    scaler.scale()[0],
                    history.close()[history.size() - 1],
                    ended.checkpoint().bestEpoch());
            GenerateJudge jury = new GenerateJudge(training, test, generator, model);
            Outcome outcome = new Outcome.Finished(ended.warned(jury.evaluate(spec)));
            run.writeModel(model);
            run.finish(outcome);
            return outcome;
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // while it was judged; the checkpoint of the last epoch stays
        }
    }

    @Override
    public PathGenerator load(GenerateSpec spec, Path folder) throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        GenerateModel model = run.readModel(GenerateModel.class);
        Torch.enter(Torch.Load.SMALL);
        Generator generator = GanNetworks.generator(spec);
        return Opening.of(generator.network(), run, () -> new GanPathGenerator(generator, model));
    }

    private static Duel lessons(
            GenerateSpec spec, Generator generator, Network judge, double[] standard, double deviation) {
        int rows = standard.length - spec.window() + 1;
        float[] x = new float[rows * spec.window()];
        for (int i = 0; i < rows; i++) {
            for (int t = 0; t < spec.window(); t++) {
                x[i * spec.window() + t] = (float) standard[i + t];
            }
        }
        Samples windows = new Samples(x, new Shape(spec.window()), new float[rows], 1);
        // in log returns, as the scores on the test span
        ToDoubleFunction<float[]> distance = drawn -> deviation * Distances.wasserstein1(widened(drawn), standard);
        return GanNetworks.lessons(spec, generator, judge, windows, distance);
    }

    private static double[] widened(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
