package io.riskloom.engine.djl;

import java.util.SplittableRandom;

/** What is real in a duel. */
interface ArenaReals {

    /** Numbers of a row. */
    int width();

    /** So many rows, one after the other. */
    float[] draw(SplittableRandom random, int rows);
}
