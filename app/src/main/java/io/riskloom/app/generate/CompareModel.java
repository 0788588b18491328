package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.task.LastAsked;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The chosen generator beside a second one, by the samples and the scores of their evaluations. */
final class CompareModel {

    private record Question(PathSet left, PathSet right) {}

    private final GenerateViewModel page;
    private final Texts texts;
    private final ObjectProperty<Run> other = new SimpleObjectProperty<>();
    private final ObservableList<Run> choices = FXCollections.observableArrayList();
    private final LastAsked<Question, FanPair> fans;
    private Question last;
    private final ReadOnlyObjectWrapper<ChartModel> left = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel> right = new ReadOnlyObjectWrapper<>();
    private final ObservableList<FactRow> facts = FXCollections.observableArrayList();
    private final ObservableList<List<String>> scores = FXCollections.observableArrayList();

    CompareModel(GenerateViewModel page, Texts texts) {
        this.page = page;
        this.texts = texts;
        this.fans = new LastAsked<Question, FanPair>(
                        page.session().tasks(), question -> FanPair.of(question.left(), question.right()))
                .telling(page.session()::report);
        fans.latest().addListener((value, before, now) -> draw());
        page.chosen().finished().addListener((ListChangeListener<Run>) change -> offer());
        page.chosen().run().addListener((run, before, now) -> offer());
        other.addListener((run, before, now) -> compare());
        texts.locale().addListener((locale, before, now) -> {
            list();
            draw();
        });
        offer();
    }

    /** At first one of the same data, where there is one; null while there is none to compare with. */
    ObjectProperty<Run> other() {
        return other;
    }

    /** Finished generators but the chosen one, newest first. */
    ObservableList<Run> choices() {
        return choices;
    }

    /** Paths of the chosen generator; null without a second. */
    ReadOnlyObjectProperty<ChartModel> left() {
        return left.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartModel> right() {
        return right.getReadOnlyProperty();
    }

    /** Facts of the chosen run's bands with the values of both. */
    ObservableList<FactRow> facts() {
        return facts;
    }

    /** Metric, the chosen run's, the other's. */
    ObservableList<List<String>> scores() {
        return scores;
    }

    StringBinding leftName() {
        return Bindings.createStringBinding(
                () -> name(page.chosen().run().get()), page.chosen().run(), texts.locale());
    }

    StringBinding rightName() {
        return Bindings.createStringBinding(() -> name(other.get()), other, texts.locale());
    }

    /** How many facts of each lie inside their bands. */
    StringBinding factCount() {
        return Bindings.createStringBinding(
                () -> facts.isEmpty() ? "" : texts.get("generate.compare.facts", green(0), green(1), facts.size()),
                facts,
                texts.locale());
    }

    /** Said where both were not held against the same days; else empty. */
    StringBinding caveat() {
        return Bindings.createStringBinding(
                () -> details(other.get())
                        .filter(theirs -> page.details()
                                .filter(own -> !Arrays.equals(own.real(), theirs.real()))
                                .isPresent())
                        .map(theirs -> texts.get("generate.compare.otherDays"))
                        .orElse(""),
                other,
                page.chosen().run(),
                texts.locale());
    }

    /** The second becomes the chosen one and the other way round. */
    void swap() {
        Run before = page.chosen().run().get();
        Run next = other.get();
        if (before != null && next != null) {
            page.chosen().choose(next);
            other.set(before);
        }
    }

    private long green(int at) {
        return facts.stream()
                .filter(row -> row.values().get(at).light() == Details.Fact.Light.GREEN)
                .count();
    }

    String name(Run run) {
        return run == null ? "" : RunWords.name(texts, run);
    }

    private void offer() {
        Run chosen = page.chosen().run().get();
        List<Run> rest = page.chosen().finished().stream()
                .filter(run -> chosen == null || !run.id().equals(chosen.id()))
                .filter(run -> details(run).isPresent())
                .toList();
        Run kept = other.get();
        choices.setAll(rest);
        Run next = rest.contains(kept)
                ? kept
                : rest.stream()
                        .filter(run -> chosen != null && sameData(run, chosen))
                        .findFirst()
                        .or(() -> rest.stream().findFirst())
                        .orElse(null);
        if (next == other.get()) {
            compare();
        } else {
            other.set(next);
        }
    }

    /** Whether both have learnt the same series of the same file. */
    private static boolean sameData(Run a, Run b) {
        return a.spec().data().equals(b.spec().data())
                && a.spec().series().equals(b.spec().series());
    }

    private void compare() {
        list();
        Optional<Details.OfGenerate> theirs = details(other.get());
        if (page.details().isEmpty() || theirs.isEmpty()) {
            last = null;
            fans.clear();
            return;
        }
        Question next = new Question(page.details().get().sample(), theirs.get().sample());
        if (!next.equals(last)) {
            last = next;
            fans.clear(); // the headings are those of the next pair already
            fans.ask(next);
        }
    }

    private void list() {
        Optional<Evaluation> theirs = evaluation(other.get());
        if (theirs.isEmpty() || page.chosen().evaluation().isEmpty()) {
            facts.clear();
            scores.clear();
            return;
        }
        Map<String, Double> ours = page.chosen().evaluation().get().metrics();
        Map<String, Double> others = theirs.get().metrics();
        scores.setAll(ChosenRun.sorted(ours).stream()
                .filter(metric -> texts.has("metric." + metric))
                .map(metric -> List.of(
                        Units.metric(metric, page.unit(), texts),
                        MetricWords.value(metric, ours.get(metric)),
                        MetricWords.value(metric, others.getOrDefault(metric, Double.NaN))))
                .toList());
        List<Details.Fact> right =
                details(other.get()).map(Details.OfGenerate::facts).orElse(List.of());
        facts.setAll(page.details().map(Details.OfGenerate::facts).orElse(List.of()).stream()
                .map(fact -> row(fact, right))
                .toList());
    }

    /** Both are held against the bands that are drawn, the chosen run's. */
    private FactRow row(Details.Fact fact, List<Details.Fact> others) {
        FactRow.Value theirs = others.stream()
                .filter(f -> f.name().equals(fact.name()))
                .findFirst()
                .map(f -> FactRow.Value.of(fact, f.generated()))
                .orElse(FactRow.Value.of(fact, Double.NaN));
        return FactRow.of(fact, List.of(FactRow.Value.of(fact, fact.generated()), theirs), texts);
    }

    private void draw() {
        FanPair pair = fans.latest().get().answer();
        left.set(pair == null ? null : pair.leftChart(page.unit(), texts));
        right.set(pair == null ? null : pair.rightChart(page.unit(), texts));
    }

    private static Optional<Evaluation> evaluation(Run run) {
        return run != null && run.outcome() instanceof Outcome.Finished(Evaluation e)
                ? Optional.of(e)
                : Optional.empty();
    }

    private static Optional<Details.OfGenerate> details(Run run) {
        return evaluation(run).flatMap(GenerateViewModel::details);
    }
}
