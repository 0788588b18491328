package io.riskloom.engine.model;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;

/** Gives each applicant's probability of being bad. */
public non-sealed interface CreditScorer extends TrainedModel {
    /** @throws NoticeException naming a column that the model needs and the book lacks */
    double[] probabilityBad(CreditBook book) throws NoticeException;

    /** What the model was trained on: its columns, which of them hold numbers, the categories it has seen. */
    CreditEncoder encoder();

    /**
     * Log odds of bad, on which reasons add up: a member's logits averaged, with Platt's line where that calibrates. An
     * isotonic calibration comes after it.
     *
     * @param inputs rows as {@link #encoder} makes them
     */
    double[] logOdds(float[][] inputs);

    /** The calibrated probability of those log odds. */
    double[] probability(double[] logOdds);

    /**
     * Integrated gradients (Sundararajan, Taly and Yan 2017) of the log odds along the straight line from a baseline:
     * (x − x′) · ∫ ∂f(x′ + α(x − x′))/∂x dα by the midpoint rule. They sum to f(x) − f(x′) but for the rule's error.
     *
     * @param inputs   rows × inputs
     * @param baseline one value an input
     * @param steps    points on the line
     * @return rows × inputs
     */
    double[][] integratedGradients(float[][] inputs, float[] baseline, int steps);

    /** Mean of the training rows' inputs: the average applicant. */
    float[] average();

    /** What the outcome is called in the file that it was trained on. */
    default CreditTarget target() {
        return CreditTarget.UNKNOWN;
    }

    /** SHA-256 of the file that it was trained on, in hexadecimal digits; empty where that is not known. */
    default String trainedOn() {
        return "";
    }
}
