package io.riskloom.app.playground;

import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.Pooling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explanations as lines of arithmetic. Values of padding stand in brackets; ≈ where a shown number was rounded. */
final class Arithmetic {

    private Arithmetic() {}

    /** Such as {@code 4·(1) + 2·(0) + 0.5}, {@code max{1, 2, 4, 5}} or {@code (1 + 2 + 4 + 5) / 4}. */
    static String terms(Explanation e) {
        return terms(e, e.terms().size() - 1);
    }

    /** As above up to a term; the bias is the last. */
    static String terms(Explanation e, int last) {
        List<Explanation.Term> shown = e.terms().subList(0, last + 1);
        if (e.kind().isPresent()) {
            boolean max = e.kind().get() == Pooling.Kind.MAX;
            String values = shown.stream()
                    .map(t -> max ? CellText.of(t.value()) : value(t))
                    .collect(Collectors.joining(max ? ", " : " + "));
            return max
                    ? "max{" + values + "}"
                    : "(" + values + ") / " + e.terms().size();
        }
        String sum = shown.stream()
                .map(t -> value(t) + "·(" + CellText.of(t.weight()) + ")")
                .collect(Collectors.joining(" + "));
        if (e.bias() == 0 || e.manyChannels()) {
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
        double result = e.shares().get(e.shown());
        boolean many = e.manyChannels();
        boolean exact = CellText.exact(many ? result : e.sum())
                && (many || CellText.exact(e.bias()))
                && e.terms().stream().allMatch(t -> CellText.exact(t.value()) && CellText.exact(t.weight()));
        return equal(exact) + "\u00a0" + CellText.of(many ? result : e.sum());
    }

    private static String equal(boolean exact) {
        return exact ? " =" : " ≈";
    }

    /** What the terms up to one come to: the running sum, the largest so far, the mean's share so far. */
    static double partial(Explanation e, int last) {
        if (e.kind().isEmpty()) {
            return e.running().get(last);
        }
        return e.kind().get() == Pooling.Kind.MAX
                ? e.terms().stream()
                        .limit(last + 1L)
                        .mapToDouble(Explanation.Term::value)
                        .max()
                        .orElseThrow()
                : e.terms().stream()
                        .limit(last + 1L)
                        .mapToDouble(t -> t.value() * t.weight())
                        .sum();
    }

    static Optional<String> runningSum(Explanation e) {
        return runningSum(e, e.terms().size() - 1);
    }

    /** The bias where there is one, then the sum after each term up to one; empty for pooling. */
    static Optional<String> runningSum(Explanation e, int last) {
        if (e.kind().isPresent()) {
            return Optional.empty();
        }
        List<Double> sums = new ArrayList<>(e.running().subList(0, last + 1));
        if (e.bias() != 0 && !e.manyChannels()) {
            sums.addFirst(e.bias());
        }
        return Optional.of(sums.stream().map(CellText::of).collect(Collectors.joining(" → ")));
    }

    /** Shares of several channels and the bias: {@code 3 + (−4) + 0.5 = −0.5}; empty for one channel. */
    static Optional<String> channels(Explanation e) {
        if (!e.manyChannels()) {
            return Optional.empty();
        }
        String sum = e.shares().stream().map(Arithmetic::bracketed).collect(Collectors.joining(" + "));
        String bias = e.bias() == 0 ? "" : (e.bias() < 0 ? " − " : " + ") + CellText.of(Math.abs(e.bias()));
        boolean exact = CellText.exact(e.sum())
                && CellText.exact(e.bias())
                && e.shares().stream().allMatch(CellText::exact);
        return Optional.of(sum + bias + equal(exact) + "\u00a0" + CellText.of(e.sum()));
    }

    /** Such as {@code ReLU(−3) = max(0, −3) = 0}; empty without an activation. */
    static Optional<String> activated(Explanation e) {
        String x = CellText.of(e.sum());
        Optional<String> left =
                switch (e.activation()) {
                    case NONE -> Optional.empty();
                    case RELU -> Optional.of("ReLU(" + x + ") = max(0, " + x + ")");
                    case LEAKY_RELU ->
                        Optional.of(
                                "LeakyReLU(" + x + ")" + (e.sum() > 0 ? "" : " = " + Activation.LEAK + "·(" + x + ")"));
                    case SIGMOID -> Optional.of("σ(" + x + ") = 1 / (1 + exp(" + CellText.of(-e.sum()) + "))");
                    case TANH -> Optional.of("tanh(" + x + ")");
                };
        boolean exact = CellText.exact(e.value()) && CellText.exact(e.sum());
        return left.map(words -> words + equal(exact) + "\u00a0" + CellText.of(e.value()));
    }

    static String bracketed(double value) {
        return value < 0 ? "(" + CellText.of(value) + ")" : CellText.of(value);
    }
}
