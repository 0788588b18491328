package io.riskloom.app.result;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.Period;
import io.riskloom.engine.judge.PeriodScores;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.run.StudySummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a study's finished runs of a price series say each by itself, which their means do not. */
final class StudyCaveats {

    private final List<Evaluation> runs;
    private final boolean told;
    private final Optional<Period> pooled;
    private final Texts texts;

    StudyCaveats(RunSpec spec, StudySummary summary, Texts texts) {
        this.runs = summary.rows().stream()
                .flatMap(row -> row.evaluation().stream())
                .toList();
        this.told = spec instanceof ForecastSpec || spec instanceof ClassifySpec;
        this.pooled = pooled(spec, runs);
        this.texts = texts;
    }

    /** Folds of one seed of a forecast, whose test spans are different days. */
    private static Optional<Period> pooled(RunSpec spec, List<Evaluation> runs) {
        if (!(spec instanceof ForecastSpec forecast) || !spec.inFolds() || spec.fold() != 0 || spec.repeats() > 1) {
            return Optional.empty();
        }
        List<Details.OfForecast> folds = runs.stream()
                .map(Evaluation::details)
                .filter(Details.OfForecast.class::isInstance)
                .map(Details.OfForecast.class::cast)
                .toList();
        return folds.isEmpty() ? Optional.empty() : Optional.of(new PeriodScores(folds).all(forecast.costs()));
    }

    /** Whether the study is no win: by all folds together, or else where no more than half of the runs are one by themselves. */
    boolean doubtful() {
        return told && pooled.map(all -> all.good() != 1).orElseGet(() -> 2 * count(e -> e.good() == 1) <= runs.size());
    }

    /** The study's sentence with what the runs say by themselves behind it. */
    String behind(String words) {
        if (!told) {
            return words;
        }
        List<String> sentences = new ArrayList<>();
        pooled.ifPresent(all -> sentences.add(texts.get("study.own.pooled", texts.of(all.verdict()))));
        sentences.add(texts.get(
                "study.own.verdicts",
                count(e -> e.good() == 1),
                count(e -> e.good() == 0),
                count(e -> e.good() == -1)));
        add(sentences, "study.own.drift", e -> verdict(e, "driftOnly"));
        add(sentences, "study.own.plain", e -> verdict(e, "plainOnly") || verdict(e, "plainWorse"));
        add(sentences, "study.own.oneWay", StudyCaveats::oneWay);
        best().ifPresent(sentences::add);
        return sentences.stream().reduce(words, (before, next) -> texts.get("study.own.next", before, next));
    }

    private void add(List<String> sentences, String key, Predicate<Evaluation> said) {
        long n = count(said);
        if (n > 0) {
            sentences.add(texts.get(key, n, runs.size()));
        }
    }

    private long count(Predicate<Evaluation> said) {
        return runs.stream().filter(said).count();
    }

    private static boolean verdict(Evaluation evaluation, String word) {
        return evaluation.verdict().key().endsWith("." + word);
    }

    private static boolean oneWay(Evaluation evaluation) {
        return evaluation.warnings().stream()
                .map(Notice::key)
                .anyMatch(
                        List.of("run.warning.alwaysUp", "run.warning.alwaysDown", "run.warning.oneDirection")
                                ::contains);
    }

    /** The best plain models by the last value's error, where they are not the same in every run. */
    private Optional<String> best() {
        Map<String, Long> best = runs.stream()
                .flatMap(e -> e.challengers().stream()
                        .filter(score -> Double.isFinite(error(score)))
                        .min(Comparator.comparingDouble(StudyCaveats::error))
                        .stream())
                .collect(Collectors.groupingBy(ChallengerScore::name, TreeMap::new, Collectors.counting()));
        return best.size() < 2
                ? Optional.empty()
                : Optional.of(texts.get(
                        "study.own.best",
                        best.entrySet().stream()
                                .map(e -> texts.get(
                                        "study.own.times", texts.get("challenger." + e.getKey()), e.getValue()))
                                .collect(Collectors.joining(texts.get("study.own.comma")))));
    }

    private static double error(ChallengerScore score) {
        return score.metrics().getOrDefault(Metric.REL_MAE, Double.NaN);
    }
}
