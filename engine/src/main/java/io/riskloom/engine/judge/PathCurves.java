package io.riskloom.engine.judge;

import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.Drawdowns;
import io.riskloom.engine.stats.LagCurve;
import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Functions of a lag or of a level, of the real span with a 90 % band and of each simulator. */
final class PathCurves {
    private static final double LEVEL = 0.9;
    private static final int LAGS = 100;
    private static final int LEVERAGE_LAGS = 20;
    /** Pairs at the longest lag of a piece, in pieces. */
    private static final int QUARTERS = 4;

    private static final double[] LEVELS = {.05, .1, .25, .5, .75, .9, .95};

    private final FactScale scale;
    private final double[] real;
    private final List<Simulation> simulations;

    private PathCurves(FactScale scale, double[] real, List<Simulation> simulations) {
        this.scale = scale;
        this.real = real;
        this.simulations = simulations;
    }

    /** Lags go to a quarter of a piece at most; drawdowns within 252 steps need pieces of as many. */
    static List<PathSight.Curve> of(FactScale scale, double[] real, List<Simulation> simulations) {
        PathCurves curves = new PathCurves(scale, real, simulations);
        int lags = Math.min(LAGS, scale.days() / QUARTERS);
        int few = Math.min(LEVERAGE_LAGS, lags);
        List<PathSight.Curve> all = new ArrayList<>();
        if (lags > 0) {
            all.add(curves.curve("acf", days(lags), pieces -> LagCurve.ACF.mean(pieces, lags)));
            all.add(curves.curve("acfAbs", days(lags), pieces -> LagCurve.ACF_ABS.mean(pieces, lags)));
            all.add(curves.curve("acfSquares", days(lags), pieces -> LagCurve.ACF_SQUARES.mean(pieces, lags)));
            all.add(curves.curve("leverage", days(few), pieces -> LagCurve.LEVERAGE.mean(pieces, few)));
        }
        if (scale.days() >= PathFact.YEAR) {
            all.add(curves.curve("drawdown", LEVELS, PathCurves::drawdowns));
        }
        return all;
    }

    private static double[] days(int lags) {
        return IntStream.rangeClosed(1, lags).asDoubleStream().toArray();
    }

    private static double[] drawdowns(double[][] pieces) {
        double[] largest = Arrays.stream(pieces)
                .flatMapToDouble(piece -> Arrays.stream(Drawdowns.largest(piece, PathFact.YEAR, PathFact.MONTH)))
                .sorted()
                .toArray();
        return Arrays.stream(LEVELS).map(p -> Quantiles.ofSorted(largest, p)).toArray();
    }

    private PathSight.Curve curve(String name, double[] x, Function<double[][], double[]> of) {
        double[] own = of.apply(scale.pieces().real(real));
        double[][] drawn = Arrays.stream(scale.drawn())
                .map(series -> of.apply(scale.pieces().real(series)))
                .toArray(double[][]::new);
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int at = i;
            double[] values = Arrays.stream(drawn).mapToDouble(c -> c[at]).toArray();
            double shift = own[i] - Quantiles.of(values, 0.5);
            low[i] = shift + Quantiles.of(values, (1 - LEVEL) / 2);
            high[i] = shift + Quantiles.of(values, (1 + LEVEL) / 2);
        }
        List<PathSight.Line> lines = simulations.stream()
                .map(s -> new PathSight.Line(s.name(), of.apply(PathPieces.cut(s.main(), scale.days()))))
                .toList();
        return new PathSight.Curve(name, x, own, low, high, lines);
    }
}
