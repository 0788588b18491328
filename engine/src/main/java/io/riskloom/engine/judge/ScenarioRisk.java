package io.riskloom.engine.judge;

import io.riskloom.engine.stats.TailRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a holding may lose over some days by the scenarios of one source.
 *
 * @param days    the holding is kept
 * @param profits one a scenario, in the unit of the amounts
 * @param tails   value at risk and expected shortfall, one a level
 */
public record ScenarioRisk(String source, int days, double[] profits, List<TailRisk> tails) {

    private static final int REPLICATES = 400;

    public ScenarioRisk {
        profits = profits.clone();
        tails = List.copyOf(tails);
    }

    @Override
    public double[] profits() {
        return profits.clone();
    }

    /**
     * @param seed of the intervals
     * @throws IllegalArgumentException where no scenario is so long
     */
    public static ScenarioRisk of(ScenarioSet scenarios, Holding holding, int days, double[] levels, long seed) {
        double[] profits = holding.profits(scenarios, days);
        TailRisk[] tails = TailRisk.of(profits, levels, scenarios.block(days), REPLICATES, seed);
        return new ScenarioRisk(scenarios.source(), days, profits, List.of(tails));
    }

    public double mean() {
        return Arrays.stream(profits).average().orElse(Double.NaN);
    }

    /** Share of scenarios that end with a loss. */
    public double losing() {
        return (double) Arrays.stream(profits).filter(p -> p < 0).count() / profits.length;
    }

    /** The scenarios with the largest losses, the worst first; of windows of the past those that share no day. */
    public List<Integer> worst(ScenarioSet scenarios, int most) {
        List<Integer> order = IntStream.range(0, profits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> profits[i]))
                .toList();
        int apart = scenarios.apart(days);
        List<Integer> worst = new ArrayList<>();
        for (int i : order) {
            if (worst.size() == most) {
                break;
            }
            if (worst.stream().allMatch(j -> Math.abs(i - j) >= apart)) {
                worst.add(i);
            }
        }
        return worst;
    }
}
