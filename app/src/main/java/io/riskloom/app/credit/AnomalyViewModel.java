package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.HistogramChart.Bars;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.stats.Classification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** A run that points out unusual applicants: how many, who, and what is unusual about them. */
final class AnomalyViewModel {

    static final double LEAST_SHARE = 0.001;
    static final double MOST_SHARE = 0.5;
    /** Applicants that are looked at closely. */
    static final int STRANGEST = 20;

    private static final int BINS = 20;

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final CsvExport export;
    private final DoubleProperty share = new SimpleDoubleProperty(LEAST_SHARE);
    private final ReadOnlyObjectWrapper<AnomalyScores> scores = new ReadOnlyObjectWrapper<>();
    private final Asking<String, List<Strangeness>> strangers;
    private final StringBinding pointedOut;
    private final ObjectBinding<ChartModel> distribution;
    private boolean active;

    AnomalyViewModel(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.chosen = new ChosenRun(session, texts, "anomaly");
        this.export = new CsvExport(session);
        this.strangers = new Asking<>(session, "credit.anomaly.task", id -> {
            Run run = run(id);
            int[] rows = scores.get().strangest(STRANGEST);
            Requests.StrangersRequest request = new Requests.StrangersRequest(
                    session.model(run), run.provenance().dataSha256(), rows);
            return engine -> engine.strangers(request);
        });
        this.pointedOut = Bindings.createStringBinding(
                () -> scores.get() == null ? "" : pointedOut(scores.get()), scores, share, texts.locale());
        this.distribution = Bindings.createObjectBinding(
                () -> scores.get() == null ? null : distribution(scores.get()), scores, share, texts.locale());
        chosen.run().subscribe(run -> show());
    }

    ChosenRun chosen() {
        return chosen;
    }

    CsvExport export() {
        return export;
    }

    /** Share of held-out applicants that would be pointed out. */
    DoubleProperty share() {
        return share;
    }

    /** Score from which an applicant is pointed out. */
    double alarm() {
        return 1 - share.get();
    }

    /** Null without a run. */
    ReadOnlyObjectProperty<AnomalyScores> scores() {
        return scores.getReadOnlyProperty();
    }

    /** What is unusual about the strangest test applicants, the strangest first. */
    Asking<String, List<Strangeness>> strangers() {
        return strangers;
    }

    /** The page is looked at, or no longer; nothing is asked before it is. */
    void look(boolean now) {
        active = now;
        ask();
    }

    private void ask() {
        if (scores.get() == null) {
            strangers.ask(null);
        } else if (active) {
            strangers.ask(chosen.run().get().id());
        }
    }

    /** How many test applicants are pointed out, and by the label how many of them are bad. */
    StringBinding pointedOut() {
        return pointedOut;
    }

    private String pointedOut(AnomalyScores now) {
        int alarmed = now.alarmed(alarm());
        String count = Formats.number(alarmed, 0);
        String of = Formats.number(now.size(), 0);
        String part = Formats.percent((double) alarmed / now.size(), 1);
        String from = Formats.number(alarm(), 3);
        if (!now.labelled()) {
            return texts.get("credit.anomaly.pointed", count, of, part, from);
        }
        Classification.Confusion at = now.at(alarm());
        return texts.get(
                "credit.anomaly.pointed.labelled",
                count,
                of,
                part,
                from,
                Formats.number(at.tp(), 0),
                Formats.number(at.tp() + at.fn(), 0));
    }

    /** Scores of the test applicants with the alarm; by class where there is a label. Null without a run. */
    ObjectBinding<ChartModel> distribution() {
        return distribution;
    }

    private HistogramChart distribution(AnomalyScores now) {
        double[] edges = IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> (double) i / BINS)
                .toArray();
        List<Bars> bars = now.labelled()
                ? List.of(
                        new Bars(texts.get("credit.good"), now.histogram(BINS, false), Tone.GOOD),
                        new Bars(texts.get("credit.bad"), now.histogram(BINS, true), Tone.BAD))
                : List.of(new Bars(texts.get("credit.anomaly.applicants"), now.histogram(BINS), Tone.ACCENT));
        return new HistogramChart(
                edges,
                bars,
                texts.get("credit.anomaly.axis.score"),
                texts.get(now.labelled() ? "credit.axis.shareOfClass" : "credit.anomaly.axis.share"),
                List.of(new Mark(alarm(), texts.get("credit.anomaly.mark", Formats.number(alarm(), 3)))));
    }

    /** Writes the test applicants' scores with the decision at the alarm. */
    void exportTo(Path file) {
        AnomalyScores now = scores.get();
        double decided = alarm();
        List<Strangeness> explained =
                Optional.ofNullable(strangers.answer().get()).orElse(List.of());
        if (now != null) {
            export.save(file, out -> now.csv(decided, explained, out));
        }
    }

    /** Name that the save dialog proposes. */
    String exportName() {
        Run run = chosen.run().get();
        return run == null ? "anomalies.csv" : "anomalies-" + run.id() + ".csv";
    }

    private void show() {
        export.forget();
        scores.set(chosen.evaluation()
                .filter(e -> e.details() instanceof Details.OfAnomaly d && d.score().length > 0)
                .map(e -> new AnomalyScores((Details.OfAnomaly) e.details()))
                .orElse(null));
        if (scores.get() != null) {
            share.set(1 - scores.get().alarm());
        }
        ask();
    }

    private Run run(String id) {
        return chosen.finished().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
