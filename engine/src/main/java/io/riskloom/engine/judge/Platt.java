package io.riskloom.engine.judge;

import io.riskloom.engine.stats.LogisticLine;

/**
 * P(bad) = 1 / (1 + exp(−(slope · log odds + offset))) (Platt 1999).
 *
 * @param slope positive, so that the order stays
 */
public record Platt(double slope, double offset) implements Calibrator {

    /** Of a model without skill on the applicants that it is fitted on, whose best slope would turn its order round. */
    private static final double FLATTEST = 0.01;

    public Platt {
        if (!(slope > 0) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("slope " + slope + " and offset " + offset);
        }
    }

    /**
     * Maximum likelihood by Newton's steps (Lin, Lin and Weng 2007) with Platt's targets (b + 1) / (b + 2) for each of b bad
     * applicants and 1 / (g + 2) for each of g good ones, which keep it finite where classes do not overlap. Log odds that are
     * all alike are moved to the share of bad.
     */
    static Platt fit(double[] logOdds, boolean[] bad) {
        int count = 0;
        for (boolean each : bad) {
            count += each ? 1 : 0;
        }
        double ofBad = (count + 1.0) / (count + 2.0);
        double ofGood = 1.0 / (bad.length - count + 2.0);
        double[] target = new double[bad.length];
        double meanTarget = 0;
        double meanOdds = 0;
        for (int i = 0; i < bad.length; i++) {
            target[i] = bad[i] ? ofBad : ofGood;
            meanTarget += target[i] / bad.length;
            meanOdds += logOdds[i] / bad.length;
        }
        LogisticLine line = LogisticLine.fit(logOdds, target);
        double level = Math.log(meanTarget / (1 - meanTarget));
        if (Double.isNaN(line.slope())) {
            return new Platt(1, level - meanOdds);
        }
        return line.slope() < FLATTEST
                ? new Platt(FLATTEST, level - FLATTEST * meanOdds)
                : new Platt(line.slope(), line.intercept());
    }

    @Override
    public double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds(logOdds)));
    }

    @Override
    public double logOdds(double raw) {
        return slope * raw + offset;
    }
}
