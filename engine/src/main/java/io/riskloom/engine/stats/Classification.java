package io.riskloom.engine.stats;

/**
 * Scores of probabilities of the bad class against what came. Different lengths and empty input are
 * {@code IllegalArgumentException}s.
 */
public final class Classification {

    /**
     * Probabilities are kept this far from 0 and 1 in the log loss, so that one sure error does not make it infinite.
     */
    private static final double EDGE = 1e-15;

    private Classification() {}

    /**
     * Counts at a cut-off; positive means predicted bad. Ratios without cases (0/0) are 0.
     *
     * @param tp bad, predicted bad
     * @param fp good, predicted bad
     * @param tn good, predicted good
     * @param fn bad, predicted good
     */
    public record Confusion(int tp, int fp, int tn, int fn) {

        public double accuracy() {
            return ratio(tp + tn, tp + fp + tn + fn);
        }

        /** Share of the predicted bad that were bad. */
        public double precision() {
            return ratio(tp, tp + fp);
        }

        /** Share of the bad that were predicted bad. */
        public double recall() {
            return ratio(tp, tp + fn);
        }

        /** Harmonic mean of precision and recall, 2tp / (2tp + fp + fn). */
        public double f1() {
            return ratio(2 * tp, 2 * tp + fp + fn);
        }

        private static double ratio(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    /** Counts where a case is predicted bad from the cut-off up, probability ≥ cut-off. */
    public static Confusion confusion(double[] probability, boolean[] bad, double cutOff) {
        check(probability, bad);
        int[] count = new int[4];
        for (int i = 0; i < bad.length; i++) {
            boolean predicted = probability[i] >= cutOff;
            count[(predicted ? 0 : 2) + (predicted == bad[i] ? 0 : 1)]++;
        }
        return new Confusion(count[0], count[1], count[2], count[3]);
    }

    /** Brier score, mean of (p − y)² with y = 1 for bad. */
    public static double brier(double[] probability, boolean[] bad) {
        check(probability, bad);
        double sum = 0;
        for (int i = 0; i < bad.length; i++) {
            double gap = probability[i] - (bad[i] ? 1 : 0);
            sum += gap * gap;
        }
        return sum / bad.length;
    }

    /** Log loss in nats, mean of −ln of the probability given to what came. */
    public static double logLoss(double[] probability, boolean[] bad) {
        check(probability, bad);
        double sum = 0;
        for (int i = 0; i < bad.length; i++) {
            double p = Math.clamp(probability[i], EDGE, 1 - EDGE);
            sum -= bad[i] ? Math.log(p) : Math.log1p(-p);
        }
        return sum / bad.length;
    }

    /**
     * Average precision Σ (recall(k) − recall(k − 1)) · precision(k) over the distinct scores from the highest down,
     * without interpolation; the value of a random score is the share of bad.
     *
     * @throws IllegalArgumentException unless both classes occur
     */
    public static double prAuc(double[] scores, boolean[] bad) {
        return PrCurve.of(scores, bad).average();
    }

    private static void check(double[] probability, boolean[] bad) {
        Moments.sameLength("probabilities and labels", probability.length, bad.length);
        if (bad.length == 0) {
            throw new IllegalArgumentException("no case to judge");
        }
    }
}
