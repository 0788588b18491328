package io.riskloom.engine.feature;

import java.util.stream.IntStream;

/**
 * A run of days by their index in the series, both ends included; empty where {@code last} is {@code first} − 1.
 */
public record Span(int first, int last) {

    public Span {
        if (first < 0 || last < first - 1) {
            throw new IllegalArgumentException("span from " + first + " to " + last);
        }
    }

    public int size() {
        return last - first + 1;
    }

    public boolean contains(int day) {
        return day >= first && day <= last;
    }

    /** The days in ascending order. */
    public int[] days() {
        return IntStream.rangeClosed(first, last).toArray();
    }

    /** Every {@code stride}th day, the last one included, in ascending order. */
    public int[] days(int stride) {
        if (stride < 1) {
            throw new IllegalArgumentException("stride must be at least 1, not " + stride);
        }
        return IntStream.rangeClosed(first, last)
                .filter(day -> (last - day) % stride == 0)
                .toArray();
    }
}
