package io.riskloom.engine.model;

/** On which parts of its data a run is trained, stopped and judged; part of every specification. */
public interface Validation {

    /** One test part, cut off once. */
    String HOLD_OUT = "holdout";

    String EXPANDING = "expanding";
    String SLIDING = "sliding";
    String K_FOLD = "kfold";
    String GROUPED = "grouped";

    /**
     * {@value #HOLD_OUT}; for prices {@value #EXPANDING} (each fold trains on all days before its test days) or
     * {@value #SLIDING} (on the last of them, as many as the first fold trains
     * on; validation and test days are those of the other scheme); for applicants {@value #K_FOLD} (stratified)
     * or {@value #GROUPED} (stratified, rows of one group stay together).
     */
    String scheme();

    /** Test parts of a scheme in folds. */
    int folds();

    /** The fold that a run in folds trains, from 1; 0 for all of them. */
    int fold();

    /** Days left out between two spans beyond the horizon. */
    default int embargo() {
        return 0;
    }

    /** How often all is trained, with the seeds seed, seed + 1, …. */
    int repeats();

    default boolean inFolds() {
        return !scheme().equals(HOLD_OUT);
    }

    /** How many runs it stands for. */
    default int runs() {
        return repeats() * (inFolds() && fold() == 0 ? folds() : 1);
    }

    /** Whether it stands for several runs and not for one. */
    default boolean study() {
        return runs() > 1;
    }
}
