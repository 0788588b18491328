package io.riskloom.engine.stats;

/** Lambert's W function. */
public final class LambertW {
    private static final int STEPS = 50;

    private LambertW() {}

    /**
     * The w ≥ 0 with w·eʷ = y (the principal branch), by Halley's steps from ln(1 + y), to rounding.
     *
     * @param y at least 0 and finite
     * @throws IllegalArgumentException otherwise
     */
    public static double of(double y) {
        if (!(y >= 0) || Double.isInfinite(y)) {
            throw new IllegalArgumentException("expected a number of at least 0, not " + y);
        }
        double log = Math.log1p(y);
        double w = y < Math.E ? log : log - Math.log(log);
        for (int i = 0; i < STEPS; i++) {
            double e = Math.exp(w);
            double gap = w * e - y;
            double step = gap / (e * (w + 1) - (w + 2) * gap / (2 * w + 2));
            w -= step;
            if (Math.abs(step) <= 4e-16 * w) {
                break;
            }
        }
        return w;
    }
}
