package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What {@link TrainingLoop} drives: one or two networks with their data and optimisers. The loop starts the native
 * random numbers anew before every step and before {@link #end}, so that dropout and noise follow from the run's seed
 * and the number of the step alone.
 */
interface Trainee {

    /** Steps of one epoch. */
    int steps();

    /** Rows of one step. */
    int batch();

    /** Rows that a step learns: {@link #batch}, or fewer in an epoch's last. */
    int rows(int index);

    /** Changes the rows of one step; no epoch is open. */
    void batch(int rows);

    /** Highest learning rate of the (first) network, which {@link #step}'s factor scales. */
    double peakRate();

    /**
     * Prepares an epoch.
     *
     * @param seed decides the order of the data; differs from epoch to epoch
     * @param from steps of this epoch that are done and whose sums {@link #state()} holds; from 0 the sums start anew
     */
    void begin(long seed, int from);

    /**
     * One step.
     *
     * @param factor share of the peak learning rate, in (0, 1]
     * @return norm of the gradients, not finite where the step failed and changed nothing
     */
    double step(int index, double factor);

    /** Closes an epoch of which some steps were not made; does nothing where none was begun. */
    void breakOff();

    /**
     * Closes the epoch and scores it on held-out data.
     *
     * @param rows      that the epoch has learnt, whose losses were summed
     * @param cancelled asked between parts of the held-out data
     * @return empty where it was cancelled
     */
    Optional<Figures> end(long rows, BooleanSupplier cancelled);

    /** The weights that steps move, of all networks. */
    Collection<NDArray> trained();

    /** What a finished model needs. */
    Map<String, NDArray> weights();

    /** What going on needs, beside the number of steps: all weights, the optimisers' memory, the epoch's sums. */
    Map<String, NDArray> state();

    /** Tells that {@link #state()} was filled from a checkpoint taken after so many steps of the optimisers. */
    void resumeAt(long steps);

    /**
     * Figures of an epoch.
     *
     * @param trainLoss mean over the rows that were learnt
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
