package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import io.riskloom.engine.model.GenerateSpec;
import java.util.function.UnaryOperator;

/**
 * Recurrent generators after TimeGAN, see {@link TimeNetwork}, and their judges. TimeGAN's discriminator sees states; here it
 * sees the returns that come of them, since tails and memory are asked of those.
 */
final class TimeGan {
    /** Days of noise before a window in training, after which the states are as on any day. */
    private static final int BEFORE = 32;
    /** The same before a drawn path. */
    private static final int LEAD = 64;

    private static final NDIndex LAST_DAY = new NDIndex(":, -1, :");

    private TimeGan() {}

    /** @param conditions numbers in a condition, 0 for none */
    static Generator generator(GenerateSpec spec, int series, int conditions) {
        int noises = series + spec.noises();
        TimeNetwork parts = new TimeNetwork(spec.model(), series, spec.units());
        Shape sample = new Shape(BEFORE + spec.window(), RollingGenerator.channels(noises, conditions));
        RollingGenerator rolling = new RollingGenerator(
                new Network(parts, sample), spec.window(), noises, series, conditions, BEFORE, LEAD);
        return new TimeGenerator(rolling, parts, spec.supervised());
    }

    /**
     * A recurrent layer over days and their sizes: the mean and the last of its states, beside condition and statistics.
     *
     * @param statistics numbers behind the window
     */
    static Network judge(GenerateSpec spec, int series, int conditions, int statistics) {
        UnaryOperator<Block> layers = Spectral.layers(spec.adversarialLoss());
        Chain overDays = new Chain()
                .then("sizes", x -> NDArrays.concat(new NDList(x, x.abs()), 2))
                .add("recurrent", layers.apply(TimeNetwork.recurrent(spec.model(), spec.units())))
                .add("summary", new LambdaBlock(states -> new NDList(summary(states.head())), "summary"));
        Block judge = new WindowJudge(overDays, conditions, spec.window(), series, spec.units(), layers);
        return new Network(judge, new Shape(conditions + (long) spec.window() * series + statistics));
    }

    private static NDArray summary(NDArray states) {
        return NDArrays.concat(new NDList(states.mean(new int[] {1}), states.get(LAST_DAY)), 1);
    }
}
