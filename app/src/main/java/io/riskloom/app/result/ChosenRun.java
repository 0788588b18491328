package io.riskloom.app.result;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The finished run that a page shows: the one the session has chosen, else the newest. Its figures are
 * bindings that follow both the run and the language. Changed on the JavaFX thread.
 */
public final class ChosenRun {

    /** The order in which lists show metrics, over all tasks. */
    private static final List<String> ORDER = List.of(
            Metric.REL_MAE,
            Metric.MAE,
            Metric.RMSE,
            Metric.MASE,
            Metric.SMAPE,
            Metric.CRPS,
            Metric.LOG_MAE,
            Metric.QLIKE,
            Metric.COVERAGE_50,
            Metric.COVERAGE_90,
            Metric.WIDTH_90,
            Metric.DIRECTIONAL_ACCURACY,
            Metric.DM_P_VALUE,
            Metric.BEST_LAG,
            Metric.AUC,
            Metric.GINI,
            Metric.KS,
            Metric.PR_AUC,
            Metric.PLANTED_AUC,
            Metric.AGREEMENT,
            Metric.BRIER,
            Metric.LOG_LOSS,
            Metric.CUT_OFF,
            Metric.ACCURACY,
            Metric.PRECISION,
            Metric.RECALL,
            Metric.F1,
            Metric.SHARPE_NET,
            Metric.MAX_DRAWDOWN,
            Metric.TURNOVER,
            Metric.FACT_SCORE,
            Metric.FACTS_INSIDE,
            Metric.WASSERSTEIN_1,
            Metric.WASSERSTEIN_5,
            Metric.WASSERSTEIN_20,
            Metric.WASSERSTEIN_100,
            Metric.NEAREST_REAL_RATIO,
            Metric.NEAR_COPIES,
            Metric.KURTOSIS_ERROR,
            Metric.TAIL_INDEX_ERROR,
            Metric.ACF_ABS_ERROR,
            Metric.LEVERAGE_ERROR,
            Metric.DRAWDOWN_ERROR,
            Metric.CORRELATION_ERROR,
            Metric.VAR_ERROR_01,
            Metric.VAR_ERROR_05,
            Metric.ES_ERROR_01,
            Metric.ES_ERROR_05);

    private final Session session;
    private final Texts texts;
    private final List<String> tasks;
    private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Run> finished = FXCollections.observableArrayList();
    private String last = ""; // task of the run that was chosen last

    /** @param tasks whose runs the page shows; of those chosen by the session the one that was chosen last */
    public ChosenRun(Session session, Texts texts, String... tasks) {
        this.session = session;
        this.texts = texts;
        this.tasks = List.of(tasks);
        InvalidationListener refresh = changed -> refresh();
        session.chosen().addListener(refresh);
        session.runs().addListener(refresh);
        session.latest().subscribe(latest -> {
            if (latest != null && this.tasks.contains(latest.spec().task())) {
                last = latest.spec().task();
            }
            refresh();
        });
    }

    private void refresh() {
        List<Run> now = session.runs().stream()
                .filter(r -> tasks.contains(r.spec().task()) && r.outcome() instanceof Outcome.Finished)
                .toList();
        if (!finished.equals(now)) {
            finished.setAll(now);
        }
        run.set(chosenByTask().or(() -> now.stream().findFirst()).orElse(null));
    }

    /** The run of the task that was chosen last, else the latest of those that stand for the other tasks. */
    private Optional<Run> chosenByTask() {
        List<Run> chosen = tasks.stream()
                .map(session.chosen()::get)
                .filter(r -> r != null && r.outcome() instanceof Outcome.Finished)
                .toList();
        return chosen.stream()
                .filter(r -> r.spec().task().equals(last))
                .findFirst()
                .or(() -> chosen.stream().max(Comparator.comparing(Run::started)));
    }

    /** Null before the first run has finished. */
    public ReadOnlyObjectProperty<Run> run() {
        return run.getReadOnlyProperty();
    }

