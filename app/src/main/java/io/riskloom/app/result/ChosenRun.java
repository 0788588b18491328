package io.riskloom.app.result;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.util.ArrayList;
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
 * The finished run that a task's page shows: the one the session has chosen, else the newest. Its figures are
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
            Metric.COVERAGE_90,
            Metric.DIRECTIONAL_ACCURACY,
            Metric.DM_P_VALUE,
            Metric.SHARPE_NET,
            Metric.AUC,
            Metric.GINI,
            Metric.KS,
            Metric.PR_AUC,
            Metric.BRIER,
            Metric.LOG_LOSS,
            Metric.CUT_OFF,
            Metric.ACCURACY,
            Metric.PRECISION,
            Metric.RECALL,
            Metric.F1,
            Metric.WASSERSTEIN_1,
            Metric.WASSERSTEIN_5,
            Metric.WASSERSTEIN_20,
            Metric.NEAREST_REAL_RATIO,
            Metric.KURTOSIS_ERROR,
            Metric.ACF_ABS_ERROR,
            Metric.LEVERAGE_ERROR,
            Metric.VAR_ERROR_01,
            Metric.ES_ERROR_01);

    private final Session session;
    private final Texts texts;
    private final String task;
    private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Run> finished = FXCollections.observableArrayList();

    public ChosenRun(Session session, Texts texts, String task) {
        this.session = session;
        this.texts = texts;
        this.task = task;
        InvalidationListener refresh = changed -> refresh();
        session.chosen().addListener(refresh);
        session.runs().addListener(refresh);
        refresh();
    }

    private void refresh() {
        List<Run> now = session.finished(task);
        if (!finished.equals(now)) {
            finished.setAll(now);
        }
        Run chosen = session.chosen().get(task);
        run.set(
                chosen != null && chosen.outcome() instanceof Outcome.Finished
                        ? chosen
                        : now.stream().findFirst().orElse(null));
    }

    /** Null before the first run of the task has finished. */
    public ReadOnlyObjectProperty<Run> run() {
        return run.getReadOnlyProperty();
    }

    /** The task's finished runs, newest first. */
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

    /** Series · model · run. */
    public StringBinding subtitle() {
        return words(e -> texts.get(
                "result.subtitle",
                RunWords.data(run.get().spec()),
                RunWords.model(texts, run.get().spec()),
                run.get().id()));
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
                                MetricWords.interval(m, e.intervals().get(m)))))
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

    private static List<String> sorted(Map<String, Double> metrics) {
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
