package io.riskloom.engine.djl;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Fully connected layers. */
final class Mlp {
    private Mlp() {}

    /** Hidden layers with rectifiers and dropout, one logit. */
    static Chain ofLogit(double dropout, int... hidden) {
        return hidden(new Chain(), dropout, 1, hidden);
    }

    /** A window as one row of numbers, equally wide hidden layers with rectifiers and dropout, one number a step. */
    static Chain ofWindow(int units, int layers, double dropout, int steps) {
        int[] widths = new int[layers];
        Arrays.fill(widths, units);
        return hidden(new Chain().then("flat", Chain::flat), dropout, steps, widths);
    }

    private static Chain hidden(Chain chain, double dropout, int outputs, int... widths) {
        for (int i = 0; i < widths.length; i++) {
            chain.add("dense" + (i + 1), Linear.builder().setUnits(widths[i]).build())
                    .then("relu" + (i + 1), Residual::relu)
                    .dropout("dropout" + (i + 1), dropout);
        }
        return chain.add("head", Linear.builder().setUnits(outputs).build());
    }

    /**
     * Two hidden layers of leaky rectifiers (slope 0.2), as the generator and the discriminator of the article's GAN.
     */
    static Chain leaky(int units, int outputs) {
        return leaky(units, outputs, UnaryOperator.identity());
    }

    /** @param layers what is made of each linear layer, see {@link Spectral#layers} */
    static Chain leaky(int units, int outputs, UnaryOperator<Block> layers) {
        return new Chain()
                .add("dense1", layers.apply(Linear.builder().setUnits(units).build()))
                .then("leaky1", x -> x.getNDArrayInternal().leakyRelu(0.2f))
                .add("dense2", layers.apply(Linear.builder().setUnits(units).build()))
                .then("leaky2", x -> x.getNDArrayInternal().leakyRelu(0.2f))
                .add("head", layers.apply(Linear.builder().setUnits(outputs).build()));
    }
}
