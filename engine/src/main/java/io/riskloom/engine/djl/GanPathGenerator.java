package io.riskloom.engine.djl;

import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathSet;

/** A trained generator. A path longer than the window is several independent windows, one behind the other. */
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
        int blocks = (length + window - 1) / window;
        double[][] returns = new double[paths][length];
        // one draw for each block of all paths keeps the memory of a long set small
        for (int block = 0; block < blocks && paths > 0; block++) {
            float[] drawn = Adversarial.draw(generator, model.latent(), paths);
            for (int i = 0; i < paths; i++) {
                for (int t = 0; t < window && block * window + t < length; t++) {
                    returns[i][block * window + t] = drawn[i * window + t] * model.deviation() + model.mean();
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
