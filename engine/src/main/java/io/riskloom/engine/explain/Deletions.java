package io.riskloom.engine.explain;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Checks reasons by taking them away, the strongest first, beside taking away any columns. */
final class Deletions {

    private static final int APPLICANTS = 200;
    private static final int RANDOM_ORDERS = 3;

    private final Batches batches;
    private final Inputs columns;
    private final float[][] inputs;
    private final double[] plain;
    private final float[] average;

    private Deletions(Batches batches, Inputs columns, float[][] inputs) {
        this.batches = batches;
        this.columns = columns;
        this.inputs = inputs;
        this.plain = batches.logOdds(inputs);
        this.average = batches.scorer().average();
    }

    /**
     * @param inputs        applicants, of whom {@value #APPLICANTS} drawn ones are asked
     * @param contributions of each column, one row an applicant
     */
    static Importance.Deletion of(
            Batches batches, Inputs columns, float[][] inputs, double[][] contributions, SplittableRandom random) {
        int[] asked = Draws.some(IntStream.range(0, inputs.length).toArray(), APPLICANTS, random);
        int n = asked.length;
        Deletions check = new Deletions(
                batches, columns, Arrays.stream(asked).mapToObj(i -> inputs[i]).toArray(float[][]::new));
        int[][] strongest = Arrays.stream(asked)
                .mapToObj(i -> Reasons.strongest(contributions[i]))
                .toArray(int[][]::new);
        double[] guided = check.moves(strongest);
        double[] any = new double[guided.length];
        for (int order = 0; order < RANDOM_ORDERS; order++) {
            int[][] orders = IntStream.range(0, n)
                    .mapToObj(i -> Draws.shuffled(columns.size(), random))
                    .toArray(int[][]::new);
            double[] moves = check.moves(orders);
            for (int k = 0; k < any.length; k++) {
                any[k] += moves[k] / RANDOM_ORDERS;
            }
        }
        double all = guided[guided.length - 1];
        double gain = Arrays.stream(guided).average().orElse(0)
                - Arrays.stream(any).average().orElse(0);
        return new Importance.Deletion(
                IntStream.rangeClosed(0, columns.size()).toArray(), guided, any, all == 0 ? 0 : gain / all);
    }

    /**
     * Mean |change of the log odds| where the first 0, 1, 2, … columns of each applicant's order are replaced by the average
     * applicant's.
     */
    private double[] moves(int[][] orders) {
        int m = columns.size();
        double[] answers = batches.logOdds(inputs.length * m, (row, into) -> {
            int i = row / m;
            System.arraycopy(inputs[i], 0, into, 0, into.length);
            for (int k = 0; k <= row % m; k++) {
                columns.copy(orders[i][k], average, into);
            }
        });
        double[] moves = new double[m + 1];
        for (int row = 0; row < answers.length; row++) {
            moves[row % m + 1] += Math.abs(answers[row] - plain[row / m]) / inputs.length;
        }
        return moves;
    }
}
