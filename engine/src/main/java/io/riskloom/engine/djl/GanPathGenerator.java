package io.riskloom.engine.djl;

import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A trained generator. A path longer than the window is several independent windows, one behind the other; it enters the
 * first at a random day, as the training windows began on any day, so that seams do not fall on the same days of every path.
 */
final class GanPathGenerator implements PathGenerator {
    private final Network generator;
    private final GenerateModel model;

    GanPathGenerator(Network generator, GenerateModel model) {
        this.generator = generator;
        this.model = model;
    }

    @Override
    public PathSet generate(int paths, int length, long seed) {
        Torch.enter(Torch.Load.SMALL);
        return new PathSet(returns(generator, model, paths, length, seed), model.startPrice());
    }

    /** Daily log returns, paths × length. */
    static double[][] returns(Network generator, GenerateModel model, int paths, int length, long seed) {
        Torch.seed(Torch.mix(seed, 5));
        int window = model.window();
        double[][] returns = new double[paths][length];
        int[] offset = new int[paths];
        if (length > window) {
            SplittableRandom random = new SplittableRandom(Torch.mix(seed, 6));
            Arrays.setAll(offset, i -> random.nextInt(window));
        }
        int blocks = (length + (length > window ? 2 * window - 2 : window - 1)) / window;
        // one draw for each block of all paths keeps the memory of a long set small
        for (int block = 0; block < blocks && paths > 0; block++) {
            generator.checkCancelled();
            float[] drawn = Adversarial.draw(generator, model.latent(), paths);
            for (int i = 0; i < paths; i++) {
                for (int day = 0; day < window; day++) {
                    int t = block * window + day - offset[i];
                    if (t >= 0 && t < length) {
                        returns[i][t] = drawn[i * window + day] * model.deviation() + model.mean();
                    }
                }
            }
        }
        return returns;
    }

    @Override
    public void close() {
        generator.close();
    }
}
