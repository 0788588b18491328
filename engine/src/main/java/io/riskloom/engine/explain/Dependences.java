package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Computes a {@link Dependence}: each applicant is asked with every value of the column that training applicants have. */
public final class Dependences {

    /** Values asked. */
    private static final int MOST = 25;

    /** Share of the training applicants beyond the least and the greatest number asked, where they are many. */
    private static final double OUTER = 0.01;

    private final Batches batches;
    private final CreditScorer scorer;
    private final CreditBook book;
    private final String column;
    private final TrainingValues training;
    private final int[] rows;

    private Dependences(Batches batches, CreditBook book, String column, TrainingValues training, int[] rows) {
        this.batches = batches;
        this.scorer = batches.scorer();
        this.book = Books.of(book, rows);
        this.column = column;
        this.training = training;
        this.rows = rows;
    }

    /**
     * @param book     of the run's own data file
     * @param training rows whose values are asked: all numbers or levels where they are up to {@value #MOST}, else numbers at
     *     evenly spaced ranks beside special codes, or the commonest levels
     * @param rows     applicants, of whom some are drawn where they are many
     * @param column   of the book and of the model
     */
    public static Dependence of(
            CreditScorer scorer,
            CreditBook book,
            int[] training,
            int[] rows,
            String column,
            Effort effort,
            long seed,
            BooleanSupplier stopped)
            throws NoticeException {
        int[] some = Draws.some(rows, effort.applicants(), new SplittableRandom(seed));
        TrainingValues values = TrainingValues.of(book, column, training);
        Dependences asked = new Dependences(new Batches(scorer, stopped), book, column, values, some);
        return Books.column(book, column) instanceof CreditColumn.Numeric numbers
                ? asked.ofNumbers(numbers.values())
                : asked.ofLevels();
    }

    private Dependence ofNumbers(double[] all) throws NoticeException {
        List<Double> specials = Books.specials(scorer.encoder(), column);
        double[] at = DoubleStream.concat(
                        Arrays.stream(training.spread(MOST, OUTER)),
                        specials.stream().mapToDouble(Double::doubleValue))
                .sorted()
                .distinct()
                .toArray();
        List<double[]> answers = new ArrayList<>();
        for (double value : at) {
            answers.add(answers(Books.constant(column, value, rows.length)));
        }
        double missing = Double.NaN;
        if (training.missing() > 0) {
            missing = Arrays.stream(answers(Books.constant(column, Double.NaN, rows.length)))
                    .average()
                    .orElse(Double.NaN);
        }
        int[] nearest = Arrays.stream(rows)
                .filter(row -> !Double.isNaN(all[row]))
                .map(row -> nearest(at, all[row]))
                .toArray();
        return told(true, at, List.of(), answers, shares(at.length, nearest), missing);
    }

    private static int nearest(double[] at, double value) {
        return IntStream.range(0, at.length)
                .reduce((a, b) -> Math.abs(at[b] - value) < Math.abs(at[a] - value) ? b : a)
                .orElseThrow();
    }

    private Dependence ofLevels() throws NoticeException {
        List<String> asked =
                training.levels().subList(0, Math.min(MOST, training.levels().size()));
        List<String> levels = new ArrayList<>(inOrder(asked));
        if (training.missing() > 0) {
            levels.add("");
        }
        List<double[]> answers = new ArrayList<>();
        for (String level : levels) {
            answers.add(answers(Books.constant(column, level, rows.length)));
        }
        CreditColumn own = Books.column(book, column);
        int[] nearest = IntStream.range(0, rows.length)
                .map(i -> levels.indexOf(Reasons.text(own, i)))
                .filter(level -> level >= 0)
                .toArray();
        double[] at = IntStream.range(0, levels.size()).asDoubleStream().toArray();
        return told(false, at, levels, answers, shares(at.length, nearest), Double.NaN);
    }

    /** As the file has them first. */
    private List<String> inOrder(List<String> asked) {
        return Books.column(book, column) instanceof CreditColumn.Categorical own
                ? own.levels().stream().filter(asked::contains).toList()
                : asked;
    }

    private double[] answers(CreditColumn changed) throws NoticeException {
        float[][] inputs = scorer.encoder().encodeKnown(Books.with(book, changed));
        return scorer.probability(batches.logOdds(inputs));
    }

    private double[] shares(int values, int[] nearest) {
        double[] shares = new double[values];
        for (int value : nearest) {
            shares[value] += 1.0 / rows.length;
        }
        return shares;
    }

    private Dependence told(
            boolean numeric, double[] at, List<String> levels, List<double[]> answers, double[] share, double missing) {
        return new Dependence(
                column,
                numeric,
                at,
                levels,
                answers.stream()
                        .mapToDouble(a -> Arrays.stream(a).average().orElse(Double.NaN))
                        .toArray(),
                answers.stream().mapToDouble(a -> Quantiles.of(a, 0.1)).toArray(),
                answers.stream().mapToDouble(a -> Quantiles.of(a, 0.9)).toArray(),
                share,
                missing);
    }
}
