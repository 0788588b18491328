package io.riskloom.engine.stats;

/**
 * A share of successes with its 95 % interval.
 *
 * @param value successes over n, NaN for n = 0
 * @param low   lower end
 * @param high  upper end
 */
public record Proportion(int successes, int n, double value, double low, double high) {

    /** 97.5 % point of the standard normal distribution. */
    public static final double Z95 = 1.959963984540054;

    /**
     * Wilson's score interval (Wilson 1927): (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n). For n = 0 it is
     * [0, 1].
     *
     * @throws IllegalArgumentException unless 0 ≤ successes ≤ n
     */
    public static Proportion wilson(int successes, int n) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be in 0…" + n + ", not " + successes);
        }
        if (n == 0) {
            return new Proportion(0, 0, Double.NaN, 0, 1);
        }
        double p = (double) successes / n;
        double z2 = Z95 * Z95;
        double centre = p + z2 / (2 * n);
        double half = Z95 * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        double low = successes == 0 ? 0 : (centre - half) / (1 + z2 / n);
        double high = successes == n ? 1 : (centre + half) / (1 + z2 / n);
        return new Proportion(successes, n, p, low, high);
    }
}
