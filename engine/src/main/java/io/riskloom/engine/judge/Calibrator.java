package io.riskloom.engine.judge;

import java.util.Arrays;

/**
 * A rising map from a model's log odds to a probability of bad, fitted on applicants that the model has not learnt from. Plain
 * numbers, so that it is stored beside the weights.
 */
public sealed interface Calibrator permits Platt, Isotonic {

    /**
     * @param kind    {@code platt}, {@code isotonic}, or {@code none} for 1 / (1 + exp(−log odds))
     * @param logOdds finite, one an applicant
     * @throws IllegalArgumentException for another kind, or where one class is missing
     */
    static Calibrator fit(String kind, double[] logOdds, boolean[] bad) {
        if (!Classes.both(bad)) {
            throw new IllegalArgumentException("no calibration on " + bad.length + " applicants of one class");
        }
        return switch (kind) {
            case "platt" -> Platt.fit(logOdds, bad);
            case "isotonic" -> Isotonic.fit(logOdds, bad);
            case "none" -> new Platt(1, 0);
            default -> throw new IllegalArgumentException("no calibration " + kind);
        };
    }

    double probability(double logOdds);

    /** The log odds on which reasons add up: Platt's line of them; as they are where the map is no line. */
    double logOdds(double raw);

    default double[] probability(double[] logOdds) {
        return Arrays.stream(logOdds).map(this::probability).toArray();
    }
}
