package io.riskloom.engine.stats;

/** How far two scores put cases into the same order. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * Spearman's ρ: Pearson's correlation of the mid-ranks. NaN where one of them does not vary.
     *
     * @throws IllegalArgumentException for different lengths
     */
    public static double spearman(double[] a, double[] b) {
        Moments.sameLength("scores", a.length, b.length);
        double[] x = Roc.midRanks(a);
        double[] y = Roc.midRanks(b);
        double meanX = Moments.mean(x);
        double meanY = Moments.mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        double squares = Moments.squares(x) * Moments.squares(y);
        return squares > 0 ? sum / Math.sqrt(squares) : Double.NaN;
    }
}
