package io.riskloom.app.playground;

/** Which channel, filter and class are shown large; looking elsewhere is no edit. */
record Look(int channel, int filter, int kind) {}
