package io.riskloom.engine.stats;

import java.util.Arrays;

/**
 * One stated rule, and holding the instrument beside it: at each origin's close take the sign of the forecast of the next
 * period's return as position, hold it for that period. Costs are as {@link Performance} says; buying and holding pays its
 * opening.
 */
public record TradingRule(Performance rule, Performance buyAndHold) {

    /**
     * @param forecast        of the next period's return, one an origin; 0 means out of the market
     * @param move            simple return of that period, C(i+1)/C(i) − 1, finite
     * @param costBasisPoints of a unit of turnover; from long to short is 2 units
     * @param periodsPerYear  above 0
     * @throws IllegalArgumentException for lengths that differ or a number that is none
     */
    public static TradingRule sign(double[] forecast, double[] move, double costBasisPoints, double periodsPerYear) {
        double[] position = Arrays.stream(forecast).map(Math::signum).toArray();
        for (int i = 0; i < position.length; i++) {
            if (Double.isNaN(position[i])) {
                throw new IllegalArgumentException("forecast " + i + " is not a number");
            }
        }
        double[] held = new double[move.length];
        Arrays.fill(held, 1);
        return new TradingRule(
                Performance.of(position, move, costBasisPoints, periodsPerYear),
                Performance.of(held, move, costBasisPoints, periodsPerYear));
    }
}
