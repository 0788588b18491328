package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;

/**
 * The articles' small network over pictures: three convolutions with filters, 2·filters and 2·filters (32, 64, 64), each
 * with a rectifier and 2×2 max pooling, then a dense layer. Odd kernels keep the picture's size, even ones take a row and
 * a column from it.
 */
final class Cnn {
    private Cnn() {}

    static Chain of(int filters, int kernel, int units, double dropout, int classes) {
        Chain chain = new Chain();
        for (int i = 1; i <= 3; i++) {
            chain.add(
                            "conv" + i,
                            new Chain()
                                    .add("conv", conv(i == 1 ? filters : 2 * filters, kernel))
                                    .then("relu", Residual::relu))
                    .add("pool" + i, new MaxPool(2, 2, 0));
        }
        return chain.then("flat", Chain::flat)
                .add("dense", Linear.builder().setUnits(units).build())
                .then("relu", Residual::relu)
                .dropout("dropout", dropout)
                .add("head", Linear.builder().setUnits(classes).build());
    }

    private static Block conv(int filters, int kernel) {
        long padding = (kernel - 1) / 2;
        return Conv2d.builder()
                .setKernelShape(new Shape(kernel, kernel))
                .setFilters(filters)
                .optPadding(new Shape(padding, padding))
                .build();
    }
}