    /** The tasks' finished runs, newest first. */
    public ObservableList<Run> finished() {
        return finished;
    }

    public void choose(Run other) {
        session.choose(other);
    }

    public Optional<Evaluation> evaluation() {
        return run.get() != null && run.get().outcome() instanceof Outcome.Finished f
                ? Optional.of(f.evaluation())
                : Optional.empty();
    }

    /** Series · model · run, and which fold it is of how many. */
    public StringBinding subtitle() {
        return words(e -> texts.get(
                run.get().spec().inFolds() ? "result.subtitle.fold" : "result.subtitle",
                RunWords.data(run.get().spec()),
                RunWords.model(texts, run.get().spec()),
                run.get().id(),
                run.get().spec().fold(),
                run.get().spec().folds()));
    }

    public StringBinding verdict() {
        return words(e -> texts.of(e.verdict()));
    }

    /** A figure of the run on show; empty where there is none. */
    public Optional<Double> number(String metric) {
        return evaluation().map(e -> e.metrics().get(metric)).filter(Double::isFinite);
    }

    /** 1 better than the challenger, 0 no better, −1 worse; 0 without a run. */
    public int grade() {
        return evaluation().map(Evaluation::good).orElse(0);
    }

    public StringBinding value(String metric) {
        return words(e -> MetricWords.value(metric, e.metrics().getOrDefault(metric, Double.NaN)));
    }

    /** The metric's interval, or the text of {@code otherwise} where it has none. */
    public StringBinding interval(String metric, String otherwise) {
        return words(e -> e.intervals().containsKey(metric)
                ? MetricWords.interval(metric, e.intervals().get(metric))
                : texts.get(otherwise));
    }

    /** All metrics in the order of the trade. */
    public List<Row> metrics() {
        return evaluation().stream()
                .flatMap(e -> sorted(e.metrics()).stream()
                        .map(m -> new Row(
                                m,
                                texts.get("metric." + m),
                                MetricWords.value(m, e.metrics().get(m)),
                                MetricWords.interval(m, e.intervals().get(m)),
                                texts.has("metric." + m + ".help") ? texts.get("metric." + m + ".help") : "")))
                .toList();
    }

    /** Each challenger's figure in the first of the metrics that it has. */
    public List<Row> challengers(List<String> metrics) {
        List<Row> rows = new ArrayList<>();
        for (ChallengerScore c : evaluation().map(Evaluation::challengers).orElse(List.of())) {
            metrics.stream()
                    .filter(c.metrics()::containsKey)
                    .findFirst()
                    .ifPresent(m -> rows.add(new Row(
                            m,
                            texts.get("challenger." + c.name()),
                            MetricWords.value(m, c.metrics().get(m)),
                            texts.get("metric." + m))));
        }
        return rows;
    }

    /** A challenger's figure; NaN where there is none. */
    public double challenger(String name, String metric) {
        return evaluation().stream()
                .flatMap(e -> e.challengers().stream())
                .filter(c -> c.name().equals(name))
                .mapToDouble(c -> c.metrics().getOrDefault(metric, Double.NaN))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What should make a reader doubt the figures. */
    public List<String> warnings() {
        return remarks(false);
    }

    /** What a reader may want to know, without doubt about the figures. */
    public List<String> notes() {
        return remarks(true);
    }

    private List<String> remarks(boolean notes) {
        return evaluation().stream()
                .flatMap(e -> e.warnings().stream())
                .filter(remark -> RunWords.isNote(remark) == notes)
                .map(texts::of)
                .toList();
    }

    /** A text from the evaluation, empty without one; follows the run and the language. */
    public StringBinding words(Function<Evaluation, String> text) {
        return Bindings.createStringBinding(() -> evaluation().map(text).orElse(""), run, texts.locale());
    }

    /** Names of metrics in the order in which lists show them; those without a place come last. */
    public static List<String> sorted(Map<String, Double> metrics) {
        List<String> names = new ArrayList<>(ORDER);
        names.retainAll(metrics.keySet());
        for (String name : new TreeMap<>(metrics).keySet()) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
