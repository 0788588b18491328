package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Reasons of single applicants: what each column adds to the log odds of bad. A column that the book lacks counts as missing. */
public final class Explainer {

    private final Batches batches;
    private final CreditScorer scorer;
    private final Effort effort;
    private final Inputs columns;
    private final List<String> typical;

    /** @param stopped ends a question with {@link java.util.concurrent.CancellationException} */
    public Explainer(CreditScorer scorer, Effort effort, BooleanSupplier stopped) {
        this.batches = new Batches(scorer, stopped);
        this.scorer = scorer;
        this.effort = effort;
        this.columns = Inputs.of(scorer.encoder());
        this.typical = Typical.of(scorer.encoder(), scorer.average());
    }

    /** By integrated gradients from the average applicant, whose log odds are the base. */
    public List<Explanation> gradients(CreditBook book, int[] rows) throws NoticeException {
        float[][] inputs = scorer.encoder().encodeKnown(book, rows);
        double base = batches.logOdds(new float[][] {scorer.average()})[0];
        double[][] gradients = batches.gradients(inputs, effort.steps());
        List<double[]> contributions =
                Arrays.stream(gradients).map(columns::sums).toList();
        double[] bases = new double[rows.length];
        Arrays.fill(bases, base);
        return told(book, rows, inputs, "gradients", bases, contributions, new double[rows.length]);
    }

    /**
     * By Shapley values, exact or sampled; the base is the mean log odds of the background.
     *
     * @param background training applicants as inputs
     */
    public List<Explanation> shapley(CreditBook book, int[] rows, float[][] background, long seed)
            throws NoticeException {
        float[][] inputs = scorer.encoder().encodeKnown(book, rows);
        List<Explanation> told = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            Shapley.Values values =
                    Shapley.of(batches, columns, inputs[i], background, effort.answers(), seed + rows[i]);
            told.addAll(told(
                    book,
                    new int[] {rows[i]},
                    new float[][] {inputs[i]},
                    values.exact() ? "exact" : "sampled",
                    new double[] {values.base()},
                    List.of(values.values()),
                    new double[] {values.error()}));
        }
        return told;
    }

    private List<Explanation> told(
            CreditBook book,
            int[] rows,
            float[][] inputs,
            String method,
            double[] bases,
            List<double[]> contributions,
            double[] errors) {
        double[] logOdds = batches.logOdds(inputs);
        double[] probability = scorer.probability(logOdds);
        Map<String, CreditColumn> cells = new HashMap<>();
        book.features().forEach(column -> cells.put(column.name(), column));
        return IntStream.range(0, rows.length)
                .mapToObj(i -> new Explanation(
                        rows[i],
                        probability[i],
                        logOdds[i],
                        bases[i],
                        method,
                        reasons(cells, rows[i], contributions.get(i)),
                        logOdds[i]
                                - bases[i]
                                - Arrays.stream(contributions.get(i)).sum(),
                        errors[i]))
                .toList();
    }

    private List<Explanation.Reason> reasons(Map<String, CreditColumn> cells, int row, double[] contributions) {
        return Arrays.stream(Reasons.strongest(contributions))
                .mapToObj(c -> {
                    CreditColumn column = cells.get(columns.columns().get(c));
                    String value = column == null ? "" : Reasons.text(column, row);
                    return new Explanation.Reason(columns.columns().get(c), value, contributions[c], typical.get(c));
                })
                .toList();
    }

    /** Up to so many training applicants as inputs, those with whom Shapley values compare. */
    public float[][] background(CreditBook book, int[] training, long seed) throws NoticeException {
        int[] rows = Draws.some(training, effort.background(), new SplittableRandom(seed));
        return scorer.encoder().encodeKnown(book, rows);
    }
}
