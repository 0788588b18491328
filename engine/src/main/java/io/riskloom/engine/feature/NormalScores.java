package io.riskloom.engine.feature;

import io.riskloom.engine.stats.Normal;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;

/**
 * Φ⁻¹(F(r)) with a distribution F that has a density everywhere. Between the thresholds straight lines from quantile to
 * quantile; beyond each a {@link ParetoTail}. Equal returns have the score in the middle of their probability.
 *
 * @param values returns at the knots, strictly increasing; the first and the last are the thresholds
 * @param scores normal scores of the knots, strictly increasing
 * @param lower  tail below the first knot, of −r
 * @param upper  tail above the last one
 */
public record NormalScores(double[] values, double[] scores, ParetoTail lower, ParetoTail upper) {
    private static final int KNOTS = 200;
    private static final double TAIL = 0.05;
    /** Fewest returns of a tail. */
    private static final int LEAST = 10;
    /** What none beyond a tie counts as. */
    private static final double HALF = 0.5;

    public NormalScores {
        values = values.clone();
        scores = scores.clone();
    }

    /** @param returns that vary, at least two */
    static NormalScores fit(double[] returns) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double share = Math.min(0.25, Math.max(TAIL, (double) LEAST / n));
        double[] values = new double[KNOTS + 1];
        double[] scores = new double[KNOTS + 1];
        int knots = 0;
        for (int k = 0; k <= KNOTS; k++) {
            double p = share + (1 - 2 * share) * k / KNOTS;
            double value = Quantiles.ofSorted(sorted, p);
            if (knots == 0 || value > values[knots - 1]) {
                values[knots] = value;
                scores[knots++] = normal(Ties.of(sorted, value).middle(p));
            }
        }
        double first = values[0];
        double last = values[knots - 1];
        double[] below =
                Arrays.stream(sorted).filter(r -> r < first).map(r -> first - r).toArray();
        double[] above =
                Arrays.stream(sorted).filter(r -> r > last).map(r -> r - last).toArray();
        double typical = (sorted[n - 1] - sorted[0]) / n;
        return new NormalScores(
                Arrays.copyOf(values, knots),
                Arrays.copyOf(scores, knots),
                ParetoTail.fit(start(-scores[0], Ties.of(sorted, first), below.length), below, typical, n),
                ParetoTail.fit(start(scores[knots - 1], Ties.of(sorted, last), above.length), above, typical, n));
    }

    private static double normal(double p) {
        return p <= 0.5 ? Normal.quantile(p) : -Normal.quantile(1 - p);
    }

    /**
     * Where a tail begins: at the score of its knot; behind a tie, whose score is that of its middle, where the share of the
     * returns beyond begins. Scores between them are the tie as well.
     */
    private static double start(double knot, Ties ties, int beyond) {
        return ties.many() ? Math.max(knot, -Normal.quantile(Math.max(beyond, HALF) / ties.all())) : knot;
    }

    /**
     * How often a value stands in a sample.
     *
     * @param below  values below it
     * @param atMost values not above it
     * @param all    values
     */
    private record Ties(long below, long atMost, int all) {
        private static Ties of(double[] sorted, double value) {
            long below = Arrays.stream(sorted).takeWhile(r -> r < value).count();
            long equal = Arrays.stream(sorted).filter(r -> r == value).count();
            return new Ties(below, below + equal, sorted.length);
        }

        private boolean many() {
            return atMost - below > 1;
        }

        /** The probability of type 7 in the middle of the tie, of a value that stands there once or not at all the given one. */
        private double middle(double p) {
            return many() ? (below + atMost - 1) / 2.0 / (all - 1) : p;
        }
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public double[] scores() {
        return scores.clone();
    }

    double score(double value) {
        int last = values.length - 1;
        if (value < values[0]) {
            return -lower.score(values[0] - value);
        }
        return value > values[last] ? upper.score(value - values[last]) : between(values, scores, value);
    }

    double value(double score) {
        int last = scores.length - 1;
        if (score < scores[0]) {
            return values[0] - lower.excess(-score);
        }
        return score > scores[last] ? values[last] + upper.excess(score) : between(scores, values, score);
    }

    private static double between(double[] from, double[] to, double x) {
        int found = Arrays.binarySearch(from, x);
        if (found >= 0) {
            return to[found];
        }
        int above = -found - 1;
        double part = (x - from[above - 1]) / (from[above] - from[above - 1]);
        return to[above - 1] + part * (to[above] - to[above - 1]);
    }
}
