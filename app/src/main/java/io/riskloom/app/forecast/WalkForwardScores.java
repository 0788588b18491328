package io.riskloom.app.forecast;

import io.riskloom.app.forecast.WalkForwardRow.Cell;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.SpreadWords;
import io.riskloom.app.text.Csv;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.StudySummary.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The main figures of each window as the engine judged it, and their means. */
final class WalkForwardScores {

    private static final List<String> OF_CLOSES = List.of(
            Metric.REL_MAE, Metric.DM_P_VALUE, Metric.DIRECTIONAL_ACCURACY, Metric.COVERAGE_90, Metric.SHARPE_NET);
    private static final List<String> OF_VOLATILITY =
            List.of(Metric.REL_MAE, Metric.DM_P_VALUE, Metric.QLIKE, Metric.DIRECTIONAL_ACCURACY, Metric.COVERAGE_90);
    private static final List<String> OF_DIRECTION =
            List.of(Metric.AUC, Metric.ACCURACY, Metric.LOG_LOSS, Metric.F1, Metric.SHARPE_NET);

    private final WalkForward walk;
    private final Texts texts;

    WalkForwardScores(WalkForward walk, Texts texts) {
        this.walk = walk;
        this.texts = texts;
    }

    /** The metrics of the columns. */
    List<String> metrics() {
        return switch (walk.details().getFirst()) {
            case Details.OfForecast forecast
            when forecast.test().quantity().equals(Forecast.VOLATILITY) -> OF_VOLATILITY;
            case Details.OfForecast forecast -> OF_CLOSES;
            case Details other -> OF_DIRECTION;
        };
    }

    /** A line a window; for several of them their means last. */
    List<WalkForwardRow> rows() {
        List<WalkForwardRow> rows =
                new ArrayList<>(walk.runs().stream().map(this::row).toList());
        if (rows.size() > 1) {
            rows.add(means());
        }
        return rows;
    }

    private WalkForwardRow row(Run run) {
        Evaluation evaluation = WalkForward.evaluation(run);
        return new WalkForwardRow(
                Optional.of(run),
                run.spec().inFolds() ? Formats.number(run.spec().fold(), 0) : texts.get("walk.holdOut"),
                WalkForward.tested(run)
                        .map(tested -> texts.get("walk.days", Formats.day(tested.from()), Formats.day(tested.to())))
                        .orElse(""),
                Formats.number(WalkForward.origins(run).size(), 0),
                metrics().stream().map(metric -> cell(evaluation, metric)).toList());
    }

    private static Cell cell(Evaluation evaluation, String metric) {
        Double value = evaluation.metrics().get(metric);
        return value == null
                ? Cell.NONE
                : new Cell(
                        MetricWords.value(metric, value),
                        MetricWords.interval(metric, evaluation.intervals().get(metric)));
    }

    /** Mean ± standard deviation over the windows; a p-value has none. */
    private WalkForwardRow means() {
        int origins = walk.runs().stream()
                .mapToInt(run -> WalkForward.origins(run).size())
                .sum();
        return new WalkForwardRow(
                Optional.empty(),
                texts.get("walk.mean"),
                texts.get("walk.mean.of", walk.runs().size()),
                Formats.number(origins, 0),
                metrics().stream()
                        .map(metric -> metric.equals(Metric.DM_P_VALUE) ? Cell.NONE : new Cell(mean(metric), ""))
                        .toList());
    }

    private String mean(String metric) {
        double[] values = walk.runs().stream()
                .mapToDouble(run -> value(run, metric))
                .filter(Double::isFinite)
                .toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        return SpreadWords.of(metric, new Spread(mean, deviation, values.length));
    }

    private static double value(Run run, String metric) {
        return WalkForward.evaluation(run).metrics().getOrDefault(metric, Double.NaN);
    }

    /** As tab-separated text, for a spreadsheet or a mail. */
    String text() {
        List<String> head = new ArrayList<>(List.of(
                texts.get("walk.column.window"), texts.get("walk.column.days"), texts.get("walk.column.origins")));
        metrics().forEach(metric -> head.add(texts.get("study.metric." + metric)));
        return rows().stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(List.of(row.window(), row.days(), row.origins()));
                    row.cells().forEach(cell -> cells.add(cell.words()));
                    return String.join("\t", cells);
                })
                .collect(Collectors.joining("\n", String.join("\t", head) + "\n", "\n"));
    }

    /**
     * As comma-separated text, one line a run: fold, seed, run, first and last test day, number of forecasts, then each metric with
     * the ends of its 95 % interval. What is not known is an empty cell.
     */
    String csv() {
        List<String> head = new ArrayList<>(List.of("fold", "seed", "run", "from", "to", "forecasts"));
        metrics().forEach(metric -> head.addAll(List.of(metric, metric + ".low", metric + ".high")));
        StringBuilder csv = new StringBuilder(String.join(",", head)).append('\n');
        walk.runs().forEach(run -> csv.append(String.join(",", cells(run))).append('\n'));
        return csv.toString();
    }

    private List<String> cells(Run run) {
        List<String> cells = new ArrayList<>();
        cells.add(run.spec().inFolds() ? Csv.number(run.spec().fold()) : "");
        cells.add(Csv.number(run.spec().seed()));
        cells.add(Csv.text(run.id()));
        cells.add(WalkForward.tested(run)
                .map(tested -> Formats.day(tested.from()))
                .orElse(""));
        cells.add(
                WalkForward.tested(run).map(tested -> Formats.day(tested.to())).orElse(""));
        cells.add(Csv.number(WalkForward.origins(run).size()));
        for (String metric : metrics()) {
            Interval interval = WalkForward.evaluation(run).intervals().get(metric);
            cells.add(Csv.number(value(run, metric)));
            cells.add(Csv.number(interval == null ? Double.NaN : interval.low()));
            cells.add(Csv.number(interval == null ? Double.NaN : interval.high()));
        }
        return cells;
    }
}
