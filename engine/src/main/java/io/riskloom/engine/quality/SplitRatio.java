package io.riskloom.engine.quality;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * New shares for old ones: 7:1 where each share became seven, 1:10 where ten became one. Prices before it are divided by the
 * ratio, volume is multiplied by it.
 */
record SplitRatio(int shares, int before) {

    private static final double TOLERANCE = Math.log(1.02);
    private static final SplitRatio[] SIMPLE = Stream.concat(
                    Stream.of(new SplitRatio(3, 2), new SplitRatio(2, 3)),
                    Stream.of(2, 3, 4, 5, 7, 8, 10, 15, 20, 25, 50)
                            .flatMap(n -> Stream.of(new SplitRatio(n, 1), new SplitRatio(1, n))))
            .toArray(SplitRatio[]::new);

    /** Smallest log return that any of the simple ratios makes. */
    static final double LEAST = Math.log(1.5) - TOLERANCE;

    SplitRatio {
        if (shares < 1 || before < 1) {
            throw new IllegalArgumentException("a ratio of positive numbers, not " + shares + ":" + before);
        }
    }

    /** The simple ratio within 2 % of what a log return would mean. */
    static Optional<SplitRatio> of(double logReturn) {
        for (SplitRatio ratio : SIMPLE) {
            if (Math.abs(logReturn + Math.log(ratio.value())) <= TOLERANCE) {
                return Optional.of(ratio);
            }
        }
        return Optional.empty();
    }

    double value() {
        return (double) shares / before;
    }

    @Override
    public String toString() {
        return shares + ":" + before;
    }

    /**
     * The ratio's value in a step: {@code 7}, {@code 7:1}, {@code 1:10} or {@code 1.5}.
     *
     * @throws IllegalArgumentException where the text is none of these or the ratio not positive
     */
    static double parse(String text) {
        String[] parts = text.split(":", 2);
        double ratio = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
        if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a positive ratio, not " + text);
        }
        return ratio;
    }

    /** As a step holds it: a plain number where one share became several. */
    String text() {
        return before == 1 ? String.valueOf(shares) : toString();
    }
}
