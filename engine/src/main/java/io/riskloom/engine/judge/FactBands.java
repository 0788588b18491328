package io.riskloom.engine.judge;

import io.riskloom.engine.challenger.BlockBootstrap;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stylised facts of a real span with a 90 % and a 99 % band of each: percentiles of the values of 200 block-bootstrap series
 * of the span. The bootstrap breaks memory where its blocks end, so that its values of facts that hang on memory lie off the
 * real one; of those the spread about their median is laid around the real value.
 */
final class FactBands {
    private static final int REPLICATES = 200;
    private static final double LEVEL = 0.9;
    private static final double FAR = 0.99;
    private static final double MOST = 5;

    private final List<Measured> measured;
    private final double[][] drawn;

    /** A fact with its value and its bands of the real span. */
    private record Measured(PathFact fact, double real, double low, double high, double farLow, double farHigh) {
        private double gap(double value, double from) {
            double gap = Math.abs(value - from) / ((high - low) / 2);
            return gap <= MOST ? gap : MOST;
        }
    }

    private FactBands(List<Measured> measured, double[][] drawn) {
        this.measured = measured;
        this.drawn = drawn;
    }

    /** Facts that a piece is too short for, or that do not vary, are left out. */
    static FactBands of(double[] real, PathPieces pieces, long seed) {
        double[][] own = pieces.real(real);
        List<double[][]> series =
                Arrays.stream(series(real, seed)).map(pieces::real).toList();
        List<Measured> measured = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (PathFact fact : PathFact.ALL) {
            if (pieces.days() < fact.least()) {
                continue;
            }
            double[] ofSeries = series.stream().mapToDouble(fact::of).toArray();
            Measured one = measured(fact, fact.of(own), ofSeries);
            if (one.low() < one.high()) {
                measured.add(one);
                values.add(ofSeries);
            }
        }
        double[][] drawn = new double[REPLICATES][values.size()];
        for (int b = 0; b < REPLICATES; b++) {
            for (int k = 0; k < values.size(); k++) {
                drawn[b][k] = values.get(k)[b];
            }
        }
        return new FactBands(measured, drawn);
    }

    /** The series of which the bands are made. */
    static double[][] series(double[] real, long seed) {
        return BlockBootstrap.paths(real, REPLICATES, real.length, seed);
    }

    private static Measured measured(PathFact fact, double real, double[] drawn) {
        double[] sorted =
                Arrays.stream(drawn).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double shift = fact.memory() ? real - Quantiles.ofSorted(sorted, 0.5) : 0;
        return new Measured(
                fact,
                real,
                shift + Quantiles.ofSorted(sorted, (1 - LEVEL) / 2),
                shift + Quantiles.ofSorted(sorted, (1 + LEVEL) / 2),
                shift + Quantiles.ofSorted(sorted, (1 - FAR) / 2),
                shift + Quantiles.ofSorted(sorted, (1 + FAR) / 2));
    }

    /** Facts of the series that {@link #series} gives, series × facts. */
    double[][] drawn() {
        return drawn;
    }

    List<String> names() {
        return measured.stream().map(m -> m.fact().name()).toList();
    }

    double[] real() {
        return measured.stream().mapToDouble(Measured::real).toArray();
    }

    /** The facts of a group of pieces. */
    double[] ofGroup(double[][] group) {
        return measured.stream().mapToDouble(m -> m.fact().of(group)).toArray();
    }

    /** What stands for the facts of several groups, groups × facts. */
    double[] typical(double[][] ofGroups) {
        double[] typical = new double[measured.size()];
        for (int k = 0; k < typical.length; k++) {
            int which = k;
            typical[k] = measured.get(k)
                    .fact()
                    .typical(Arrays.stream(ofGroups)
                            .mapToDouble(row -> row[which])
                            .toArray());
        }
        return typical;
    }

    /** Sum over the facts of |a − b| over half the width of the 90 % band, at most 5 each, and 5 for one without a value. */
    double gaps(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += measured.get(k).gap(a[k], b[k]);
        }
        return sum;
    }

    /** How many of some values lie in their 90 % bands. */
    int inside(double[] values) {
        int inside = 0;
        for (int k = 0; k < values.length; k++) {
            inside += values[k] >= measured.get(k).low()
                            && values[k] <= measured.get(k).high()
                    ? 1
                    : 0;
        }
        return inside;
    }

    List<Details.Fact> facts(double[] generated, double[] bootstrap, double[] garch) {
        List<Details.Fact> facts = new ArrayList<>();
        for (int k = 0; k < measured.size(); k++) {
            Measured m = measured.get(k);
            facts.add(new Details.Fact(
                    m.fact().name(),
                    m.real(),
                    m.low(),
                    m.high(),
                    m.farLow(),
                    m.farHigh(),
                    generated[k],
                    bootstrap[k],
                    garch[k]));
        }
        return facts;
    }
}
