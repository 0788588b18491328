package io.riskloom.app.playground;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A dense layer of three classes on top of the flattened maps. Its weights are drawn by seed from a normal of spread 0.3/√n for
 * n values, to three decimals, so that they exist for maps of any size; those that the user typed stand in their place.
 *
 * @param own typed weights by class and flattened position
 */
record DenseEnd(long seed, Map<Slot, Double> own) {

    static final int CLASSES = 3;

    /** Small enough that no class is certain for inputs up to ten. */
    private static final double SPREAD = 0.3;

    record Slot(int kind, int position) {}

    DenseEnd {
        own = Map.copyOf(own);
    }

    static DenseEnd first() {
        return new DenseEnd(1, Map.of());
    }

    /** New weights; typed ones go. */
    DenseEnd drawn() {
        return new DenseEnd(seed + 1, Map.of());
    }

    DenseEnd with(int kind, int position, double weight) {
        Map<Slot, Double> next = new HashMap<>(own);
        next.put(new Slot(kind, position), weight);
        return new DenseEnd(seed, next);
    }

    /** Classes × values. */
    double[][] weights(int values) {
        double[][] weights = new double[CLASSES][values];
        Random random = new Random(seed);
        for (int kind = 0; kind < CLASSES; kind++) {
            for (int i = 0; i < values; i++) {
                double drawn = Math.rint(SPREAD * 1000 * random.nextGaussian() / Math.sqrt(values)) / 1000 + 0.0;
                weights[kind][i] = own.getOrDefault(new Slot(kind, i), drawn);
            }
        }
        return weights;
    }
}
