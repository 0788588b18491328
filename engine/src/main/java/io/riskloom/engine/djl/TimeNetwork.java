package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * The networks of TimeGAN (Yoon et al. 2019) but for its discriminator, all recurrent over days with so many units. The embedder
 * reads returns into states; the supervisor makes of the states up to a day that of the next one; the recovery makes of it μ and
 * s of the next day's return r = .3·μ + softplus(s + .2)·ε; the generator makes states of noise. TimeGAN's recovery has no ε: of
 * bounded states alone come tails as thin as they are. A second linear layer rebuilds a day of its own state, which is what makes
 * the embedder keep it.
 *
 * <p>As a block: noise, rows × days × channels of which the first {@code series} are ε, gives rows × ((days − 1) · series)
 * returns, each from the noise of the days before it and its own ε.
 */
final class TimeNetwork extends AbstractBlock {
    private static final NDIndex BUT_LAST = new NDIndex(":, :-1");
    private static final NDIndex BUT_FIRST = new NDIndex(":, 1:");
    /** Keeps the likelihood finite. */
    private static final float LEAST_DEVIATION = 1e-2f;

    private final int series;
    private final int units;
    private final Block embedder;
    private final Block point;
    private final Block supervisor;
    private final Block recovery;
    private final Block generator;
    private final Block mix;

    /** @param model {@code lstm-gan} or {@code gru-gan} */
    TimeNetwork(String model, int series, int units) {
        this.series = series;
        this.units = units;
        embedder = addChildBlock("embedder", recurrent(model, units));
        point = addChildBlock("point", Linear.builder().setUnits(series).build());
        supervisor = addChildBlock("supervisor", recurrent(model, units));
        recovery =
                addChildBlock("recovery", Linear.builder().setUnits(2L * series).build());
        generator = addChildBlock("generator", recurrent(model, units));
        mix = series == 1
                ? null
                : addChildBlock(
                        "mix", Linear.builder().setUnits(series).optBias(false).build());
    }

    static Block recurrent(String model, int units) {
        return model.equals("lstm-gan")
                ? LSTM.builder().setStateSize(units).setNumLayers(1).build()
                : GRU.builder().setStateSize(units).setNumLayers(1).build();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray noise = inputs.singletonOrThrow();
        NDArray states = forward(store, generator, noise, training);
        NDArray next = forward(store, recovery, forward(store, supervisor, states, training), training)
                .get(BUT_LAST);
        NDArray shocks = noise.get(new NDIndex(":, 1:, :{}", series));
        if (mix != null) {
            shocks = forward(store, mix, shocks, training);
        }
        return new NDList(Chain.flat(mean(next).add(deviation(next).mul(shocks))));
    }

    private static NDArray forward(ParameterStore store, Block part, NDArray x, boolean training) {
        return part.forward(store, new NDList(x), training).singletonOrThrow();
    }

    private NDArray mean(NDArray answers) {
        return Recorded.times(answers.get(new NDIndex(":, :, :{}", series)), 0.3);
    }

    private NDArray deviation(NDArray answers) {
        return answers.get(new NDIndex(":, :, {}:", series))
                .add(0.2f)
                .getNDArrayInternal()
                .softPlus();
    }

    /** The embedder's states of days, rows × days × series. */
    NDArray states(Network network, NDArray days) {
        return network.forward(embedder, days, true);
    }

    /** Mean square of what states have lost of their days. */
    NDArray lost(Network network, NDArray states, NDArray days) {
        return network.forward(point, states, true).sub(days).square().mean();
    }

    /**
     * How badly the next day is foretold of states: mean square of the supervisor's states beside the embedder's, and the mean of
     * log σ + (r − .3·μ)² / (2σ²) of the next day's returns.
     */
    NDArray surprise(Network network, NDArray states, NDArray days) {
        NDArray next = network.forward(supervisor, states, true);
        NDArray answers = network.forward(recovery, next, true).get(BUT_LAST);
        NDArray deviation = deviation(answers).add(LEAST_DEVIATION);
        NDArray standard = days.get(BUT_FIRST).sub(mean(answers)).div(deviation);
        NDArray unlikely =
                deviation.log().add(Recorded.times(standard.square(), 0.5)).mean();
        NDArray aim = states.get(BUT_FIRST).stopGradient();
        aim.attach(days.getManager());
        return next.get(BUT_LAST).sub(aim).square().mean().add(unlikely);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), (inputs[0].get(1) - 1) * series)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape days = new Shape(inputs[0].get(0), inputs[0].get(1), series);
        Shape states = new Shape(inputs[0].get(0), inputs[0].get(1), units);
        embedder.initialize(manager, type, days);
        point.initialize(manager, type, states);
        supervisor.initialize(manager, type, states);
        recovery.initialize(manager, type, states);
        generator.initialize(manager, type, inputs);
        if (mix != null) {
            mix.initialize(manager, type, days);
        }
    }
}
