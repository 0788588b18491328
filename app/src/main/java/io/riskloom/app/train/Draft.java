package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import java.util.Optional;

/**
 * What can be told of a run before it is known whether it can be.
 *
 * @param split    empty where the data cannot be cut as the settings say
 * @param layers   empty where there can be no such network
 * @param plan     where both are there
 * @param obstacle what speaks against the run
 */
record Draft(Optional<SplitPlan> split, Optional<LayerPlan> layers, Optional<Plan> plan, Optional<Notice> obstacle) {

    static final Draft NONE = new Draft(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Bytes that a layer takes in training, −1 where that is not known. */
    long memory(int layer) {
        return plan.map(made -> made.memory().layers().get(layer)).orElse(-1L);
    }

    /** The plan where nothing speaks against it. */
    Optional<Plan> possible() {
        return obstacle.isPresent() ? Optional.empty() : plan;
    }
}
