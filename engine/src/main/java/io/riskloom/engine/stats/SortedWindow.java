package io.riskloom.engine.stats;

import java.util.Arrays;

/** The last values of a stream, at most {@code size}, kept in order of size. */
final class SortedWindow {

    private final double[] ring;
    private final double[] sorted;
    private int added;

    SortedWindow(int size) {
        ring = new double[size];
        sorted = new double[size];
    }

    int count() {
        return Math.min(added, ring.length);
    }

    /** Puts a value in, the oldest one out where the window is full. */
    void add(double value) {
        int slot = added % ring.length;
        int n = count();
        if (n == ring.length) {
            int old = Arrays.binarySearch(sorted, 0, n, ring[slot]);
            System.arraycopy(sorted, old + 1, sorted, old, n - old - 1);
            n--;
        }
        int found = Arrays.binarySearch(sorted, 0, n, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, at, sorted, at + 1, n - at);
        sorted[at] = value;
        ring[slot] = value;
        added++;
    }

    /** As {@link Quantiles#of}. */
    double quantile(double p) {
        return Quantiles.ofSorted(sorted, count(), p);
    }
}
