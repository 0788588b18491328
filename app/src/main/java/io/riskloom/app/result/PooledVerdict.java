package io.riskloom.app.result;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.Deciding;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Challenger;
import java.util.List;
import java.util.Optional;

/** A study whose differences from every challenger have an interval over all runs: the intervals decide, as within a run. */
final class PooledVerdict {

    private static final int DIGITS = 3;

    private PooledVerdict() {}

    /**
     * @param over of how many folds, seeds or runs, in words
     * @return empty where a challenger lacks the interval
     */
    static Optional<StudyVerdict> of(RunSpec spec, StudySummary summary, String over, Texts texts) {
        String metric = MainMetric.of(spec.task());
        List<Challenger> challengers = summary.challengers();
        if (MainMetric.lowerIsBetter(spec.task())
                || !challengers.stream().allMatch(c -> c.pooled().containsKey(metric))) {
            return Optional.empty();
        }
        Deciding deciding = Deciding.of(
                challengers.stream().map(c -> c.pooled().get(metric)).toList(),
                challengers.stream()
                        .mapToDouble(c -> c.metrics().get(metric).mean())
                        .toArray());
        Challenger rival = challengers.get(deciding.rival());
        Gap gap = rival.pooled().get(metric);
        String key =
                switch (deciding.good()) {
                    case 1 -> "study.pooled.better";
                    case -1 -> "study.pooled.worse";
                    default -> "study.pooled.within";
                };
        String words = texts.get(
                key,
                texts.get("common.model." + spec.model()),
                over,
                texts.get("study.metric." + metric),
                SpreadWords.of(metric, summary.metrics().get(metric)),
                texts.get("challenger." + rival.name()),
                SpreadWords.of(metric, rival.metrics().get(metric)),
                MetricWords.signed(gap.difference(), DIGITS),
                MetricWords.signed(gap.low(), DIGITS),
                MetricWords.signed(gap.high(), DIGITS),
                challengers.size(),
                Notice.of(StudyVerdict.folds(spec) ? "study.pooled.folds" : "study.pooled.seeds"));
        return Optional.of(new StudyVerdict(words, deciding.good()));
    }
}
