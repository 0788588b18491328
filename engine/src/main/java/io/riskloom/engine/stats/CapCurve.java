package io.riskloom.engine.stats;

/**
 * Cumulative accuracy profile: share of all bad cases found among the riskiest share of all cases, one point for each distinct
 * score from the highest down, after a first point (0, 0). Perfect scores rise straight to 1 at {@code perfectAt}.
 *
 * @param population    share of all cases at or above the score
 * @param captured      share of the bad at or above it
 * @param accuracyRatio area between the curve and the diagonal over that of perfect scores; equals the Gini coefficient
 * @param perfectAt     share of bad among all
 */
public record CapCurve(double[] population, double[] captured, double accuracyRatio, double perfectAt) {

    public CapCurve {
        population = population.clone();
        captured = captured.clone();
    }

    /** @throws IllegalArgumentException unless both classes occur */
    public static CapCurve of(double[] scores, boolean[] bad) {
        return of(Roc.curve(scores, bad));
    }

    public static CapCurve of(Roc.Curve roc) {
        double share = (double) roc.bad() / (roc.bad() + roc.good());
        double[] population = new double[roc.tpr().length];
        double area = 0;
        for (int i = 0; i < population.length; i++) {
            population[i] = share * roc.tpr()[i] + (1 - share) * roc.fpr()[i];
            if (i > 0) {
                area += (population[i] - population[i - 1]) * (roc.tpr()[i] + roc.tpr()[i - 1]) / 2;
            }
        }
        return new CapCurve(population, roc.tpr(), (area - 0.5) / ((1 - share) / 2), share);
    }

    @Override
    public double[] population() {
        return population.clone();
    }

    @Override
    public double[] captured() {
        return captured.clone();
    }
}
