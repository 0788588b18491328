package io.riskloom.engine.run;

import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.stats.PairedGap;
import io.riskloom.engine.stats.Proportion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The paired differences of a study's runs as one: their mean d with the interval d ± 1.96 √(mean of the runs' variances / k)
 * for k test parts that share no case. Runs with other seeds test the same cases again: they make the mean steadier and the
 * variance no smaller, which is on the safe side. The interval holds what chance drew into the test parts; it does not hold
 * the chance of training, and folds share most of their training data (decision 0009).
 */
final class PooledGaps {

    private PooledGaps() {}

    /** @return by metric; without those that a finished run lacks the difference or its interval of */
    static Map<String, Gap> of(List<StudySummary.Row> rows, String challenger) {
        List<Map<String, Gap>> runs = new ArrayList<>();
        Map<Long, Integer> parts = new HashMap<>();
        for (StudySummary.Row row : rows) {
            if (row.evaluation().isPresent()) {
                runs.add(differences(row.evaluation().get(), challenger));
                parts.merge(row.member().spec().seed(), 1, Integer::sum);
            }
        }
        int apart = parts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        Map<String, List<Gap>> byMetric = new TreeMap<>();
        runs.forEach(run -> run.forEach((metric, gap) ->
                byMetric.computeIfAbsent(metric, key -> new ArrayList<>()).add(gap)));
        return byMetric.entrySet().stream()
                .filter(e -> e.getValue().size() == runs.size())
                .filter(e -> e.getValue().stream().allMatch(gap -> Double.isFinite(gap.high() - gap.low())))
                .collect(Collectors.toMap(Map.Entry::getKey, e -> pooled(e.getValue(), apart)));
    }

    private static Map<String, Gap> differences(Evaluation evaluation, String challenger) {
        return evaluation.challengers().stream()
                .filter(score -> score.name().equals(challenger))
                .map(ChallengerScore::differences)
                .findFirst()
                .orElse(Map.of());
    }

    private static Gap pooled(List<Gap> gaps, int parts) {
        double mean = 0;
        double variance = 0;
        for (Gap gap : gaps) {
            double error = (gap.high() - gap.low()) / (2 * Proportion.Z95);
            mean += gap.difference() / gaps.size();
            variance += error * error / gaps.size();
        }
        PairedGap pooled = PairedGap.of(mean, Math.sqrt(variance / parts));
        return new Gap(mean, pooled.low(), pooled.high(), pooled.pValue());
    }
}
