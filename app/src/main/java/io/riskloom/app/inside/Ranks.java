package io.riskloom.app.inside;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Places in the order of numbers. */
final class Ranks {

    private Ranks() {}

    /** Of the largest first; equal ones keep their order, NaN come last. */
    static int[] descending(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> Double.isNaN(numbers[i]) ? Double.POSITIVE_INFINITY : -numbers[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
