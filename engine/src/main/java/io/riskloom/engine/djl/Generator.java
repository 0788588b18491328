package io.riskloom.engine.djl;

/** A network that makes standardised daily returns of noise, a window in each row. */
interface Generator extends Sampler {

    /**
     * Standardised returns of paths of any length.
     *
     * @param seed of the native random numbers and of all else that is drawn
     * @return paths × length
     * @throws java.util.concurrent.CancellationException see {@link Network#cancelWhen}
     */
    float[][] paths(int paths, int length, long seed);
}
