package io.riskloom.engine.model;

/** Generates price paths. */
public non-sealed interface PathGenerator extends TrainedModel {

    PathSet generate(PathRequest request);

    /** Whether paths continue a recent history, see {@link #nextDay}. */
    default boolean conditional() {
        return false;
    }

    /**
     * Draws of the main series' next daily log return after some days, of a conditional generator.
     *
     * @param returns daily log returns, series × days, the main one first
     * @param origins indices of the last known return; enough days lie before each
     * @return origins × draws
     * @throws UnsupportedOperationException where the generator is not conditional
     */
    default double[][] nextDay(double[][] returns, int[] origins, int draws, long seed) {
        throw new UnsupportedOperationException("not conditional");
    }
}
