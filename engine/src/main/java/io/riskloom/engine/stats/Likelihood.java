package io.riskloom.engine.stats;

import org.hipparchus.special.Erf;

/** What likelihood-ratio tests of hits are made of. */
final class Likelihood {

    private Likelihood() {}

    /** Log-likelihood of {@code hits} and {@code misses} at a probability of a hit; 0·ln 0 = 0. */
    static double log(long misses, long hits, double probability) {
        double missed = misses == 0 ? 0 : misses * Math.log1p(-probability);
        double hit = hits == 0 ? 0 : hits * Math.log(probability);
        return missed + hit;
    }

    /** As above at the probability that makes them likeliest; 0 without any. */
    static double highest(long misses, long hits) {
        return misses + hits == 0 ? 0 : log(misses, hits, (double) hits / (misses + hits));
    }

    /** −2 ln of the ratio of two likelihoods, never below 0 by rounding. */
    static double ratio(double restricted, double free) {
        return Math.max(0, 2 * (free - restricted));
    }

    /** P(χ² with one degree of freedom > x). */
    static double aboveOne(double x) {
        return Erf.erfc(Math.sqrt(x / 2));
    }

    /** P(χ² with two degrees of freedom > x). */
    static double aboveTwo(double x) {
        return Math.exp(-x / 2);
    }
}
