package io.riskloom.engine.judge;

import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.Drawdowns;
import io.riskloom.engine.stats.LagCurve;
import io.riskloom.engine.stats.Moments;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.StylisedFacts;
import io.riskloom.engine.stats.TailIndex;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A stylised fact (Cont 2001) of a group of pieces. What says how often a return is so large is taken over all days of the
 * group; what says how days hang together is the mean over the pieces, each by its own mean and deviation.
 *
 * @param name   key under {@code fact.} in the bundles
 * @param least  fewest days of a piece
 * @param middle whether of many groups the median counts, and not the mean, which a few crashes decide
 * @param memory whether it hangs on how days follow each other, which a block bootstrap breaks
 */
record PathFact(String name, int least, boolean middle, boolean memory, ToDoubleFunction<double[][]> value) {
    /** Days of a quarter: what returns to the mean within a few weeks has grown too little by then. */
    private static final int QUARTER = 60;

    /** Steps of a piece, a year of trading days. */
    static final int YEAR = 252;
    /** Days from a window to the next one that shares days with it. */
    static final int MONTH = 21;

    private static final int TEN = 10;
    private static final double TAIL = 0.05;

    static final List<PathFact> ALL = List.of(
            pooled("dailyVolatility", p -> deviation(StylisedFacts.pooled(p))),
            new PathFact("dailyVolatility60", 2 * QUARTER, false, true, PathFact::quarterly),
            kurtosis("kurtosis", 1, TEN),
            kurtosis("kurtosis5", 5, 5 * TEN),
            kurtosis("kurtosis20", 20, QUARTER),
            pooled("tailLower", p -> TailIndex.lower(StylisedFacts.pooled(p), TAIL)),
            pooled("tailUpper", p -> TailIndex.upper(StylisedFacts.pooled(p), TAIL)),
            memory("acf1", TEN, x -> LagCurve.ACF.at(x, 1)),
            memory("acfNear", QUARTER, x -> size(LagCurve.ACF.of(x, 20))),
            memory("acfAbs1", TEN, x -> LagCurve.ACF_ABS.at(x, 1)),
            memory("acfAbs10", QUARTER, x -> LagCurve.ACF_ABS.at(x, 10)),
            memory("acfAbs50", 2 * QUARTER, x -> LagCurve.ACF_ABS.at(x, 50)),
            memory("acfSquares1", TEN, x -> LagCurve.ACF_SQUARES.at(x, 1)),
            memory("acfSquares10", QUARTER, x -> LagCurve.ACF_SQUARES.at(x, 10)),
            memory("leverage", 2 * TEN, x -> Moments.mean(LagCurve.LEVERAGE.of(x, 10))),
            memory("gainLoss", QUARTER, x -> Drawdowns.gainLoss(x, QUARTER, TEN)),
            memory("drawdown", YEAR, x -> Moments.mean(Drawdowns.largest(x, YEAR, MONTH))),
            pooled("valueAtRisk01", p -> StylisedFacts.valueAtRisk(p, 0.01)),
            pooled("valueAtRisk05", p -> StylisedFacts.valueAtRisk(p, 0.05)),
            pooled("expectedShortfall01", p -> StylisedFacts.expectedShortfall(p, 0.01)),
            pooled("expectedShortfall05", p -> StylisedFacts.expectedShortfall(p, 0.05)));

    private static PathFact pooled(String name, ToDoubleFunction<double[][]> value) {
        return new PathFact(name, TEN, false, false, value);
    }

    private static PathFact kurtosis(String name, int days, int least) {
        return new PathFact(
                name, least, true, false, group -> StylisedFacts.kurtosis(Distances.overlapping(group, days)));
    }

    private static PathFact memory(String name, int least, ToDoubleFunction<double[]> ofPiece) {
        return new PathFact(
                name,
                least,
                false,
                true,
                group -> known(Arrays.stream(group).mapToDouble(ofPiece).toArray(), false));
    }

    double of(double[][] group) {
        return value.applyAsDouble(group);
    }

    /** What stands for the values of several groups; those that are NaN are left out. */
    double typical(double[] ofGroups) {
        return known(ofGroups, middle);
    }

    private static double known(double[] values, boolean middle) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return middle ? Quantiles.of(known, 0.5) : Moments.mean(known);
    }

    private static double quarterly(double[][] group) {
        return deviation(Distances.overlapping(group, QUARTER)) / Math.sqrt(QUARTER);
    }

    private static double size(double[] curve) {
        return LagCurve.distance(curve, new double[curve.length]);
    }

    /** Standard deviation of a step: how many steps make a year, a file of paths does not tell. */
    static double deviation(double[] returns) {
        double mean = Moments.mean(returns);
        double squares = 0;
        for (double r : returns) {
            squares += (r - mean) * (r - mean) / returns.length;
        }
        return Math.sqrt(squares);
    }
}
