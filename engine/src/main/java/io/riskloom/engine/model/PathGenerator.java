package io.riskloom.engine.model;

/** Generates price paths. */
public non-sealed interface PathGenerator extends TrainedModel {
    /**
     * @param paths  how many
     * @param length steps of each; a generator of fixed length draws several blocks and joins them
     * @param seed   the same seed gives the same paths on one thread
     * @return daily log returns
     */
    PathSet generate(int paths, int length, long seed);
}
