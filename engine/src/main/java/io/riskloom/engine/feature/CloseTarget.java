package io.riskloom.engine.feature;

import java.util.Arrays;

/**
 * Closes after an origin t. Learnt: ln(C(t+s)/C(t)) for each step s; shown: C(t)·exp(r). The last value says 0 for every
 * step. Scale: root mean squared daily log return of the last days up to the origin, of as many as there are at the start,
 * but no less than {@value #LEAST} of that of all days up to it: days without a move, of a halt or a peg, would divide errors
 * by nearly nothing. Tiny instead of zero.
 */
public final class CloseTarget implements Target {
    private static final double TINY = 1e-8;
    private static final double LEAST = 0.1;

    private final double[] close;
    private final double[] squaredSums;
    private final int[] steps;
    private final int scaleDays;

    /** @param steps days ahead, ascending, at least 1 */
    CloseTarget(double[] close, int[] steps, int scaleDays) {
        this.close = close.clone();
        this.squaredSums = Returns.squaredSums(close);
        this.steps = steps.clone();
        this.scaleDays = scaleDays;
    }

    @Override
    public String quantity() {
        return "close";
    }

    @Override
    public int[] steps() {
        return steps.clone();
    }

    @Override
    public double[] label(int origin) {
        return Arrays.stream(steps)
                .mapToDouble(s -> origin + s < close.length ? Math.log(close[origin + s] / close[origin]) : Double.NaN)
                .toArray();
    }

    @Override
    public double[] lastValue(int origin) {
        return new double[steps.length];
    }

    @Override
    public double scale(int origin) {
        int from = Math.max(1, origin - scaleDays + 1);
        double sum = 0;
        for (int t = from; t <= origin; t++) {
            double r = Math.log(close[t] / close[t - 1]);
            sum += r * r;
        }
        double recent = Math.sqrt(sum / Math.max(1, origin - from + 1));
        double ever = Math.sqrt(squaredSums[origin] / Math.max(1, origin));
        return Math.max(TINY, Math.max(recent, LEAST * ever));
    }

    @Override
    public double known(int origin) {
        return close[origin];
    }

    @Override
    public double shown(int origin, double learnt) {
        return close[origin] * Math.exp(learnt);
    }
}
