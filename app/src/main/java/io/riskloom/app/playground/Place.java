package io.riskloom.app.playground;

/** A cell of a grid; rows and columns count from 0 and may be negative in padding. */
record Place(int row, int column) {}
