package io.riskloom.app.inside;

/**
 * A cell of a tile that the mouse or the cursor points at.
 *
 * @param other its value by the other stage's weights, NaN where there is none
 */
record Pointed(int channel, int row, int column, double value, double other) {}
