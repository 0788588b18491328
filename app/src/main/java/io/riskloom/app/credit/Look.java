package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.stats.CostMatrix;
import java.util.List;

/**
 * What a chart of the test applicants is made from at a moment.
 *
 * @param evaluation of the run
 * @param network    name of the network
 * @param hidden     names of the plain models that are not drawn
 * @param costs      by which a cut-off is judged
 * @param unit       of the costs, may be empty
 * @param stored     the run's own cut-off; NaN where it has none
 */
record Look(
        CreditScores scores,
        CutOff at,
        Evaluation evaluation,
        String network,
        List<String> hidden,
        CostMatrix costs,
        String unit,
        double stored,
        Texts texts) {

    /** The network first. */
    List<Answers> drawn() {
        return scores.answers().stream()
                .filter(model -> !hidden.contains(model.name()))
                .toList();
    }

    String name(Answers model) {
        return model.network() ? network : texts.get("challenger." + model.name());
    }

    /** A model's curve; those of plain models are dashed. */
    Line line(Answers model, String words, Points points) {
        return new Line(words, points.x(), points.y(), model.tone(), !model.network());
    }

    String cutOffWords() {
        return texts.get("credit.mark.cutOff", Formats.number(at.cutOff(), 3));
    }

    /** Of the costs, in words where none is typed. */
    String unitWords() {
        return unit.isBlank() ? texts.get("credit.costs.units") : unit.strip();
    }

    Mark cutOffMark() {
        return new Mark(at.cutOff(), cutOffWords());
    }

    /** Where the cut-off stands on a curve. */
    Spots place(double x, double y) {
        double[] none = {};
        return new Spots(cutOffWords(), new double[] {x}, new double[] {y}, none, none, Tone.FOREGROUND, false);
    }

    static String figure(double value) {
        return MetricWords.number(value, 3);
    }

    static String count(int value) {
        return Formats.number(value, 0);
    }

    static String share(double value) {
        return Formats.percent(value, 1);
    }

    /** {@code 0.812 (0.776 – 0.848)}; the value alone where the interval is not known. */
    static String figure(double value, double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high)
                ? figure(value) + " (" + figure(low) + " – " + figure(high) + ")"
                : figure(value);
    }

    /** {@code +0.021 (−0.004 to +0.046)}: an en dash beside a minus could be read for one. */
    String signed(double value, double low, double high) {
        return texts.get("credit.interval.around", MetricWords.signed(value, 3), signed(low, high, texts));
    }

    /** {@code −0.004 to +0.046}. */
    static String signed(double low, double high, Texts texts) {
        return texts.get("credit.interval", MetricWords.signed(low, 3), MetricWords.signed(high, 3));
    }

    /** {@code 12.3% (10.1 – 14.8%)}. */
    static String share(double value, double low, double high) {
        return share(value) + " (" + Formats.number(low * 100, 1) + " – " + share(high) + ")";
    }
}
