package io.riskloom.app.playground;

import io.riskloom.engine.feature.Pooling;
import java.util.List;
import java.util.Optional;

/**
 * How one output cell came about.
 *
 * @param kind    of the pooling; empty for a convolution
 * @param terms   in reading order of the window
 * @param bias    where the sum starts; 0 in pooling
 * @param running the sum after each term; empty for pooling
 */
record Explanation(Optional<Pooling.Kind> kind, List<Term> terms, double bias, List<Double> running, double value) {

    /**
     * One input cell under the window.
     *
     * @param place  where the window looks, beyond the input in padding
     * @param source the input cell whose value that is; empty for padding with zeros
     * @param weight of the kernel; its share in the output in pooling
     */
    record Term(Place place, Optional<Place> source, double value, double weight) {
        boolean padded() {
            return !source.equals(Optional.of(place));
        }
    }

    Explanation {
        terms = List.copyOf(terms);
        running = List.copyOf(running);
    }
}
