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
 */
public record Evaluation(
        Map<String, Double> metrics,
        Map<String, Interval> intervals,
        List<ChallengerScore> challengers,
        Notice verdict,
        int good,
        List<Notice> warnings,
        Details details) {
    public Evaluation {
        metrics = Map.copyOf(metrics);
        intervals = Map.copyOf(intervals);
        challengers = List.copyOf(challengers);
        warnings = List.copyOf(warnings);
    }

    /** The same with more warnings after its own. */
    public Evaluation with(List<Notice> more) {
        List<Notice> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Evaluation(metrics, intervals, challengers, verdict, good, all, details);
    }
}
