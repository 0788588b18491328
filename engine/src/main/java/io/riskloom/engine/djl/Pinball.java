package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Quantile regression (Koenker &amp; Bassett 1978): a head with one number a step for each level, all steps of a level
 * together. The median comes first, so that an answer begins as a point forecast does.
 */
final class Pinball {
    private static final double[] LEVELS = {0.5, 0.05, 0.25, 0.75, 0.95};
    /** Where a standard normal distribution has them. */
    private static final float[] NORMAL = {0, -1.644854f, -0.67449f, 0.67449f, 1.644854f};

    private Pinball() {}

    /**
     * max(τ·e, (τ − 1)·e) with e = y − q_τ, as a mean over levels, steps and rows.
     *
     * @param quantiles rows × (levels · steps)
     * @param target    rows × steps
     */
    static NDArray loss(NDArray quantiles, NDArray target) {
        long rows = target.getShape().get(0);
        long steps = target.getShape().get(1);
        NDArray error = target.expandDims(1).sub(quantiles.reshape(rows, LEVELS.length, steps));
        float[] levels = new float[LEVELS.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) LEVELS[i];
        }
        NDArray level = target.getManager().create(levels, new Shape(1, LEVELS.length, 1));
        // max(τe, (τ − 1)e) = τe + max(0, −e)
        return error.mul(level).add(Residual.relu(error.neg())).mean();
    }

    /**
     * Sets the biases of a head, all else zero, to the quantiles of targets that are normal around zero.
     *
     * @param deviations one a step; 1 where targets are standardised
     */
    static void start(NDArray bias, double[] deviations) {
        int steps = deviations.length;
        float[] start = new float[NORMAL.length * steps];
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) (NORMAL[i / steps] * deviations[i % steps]);
        }
        bias.set(start);
    }
}
