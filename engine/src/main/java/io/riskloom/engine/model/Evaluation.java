package io.riskloom.engine.model;

import io.riskloom.engine.data.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a trained model did on data it never saw.
 *
 * @param metrics     by the names of CONTRACTS.md ({@link Metric})
 * @param intervals   95 % intervals of some of them
 * @param challengers plain models on the same data
 * @param verdict     the whole in one sentence
 * @param good        1 better than the challenger, 0 no better, −1 worse: the colour of the verdict
 * @param warnings    what a reader must know
 * @param details     what the task's charts show
 * @param audits      trials of whether something looked ahead; a kind may be missing, see {@link #auditNotes}
 */
public record Evaluation(
        Map<String, Double> metrics,
        Map<String, Interval> intervals,
        List<ChallengerScore> challengers,
        Notice verdict,
        int good,
        List<Notice> warnings,
        Details details,
        List<Audit> audits) {
    public Evaluation {
        metrics = Map.copyOf(metrics);
        intervals = Map.copyOf(intervals);
        challengers = List.copyOf(challengers);
        warnings = List.copyOf(warnings);
        audits = audits == null ? List.of() : List.copyOf(audits); // runs of earlier versions have none
    }

    /** Without audits. */
    public Evaluation(
            Map<String, Double> metrics,
            Map<String, Interval> intervals,
            List<ChallengerScore> challengers,
            Notice verdict,
            int good,
            List<Notice> warnings,
            Details details) {
        this(metrics, intervals, challengers, verdict, good, warnings, details, List.of());
    }

    /** The same with audits, each of which that failed is a warning before all others. */
    public Evaluation audited(List<Audit> made) {
        List<Notice> all = new ArrayList<>();
        made.stream().filter(audit -> !audit.passed()).forEach(audit -> all.add(audit.warning()));
        all.addAll(warnings);
        return new Evaluation(metrics, intervals, challengers, verdict, good, all, details, made);
    }

    /** Those of the warnings that say why an audit was not made or where it was broken off. */
    public List<Notice> auditNotes() {
        return warnings.stream()
                .filter(warning -> warning.key().startsWith("run.warning.noAudit"))
                .toList();
    }

    /** The same with more warnings after its own. */
    public Evaluation with(List<Notice> more) {
        List<Notice> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Evaluation(metrics, intervals, challengers, verdict, good, all, details, audits);
    }
}
