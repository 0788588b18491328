package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.model.CreditScorer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The strongest reasons of many applicants, quickly. */
public final class Reasons {

    private static final int STEPS = 8;
    /** For the rows whose contributions miss the change of their log odds by more than {@link #GAP}. */
    private static final int FINE_STEPS = 32;
    /** A step of the last decimal that a file of scores tells. */
    private static final double GAP = 0.01;

    private static final MathContext DIGITS = new MathContext(6);

    private Reasons() {}

    /**
     * @param columns      of the model
     * @param column       for each row its strongest columns, as indices into {@code columns}
     * @param contribution for each row what they add to the log odds, the largest |contribution| first; above 0 it speaks for bad
     */
    public record Top(List<String> columns, int[][] column, double[][] contribution) {
        public Top {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Integrated gradients from the average applicant, summed by column: on {@value #STEPS} points, on {@value #FINE_STEPS} where
     * those miss the change of the log odds by more than {@value #GAP}.
     *
     * @param inputs  rows as the scorer's encoder makes them
     * @param n       reasons a row, cut to the number of columns
     * @param stopped looked at between some hundred rows; ends with {@link CancellationException} then
     */
    public static Top top(CreditScorer scorer, float[][] inputs, int n, BooleanSupplier stopped) {
        Inputs columns = Inputs.of(scorer.encoder());
        int kept = Math.min(n, columns.size());
        double[][] gradients = gradients(new Batches(scorer, stopped), inputs);
        int[][] column = new int[inputs.length][];
        double[][] contribution = new double[inputs.length][kept];
        for (int i = 0; i < inputs.length; i++) {
            double[] sums = columns.sums(gradients[i]);
            int[] strongest = strongest(sums);
            column[i] = Arrays.copyOf(strongest, kept);
            for (int k = 0; k < kept; k++) {
                contribution[i][k] = sums[strongest[k]];
            }
        }
        return new Top(columns.columns(), column, contribution);
    }

    private static double[][] gradients(Batches batches, float[][] inputs) {
        double[][] all = batches.gradients(inputs, STEPS);
        double start = batches.logOdds(new float[][] {batches.scorer().average()})[0];
        double[] ends = batches.logOdds(inputs);
        int[] missed = IntStream.range(0, inputs.length)
                .filter(i -> Math.abs(ends[i] - start - Arrays.stream(all[i]).sum()) > GAP)
                .toArray();
        float[][] again = Arrays.stream(missed).mapToObj(i -> inputs[i]).toArray(float[][]::new);
        double[][] fine = batches.gradients(again, FINE_STEPS);
        for (int k = 0; k < missed.length; k++) {
            all[missed[k]] = fine[k];
        }
        return all;
    }

    /** Indices by |value|, the largest first; of equal ones the first. */
    static int[] strongest(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(values[i])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A cell's text: a level as it is, a number as {@link #text(double)}, empty where the cell is missing. */
    static String text(CreditColumn column, int row) {
        return switch (column) {
            case CreditColumn.Numeric numbers -> text(numbers.values()[row]);
            case CreditColumn.Categorical categories -> {
                int code = categories.codes()[row];
                yield code < 0 ? "" : categories.levels().get(code);
            }
        };
    }

    /** Independent of the locale: {@code 48}, {@code 3.14159}; a whole number has all its digits, others six. Empty for NaN. */
    public static String text(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        BigDecimal shown = number == Math.rint(number) ? exact : exact.round(DIGITS);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
