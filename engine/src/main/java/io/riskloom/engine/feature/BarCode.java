package io.riskloom.engine.feature;

import java.util.Arrays;

/**
 * A window of bars as moves around a context, and back exactly. With v the window's volatility, a day's moves are
 *
 * <ul>
 *   <li>the gap g = ln(open / previous close) / v, as sign(g)·ln(1 + |g| / {@value #FINE}), which keeps gaps of one tick apart from
 *       none,
 *   <li>the body ln(close / open) / v,
 *   <li>√(ln(high / max(open, close)) / v) and √(ln(min(open, close) / low) / v),
 *   <li>ln volume less its mean over the window, where there is volume.
 * </ul>
 *
 * @param moves   days × {@link #moves}
 * @param context see {@link #PLACE} to {@link #BUSTLE}
 */
public record BarCode(double[][] moves, double[] context) {
    /** Context: ln of the close before the window. */
    public static final int PLACE = 0;
    /** Mean ln volume, 0 without volume. */
    public static final int TRADED = 1;
    /** ln v, v² the mean of the window's squared log returns. */
    public static final int VOLATILITY = 2;
    /** Share of days that open at the close before. */
    public static final int QUIET = 3;
    /** ln(w + .01), w² the mean squared gap over v². */
    public static final int GAPS = 4;
    /** Share of days whose high is their open or close, plus that for the low. */
    public static final int TOUCHES = 5;
    /** ln(s + .01), s the standard deviation of ln volume. */
    public static final int BUSTLE = 6;

    /** Numbers in a context. */
    public static final int CONTEXT = 7;

    /** Moves: the gap. */
    public static final int GAP = 0;

    public static final int BODY = 1;
    public static final int UP = 2;
    public static final int DOWN = 3;
    public static final int VOLUME = 4;

    /** Below this share of v gaps are told apart by their difference, above by their ratio. */
    public static final double FINE = 1e-3;

    /** Largest ln(1 + |g| / FINE) that is read: 13 v. */
    public static final double WIDEST = 9.5;

    /** Keeps a window without moves apart from one of no size. */
    private static final double STILL = 1e-6;

    private static final double EQUAL = 1e-9;
    private static final double SMALL = 0.01;

    /** Moves of a day: gap, body, reach up and down, and volume. */
    public static int moves(boolean volume) {
        return volume ? 5 : 4;
    }

    /** @param first day of the window, at least 1 */
    public static BarCode encode(Bars bars, int first, int days) {
        double[] gap = new double[days];
        double[] body = new double[days];
        double[] traded = new double[bars.hasVolume() ? days : 0];
        double squares = 0;
        for (int i = 0; i < days; i++) {
            int t = first + i;
            gap[i] = Math.log(bars.open()[t] / bars.close()[t - 1]);
            body[i] = Math.log(bars.close()[t] / bars.open()[t]);
            squares += (gap[i] + body[i]) * (gap[i] + body[i]) / days;
        }
        Arrays.setAll(traded, i -> Math.log(bars.volume()[first + i]));
        double v = Math.sqrt(squares) + STILL;
        double mean = Arrays.stream(traded).average().orElse(0);
        double[][] moves = new double[days][moves(bars.hasVolume())];
        for (int i = 0; i < days; i++) {
            int t = first + i;
            moves[i][GAP] = fine(gap[i] / v);
            moves[i][BODY] = body[i] / v;
            moves[i][UP] = reach(bars.high()[t], Math.max(bars.open()[t], bars.close()[t]), v);
            moves[i][DOWN] = reach(Math.min(bars.open()[t], bars.close()[t]), bars.low()[t], v);
            if (bars.hasVolume()) {
                moves[i][VOLUME] = traded[i] - mean;
            }
        }
        double[] context = new double[CONTEXT];
        context[PLACE] = Math.log(bars.close()[first - 1]);
        context[TRADED] = mean;
        context[VOLATILITY] = Math.log(v);
        context[QUIET] = share(gap);
        context[GAPS] = Math.log(size(gap) / v + SMALL);
        context[TOUCHES] = share(column(moves, UP)) + share(column(moves, DOWN));
        context[BUSTLE] = bars.hasVolume() ? Math.log(size(column(moves, VOLUME)) + SMALL) : 0;
        return new BarCode(moves, context);
    }

    private static double[] column(double[][] moves, int which) {
        return Arrays.stream(moves).mapToDouble(day -> day[which]).toArray();
    }

    /** Share of values that are none. */
    private static double share(double... values) {
        return (double) Arrays.stream(values).filter(x -> Math.abs(x) < EQUAL).count() / values.length;
    }

    /** Root of the mean square. */
    private static double size(double... values) {
        return Math.sqrt(Arrays.stream(values).map(x -> x * x).average().orElse(0));
    }

    private static double reach(double upper, double lower, double v) {
        return Math.sqrt(Math.max(0, Math.log(upper / lower)) / v);
    }

    /** sign(g)·ln(1 + |g| / FINE). */
    private static double fine(double gap) {
        return Math.signum(gap) * Math.log1p(Math.abs(gap) / FINE);
    }

    /** A gap over the volatility, of the number that stands for it. */
    public static double coarse(double fine) {
        return Math.signum(fine) * Math.expm1(Math.min(Math.abs(fine), WIDEST)) * FINE;
    }

    /** The bars of the window; negative reaches count as none. */
    public Bars decode() {
        int days = moves.length;
        boolean volume = moves[0].length == moves(true);
        double[][] p = new double[4][days];
        double[] traded = new double[volume ? days : 0];
        double v = Math.exp(context[VOLATILITY]);
        double at = context[PLACE];
        for (int t = 0; t < days; t++) {
            double open = at + coarse(moves[t][GAP]) * v;
            at = open + moves[t][BODY] * v;
            double up = Math.max(0, moves[t][UP]);
            double down = Math.max(0, moves[t][DOWN]);
            p[0][t] = Math.exp(open);
            p[1][t] = Math.exp(Math.max(open, at) + up * up * v);
            p[2][t] = Math.exp(Math.min(open, at) - down * down * v);
            p[3][t] = Math.exp(at);
            if (volume) {
                traded[t] = Math.exp(moves[t][VOLUME] + context[TRADED]);
            }
        }
        return new Bars(p[0], p[1], p[2], p[3], traded);
    }
}
