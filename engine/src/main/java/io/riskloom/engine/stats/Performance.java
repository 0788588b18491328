package io.riskloom.engine.stats;

import java.util.Arrays;

/**
 * What a series of positions would have earned. Arrays are copied in and out.
 *
 * @param equity          worth of 1 invested, reinvested: one value more than periods, from 1; at 0 it stays
 * @param net             return of each period after costs
 * @param position        held in each period: 1 long, −1 short, 0 out
 * @param sharpe          {@link Sharpe#annualised} of the net returns
 * @param sharpeError     its standard error
 * @param maxDrawdown     largest loss from a peak of the equity, in [0, 1]
 * @param turnoverPerYear changes of position, the opening included, in units of the position
 * @param longShare       share of periods that were held long; NaN without any period
 */
public record Performance(
        double[] equity,
        double[] net,
        double[] position,
        double sharpe,
        double sharpeError,
        double maxDrawdown,
        double turnoverPerYear,
        double longShare) {

    public Performance {
        equity = equity.clone();
        net = net.clone();
        position = position.clone();
    }

    /**
     * Net return a period = position · move − cost · |position − position before|, the position before the first being 0;
     * nothing is charged for leaving at the end.
     *
     * @param position        one a period
     * @param move            simple return of the instrument over each period, finite
     * @param costBasisPoints of a unit of turnover, in 1/10,000
     * @param periodsPerYear  above 0, such as 252 for trading days
     */
    static Performance of(double[] position, double[] move, double costBasisPoints, double periodsPerYear) {
        Moments.sameLength("positions and moves", position.length, move.length);
        if (!(costBasisPoints >= 0) || !(periodsPerYear > 0)) {
            throw new IllegalArgumentException(
                    "costs of " + costBasisPoints + " and " + periodsPerYear + " periods a year");
        }
        int n = move.length;
        double[] net = new double[n];
        double[] equity = new double[n + 1];
        equity[0] = 1;
        double before = 0;
        double turnover = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(move[i])) {
                throw new IllegalArgumentException("move " + i + " is " + move[i] + ", expected a number");
            }
            double change = Math.abs(position[i] - before);
            net[i] = position[i] * move[i] - costBasisPoints / 10_000 * change;
            equity[i + 1] = equity[i] * Math.max(0, 1 + net[i]);
            turnover += change;
            before = position[i];
        }
        return new Performance(
                equity,
                net,
                position,
                Sharpe.annualised(net, periodsPerYear),
                Sharpe.standardError(net, periodsPerYear),
                drawdown(equity),
                turnover / n * periodsPerYear,
                Arrays.stream(position).map(p -> p > 0 ? 1 : 0).average().orElse(Double.NaN));
    }

    private static double drawdown(double[] equity) {
        double peak = 0;
        double worst = 0;
        for (double worth : equity) {
            peak = Math.max(peak, worth);
            worst = Math.max(worst, 1 - worth / peak);
        }
        return worst;
    }

    /** Return over all periods after costs. */
    public double total() {
        return equity[equity.length - 1] - 1;
    }

    @Override
    public double[] equity() {
        return equity.clone();
    }

    @Override
    public double[] net() {
        return net.clone();
    }

    @Override
    public double[] position() {
        return position.clone();
    }
}
