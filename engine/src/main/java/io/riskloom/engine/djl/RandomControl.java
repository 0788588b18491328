package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.util.Pair;
import java.util.Arrays;

/**
 * A network that has learnt nothing, beside which an attribution shows whether it tells of what was learnt (Adebayo et al. 2018,
 * "Sanity checks for saliency maps"): all weights are drawn anew.
 */
final class RandomControl {
    private RandomControl() {}

    /**
     * Draws as {@link Weights#initialise} does, but also what a recipe sets to zero before its first step: heads, and the last
     * scale of each residual branch, which is 1 here, for else a residual network were nothing but its shortcuts.
     */
    static void redraw(Network network, long seed) {
        Torch.seed(seed);
        Weights.initialise(network.block(), network.manager());
        open(network.block());
    }

    private static void open(Block block) {
        if (block instanceof Residual residual) {
            residual.lastScale().ifPresent(RandomControl::ones);
        }
        for (Pair<String, Block> child : block.getChildren()) {
            open(child.getValue());
        }
    }

    private static void ones(NDArray scale) {
        float[] ones = new float[Math.toIntExact(scale.size())];
        Arrays.fill(ones, 1);
        scale.set(ones);
    }
}
