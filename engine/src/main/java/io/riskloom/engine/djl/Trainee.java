package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What {@link TrainingLoop} drives: one or two networks with their data and optimisers. */
interface Trainee {

    /** Steps of one epoch. */
    int steps();

    /** Highest learning rate of the (first) network, which {@link #step}'s factor scales. */
    double peakRate();

    /**
     * Prepares an epoch; all chance in it (order of the data, dropout, noise) follows from the seed.
     *
     * @param seed differs from epoch to epoch
     */
    void begin(long seed);

    /**
     * One step.
     *
     * @param factor share of the peak learning rate, in (0, 1]
     * @return norm of the gradients, not finite where the step failed and changed nothing
     */
    double step(int index, double factor);

    /** Closes an epoch of which some steps were not made. */
    void breakOff();

    /**
     * Closes the epoch and scores it on held-out data.
     *
     * @param cancelled asked between parts of the held-out data
     * @return empty where it was cancelled
     */
    Optional<Figures> end(BooleanSupplier cancelled);

    /** What a finished model needs. */
    Map<String, NDArray> weights();

    /** What going on needs, beside the number of steps: all weights and the optimisers' moments. */
    Map<String, NDArray> state();

    /** Tells that {@link #state()} was filled from a checkpoint taken after so many steps. */
    void resumeAt(long steps);

    /**
     * Figures of an epoch.
     *
     * @param trainLoss mean over the steps
     * @param validLoss on held-out data
     * @param score     decides which epoch's weights are kept: the smallest
     * @param values    further figures by name
     */
    record Figures(double trainLoss, double validLoss, double score, Map<String, Double> values) {
        public Figures {
            values = Map.copyOf(values);
        }
    }
}
