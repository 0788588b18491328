package io.riskloom.engine.djl;

/**
 * The largest cell of each channel's map at each of several places.
 *
 * @param channels of the layer
 * @param columns  of a map
 * @param places   that were looked at, ascending
 * @param value    places × channels, one place after the other
 * @param cell     where it lies in the map, row by row; of the same order
 */
record Excited(int channels, int columns, int[] places, float[] value, int[] cell) {}
