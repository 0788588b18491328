package io.riskloom.engine.judge;

import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.CrossCorrelation;
import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.LagCurve;
import java.util.HashMap;
import java.util.Map;

/** The figures of one simulator against a real span, by the names of {@link Metric}. */
final class PathFigures {
    private static final int LAGS = 50;
    private static final int LEVERAGE_LAGS = 20;

    private final FactScale scale;
    private final double[][] real;
    private final double[] learnt;

    /**
     * @param real   series × days of the span, the main one first
     * @param learnt returns of the main series that might have been copied
     */
    PathFigures(FactScale scale, double[][] real, double[] learnt) {
        this.scale = scale;
        this.real = real;
        this.learnt = learnt;
    }

    /**
     * Distances of returns are of the pool of all paths; what hangs on the length of a span is the mean or median over groups
     * of paths that are as long as it, see {@link PathFact}.
     *
     * @param typical facts of the simulation
     */
    Map<String, Double> of(Simulation simulation, double[] typical, NearestReal.Found nearest) {
        double[][] paths = simulation.main();
        Map<String, Double> facts = scale.named(typical);
        Map<String, Double> own = scale.real();
        Map<String, Double> metrics = new HashMap<>();
        metrics.put(Metric.WASSERSTEIN_1, wasserstein(paths, 1));
        metrics.put(Metric.WASSERSTEIN_5, wasserstein(paths, 5));
        metrics.put(Metric.WASSERSTEIN_20, wasserstein(paths, 20));
        metrics.put(Metric.WASSERSTEIN_100, wasserstein(paths, 100));
        metrics.put(Metric.KURTOSIS_ERROR, gap(facts, own, "kurtosis"));
        metrics.put(Metric.ACF_ABS_ERROR, curve(LagCurve.ACF_ABS, paths, LAGS));
        metrics.put(Metric.LEVERAGE_ERROR, curve(LagCurve.LEVERAGE, paths, LEVERAGE_LAGS));
        metrics.put(Metric.VAR_ERROR_01, relative(facts, own, "valueAtRisk01"));
        metrics.put(Metric.VAR_ERROR_05, relative(facts, own, "valueAtRisk05"));
        metrics.put(Metric.ES_ERROR_01, relative(facts, own, "expectedShortfall01"));
        metrics.put(Metric.ES_ERROR_05, relative(facts, own, "expectedShortfall05"));
        metrics.put(Metric.TAIL_INDEX_ERROR, (gap(facts, own, "tailLower") + gap(facts, own, "tailUpper")) / 2);
        metrics.put(Metric.DRAWDOWN_ERROR, relative(facts, own, "drawdown"));
        metrics.put(Metric.FACTS_INSIDE, (double) scale.inside(facts));
        metrics.put(Metric.FACT_SCORE, scale.score(facts, scale.wasserstein1(paths)));
        metrics.put(Metric.NEAREST_REAL_RATIO, nearest.ratio());
        metrics.put(Metric.NEAR_COPIES, nearest.copies());
        if (real.length > 1 && simulation.paths().length == real.length) {
            metrics.put(
                    Metric.CORRELATION_ERROR,
                    CrossCorrelation.distance(
                            CrossCorrelation.matrix(simulation.paths()), CrossCorrelation.matrix(real)));
        }
        return metrics;
    }

    /** Wasserstein-1 of overlapping sums over some days; NaN where either side has none. */
    double wasserstein(double[][] paths, int days) {
        return wasserstein(Distances.overlapping(paths, days), days);
    }

    /** Of the learnt returns, what a simulator that knows them by heart would get. */
    double floor(int days) {
        return wasserstein(Distances.overlapping(learnt, days), days);
    }

    private double wasserstein(double[] simulated, int days) {
        double[] own = Distances.overlapping(real[0], days);
        return own.length == 0 || simulated.length == 0 ? Double.NaN : Distances.wasserstein1(simulated, own);
    }

    private double curve(LagCurve curve, double[][] paths, int lags) {
        double[][] pieces = PathPieces.cut(paths, scale.days());
        return LagCurve.distance(
                curve.mean(pieces, lags), curve.mean(scale.pieces().real(real[0]), lags));
    }

    private static double gap(Map<String, Double> facts, Map<String, Double> own, String name) {
        return Math.abs(facts.getOrDefault(name, Double.NaN) - own.getOrDefault(name, Double.NaN));
    }

    private static double relative(Map<String, Double> facts, Map<String, Double> own, String name) {
        return gap(facts, own, name) / Math.abs(own.getOrDefault(name, Double.NaN));
    }
}
