package io.riskloom.engine.feature;

/** A set-up of a convolution or pooling that is possible, near one that is not. */
public record Suggestion(int kernelRows, int kernelColumns, int stride, int padding, int dilation) {}
