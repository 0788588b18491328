package io.riskloom.app.result;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Challenger;
import io.riskloom.engine.run.StudySummary.Spread;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What the finished runs of a study say of its main metric, beside the challenger that does best on average. Only a mean
 * difference larger than its standard deviation from run to run is called one, and a forecast's or classification's is a win
 * only where the test forecasts of all folds together say so too, or else most runs by themselves. Applicants are scored beside
 * several challengers with an interval of each difference, which decides instead ({@link PooledVerdict}).
 *
 * @param words in the language chosen
 * @param good  1 better than the challenger, 0 not told apart, −1 worse
 */
public record StudyVerdict(String words, int good) {

    private static final Spread NONE = new Spread(Double.NaN, Double.NaN, 0);

    private static final double LEAST_SLOPE = 0.9;
    private static final double MOST_SLOPE = 1.1;

    /** With a sentence more where the probabilities are off on average. */
    public static StudyVerdict of(RunSpec spec, StudySummary summary, Texts texts) {
        StudyVerdict verdict = judged(spec, summary, texts);
        Spread slope = summary.metrics().getOrDefault(Metric.CALIBRATION_SLOPE, NONE);
        if (slope.n() < 2 || (slope.mean() >= LEAST_SLOPE && slope.mean() <= MOST_SLOPE)) {
            return verdict;
        }
        String off = texts.get(
                slope.mean() < 1 ? "study.own.slopeLow" : "study.own.slopeHigh",
                SpreadWords.of(Metric.CALIBRATION_SLOPE, slope));
        return new StudyVerdict(texts.get("study.own.next", verdict.words(), off), verdict.good());
    }

    private static StudyVerdict judged(RunSpec spec, StudySummary summary, Texts texts) {
        String metric = MainMetric.of(spec.task());
        String name = texts.get(logarithmic(spec) ? "study.metric.relMae.volatility" : "study.metric." + metric);
        Spread model = summary.metrics().getOrDefault(metric, NONE);
        if (model.n() < 2) {
            return new StudyVerdict(
                    model.n() == 0
                            ? texts.get("study.verdict.none")
                            : texts.get("study.verdict.one", name, SpreadWords.of(metric, model)),
                    0);
        }
        String mean = SpreadWords.of(metric, model);
        String over = over(spec, summary, model.n(), texts);
        Optional<Challenger> rival = strongest(spec.task(), summary);
        if (rival.isEmpty()) {
            return new StudyVerdict(texts.get("study.verdict.alone", name, mean, over), 0);
        }
        Optional<StudyVerdict> pooled = PooledVerdict.of(spec, summary, over, texts);
        if (pooled.isPresent()) {
            return pooled.get();
        }
        Spread difference = rival.get().differences().get(metric);
        double gain = MainMetric.lowerIsBetter(spec.task()) ? -difference.mean() : difference.mean();
        int good = !(Math.abs(gain) > difference.sd()) ? 0 : gain > 0 ? 1 : -1;
        StudyCaveats caveats = new StudyCaveats(spec, summary, texts);
        String key = good == 0 ? "within" : good > 0 ? "better" : "worse";
        return new StudyVerdict(
                caveats.behind(texts.get(
                        "study.verdict." + key,
                        name,
                        mean,
                        over,
                        texts.get("challenger." + rival.get().name()),
                        SpreadWords.of(metric, rival.get().metrics().get(metric)),
                        SpreadWords.size(metric, difference, model),
                        agreeing(spec.task(), rival.get().name(), good, summary),
                        difference.n(),
                        Notice.of(folds(spec) ? "study.caution.folds" : "study.caution.seeds"),
                        texts.get("common.model." + spec.model()))),
                good == 1 && caveats.doubtful() ? 0 : good);
    }

    /** The challenger with the best mean of the main metric. */
    public static Optional<Challenger> strongest(String task, StudySummary summary) {
        String metric = MainMetric.of(task);
        Comparator<Challenger> better =
                Comparator.comparingDouble(rival -> rival.metrics().get(metric).mean());
        return summary.challengers().stream()
                .filter(rival -> rival.metrics().containsKey(metric)
                        && rival.differences().containsKey(metric))
                .max(MainMetric.lowerIsBetter(task) ? better.reversed() : better);
    }

    private static boolean logarithmic(RunSpec spec) {
        return spec instanceof ForecastSpec forecast && forecast.target().equals("volatility");
    }

    static boolean folds(RunSpec spec) {
        return spec.inFolds() && spec.fold() == 0;
    }

    /** Of how many folds, seeds or runs. */
    private static String over(RunSpec spec, StudySummary summary, int n, Texts texts) {
        int all = summary.rows().size();
        String what = !folds(spec) ? "seeds" : spec.repeats() == 1 ? "folds" : "runs";
        return n == all
                ? texts.get("study.over." + what, n, spec.folds(), spec.repeats())
                : texts.get("study.over." + what + ".part", n, all);
    }

    /** In how many runs the model is better, or worse, than the challenger. */
    private static long agreeing(String task, String rival, int good, StudySummary summary) {
        String metric = MainMetric.of(task);
        int sign = MainMetric.lowerIsBetter(task) ? -good : good;
        return summary.rows().stream()
                .flatMap(row -> row.evaluation().stream())
                .filter(evaluation -> sign * (value(evaluation.metrics(), metric) - of(evaluation, rival, metric)) > 0)
                .count();
    }

    private static double of(Evaluation evaluation, String rival, String metric) {
        return evaluation.challengers().stream()
                .filter(score -> score.name().equals(rival))
                .map(ChallengerScore::metrics)
                .mapToDouble(metrics -> value(metrics, metric))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double value(Map<String, Double> metrics, String metric) {
        return metrics.getOrDefault(metric, Double.NaN);
    }
}
