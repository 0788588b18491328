package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A network that makes standardised daily returns of noise, with the noise that it wants. */
interface Generator extends AutoCloseable {

    Network network();

    /** Noise for so many windows, from the native random numbers. */
    NDArray noise(NDManager manager, int windows);

    /**
     * Standardised returns of paths of any length.
     *
     * @param seed of the native random numbers and of all else that is drawn
     * @return paths × length
     * @throws java.util.concurrent.CancellationException see {@link Network#cancelWhen}
     */
    float[][] paths(int paths, int length, long seed);

    /** Windows from fresh noise, row after row. */
    default float[] draw(int windows) {
        try (NDManager scratch = network().manager().newSubManager()) {
            return network().forward(noise(scratch, windows), false).toFloatArray();
        }
    }

    @Override
    default void close() {
        network().close();
    }
}
