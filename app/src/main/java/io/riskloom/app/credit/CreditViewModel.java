package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.Row;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.stats.Classification.Confusion;
import io.riskloom.engine.stats.Roc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The credit page: the chosen run's ranking, and one cut-off that moves counts, rates and profit together. */
public final class CreditViewModel {

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final CsvExport export;
    private final DoubleProperty cutOff = new SimpleDoubleProperty(0.5);
    private final DoubleProperty gain = new SimpleDoubleProperty(1);
    private final DoubleProperty loss = new SimpleDoubleProperty(5);
    private final ReadOnlyObjectWrapper<CreditScores> scores = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CutOff> at = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel.LineChart> roc = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel.HistogramChart> distribution = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Row> rates = FXCollections.observableArrayList();

    public CreditViewModel(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.chosen = new ChosenRun(session, texts, "credit");
        this.export = new CsvExport(session);
        chosen.run().addListener((run, before, now) -> {
            cutAtStored();
            show();
        });
        cutOff.addListener((value, before, now) -> draw());
        gain.addListener((value, before, now) -> draw());
        loss.addListener((value, before, now) -> draw());
        texts.locale().addListener((locale, before, now) -> draw());
        show();
    }

    public ChosenRun chosen() {
        return chosen;
    }

    public CsvExport export() {
        return export;
    }

    /** Applicants whose probability of being bad is at or above it are refused; in [0, 1]. */
    public DoubleProperty cutOff() {
        return cutOff;
    }

    /** Gain from a good applicant who is approved, in any unit. */
    public DoubleProperty gain() {
        return gain;
    }

    /** Loss from a bad applicant who is approved, in the same unit. */
    public DoubleProperty loss() {
        return loss;
    }

    /** Counts at the cut-off; null without a run. */
    ReadOnlyObjectProperty<CutOff> at() {
        return at.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChartModel.LineChart> roc() {
        return roc.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChartModel.HistogramChart> distribution() {
        return distribution.getReadOnlyProperty();
    }

    /** What the cut-off does: rates, scores and profit, in words. */
    public ObservableList<Row> rates() {
        return rates;
    }

    /** A count of the confusion matrix with its share of all: {@code 112 · 37.3 %}. */
    StringBinding count(Function<Confusion, Integer> cell) {
        return Bindings.createStringBinding(
                () -> at.get() == null
                        ? ""
                        : Formats.number(cell.apply(at.get().confusion()), 0) + " · "
                                + Formats.percent(
                                        (double) cell.apply(at.get().confusion())
                                                / at.get().all(),
                                        1),
                at);
    }

    /** The cut-off that the run chose on its validation data, at which its accuracy and decisions are meant. */
    private void cutAtStored() {
        chosen.number(Metric.CUT_OFF).ifPresent(cutOff::set);
    }

    /** Moves the cut-off to where the two distributions are furthest apart. */
    public void cutAtKs() {
        ks().ifPresent(ks -> cutOff.set(ks.threshold()));
    }

    /** Moves the cut-off to where the expected profit is highest on the test applicants. */
    public void cutAtProfit() {
        if (scores.get() != null) {
            scores.get().mostProfitable(gain.get(), loss.get()).ifPresent(cutOff::set);
        }
    }

    Optional<Roc.Ks> ks() {
        return Optional.ofNullable(scores.get()).flatMap(CreditScores::ks);
    }

    /** AUC of each challenger. */
    public List<Row> challengers() {
        return chosen.challengers(List.of(Metric.AUC));
    }

    /**
     * AUC of the model less AUC of the logistic regression with DeLong's interval and p-value; empty without both
     * classes.
     */
    public StringBinding difference() {
        return Bindings.createStringBinding(
                () -> scores.get() == null
                        ? ""
                        : scores.get()
                                .difference()
                                .map(d -> texts.get(
                                        "credit.difference",
                                        MetricWords.signed(d.difference(), 3),
                                        MetricWords.signed(d.low(), 3),
                                        MetricWords.signed(d.high(), 3),
                                        MetricWords.p(d.pValue())))
                                .orElse(texts.get("credit.oneClass")),
                scores,
                texts.locale());
    }

    /** Writes the test applicants' scores with the decision at the cut-off. */
    public void exportTo(Path file) {
        CreditScores now = scores.get();
        double decided = cutOff.get();
        if (now != null) {
            export.save(file, out -> now.csv(decided, out));
        }
    }

    /** Name that the save dialog proposes. */
    public String exportName() {
        Run run = chosen.run().get();
        return run == null ? "scores.csv" : "scores-" + run.id() + ".csv";
    }

    private void show() {
        export.forget();
        scores.set(chosen.evaluation()
                .filter(e -> e.details() instanceof Details.OfCredit d && d.bad().length > 0)
                .map(e -> CreditScores.of((Details.OfCredit) e.details()))
                .orElse(null));
        draw();
    }

    private void draw() {
        CreditScores now = scores.get();
        if (now == null) {
            at.set(null);
            roc.set(null);
            distribution.set(null);
            rates.clear();
            return;
        }
        CutOff cut = CutOff.of(now.model(), now.bad(), cutOff.get());
        at.set(cut);
        roc.set(CreditCharts.roc(now, cut, texts));
        distribution.set(CreditCharts.distribution(now, cut, texts));
        double profit = cut.profit(gain.get(), loss.get());
        rates.setAll(
                row("approval", Formats.percent(cut.approvalRate(), 1)),
                row("badRate", Formats.percent(cut.badRate(), 1)),
                metric(Metric.PRECISION, Formats.percent(cut.confusion().precision(), 1)),
                metric(Metric.RECALL, Formats.percent(cut.confusion().recall(), 1)),
                metric(Metric.F1, Formats.number(cut.confusion().f1(), 3)),
                metric(Metric.ACCURACY, Formats.percent(cut.confusion().accuracy(), 1)),
                row("profit", MetricWords.number(profit, 1)),
                row("profitEach", MetricWords.number(profit / cut.all(), 3)));
    }

    private Row row(String key, String value) {
        return new Row(key, texts.get("credit.rate." + key), value, "");
    }

    private Row metric(String key, String value) {
        return new Row(key, texts.get("metric." + key), value, "");
    }
}
