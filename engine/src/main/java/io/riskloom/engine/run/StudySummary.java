package io.riskloom.engine.run;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the finished runs of a study say together. A spread over folds is no standard error: the folds share training data,
 * so that their scores depend on each other, and a difference must be large beside its spread to mean anything. Every run
 * counts alike. Repeats differ in their starting weights and batches; of applicants also in the rows that they test.
 *
 * @param rows        every planned run, in order
 * @param metrics     of the model, by name in alphabetical order, without p-values, whose mean is none
 * @param challengers that judged the same test parts
 */
public record StudySummary(List<Row> rows, Map<String, Spread> metrics, List<Challenger> challengers) {

    private static final List<String> P_VALUES = List.of(Metric.DM_P_VALUE, Metric.HOSMER_LEMESHOW);

    public StudySummary {
        rows = List.copyOf(rows);
        challengers = List.copyOf(challengers);
    }

    /**
     * @param run     empty where it was not begun
     * @param refusal why it could not be begun or its end not be stored
     */
    public record Row(StudyPlan.Member member, Optional<Run> run, Optional<Notice> refusal) {

        public Optional<Evaluation> evaluation() {
            return run.map(Run::outcome)
                    .filter(Outcome.Finished.class::isInstance)
                    .map(outcome -> ((Outcome.Finished) outcome).evaluation());
        }

        /** The outcome's word; {@code waiting} where the run was not begun. */
        public String state() {
            return refusal.isPresent()
                    ? "failed"
                    : run.map(r -> r.outcome().word()).orElse("waiting");
        }

        /** Why it failed. */
        public Optional<Notice> reason() {
            return refusal.or(() -> run.map(Run::outcome)
                    .filter(Outcome.Failed.class::isInstance)
                    .map(outcome -> ((Outcome.Failed) outcome).reason()));
        }
    }

    /**
     * Mean and standard deviation (divisor n − 1) of the values that are numbers.
     *
     * @param mean NaN where n is 0
     * @param sd   NaN where n is below 2
     */
    public record Spread(double mean, double sd, int n) {

        static Spread of(Collection<Double> values) {
            double[] finite = values.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(Double::isFinite)
                    .toArray();
            double mean = 0;
            for (double value : finite) {
                mean += value / finite.length;
            }
            double squares = 0;
            for (double value : finite) {
                squares += (value - mean) * (value - mean);
            }
            int n = finite.length;
            return new Spread(n == 0 ? Double.NaN : mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)), n);
        }
    }

    /**
     * @param name        as in {@link ChallengerScore}
     * @param differences model − challenger, taken run by run
     * @param pooled      the same with the interval of all runs together, where they know one each ({@link PooledGaps})
     */
    public record Challenger(
            String name, Map<String, Spread> metrics, Map<String, Spread> differences, Map<String, Gap> pooled) {}

    /** @param runs those of the study; of several for the same fold and seed the last counts */
    public static StudySummary of(RunSpec spec, List<Run> runs) {
        return of(spec, runs, Map.of());
    }

    /** @param refused members that could not be begun, with the reason */
    public static StudySummary of(RunSpec spec, List<Run> runs, Map<StudyPlan.Member, Notice> refused) {
        List<Row> rows = StudyPlan.members(spec).stream()
                .map(member -> new Row(member, last(runs, member.spec()), Optional.ofNullable(refused.get(member))))
                .toList();
        List<Evaluation> finished =
                rows.stream().flatMap(row -> row.evaluation().stream()).toList();
        List<Challenger> challengers = finished.stream()
                .flatMap(e -> e.challengers().stream())
                .map(ChallengerScore::name)
                .distinct()
                .map(name -> challenger(name, finished, PooledGaps.of(rows, name)))
                .toList();
        return new StudySummary(
                rows, spreads(finished.stream().map(Evaluation::metrics).toList()), challengers);
    }

    private static Optional<Run> last(List<Run> runs, RunSpec spec) {
        return runs.stream().filter(run -> run.spec().equals(spec)).reduce((first, second) -> second);
    }

    private static Challenger challenger(String name, List<Evaluation> finished, Map<String, Gap> pooled) {
        List<Map<String, Double>> scores = new ArrayList<>();
        List<Map<String, Double>> differences = new ArrayList<>();
        for (Evaluation evaluation : finished) {
            for (ChallengerScore score : evaluation.challengers()) {
                if (score.name().equals(name)) {
                    scores.add(score.metrics());
                    Map<String, Double> difference = new LinkedHashMap<>();
                    score.metrics()
                            .forEach((metric, value) -> difference.put(
                                    metric, evaluation.metrics().getOrDefault(metric, Double.NaN) - value));
                    differences.add(difference);
                }
            }
        }
        return new Challenger(name, spreads(scores), spreads(differences), pooled);
    }

    private static Map<String, Spread> spreads(List<Map<String, Double>> metrics) {
        Map<String, List<Double>> values = new TreeMap<>();
        metrics.forEach(each -> each.forEach((name, value) ->
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value)));
        Map<String, Spread> spreads = new TreeMap<>();
        values.forEach((name, all) -> spreads.put(name, Spread.of(all)));
        P_VALUES.forEach(spreads::remove); // a mean of p-values is none
        return spreads;
    }

    /** {@code finished} where all runs are; {@code failed} where one failed; {@code running} while one trains; else {@code cancelled}. */
    public String outcome() {
        List<String> states = rows.stream().map(Row::state).toList();
        if (states.stream().allMatch("finished"::equals)) {
            return "finished";
        }
        return states.contains("failed") ? "failed" : states.contains("running") ? "running" : "cancelled";
    }
}
