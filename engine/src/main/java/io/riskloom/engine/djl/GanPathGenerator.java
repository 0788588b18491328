package io.riskloom.engine.djl;

import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathSet;

/** A trained generator with the mean and the deviation that its training returns were standardised by. */
final class GanPathGenerator implements PathGenerator {
    private final Generator generator;
    private final GenerateModel model;

    GanPathGenerator(Generator generator, GenerateModel model) {
        this.generator = generator;
        this.model = model;
    }

    @Override
    public PathSet generate(int paths, int length, long seed) {
        Torch.enter(Torch.Load.SMALL);
        return new PathSet(returns(generator, model, paths, length, seed), model.startPrice());
    }

    /** Daily log returns, paths × length. */
    static double[][] returns(Generator generator, GenerateModel model, int paths, int length, long seed) {
        float[][] standard = generator.paths(paths, length, seed);
        double[][] returns = new double[paths][length];
        for (int i = 0; i < paths; i++) {
            for (int t = 0; t < length; t++) {
                returns[i][t] = standard[i][t] * model.deviation() + model.mean();
            }
        }
        return returns;
    }

    @Override
    public void close() {
        generator.close();
    }
}
