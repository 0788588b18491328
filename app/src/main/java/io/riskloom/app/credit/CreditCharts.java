package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.stats.Roc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The charts of the credit page, in the reader's language. */
final class CreditCharts {

    private static final int BINS = 25;

    private CreditCharts() {}

    /** ROC of the model and of the logistic regression, with the false positive rate at the cut-off marked. */
    static ChartModel.LineChart roc(CreditScores scores, CutOff at, Texts texts) {
        List<ChartModel.Line> lines = new ArrayList<>();
        String logistic = texts.get("credit.chart.logistic", Formats.number(scores.logisticAuc(), 3));
        scores.challenger().ifPresent(c -> lines.add(line(logistic, c, ChartModel.Tone.MUTED)));
        String network = texts.get("credit.chart.model", Formats.number(scores.modelAuc(), 3));
        scores.curve().ifPresent(c -> lines.add(line(network, c, ChartModel.Tone.ACCENT)));
        List<ChartModel.Mark> marks = new ArrayList<>();
        double fpr = scores.falsePositiveRate(at);
        if (!Double.isNaN(fpr)) {
            marks.add(new ChartModel.Mark(fpr, texts.get("credit.chart.cutOff", Formats.number(at.cutOff(), 3))));
        }
        ChartModel.Range unit = new ChartModel.Range(0, 1);
        return new ChartModel.LineChart(
                lines, texts.get("credit.chart.fpr"), texts.get("credit.chart.tpr"), true, unit, unit, marks);
    }

    private static ChartModel.Line line(String name, Roc.Curve curve, ChartModel.Tone tone) {
        return new ChartModel.Line(name, curve.fpr(), curve.tpr(), tone, tone == ChartModel.Tone.MUTED);
    }

    /** Scores of good and bad applicants, each class adding up to 1, with the cut-off and the KS point. */
    static ChartModel.HistogramChart distribution(CreditScores scores, CutOff at, Texts texts) {
        double[] edges = IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> (double) i / BINS)
                .toArray();
        List<ChartModel.Mark> marks = new ArrayList<>();
        marks.add(new ChartModel.Mark(at.cutOff(), texts.get("credit.chart.cutOff", Formats.number(at.cutOff(), 3))));
        scores.ks()
                .filter(ks -> ks.threshold() != at.cutOff())
                .ifPresent(ks -> marks.add(new ChartModel.Mark(ks.threshold(), texts.get("credit.chart.ks"))));
        return new ChartModel.HistogramChart(
                edges,
                List.of(
                        new ChartModel.HistogramChart.Bars(
                                texts.get("credit.good"), scores.histogram(false, BINS), ChartModel.Tone.GOOD),
                        new ChartModel.HistogramChart.Bars(
                                texts.get("credit.bad"), scores.histogram(true, BINS), ChartModel.Tone.BAD)),
                texts.get("credit.chart.score"),
                texts.get("credit.chart.share"),
                marks);
    }
}
