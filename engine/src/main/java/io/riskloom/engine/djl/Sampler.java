package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A network that makes rows of noise, with the noise that it wants. */
interface Sampler extends AutoCloseable {

    Network network();

    /** Noise for so many rows, from the native random numbers. */
    NDArray noise(NDManager manager, int rows);

    /** Noise for rows that are to answer real ones: a conditional sampler takes over their conditions. */
    default NDArray noise(NDManager manager, NDArray real) {
        return noise(manager, Math.toIntExact(real.getShape().get(0)));
    }

    /** Rows as the judge is shown them: the network's answers, behind a condition where there is one. */
    default NDArray rows(NDArray noise, boolean training) {
        return network().forward(noise, training);
    }

    /**
     * What a generator learns beside its judge's answers: a single number, recorded, that is added to its loss; null for
     * nothing.
     */
    default NDArray beside(NDArray real, NDArray fake) {
        return null;
    }

    /** Rows from fresh noise, one after the other. */
    default float[] draw(int rows) {
        try (NDManager scratch = network().manager().newSubManager()) {
            return network().forward(noise(scratch, rows), false).toFloatArray();
        }
    }

    @Override
    default void close() {
        network().close();
    }
}
