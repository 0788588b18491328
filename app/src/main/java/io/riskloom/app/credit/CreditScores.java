package io.riskloom.app.credit;

import io.riskloom.app.text.Csv;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Roc;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the scores of a run give before any cut-off is chosen; computed once a run.
 *
 * @param model      scores and what came
 * @param challenger curve of the logistic regression
 * @param difference AUC of the model less AUC of the challenger, DeLong; empty where the test span holds one class only
 */
record CreditScores(
        double[] model,
        boolean[] bad,
        int[] rows,
        double[] logistic,
        Optional<Roc.Curve> curve,
        Optional<Roc.Curve> challenger,
        Optional<Roc.Ks> ks,
        double modelAuc,
        double logisticAuc,
        Optional<Roc.Difference> difference) {

    static CreditScores of(Details.OfCredit d) {
        double[] model = d.probabilityBad();
        double[] logistic = d.challengerBad();
        boolean[] bad = d.bad();
        int count = 0;
        for (boolean b : bad) {
            count += b ? 1 : 0;
        }
        if (count == 0 || count == bad.length) {
            return new CreditScores(
                    model,
                    bad,
                    d.rows(),
                    logistic,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Double.NaN,
                    Double.NaN,
                    Optional.empty());
        }
        return new CreditScores(
                model,
                bad,
                d.rows(),
                logistic,
                Optional.of(Roc.curve(model, bad)),
                Optional.of(Roc.curve(logistic, bad)),
                Optional.of(Roc.ks(model, bad)),
                Roc.auc(model, bad),
                Roc.auc(logistic, bad),
                Optional.of(Roc.delongPaired(model, logistic, bad)));
    }

    /**
     * Share of a class in each of {@code bins} equal bins over [0, 1]; a score of 1 belongs to the last.
     *
     * @param ofBad which class
     */
    double[] histogram(boolean ofBad, int bins) {
        double[] heights = new double[bins];
        int size = 0;
        for (int i = 0; i < model.length; i++) {
            if (bad[i] == ofBad) {
                heights[Math.clamp((int) (model[i] * bins), 0, bins - 1)]++;
                size++;
            }
        }
        for (int b = 0; b < bins && size > 0; b++) {
            heights[b] /= size;
        }
        return heights;
    }

    /**
     * The cut-off of highest profit: gain · good approved − loss · bad approved over all points of the curve,
     * "approve all" among them, which is given as 1. Of equal ones the highest, which approves most. Empty without a
     * curve.
     */
    OptionalDouble mostProfitable(double gain, double loss) {
        if (curve.isEmpty()) {
            return OptionalDouble.empty();
        }
        Roc.Curve c = curve.get();
        int good = 0;
        for (boolean b : bad) {
            good += b ? 0 : 1;
        }
        double best = Double.NEGATIVE_INFINITY;
        double cutOff = 1;
        for (int i = 0; i < c.thresholds().length; i++) {
            double profit = gain * good * (1 - c.fpr()[i]) - loss * (bad.length - good) * (1 - c.tpr()[i]);
            if (profit > best) {
                best = profit;
                cutOff = Math.min(1, c.thresholds()[i]);
            }
        }
        return OptionalDouble.of(cutOff);
    }

    /** False positive rate at a cut-off: the good refused over all good; NaN without good ones. */
    double falsePositiveRate(CutOff at) {
        int good = at.confusion().fp() + at.confusion().tn();
        return good == 0 ? Double.NaN : (double) at.confusion().fp() / good;
    }

    /** Scores as text: row, probability_bad, logistic_bad, bad, decision. Rows count from 1, without the header. */
    void csv(double cutOff, Writer out) throws IOException {
        out.write("row,probability_bad,logistic_bad,bad,decision\n");
        for (int i = 0; i < model.length; i++) {
            out.write((rows[i] + 1) + "," + Csv.number(model[i]) + "," + Csv.number(logistic[i]) + ","
                    + (bad[i] ? 1 : 0) + "," + (model[i] >= cutOff ? "refuse" : "approve") + "\n");
        }
    }
}
