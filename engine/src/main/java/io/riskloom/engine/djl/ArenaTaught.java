package io.riskloom.engine.djl;

/**
 * Of one update, before the weights moved.
 *
 * @param penalty part of the loss
 * @param norm    of the loss's gradient; where it is not finite, nothing moved
 */
record ArenaTaught(double loss, double penalty, double norm) {

    static final ArenaTaught UNKNOWN = new ArenaTaught(Double.NaN, Double.NaN, Double.NaN);

    boolean finite() {
        return Double.isFinite(norm) && Double.isFinite(loss);
    }
}
