package io.riskloom.engine.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Value at risk and expected shortfall of profits, both as positive losses in the unit of the profits, with 95 % percentile
 * intervals of a bootstrap over the scenarios.
 *
 * @param level             share of worse scenarios, such as .01
 * @param valueAtRisk       minus the type-7 quantile of that level
 * @param expectedShortfall minus the mean of the profits at or below that quantile
 * @param varBand           of the value at risk
 * @param esBand            of the expected shortfall
 */
public record TailRisk(
        double level, double valueAtRisk, double expectedShortfall, Bootstrap.Band varBand, Bootstrap.Band esBand) {

    private static final double CONFIDENCE = 0.95;

    /**
     * Several levels over the same bootstrap samples.
     *
     * @param profits    one a scenario, at least one; in order of time where scenarios overlap
     * @param levels     each in (0, 1)
     * @param block      mean length of the blocks that are drawn, 1 for independent scenarios; see {@link Bootstrap}
     * @param replicates bootstrap samples
     * @throws IllegalArgumentException for no profit, or a level outside (0, 1)
     */
    public static TailRisk[] of(double[] profits, double[] levels, double block, int replicates, long seed) {
        if (profits.length == 0 || !Arrays.stream(levels).allMatch(level -> level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    profits.length + " profits at levels " + Arrays.toString(levels) + ", expected some within (0, 1)");
        }
        int n = profits.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(profits[a], profits[b]));
        double[] sorted = new double[n];
        int[] rank = new int[n];
        for (int k = 0; k < n; k++) {
            sorted[k] = profits[order[k]];
            rank[order[k]] = k;
        }
        double[][] vars = new double[levels.length][replicates];
        double[][] shortfalls = new double[levels.length][replicates];
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[n];
        for (int r = 0; r < replicates; r++) {
            draw(rank, block, counts, random);
            for (int l = 0; l < levels.length; l++) {
                Tail tail = tail(sorted, counts, levels[l]);
                vars[l][r] = tail.valueAtRisk();
                shortfalls[l][r] = tail.expectedShortfall();
            }
        }
        Arrays.fill(counts, 1);
        TailRisk[] risks = new TailRisk[levels.length];
        for (int l = 0; l < levels.length; l++) {
            Tail tail = tail(sorted, counts, levels[l]);
            risks[l] = new TailRisk(
                    levels[l], tail.valueAtRisk(), tail.expectedShortfall(), band(vars[l]), band(shortfalls[l]));
        }
        return risks;
    }

    private record Tail(double valueAtRisk, double expectedShortfall) {}

    /** How often each rank comes in as many draws as there are ranks; blocks go on in the order of time, closed to a ring. */
    private static void draw(int[] rank, double block, int[] counts, SplittableRandom random) {
        Arrays.fill(counts, 0);
        int n = rank.length;
        int at = random.nextInt(n);
        for (int t = 0; t < n; t++) {
            counts[rank[at]]++;
            at = block <= 1 || random.nextDouble() < 1 / block ? random.nextInt(n) : (at + 1) % n;
        }
    }

    /** Of the sample that holds each sorted value as often as {@code counts} says, without sorting it again. */
    private static Tail tail(double[] sorted, int[] counts, double level) {
        double position = (sorted.length - 1) * level;
        int below = (int) Math.floor(position);
        int at = 0;
        int seen = counts[0];
        double sum = counts[0] * sorted[0];
        while (seen <= below || at + 1 < sorted.length && sorted[at + 1] == sorted[at]) {
            at++;
            seen += counts[at];
            sum += counts[at] * sorted[at];
        }
        double quantile = sorted[at];
        if (seen == below + 1 && position > below) {
            int next = at + 1;
            while (counts[next] == 0) {
                next++;
            }
            quantile += (position - below) * (sorted[next] - sorted[at]);
        }
        return new Tail(-quantile, -sum / seen);
    }

    private static Bootstrap.Band band(double[] values) {
        Arrays.sort(values);
        return new Bootstrap.Band(
                Quantiles.ofSorted(values, (1 - CONFIDENCE) / 2), Quantiles.ofSorted(values, (1 + CONFIDENCE) / 2));
    }
}
