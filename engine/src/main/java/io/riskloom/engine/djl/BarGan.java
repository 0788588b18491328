package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.BarCode;
import io.riskloom.engine.feature.Bars;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.Ticks;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A generator of whole bars, window by window, and the critic of its windows. A window's context is a training window's with a
 * jitter, or is made of noise too.
 */
final class BarGan implements PathGan {

    /** What it learns from and is checked against; absent where a trained one was opened. */
    private record Taught(Network critic, Samples rows, List<BarCode[]> spans) {}

    private final GenerateSpec spec;
    private final BarSampler sampler;
    private final BarScale scale;
    private final List<GenerateModel.Series> series;
    private final Taught taught;

    private BarGan(
            GenerateSpec spec, BarSampler sampler, BarScale scale, List<GenerateModel.Series> series, Taught taught) {
        this.spec = spec;
        this.sampler = sampler;
        this.scale = scale;
        this.series = series;
        this.taught = taught;
    }

    /**
     * @throws NoticeException as {@link Bars#of} says; {@code run.error.shortBars} (days, days needed) where the training span is
     *     shorter than the window and the critic's updates
     */
    static BarGan create(GenerateSpec spec, PathData data) throws NoticeException {
        PriceHistory history = data.main();
        Bars bars = Bars.of(history);
        BarCode[] training = windows(bars, data.split().trainingDays(), spec.window());
        if (training.length < spec.criticSteps()) {
            throw new NoticeException(Notice.of(
                    "run.error.shortBars", data.split().trainingDays().last() + 1, spec.window() + spec.criticSteps()));
        }
        int last = bars.days() - 1;
        double[] now =
                BarCode.encode(bars, bars.days() - spec.window(), spec.window()).context();
        now[BarCode.PLACE] = Math.log(bars.close()[last]);
        BarScale scale = BarScale.fit(
                training, now, Ticks.of(bars.part(0, data.split().trainingDays().last() + 1)));
        Span unseen = data.split().validation();
        int from = Math.min(unseen.first(), unseen.last() - spec.window() + 1);
        BarCode[] validation = windows(bars, new Span(from, unseen.last()), spec.window());
        Samples rows = rows(scale, training);
        GenerateModel.Series named = new GenerateModel.Series(history.symbol(), null, bars.close()[last]);
        BarSampler sampler = sampler(spec, scale);
        try {
            Taught taught = new Taught(critic(spec, scale), rows, List.of(training, validation));
            return new BarGan(spec, sampler, scale, List.of(named), taught);
        } catch (RuntimeException | Error e) {
            sampler.close(); // native memory, which no collector frees
            throw e;
        }
    }

    /** All windows of some days that have a day before them. */
    private static BarCode[] windows(Bars bars, Span days, int window) {
        int first = Math.max(1, days.first());
        BarCode[] codes = new BarCode[Math.max(0, days.last() - first + 2 - window)];
        Arrays.setAll(codes, i -> BarCode.encode(bars, first + i, window));
        return codes;
    }

    private static Samples rows(BarScale scale, BarCode... training) {
        int size = scale.row(training[0]).length;
        float[] x = new float[Math.multiplyExact(training.length, size)];
        for (int i = 0; i < training.length; i++) {
            System.arraycopy(scale.row(training[i]), 0, x, i * size, size);
        }
        return new Samples(x, new Shape(size), new float[training.length], 1);
    }

    private static BarSampler sampler(GenerateSpec spec, BarScale scale) {
        BarShape shape = scale.shape(spec.window());
        BarGenerator.Size size = new BarGenerator.Size(shape, spec.units(), spec.latent(), spec.noises());
        return BarSampler.of(size, spec.contexts().equals("generated"));
    }

    private static Network critic(GenerateSpec spec, BarScale scale) {
        BarShape shape = scale.shape(spec.window());
        BarCritic critic = new BarCritic(shape, spec.criticUnits(), Spectral.layers(spec.adversarialLoss()));
        return new Network(critic, new Shape(shape.view()));
    }

    static BarGan open(GenerateSpec spec, GenerateModel model) {
        BarScale scale = model.bars();
        return new BarGan(spec, sampler(spec, scale), scale, model.series(), null);
    }

    @Override
    public TaughtPaths teach(Duel.Check check) {
        BarShape shape = sampler.size().shape();
        Duel.Lessons lessons = new Duel.Lessons(taught.rows(), spec.batch(), null, spec.average(), shape::seen);
        BarCheck bars = new BarCheck(sampler, scale, taught.spans(), check, spec.seed());
        return GanNetworks.lessons(spec, sampler, taught.critic(), lessons, bars);
    }

    @Override
    public NDManager manager() {
        return sampler.network().manager();
    }

    @Override
    public Map<String, NDArray> state() {
        return sampler.network().state();
    }

    @Override
    public GenerateModel model(int bestEpoch) {
        return new GenerateModel(bestEpoch, series, null, scale);
    }

    @Override
    public void cancelWhen(BooleanSupplier asked) {
        sampler.network().cancelWhen(asked);
    }

    @Override
    public PathSet generate(PathRequest request) {
        Torch.enter(Torch.Load.SMALL);
        BarContexts contexts = new BarContexts(scale, spec.window(), spec.jitter());
        return new BarPaths(sampler, scale, contexts, request)
                .drawn(series.getFirst().name());
    }

    @Override
    public void close() {
        if (taught != null) {
            taught.critic().close();
        }
        sampler.close();
    }
}
