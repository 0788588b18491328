package io.riskloom.engine.explain;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Shapley values of an applicant's columns (Shapley 1953; as in Lundberg and Lee 2017, interventional as Janzing, Minorics and
 * Blöbaum 2020). A coalition S of columns is worth v(S) = mean over the background of f(applicant's columns in S, the other
 * applicant's elsewhere), in log odds; φ_i = Σ_S |S|!(m − |S| − 1)!/m! · (v(S ∪ i) − v(S)). They sum to f(applicant) − v(∅).
 *
 * <p>Exact over all 2^m coalitions of the m columns in which the applicant differs from any of the background, where that
 * takes no more answers than allowed. Else sampled (Štrumbelj and Kononenko 2014): in each round every applicant of the
 * background is turned into this one column by column, in an order dealt for him and in its reverse (antithetic, Mitchell and
 * others 2022). A round is an unbiased estimate whose values sum as they should; the standard error is that of the mean
 * over the rounds.
 */
final class Shapley {

    /** Log odds; rounds end where no contribution's standard error is larger. */
    private static final double FINE = 0.005;

    private static final int LEAST_ROUNDS = 4;
    private static final int TRUSTED_ROUNDS = 16;

    private final Batches batches;
    private final Inputs columns;
    private final float[] applicant;
    private final float[][] background;
    private final int[] players;

    private Shapley(Batches batches, Inputs columns, float[] applicant, float[][] background) {
        this.batches = batches;
        this.columns = columns;
        this.applicant = applicant;
        this.background = background;
        this.players = IntStream.range(0, columns.size())
                .filter(c -> Arrays.stream(background).anyMatch(other -> columns.differ(c, applicant, other)))
                .toArray();
    }

    /**
     * @param base   v(∅), the background's mean log odds
     * @param values one a column
     * @param error  largest standard error of a value, 0 where they are exact
     */
    record Values(double base, double[] values, double error, boolean exact) {}

    /**
     * @param background at least one applicant
     * @param answers    that the model may be asked for; four rounds are sampled even where they take more
     */
    static Values of(Batches batches, Inputs columns, float[] applicant, float[][] background, int answers, long seed) {
        Shapley shapley = new Shapley(batches, columns, applicant, background);
        int m = shapley.players.length;
        return m < Integer.SIZE - 1 && ((long) background.length << m) <= answers
                ? shapley.exact()
                : shapley.sampled(answers, new SplittableRandom(seed));
    }

    private Values exact() {
        int m = players.length;
        double[] worth = worth(1 << m);
        double[] values = new double[columns.size()];
        double[] weights = weights(m);
        for (int coalition = 0; coalition < worth.length; coalition++) {
            for (int i = 0; i < m; i++) {
                if ((coalition & 1 << i) == 0) {
                    double gain = worth[coalition | 1 << i] - worth[coalition];
                    values[players[i]] += weights[Integer.bitCount(coalition)] * gain;
                }
            }
        }
        return new Values(worth[0], values, 0, true);
    }

    /** v of each coalition, player i in it where bit i is set. */
    private double[] worth(int coalitions) {
        int size = background.length;
        double[] answers = batches.logOdds(coalitions * size, (row, inputs) -> {
            start(row % size, inputs);
            for (int i = 0; i < players.length; i++) {
                if ((row / size & 1 << i) != 0) {
                    columns.copy(players[i], applicant, inputs);
                }
            }
        });
        return IntStream.range(0, coalitions)
                .mapToDouble(c -> Arrays.stream(answers, c * size, (c + 1) * size)
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /** |S|!(m − |S| − 1)!/m! = 1 / (m · C(m − 1, |S|)) by the size of S. */
    private static double[] weights(int m) {
        double[] weights = new double[m];
        double choose = 1;
        for (int s = 0; s < m; s++) {
            weights[s] = 1 / (m * choose);
            choose = choose * (m - 1 - s) / (s + 1);
        }
        return weights;
    }

    private void start(int other, float[] inputs) {
        System.arraycopy(background[other], 0, inputs, 0, inputs.length);
    }

    private Values sampled(int answers, SplittableRandom random) {
        double[] starts = batches.logOdds(background);
        double end = batches.logOdds(new float[][] {applicant})[0];
        int most = Math.max(LEAST_ROUNDS, answers / (2 * (players.length - 1) * background.length));
        double[] mean = new double[players.length];
        double[] squares = new double[players.length];
        int rounds = 0;
        double error = Double.POSITIVE_INFINITY;
        while (rounds < most && (rounds < TRUSTED_ROUNDS || error > FINE)) {
            double[] round = round(starts, end, random);
            rounds++;
            for (int i = 0; i < round.length; i++) {
                double before = round[i] - mean[i];
                mean[i] += before / rounds;
                squares[i] += before * (round[i] - mean[i]);
            }
            error = Math.sqrt(Arrays.stream(squares).max().orElseThrow() / Math.max(1, rounds - 1) / rounds);
        }
        double[] values = new double[columns.size()];
        for (int i = 0; i < mean.length; i++) {
            values[players[i]] = mean[i];
        }
        return new Values(Arrays.stream(starts).average().orElseThrow(), values, error, false);
    }

    /** One estimate of every player's value. */
    private double[] round(double[] starts, double end, SplittableRandom random) {
        int m = players.length;
        int[][] orders = new int[2 * background.length][];
        for (int b = 0; b < background.length; b++) {
            int[] order = Draws.shuffled(m, random);
            orders[2 * b] = order;
            orders[2 * b + 1] = IntStream.range(0, m).map(i -> order[m - 1 - i]).toArray();
        }
        double[] between = batches.logOdds(orders.length * (m - 1), (row, inputs) -> {
            int path = row / (m - 1);
            start(path / 2, inputs);
            for (int step = 0; step <= row % (m - 1); step++) {
                columns.copy(players[orders[path][step]], applicant, inputs);
            }
        });
        double[] round = new double[m];
        for (int path = 0; path < orders.length; path++) {
            double before = starts[path / 2];
            for (int step = 0; step < m; step++) {
                double after = step == m - 1 ? end : between[path * (m - 1) + step];
                round[orders[path][step]] += (after - before) / orders.length;
                before = after;
            }
        }
        return round;
    }
}
