package io.riskloom.engine.djl;

/** A network that makes days of noise, a window in each row. */
interface Generator extends Sampler {

    /**
     * Paths of any length, in the numbers that the network learnt.
     *
     * @param wanted how many and how long; every block of paths starts the native random numbers anew
     * @param recent numbers of the recent history that each path continues, none for a generator without condition and for
     *     histories drawn by the generator's own lights
     * @return paths × (length · series), day after day
     * @throws java.util.concurrent.CancellationException see {@link Network#cancelWhen}
     */
    float[][] paths(Wanted wanted, float[]... recent);

    /**
     * @param first index of the first path, see {@link io.riskloom.engine.model.PathRequest}
     */
    record Wanted(int first, int paths, int length, long seed) {}
}
