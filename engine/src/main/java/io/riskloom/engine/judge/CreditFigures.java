package io.riskloom.engine.judge;

import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Bootstrap;
import io.riskloom.engine.stats.CalibrationLine;
import io.riskloom.engine.stats.HosmerLemeshow;
import io.riskloom.engine.stats.Proportion;
import io.riskloom.engine.stats.Roc;
import io.riskloom.engine.stats.StratifiedBootstrap;
import java.util.HashMap;
import java.util.Map;

/**
 * One model's figures on the test applicants.
 *
 * @param intervals 95 %: AUC and Gini by DeLong, KS by the stratified bootstrap, Brier score and calibration line by their
 *     standard errors
 */
record CreditFigures(Map<String, Double> metrics, Map<String, Interval> intervals) {

    static final int GROUPS = 10;
    private static final int REPLICATES = 1000;
    /** Applicants from which a sample takes so long, and KS is so sure, that fewer samples do. */
    private static final int MANY = 50_000;

    private static final int FEWER_REPLICATES = 200;

    /**
     * @param bad    both classes
     * @param cutOff an applicant whose answer is at or above it is refused
     */
    static CreditFigures of(double[] probability, boolean[] bad, double cutOff, long seed) {
        Map<String, Double> metrics = new HashMap<>(Classes.metrics(probability, bad, cutOff));
        metrics.put(Metric.CUT_OFF, cutOff);
        CalibrationLine line = CalibrationLine.of(probability, bad);
        metrics.put(Metric.CALIBRATION_SLOPE, line.slope());
        metrics.put(Metric.CALIBRATION_INTERCEPT, line.intercept());
        metrics.put(
                Metric.HOSMER_LEMESHOW,
                HosmerLemeshow.of(probability, bad, GROUPS).heldOutPValue());
        Map<String, Interval> intervals = new HashMap<>();
        Roc.Auc auc = Roc.delong(probability, bad);
        intervals.put(Metric.AUC, new Interval(auc.low(), auc.high()));
        intervals.put(Metric.GINI, new Interval(2 * auc.low() - 1, 2 * auc.high() - 1));
        Bootstrap.Band ks =
                StratifiedBootstrap.ks(probability, bad, bad.length > MANY ? FEWER_REPLICATES : REPLICATES, seed);
        intervals.put(Metric.KS, new Interval(ks.low(), ks.high()));
        double[] squares = squares(probability, bad);
        intervals.put(Metric.BRIER, mean(squares));
        if (Double.isFinite(line.slope())) {
            intervals.put(Metric.CALIBRATION_SLOPE, new Interval(line.slopeLow(), line.slopeHigh()));
            intervals.put(Metric.CALIBRATION_INTERCEPT, new Interval(line.interceptLow(), line.interceptHigh()));
        }
        return new CreditFigures(metrics, intervals);
    }

    /** (p − y)² of each applicant. */
    static double[] squares(double[] probability, boolean[] bad) {
        double[] squares = new double[bad.length];
        for (int i = 0; i < bad.length; i++) {
            double gap = probability[i] - (bad[i] ? 1 : 0);
            squares[i] = gap * gap;
        }
        return squares;
    }

    /** Mean ± 1.96 standard errors. */
    private static Interval mean(double[] x) {
        double mean = ForecastScores.mean(x);
        double half = Proportion.Z95 * error(x, mean);
        return new Interval(mean - half, mean + half);
    }

    /** Standard error of the mean of independent values; NaN of one. */
    static double error(double[] x, double mean) {
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return x.length < 2 ? Double.NaN : Math.sqrt(sum / (x.length - 1.0) / x.length);
    }
}
