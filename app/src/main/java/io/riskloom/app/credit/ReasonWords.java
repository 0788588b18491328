package io.riskloom.app.credit;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Explanation.Reason;
import java.util.List;

/** Reasons in words. */
final class ReasonWords {

    /** Below this share of all contributions a column is no reason. */
    private static final double SMALL = 0.01;

    private ReasonWords() {}

    /**
     * {@code duration is 48 (typical: 18): raises the risk}.
     *
     * @param numeric whether the column holds numbers; texts stand in quotation marks
     */
    static String code(Reason reason, boolean numeric, Texts texts) {
        String side = texts.get(reason.contribution() > 0 ? "credit.explain.raises" : "credit.explain.lowers");
        if (reason.value().isEmpty()) {
            return texts.get("credit.explain.reason.missing", reason.column(), side);
        }
        String value = quoted(reason.value(), numeric, texts);
        if (reason.typical().isEmpty()) {
            return texts.get("credit.explain.reason.plain", reason.column(), value, side);
        }
        return reason.typical().equals(reason.value())
                ? texts.get("credit.explain.reason.same", reason.column(), value, side)
                : texts.get(
                        "credit.explain.reason",
                        reason.column(),
                        value,
                        quoted(reason.typical(), numeric, texts),
                        side);
    }

    private static String quoted(String value, boolean numeric, Texts texts) {
        return numeric ? value : texts.get("credit.explain.quoted", value);
    }

    /** What a bar of the chart is called: {@code duration = 48}. */
    static String bar(Reason reason, Texts texts) {
        return reason.column() + " = "
                + (reason.value().isEmpty() ? texts.get("credit.scorecard.bin.missing") : reason.value());
    }

    /** The strongest reasons of each side: first those that raise the risk, then those that lower it. */
    static List<Reason> strongest(Explanation of, boolean raising, int most) {
        double all = of.reasons().stream()
                .mapToDouble(r -> Math.abs(r.contribution()))
                .sum();
        return of.reasons().stream()
                .filter(r -> raising ? r.contribution() > 0 : r.contribution() < 0)
                .filter(r -> Math.abs(r.contribution()) >= SMALL * all)
                .limit(most)
                .toList();
    }

    /** How the contributions were found, and how far they can be trusted. */
    static String method(Explanation of, Texts texts) {
        return switch (of.method()) {
            case "exact" -> texts.get("credit.explain.method.exact");
            case "sampled" -> texts.get("credit.explain.method.sampled", Formats.compact(of.error()));
            default -> texts.get("credit.explain.method.gradients", Formats.compact(Math.abs(of.gap())));
        };
    }
}
