package io.riskloom.app.playground;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The dense end as lines of arithmetic. */
final class DenseArithmetic {

    private DenseArithmetic() {}

    /** z of one class up to a value: {@code … + 0.3·(−0.21)} and the sum so far. */
    static String logit(DenseWorking w, int kind, int position) {
        String before = position == 0 ? "" : CellText.of(DenseWorking.product(w.weights()[kind], w.values(), position));
        double through = DenseWorking.product(w.weights()[kind], w.values(), position + 1);
        return before + (position == 0 ? "" : " + ") + Arithmetic.bracketed(w.values()[position]) + "·("
                + CellText.of(w.weights()[kind][position]) + ") ≈\u00a0" + CellText.of(through);
    }

    /** Such as {@code exp(1.2) / (exp(1.2) + exp(0.3) + exp(−0.5)) ≈ 0.62}. */
    static String softmax(DenseWorking w, int kind) {
        String all = IntStream.range(0, w.logits().length)
                .mapToObj(k -> "exp(" + CellText.of(w.logits()[k]) + ")")
                .collect(Collectors.joining(" + "));
        return "exp(" + CellText.of(w.logits()[kind]) + ") / (" + all + ") ≈\u00a0"
                + CellText.of(w.probabilities()[kind]);
    }
}
