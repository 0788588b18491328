package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A network that makes rows of noise, with the noise that it wants. */
interface Sampler extends AutoCloseable {

    Network network();

    /** Noise for so many rows, from the native random numbers. */
    NDArray noise(NDManager manager, int rows);

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
