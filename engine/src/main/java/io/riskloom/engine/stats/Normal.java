package io.riskloom.engine.stats;

import org.hipparchus.special.Erf;

/** The standard normal distribution, to rounding far into both tails as well. */
public final class Normal {
    private static final int STEPS = 20;
    private static final double ROOT = Math.sqrt(2 * Math.PI);

    private Normal() {}

    /** P(X ≤ x); for large x take {@code below(−x)} for the other side, which keeps its digits. */
    public static double below(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    /**
     * The x with P(X ≤ x) = p, for p up to ½; the other half follows by symmetry, {@code −quantile(1 − p)}. Newton's steps on
     * ln P from the tail's expansion.
     *
     * @param p in (0, ½]
     * @throws IllegalArgumentException otherwise
     */
    public static double quantile(double p) {
        if (!(p > 0 && p <= 0.5)) {
            throw new IllegalArgumentException("expected a probability in (0, 0.5], not " + p);
        }
        double t = Math.sqrt(-2 * Math.log(p));
        double x =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int i = 0; i < STEPS; i++) {
            double here = below(x);
            double step = Math.log(here / p) * here * ROOT * Math.exp(x * x / 2);
            x -= step;
            if (Math.abs(step) <= 1e-15 * Math.max(1, Math.abs(x))) {
                break;
            }
        }
        return x;
    }
}
