package io.riskloom.engine.judge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rising steps, joined by straight lines between them (Zadrozny and Elkan 2002); beyond the ends the end's value.
 *
 * @param knots  log odds, ascending
 * @param values probability of bad at each, never falling
 */
public record Isotonic(double[] knots, double[] values) implements Calibrator {

    public Isotonic {
        knots = knots.clone();
        values = values.clone();
        if (knots.length == 0 || knots.length != values.length) {
            throw new IllegalArgumentException(knots.length + " knots and " + values.length + " values");
        }
    }

    /**
     * Least squares under rising values by pooling adjacent violators; equal log odds count as one. Values are then kept
     * within 1 / (g + 2) and (b + 1) / (b + 2) of g good and b bad applicants, Platt's targets: no finite sample shows that an
     * applicant cannot default, or must.
     */
    static Isotonic fit(double[] logOdds, boolean[] bad) {
        int[] order = IntStream.range(0, logOdds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> logOdds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        Pool pool = new Pool(logOdds.length);
        int count = 0;
        for (int at = 0; at < order.length; ) {
            double x = logOdds[order[at]];
            int cases = 0;
            int hits = 0;
            for (; at < order.length && logOdds[order[at]] == x; at++) {
                cases++;
                hits += bad[order[at]] ? 1 : 0;
            }
            pool.add(x, cases, hits);
            count += hits;
        }
        return pool.steps(1.0 / (logOdds.length - count + 2), (count + 1.0) / (count + 2));
    }

    /** Blocks of rising shares, each from its first to its last log odds. */
    private static final class Pool {
        private final double[] first;
        private final double[] last;
        private final int[] cases;
        private final int[] hits;
        private int size;

        Pool(int most) {
            first = new double[most];
            last = new double[most];
            cases = new int[most];
            hits = new int[most];
        }

        void add(double x, int n, int ofThem) {
            first[size] = x;
            last[size] = x;
            cases[size] = n;
            hits[size] = ofThem;
            size++;
            while (size > 1 && (long) hits[size - 2] * cases[size - 1] >= (long) hits[size - 1] * cases[size - 2]) {
                last[size - 2] = last[size - 1];
                cases[size - 2] += cases[size - 1];
                hits[size - 2] += hits[size - 1];
                size--;
            }
        }

        Isotonic steps(double low, double high) {
            double[] x = new double[2 * size];
            double[] y = new double[2 * size];
            int n = 0;
            for (int b = 0; b < size; b++) {
                double value = Math.clamp((double) hits[b] / cases[b], low, high);
                x[n] = first[b];
                y[n++] = value;
                if (last[b] > first[b]) {
                    x[n] = last[b];
                    y[n++] = value;
                }
            }
            return new Isotonic(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
        }
    }

    @Override
    public double probability(double logOdds) {
        int at = Arrays.binarySearch(knots, logOdds);
        if (at >= 0) {
            return values[at];
        }
        int above = -at - 1;
        if (above == 0 || above == knots.length) {
            return values[above == 0 ? 0 : above - 1];
        }
        double part = (logOdds - knots[above - 1]) / (knots[above] - knots[above - 1]);
        return values[above - 1] + part * (values[above] - values[above - 1]);
    }

    @Override
    public double logOdds(double raw) {
        return raw;
    }

    @Override
    public double[] knots() {
        return knots.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
