package io.riskloom.engine.feature;

/**
 * Which way the close has gone {@code horizon} days after an origin t, by r = ln(C(t+horizon)/C(t)): of two classes down
 * (r ≤ 0) and up, of three down (r &lt; −b), flat and up (r &gt; b) with the dead band b = deadBand · σ(t) · √horizon, where
 * σ(t) is the root mean squared daily log return of the 20 days up to t, which is known there.
 */
public final class Direction {
    private static final int SCALE_DAYS = 20;

    private final double[] close;
    private final CloseTarget moves;
    private final int horizon;
    private final int classes;
    private final double deadBand;

    /**
     * @param classes  2 or 3
     * @param deadBand without meaning for two classes
     */
    public Direction(double[] close, int horizon, int classes, double deadBand) {
        if (classes != 2 && classes != 3) {
            throw new IllegalArgumentException("classes must be 2 or 3, not " + classes);
        }
        this.close = close.clone();
        this.moves = new CloseTarget(close, new int[] {horizon}, SCALE_DAYS);
        this.horizon = horizon;
        this.classes = classes;
        this.deadBand = deadBand;
    }

    public int classes() {
        return classes;
    }

    public int horizon() {
        return horizon;
    }

    /** Log return over the horizon; NaN beyond the last day. */
    public double move(int origin) {
        return moves.label(origin)[0];
    }

    /** Half the width of the dead band, 0 for two classes. */
    public double band(int origin) {
        return classes == 2 ? 0 : deadBand * moves.scale(origin) * Math.sqrt(horizon);
    }

    /**
     * Number of the class, from 0 for down.
     *
     * @throws IndexOutOfBoundsException where the label lies beyond the last day
     */
    public int of(int origin) {
        if (origin + horizon >= close.length) {
            throw new IndexOutOfBoundsException("no close " + horizon + " days after day " + origin);
        }
        if (classes == 2) {
            return close[origin + horizon] > close[origin] ? 1 : 0;
        }
        double move = move(origin);
        double band = band(origin);
        return move > band ? 2 : move < -band ? 0 : 1;
    }
}
