package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A generator of whole windows from one vector of noise. A path longer than the window is several independent windows, one
 * behind the other; it enters the first at a random day, as the training windows began on any day, so that seams do not fall
 * on the same days of every path.
 */
record WindowGenerator(Network network, int window, int latent) implements Generator {

    @Override
    public NDArray noise(NDManager manager, int windows) {
        return manager.randomNormal(new Shape(windows, latent));
    }

    @Override
    public float[][] paths(int paths, int length, long seed) {
        Torch.seed(Torch.mix(seed, 5));
        float[][] returns = new float[paths][length];
        int[] offset = new int[paths];
        if (length > window) {
            SplittableRandom random = new SplittableRandom(Torch.mix(seed, 6));
            Arrays.setAll(offset, i -> random.nextInt(window));
        }
        int blocks = (length + (length > window ? 2 * window - 2 : window - 1)) / window;
        // one draw for each block of all paths keeps the memory of a long set small
        for (int block = 0; block < blocks && paths > 0; block++) {
            network.checkCancelled();
            float[] drawn = draw(paths);
            for (int i = 0; i < paths; i++) {
                for (int day = 0; day < window; day++) {
                    int t = block * window + day - offset[i];
                    if (t >= 0 && t < length) {
                        returns[i][t] = drawn[i * window + day];
                    }
                }
            }
        }
        return returns;
    }
}
