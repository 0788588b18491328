package io.riskloom.engine.judge;

import java.util.Arrays;

/**
 * What is held: an amount of money in each series, negative where it is sold short. Bought today, held without trading.
 *
 * @param amounts finite, at least one, the main series first; not all 0
 */
public record Holding(double[] amounts) {

    public Holding {
        amounts = amounts.clone();
        if (!Arrays.stream(amounts).allMatch(Double::isFinite)
                || Arrays.stream(amounts).allMatch(a -> a == 0)) {
            throw new IllegalArgumentException(
                    "amounts " + Arrays.toString(amounts) + ", expected numbers other than 0");
        }
    }

    @Override
    public double[] amounts() {
        return amounts.clone();
    }

    /** Sum of the amounts' sizes. */
    public double gross() {
        return Arrays.stream(amounts).map(Math::abs).sum();
    }

    int series() {
        return amounts.length;
    }

    /** Σ amount · (exp(log return over the days) − 1) in each scenario. */
    public double[] profits(ScenarioSet scenarios, int days) {
        double[] profits = new double[scenarios.count(days)];
        for (int i = 0; i < profits.length; i++) {
            for (int s = 0; s < amounts.length; s++) {
                profits[i] += amounts[s] * Math.expm1(scenarios.sum(s, i, days));
            }
        }
        return profits;
    }

    /** Profit after each day of a scenario, the first being that of the first day. */
    public double[] course(ScenarioSet scenarios, int scenario, int days) {
        double[] course = new double[days];
        for (int s = 0; s < amounts.length; s++) {
            double[] path = scenarios.path(s, scenario, days);
            double sum = 0;
            for (int t = 0; t < days; t++) {
                sum += path[t];
                course[t] += amounts[s] * Math.expm1(sum);
            }
        }
        return course;
    }
}
