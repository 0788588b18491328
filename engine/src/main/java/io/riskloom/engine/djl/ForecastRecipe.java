package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * A network over the last {@code window} days gives the cumulative log returns 1 … {@code horizon} days ahead. Targets
 * are standardised by step on the training origins and learnt with the loss of the spec. The validation origins are cut in two by
 * date ({@link HeldOut}): the epoch with the smallest loss on the first half is kept, and the errors on the second half,
 * which has chosen nothing, set the bands. Judged on the test origins beside the last value.
 */
public final class ForecastRecipe implements Recipe<ForecastSpec> {

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
        PriceHistory history = RunFolder.series(data, spec);
        DateSplit split = Splits.days(spec, history.size());
        HeldOut held = HeldOut.of(split);
        ForecastWindows windows = ForecastWindows.of(history, split);
        Scaler targets = targets(windows, split.train());
        RunFolder run = new RunFolder(folder);
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(Torch.mix(spec.seed(), 0));
        run.start();
        try (Network network = network(spec, windows.featureCount());
                Supervised lessons = lessons(spec, network, windows, split.train(), held.choice(), targets)) {
            TrainingLoop.Plan plan = TrainingLoop.Plan.of(spec, history.source());
            TrainingLoop.Ended ended = new TrainingLoop(lessons, network.manager(), plan, folder, monitor).run();
            if (ended.cancelled() || monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            network.cancelWhen(monitor::cancelled);
            WeightsFile.read(run.weights(), network.state(), network.manager());
            ForecastModel model = model(
                    spec,
                    network,
                    windows,
                    held.calibration(),
                    targets,
                    ended.checkpoint().bestEpoch());
            ForecastJudge judge = new ForecastJudge(history, windows, split, held.calibration(), model, network);
            Outcome outcome = new Outcome.Finished(ended.warned(judge.evaluate(spec.seed())));
            run.writeModel(model);
            run.finish(outcome);
            return outcome;
        } catch (CancellationException e) {
            return new Outcome.Cancelled(); // while it was judged; the checkpoint of the last epoch stays
        }
    }

    @Override
    public Forecaster load(ForecastSpec spec, Path folder) throws NoticeException, IOException {
        RunFolder run = new RunFolder(folder);
        ForecastModel model = run.readModel(ForecastModel.class);
        Torch.enter(Torch.Load.SMALL);
        Network network = network(spec, model.features().size());
        return Opening.of(network, run, () -> new NetworkForecaster(network, model));
    }

    private static Network network(ForecastSpec spec, int features) {
        Chain chain = chain(spec, features);
        Network network = new Network(chain, new Shape(spec.window(), features));
        // starts at the training span's mean return: noise in the first steps would have to be unlearnt
        Weights.zero(chain.part("head"));
        if (spec.loss().equals("pinball")) {
            Pinball.start(network.trainable().get("head.bias"));
        }
        return network;
    }

    private static Chain chain(ForecastSpec spec, int features) {
        boolean both = spec.bidirectional().equals("yes");
        int units = spec.units();
        double dropout = spec.dropout();
        int steps = spec.horizon() * spec.levels();
        return switch (spec.model()) {
            case "lstm" -> Recurrent.lstm(units, spec.layers(), both, dropout, steps);
            case "gru" -> Recurrent.gru(units, spec.layers(), both, dropout, steps);
            case "rnn" -> Recurrent.simple(units, dropout, steps);
            case "tcn" -> Temporal.of(features, units, spec.blocks(), spec.kernel(), dropout, steps);
            case "mlp" -> Mlp.ofWindow(units, spec.layers(), dropout, steps);
            default -> throw new IllegalArgumentException("no forecaster " + spec.model());
        };
    }

    private static Scaler targets(ForecastWindows windows, Span train) {
        double[][] labels = new double[train.size()][];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = windows.labels(train.first() + i);
        }
        return Scaler.fit(labels);
    }

    private static Supervised lessons(
            ForecastSpec spec, Network network, ForecastWindows windows, Span train, Span choice, Scaler targets) {
        return Supervised.of(
                spec,
                network,
                samples(windows, train, targets),
                samples(windows, choice, targets),
                new Supervised.Goal(Losses.named(spec.loss()), Measure.named(spec.stopOn())),
                spec.batch());
    }

    private static Samples samples(ForecastWindows windows, Span span, Scaler targets) {
        Shape shape = NetworkForecaster.shape(windows);
        int size = (int) shape.size();
        float[] x = new float[span.size() * size];
        float[] y = new float[span.size() * windows.horizon()];
        for (int i = 0; i < span.size(); i++) {
            System.arraycopy(windows.of(span.first() + i), 0, x, i * size, size);
            double[] label = targets.apply(windows.labels(span.first() + i));
            for (int s = 0; s < label.length; s++) {
                y[i * label.length + s] = (float) label[s];
            }
        }
        return new Samples(x, shape, y, windows.horizon());
    }

    private static ForecastModel model(
            ForecastSpec spec,
            Network network,
            ForecastWindows windows,
            Span calibration,
            Scaler targets,
            int bestEpoch) {
        ForecastModel bare = ForecastModel.uncalibrated(
                spec.window(), spec.horizon(), windows.names(), windows.scaler(), targets, bestEpoch);
        int[] origins = calibration.days();
        double[][] actual = Arrays.stream(origins).mapToObj(windows::labels).toArray(double[][]::new);
        return bare.calibrated(
                actual,
                NetworkForecaster.answers(network, windows, origins, bare),
                NetworkForecaster.sigma(windows, origins));
    }
}
