package io.riskloom.app.playground;

import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.Pooling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explanations as lines of arithmetic. Values of padding stand in brackets; ≈ where a shown number was rounded. */
final class Arithmetic {

    private Arithmetic() {}

    /** Such as {@code 4·(1) + 2·(0) + 0.5}, {@code max{1, 2, 4, 5}} or {@code (1 + 2 + 4 + 5) / 4}. */
    static String terms(Explanation e) {
        if (e.kind().isPresent()) {
            boolean max = e.kind().get() == Pooling.Kind.MAX;
            String values = e.terms().stream()
                    .map(t -> t.value() < 0 && !max ? "(" + CellText.of(t.value()) + ")" : CellText.of(t.value()))
                    .collect(Collectors.joining(max ? ", " : " + "));
            return max
                    ? "max{" + values + "}"
                    : "(" + values + ") / " + e.terms().size();
        }
        String sum = e.terms().stream()
                .map(t -> value(t) + "·(" + CellText.of(t.weight()) + ")")
                .collect(Collectors.joining(" + "));
        if (e.bias() == 0) {
            return sum;
        }
        return sum + (e.bias() < 0 ? " − " : " + ") + CellText.of(Math.abs(e.bias()));
    }

    private static String value(Explanation.Term term) {
        String value = CellText.of(term.value());
        return term.padded() ? "[" + value + "]" : term.value() < 0 ? "(" + value + ")" : value;
    }

    /** Such as {@code  = 10}; with ≈ where any number shown is not the whole truth. Both parts stay on one line. */
    static String result(Explanation e) {
        boolean exact = CellText.exact(e.value())
                && CellText.exact(e.bias())
                && e.terms().stream().allMatch(t -> CellText.exact(t.value()) && CellText.exact(t.weight()));
        return (exact ? " =\u00a0" : " ≈\u00a0") + CellText.of(e.value());
    }

    /** The bias where there is one, then the sum after each term; empty for pooling. */
    static Optional<String> runningSum(Explanation e) {
        if (e.kind().isPresent()) {
            return Optional.empty();
        }
        Stream<Double> sums = e.running().stream();
        return Optional.of((e.bias() == 0 ? sums : Stream.concat(Stream.of(e.bias()), sums))
                .map(CellText::of)
                .collect(Collectors.joining(" → ")));
    }

    /** The output's rows, and its columns where their sum is another, as ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1. */
    static List<String> sizes(PlaygroundState s) {
        String rows;
        String columns;
        if (s.mode() == PlaygroundState.Mode.POOLING) {
            rows = pooled(s.input().rows(), s.pool().rows(), s.pool().stride());
            columns = pooled(s.input().columns(), s.pool().columns(), s.pool().stride());
        } else {
            rows = convolved(s, s.input().rows(), s.kernel().rows());
            columns = convolved(s, s.input().columns(), s.kernel().columns());
        }
        return rows.equals(columns) ? List.of(rows) : List.of(rows, columns);
    }

    private static String convolved(PlaygroundState s, int n, int k) {
        return "⌊(" + n + " + 2·" + s.padding() + " − " + s.dilation() + "·(" + k + "−1) − 1)/" + s.stride()
                + "⌋ + 1 = " + CellText.of(Convolution.outputSize(n, k, s.stride(), s.padding(), s.dilation()));
    }

    private static String pooled(int n, int window, int stride) {
        return "⌊(" + n + " − " + window + ")/" + stride + "⌋ + 1 = "
                + CellText.of(Convolution.outputSize(n, window, stride, 0, 1));
    }
}
