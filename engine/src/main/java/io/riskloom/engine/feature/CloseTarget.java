package io.riskloom.engine.feature;

import java.util.Arrays;

/**
 * Closes after an origin t. Learnt: ln(C(t+s)/C(t)) for each step s; shown: C(t)·exp(r). The last value says 0 for every
 * step. Scale: root mean squared daily log return of the last days up to the origin, of as many as there are at the start,
 * tiny instead of zero.
 */
public final class CloseTarget implements Target {
    private static final double TINY = 1e-8;

    private final double[] close;
    private final int[] steps;
    private final int scaleDays;

    /** @param steps days ahead, ascending, at least 1 */
    CloseTarget(double[] close, int[] steps, int scaleDays) {
        this.close = close.clone();
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
                .mapToDouble(
                        s -> origin + s < close.length ? Math.log(close[origin + s] / close[origin]) : Double.NaN)
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
        return Math.max(TINY, Math.sqrt(sum / Math.max(1, origin - from + 1)));
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
