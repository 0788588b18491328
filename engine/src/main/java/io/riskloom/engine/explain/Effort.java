package io.riskloom.engine.explain;

import io.riskloom.engine.model.CreditSpec;

/**
 * How much a question may ask of a model, so that each is answered within seconds or, by a large network, within a minute.
 *
 * @param answers    for one applicant's Shapley values
 * @param background training applicants that others are compared with
 * @param steps      points on the line of integrated gradients
 * @param applicants whose reasons make the importance, and of a dependence
 * @param judged     applicants on whom an AUC is measured
 * @param draws      of shuffled columns, and of worse data
 */
public record Effort(int answers, int background, int steps, int applicants, int judged, int draws) {

    public static final Effort FULL = new Effort(1 << 17, 64, 64, 500, 2000, 5);
    private static final Effort LESS = new Effort(1 << 15, 32, 64, 200, 1000, 5);
    private static final Effort LEAST = new Effort(1 << 11, 8, 32, 20, 200, 2);

    /** For a network over pictures or months, or several of those, less than for one over columns. */
    public static Effort of(CreditSpec spec) {
        return switch (spec.model()) {
            case "mlp" -> FULL;
            case "resnet50" -> LEAST;
            default -> LESS;
        };
    }
}
