package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.PathSight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The evaluation of the chosen run as tables: generator, block bootstrap and GARCH beside each other. */
final class ScorecardModel {

    static final List<String> SIMULATORS = List.of(PathSight.GENERATED, PathSight.BOOTSTRAP, PathSight.GARCH);

    private static final double BASIS_POINTS = 1e4;

    private final GenerateViewModel page;
    private final Texts texts;
    private final ObservableList<FactRow> facts = FXCollections.observableArrayList();
    private final ObservableList<List<String>> distances = FXCollections.observableArrayList();
    private final ObservableList<List<String>> scores = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ChartModel> correlations = new ReadOnlyObjectWrapper<>();

    ScorecardModel(GenerateViewModel page, Texts texts) {
        this.page = page;
        this.texts = texts;
        page.chosen().run().subscribe(run -> fill());
        texts.locale().addListener((locale, before, now) -> fill());
    }

    /** Stylised facts of the evaluation. */
    ObservableList<FactRow> facts() {
        return facts;
    }

    /** Days, Wasserstein-1 of each simulator in basis points, and its floor. */
    ObservableList<List<String>> distances() {
        return distances;
    }

    /** The other metrics, and the distances of a run whose version did not keep them apart: name, then each simulator's. */
    ObservableList<List<String>> scores() {
        return scores;
    }

    /** Null for one series. */
    ReadOnlyObjectProperty<ChartModel> correlations() {
        return correlations.getReadOnlyProperty();
    }

    /** How many facts lie inside the real band, of the model and of the plain simulators. */
    StringBinding factCount() {
        return Bindings.createStringBinding(
                () -> facts.isEmpty()
                        ? ""
                        : texts.get("generate.facts.count", green(0), facts.size(), green(1), green(2)),
                facts,
                texts.locale());
    }

    private long green(int simulator) {
        return facts.stream()
                .filter(row -> row.values().get(simulator).light() == Details.Fact.Light.GREEN)
                .count();
    }

    private void fill() {
        facts.setAll(page.details().map(Details.OfGenerate::facts).orElse(List.of()).stream()
                .map(fact -> FactRow.of(fact, texts))
                .toList());
        distances.setAll(page.sight().map(PathSight::spans).orElse(List.of()).stream()
                .map(this::distance)
                .toList());
        scores.setAll(metrics());
        List<PathSight.Correlation> all =
                page.sight().map(PathSight::correlation).orElse(List.of());
        correlations.set(all.isEmpty() ? null : GenerateCharts.correlations(all, texts));
    }

    private List<String> distance(PathSight.Span span) {
        List<String> row = new ArrayList<>();
        row.add(page.unit().count(span.days(), texts));
        for (String simulator : SIMULATORS) {
            row.add(basisPoints(span.figures().stream()
                    .filter(figure -> figure.simulator().equals(simulator))
                    .mapToDouble(PathSight.Figure::value)
                    .findFirst()
                    .orElse(Double.NaN)));
        }
        row.add(basisPoints(span.floor()));
        return row;
    }

    static String basisPoints(double value) {
        return Formats.number(value * BASIS_POINTS, 1);
    }

    private List<List<String>> metrics() {
        ChosenRun chosen = page.chosen();
        Map<String, Double> own = chosen.evaluation().map(e -> e.metrics()).orElse(Map.of());
        return ChosenRun.sorted(own).stream()
                .filter(metric -> distances.isEmpty() || !metric.startsWith("wasserstein"))
                .filter(metric -> texts.has("metric." + metric))
                .map(metric -> List.of(
                        Units.metric(metric, page.unit(), texts),
                        MetricWords.value(metric, own.get(metric)),
                        MetricWords.value(metric, chosen.challenger(PathSight.BOOTSTRAP, metric)),
                        MetricWords.value(metric, chosen.challenger(PathSight.GARCH, metric))))
                .toList();
    }

    /** A distance of the plain simulators beside the model's own. */
    static StringBinding beside(ChosenRun chosen, String metric, Texts texts) {
        return chosen.words(e -> texts.get(
                "generate.kpi.beside",
                MetricWords.value(metric, chosen.challenger(PathSight.BOOTSTRAP, metric)),
                MetricWords.value(metric, chosen.challenger(PathSight.GARCH, metric))));
    }

    /** Metrics of the page's head. */
    static List<String> head() {
        return List.of(Metric.WASSERSTEIN_1, Metric.WASSERSTEIN_5, Metric.WASSERSTEIN_20);
    }
}
