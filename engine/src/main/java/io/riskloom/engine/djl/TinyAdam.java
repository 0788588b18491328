package io.riskloom.engine.djl;

/** Adam over one array of weights: β₁ = .9, β₂ = .999, ε = 10⁻⁸, see {@link Adam}. */
final class TinyAdam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final float[] first;
    private final float[] second;
    private final double rate;
    private int steps;

    TinyAdam(int weights, double rate) {
        first = new float[weights];
        second = new float[weights];
        this.rate = rate;
    }

    void step(float[] weights, float[] slopes) {
        steps++;
        double one = 1 - Math.pow(BETA1, steps);
        double two = 1 - Math.pow(BETA2, steps);
        for (int i = 0; i < weights.length; i++) {
            first[i] = (float) (BETA1 * first[i] + (1 - BETA1) * slopes[i]);
            second[i] = (float) (BETA2 * second[i] + (1 - BETA2) * slopes[i] * slopes[i]);
            weights[i] -= (float) (rate * (first[i] / one) / (Math.sqrt(second[i] / two) + EPSILON));
        }
    }
}
