package io.riskloom.engine.lesson;

/**
 * What a recurrent cell remembers after each day, as the native library calculates it.
 *
 * @param hidden days × units
 * @param cell   days × units; empty of a GRU, which has no cell state
 */
public record CellStates(double[][] hidden, double[][] cell) {}
