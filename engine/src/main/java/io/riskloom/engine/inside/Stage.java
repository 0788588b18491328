package io.riskloom.engine.inside;

/** Which weights of a run's network are looked at. */
public enum Stage {
    /** Before the first step: drawn again from the run's seed, on the device in use. */
    INITIAL,
    /** Those that the run kept and answers with. */
    TRAINED,
    /** After the last step, where the run keeps an earlier epoch's. */
    LAST
}
