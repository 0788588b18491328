package io.riskloom.app.result;

import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.chart.ChartModel.DotChart.Dots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Challenger;
import io.riskloom.engine.run.StudySummary.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The scores of a study beside its challengers'. */
public record StudyScores(RunSpec spec, StudySummary summary, Texts texts) {

    /**
     * A metric over all finished runs, mean ± standard deviation.
     *
     * @param difference model − challenger, run by run
     */
    public record Comparison(String metric, String model, String challenger, String difference) {}

    /** The task's metrics that the finished runs have. */
    public List<String> metrics() {
        return StudyMetrics.of(spec).stream()
                .filter(summary.metrics()::containsKey)
                .toList();
    }

    /** @param rival empty for none */
    public List<Comparison> comparisons(Optional<Challenger> rival) {
        Map<String, Spread> scores = rival.map(Challenger::metrics).orElse(Map.of());
        Map<String, Spread> differences = rival.map(Challenger::differences).orElse(Map.of());
        return metrics().stream()
                .map(metric -> new Comparison(
                        metric,
                        SpreadWords.of(metric, summary.metrics().get(metric)),
                        scores.containsKey(metric) ? SpreadWords.of(metric, scores.get(metric)) : "",
                        differences.containsKey(metric)
                                ? SpreadWords.signed(
                                        metric,
                                        differences.get(metric),
                                        summary.metrics().get(metric))
                                : ""))
                .toList();
    }

    /** The main metric of every run, a line for each fold, or for each seed where there are no folds. */
    public DotChart chart(List<Challenger> rivals) {
        String metric = MainMetric.of(spec.task());
        boolean folds = spec.inFolds() && spec.fold() == 0;
        int lines = folds ? spec.folds() : spec.repeats();
        List<String> names = IntStream.range(0, lines)
                .mapToObj(line -> folds
                        ? texts.get("train.split.fold", line + 1)
                        : texts.get(
                                "train.study.seed",
                                summary.rows().get(line).member().spec().seed()))
                .toList();
        List<Dots> groups = new ArrayList<>();
        groups.add(new Dots(
                texts.get("common.model." + spec.model()),
                values(lines, evaluation -> value(evaluation.metrics(), metric)),
                Tone.ACCENT,
                false));
        for (int i = 0; i < rivals.size(); i++) {
            String other = rivals.get(i).name();
            groups.add(new Dots(
                    texts.get("challenger." + other),
                    values(lines, evaluation -> value(scores(evaluation, other), metric)),
                    ChallengerTones.of(other, i),
                    true));
        }
        String unit = SpreadWords.unit(metric).strip();
        String label = texts.get("study.metric." + metric);
        return new DotChart(names, groups, unit.isEmpty() ? label : label + ", " + unit);
    }

    /** Of the finished runs; runs of one fold with several seeds stand on one line. */
    private double[][] values(int lines, ToDoubleFunction<Evaluation> value) {
        double scale = SpreadWords.scale(MainMetric.of(spec.task()));
        return IntStream.range(0, lines)
                .mapToObj(line -> IntStream.range(0, summary.rows().size())
                        .filter(row -> row % lines == line)
                        .mapToObj(summary.rows()::get)
                        .flatMap(row -> row.evaluation().stream())
                        .mapToDouble(value)
                        .map(number -> number * scale)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Map<String, Double> scores(Evaluation evaluation, String rival) {
        return evaluation.challengers().stream()
                .filter(score -> score.name().equals(rival))
                .findFirst()
                .map(ChallengerScore::metrics)
                .orElse(Map.of());
    }

    private static double value(Map<String, Double> metrics, String metric) {
        return metrics.getOrDefault(metric, Double.NaN);
    }
}
