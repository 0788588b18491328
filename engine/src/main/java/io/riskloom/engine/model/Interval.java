package io.riskloom.engine.model;

/** A 95 % interval unless its metric says otherwise. */
public record Interval(double low, double high) {}
