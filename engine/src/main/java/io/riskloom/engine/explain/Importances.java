package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Computes an {@link Importance}: mean |integrated gradient|, and AUC lost where a column is shuffled (Breiman 2001). */
public final class Importances {

    private final Batches batches;
    private final Inputs columns;
    private final Effort effort;
    private final SplittableRandom random;

    private Importances(Batches batches, Inputs columns, Effort effort, SplittableRandom random) {
        this.batches = batches;
        this.columns = columns;
        this.effort = effort;
        this.random = random;
    }

    /**
     * @param book with the outcome of each applicant
     * @param rows test applicants, both classes among them; where they are many, some are drawn for the reasons and more, in
     *     the same balance, for the AUC
     */
    public static Importance of(
            CreditScorer scorer, CreditBook book, int[] rows, Effort effort, long seed, BooleanSupplier stopped)
            throws NoticeException {
        Batches batches = new Batches(scorer, stopped);
        Inputs columns = Inputs.of(scorer.encoder());
        SplittableRandom random = new SplittableRandom(seed);
        Importances asked = new Importances(batches, columns, effort, random);
        int[] some = Draws.some(rows, effort.applicants(), random);
        boolean[] bad = book.bad();
        int[] judged = Draws.some(rows, bad, effort.judged(), random);
        float[][] inputs = scorer.encoder().encodeKnown(book, some);
        double[][] contributions = Arrays.stream(batches.gradients(inputs, effort.steps()))
                .map(columns::sums)
                .toArray(double[][]::new);
        double[][] drops = asked.drops(scorer.encoder().encodeKnown(book, judged), of(bad, judged));
        return asked.told(inputs, contributions, drops);
    }

    static boolean[] of(boolean[] bad, int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = bad[rows[i]];
        }
        return some;
    }

    /** Columns × deals. */
    private double[][] drops(float[][] inputs, boolean[] bad) {
        double plain = Roc.auc(batches.logOdds(inputs), bad);
        double[][] drops = new double[columns.size()][effort.draws()];
        for (int deal = 0; deal < effort.draws(); deal++) {
            int[] order = Draws.shuffled(inputs.length, random);
            for (int c = 0; c < columns.size(); c++) {
                int column = c;
                double[] dealt = batches.logOdds(inputs.length, (i, row) -> {
                    System.arraycopy(inputs[i], 0, row, 0, row.length);
                    columns.copy(column, inputs[order[i]], row);
                });
                drops[c][deal] = plain - Roc.auc(dealt, bad);
            }
        }
        return drops;
    }

    private Importance told(float[][] inputs, double[][] contributions, double[][] drops) {
        double[] means = IntStream.range(0, columns.size())
                .mapToDouble(c -> Arrays.stream(contributions)
                        .mapToDouble(row -> Math.abs(row[c]))
                        .average()
                        .orElse(0))
                .toArray();
        return new Importance(
                Arrays.stream(Reasons.strongest(means))
                        .mapToObj(c ->
                                new Importance.Column(columns.columns().get(c), means[c], mean(drops[c]), sd(drops[c])))
                        .toList(),
                inputs.length,
                Deletions.of(batches, columns, inputs, contributions, random));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Divisor n − 1. */
    private static double sd(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }
}
