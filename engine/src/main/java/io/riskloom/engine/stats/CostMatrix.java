package io.riskloom.engine.stats;

/**
 * What each of the four outcomes of a decision brings, in one currency; a loss is negative. Refused are cases at or above the
 * cut-off.
 */
public record CostMatrix(double goodApproved, double badApproved, double goodRefused, double badRefused) {

    /**
     * @param cutOffs    distinct scores, ascending, and positive infinity, at which none is refused
     * @param profit     of all cases at each of them
     * @param bestCutOff of equal ones the highest, which refuses fewest
     */
    public record Curve(double[] cutOffs, double[] profit, double bestCutOff, double bestProfit) {
        public Curve {
            cutOffs = cutOffs.clone();
            profit = profit.clone();
        }

        @Override
        public double[] cutOffs() {
            return cutOffs.clone();
        }

        @Override
        public double[] profit() {
            return profit.clone();
        }
    }

    public CostMatrix {
        for (double value : new double[] {goodApproved, badApproved, goodRefused, badRefused}) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a gain must be a number, not " + value);
            }
        }
    }

    /** Of all cases together. */
    public double profit(Classification.Confusion counts) {
        return goodApproved * counts.tn()
                + badApproved * counts.fn()
                + goodRefused * counts.fp()
                + badRefused * counts.tp();
    }

    /**
     * Probability from which refusing brings more than approving: that at which (1 − p) · goodApproved + p · badApproved equals
     * (1 − p) · goodRefused + p · badRefused. NaN unless approving is better for the good and refusing for the bad.
     */
    public double breakEven() {
        double ofGood = goodApproved - goodRefused;
        double ofBad = badRefused - badApproved;
        return ofGood > 0 && ofBad > 0 ? ofGood / (ofGood + ofBad) : Double.NaN;
    }

    /** @throws IllegalArgumentException unless both classes occur */
    public Curve curve(double[] scores, boolean[] bad) {
        return curve(Roc.curve(scores, bad));
    }

    public Curve curve(Roc.Curve roc) {
        int n = roc.thresholds().length;
        double[] cutOffs = new double[n];
        double[] profit = new double[n];
        int best = n - 1;
        for (int i = n - 1; i >= 0; i--) {
            int from = n - 1 - i; // the curve runs from the highest score down
            int tp = (int) Math.round(roc.tpr()[from] * roc.bad());
            int fp = (int) Math.round(roc.fpr()[from] * roc.good());
            cutOffs[i] = roc.thresholds()[from];
            profit[i] = profit(new Classification.Confusion(tp, fp, roc.good() - fp, roc.bad() - tp));
            best = profit[i] > profit[best] ? i : best;
        }
        return new Curve(cutOffs, profit, cutOffs[best], profit[best]);
    }
}
