package io.riskloom.app.inside;

/** A cell of a layer whose receptive field is drawn on the input. */
record Trace(String layer, int row, int column) {}
