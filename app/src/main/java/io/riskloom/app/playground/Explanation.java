package io.riskloom.app.playground;

import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.Pooling;
import java.util.List;
import java.util.Optional;

/**
 * How one output cell came about.
 *
 * @param kind       of the pooling; empty for a convolution
 * @param terms      of the shown channel, in reading order of the window
 * @param bias       of the filter; 0 in pooling
 * @param running    the sum after each term, from the bias on where there is one channel, else from 0; empty for pooling
 * @param shares     what each channel that the filter reads adds to its sum; one in pooling
 * @param shown      which of the shares the terms are of
 * @param sum        bias and shares; the output before the activation
 * @param activation of the filter
 */
record Explanation(
        Optional<Pooling.Kind> kind,
        List<Term> terms,
        double bias,
        List<Double> running,
        List<Double> shares,
        int shown,
        double sum,
        Activation activation,
        double value) {

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
        shares = List.copyOf(shares);
    }

    static Explanation pooled(Pooling.Kind kind, List<Term> terms, double value) {
        return new Explanation(
                Optional.of(kind), terms, 0, List.of(), List.of(value), 0, value, Activation.NONE, value);
    }

    boolean manyChannels() {
        return shares.size() > 1;
    }
}
