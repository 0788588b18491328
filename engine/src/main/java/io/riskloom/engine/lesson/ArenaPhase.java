package io.riskloom.engine.lesson;

/** Who learns in a step. */
public enum ArenaPhase {
    /** The discriminator so many times, then the generator so many times. */
    BOTH,
    GENERATOR,
    DISCRIMINATOR
}
