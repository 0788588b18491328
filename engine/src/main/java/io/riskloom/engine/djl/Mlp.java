package io.riskloom.engine.djl;

import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;

/** Fully connected layers. */
final class Mlp {
    private Mlp() {}

    /** Hidden layers with rectifiers and dropout, one logit. */
    static Chain ofLogit(double dropout, int... hidden) {
        Chain chain = new Chain();
        for (int i = 0; i < hidden.length; i++) {
            chain.add("dense" + (i + 1), Linear.builder().setUnits(hidden[i]).build())
                    .then("relu" + (i + 1), x -> x.getNDArrayInternal().relu());
            if (dropout > 0) {
                chain.add(
                        "dropout" + (i + 1),
                        Dropout.builder().optRate((float) dropout).build());
            }
        }
        return chain.add("head", Linear.builder().setUnits(1).build());
    }

    /**
     * Two hidden layers of leaky rectifiers (slope 0.2), as the generator and the discriminator of the article's GAN.
     */
    static Chain leaky(int units, int outputs) {
        return new Chain()
                .add("dense1", Linear.builder().setUnits(units).build())
                .then("leaky1", x -> x.getNDArrayInternal().leakyRelu(0.2f))
                .add("dense2", Linear.builder().setUnits(units).build())
                .then("leaky2", x -> x.getNDArrayInternal().leakyRelu(0.2f))
                .add("head", Linear.builder().setUnits(outputs).build());
    }
}
