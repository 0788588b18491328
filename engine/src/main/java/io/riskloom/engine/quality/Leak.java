package io.riskloom.engine.quality;

import io.riskloom.engine.data.CreditColumn;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well one feature alone ranks bad over good. Numbers rank by their value, missing cells once below and once above all of
 * them. Levels rank by the bad rate that they have in the other half of the rows, so that many small levels do not look like a
 * leak; the two halves' areas are averaged.
 */
final class Leak {

    /** An area this far from 0.5 is questioned. */
    static final double SUSPICIOUS = 0.4;

    /** Fewer bad or good applicants rank too well by chance. */
    static final int FEWEST = 20;

    private Leak() {}

    /** Area under the ROC curve, below 0.5 where the bad have low values. */
    static double auc(CreditColumn column, boolean[] bad) {
        return switch (column) {
            case CreditColumn.Numeric numbers -> {
                double low = auc(filled(numbers.values(), Double.NEGATIVE_INFINITY), bad);
                if (numbers.missing() == 0) {
                    yield low;
                }
                double high = auc(filled(numbers.values(), Double.POSITIVE_INFINITY), bad);
                yield Math.abs(low - 0.5) >= Math.abs(high - 0.5) ? low : high;
            }
            case CreditColumn.Categorical categories -> (half(categories, bad, 0) + half(categories, bad, 1)) / 2;
        };
    }

    private static double[] filled(double[] values, double missing) {
        return Arrays.stream(values).map(v -> Double.isNaN(v) ? missing : v).toArray();
    }

    private static double half(CreditColumn.Categorical column, boolean[] bad, int half) {
        int[] codes = column.codes();
        double[] bads = new double[column.levels().size() + 1];
        double[] all = new double[bads.length];
        for (int row = 0; row < bad.length; row++) {
            if (half(row) != half) {
                bads[codes[row] + 1] += bad[row] ? 1 : 0;
                all[codes[row] + 1]++;
            }
        }
        double overall = Arrays.stream(bads).sum() / Arrays.stream(all).sum();
        int[] judged =
                IntStream.range(0, bad.length).filter(row -> half(row) == half).toArray();
        double[] rates = new double[judged.length];
        boolean[] outcomes = new boolean[judged.length];
        for (int i = 0; i < judged.length; i++) {
            int level = codes[judged[i]] + 1;
            rates[i] = all[level] == 0 ? overall : bads[level] / all[level];
            outcomes[i] = bad[judged[i]];
        }
        return auc(rates, outcomes);
    }

    /** The half, 0 or 1, of a row; scattered, because rows may alternate by the target (Knuth's multiplicative hash). */
    private static int half(int row) {
        return row * 0x9E3779B1 >>> 31;
    }

    /** Mann-Whitney by merging the sorted classes, ties one half; 0.5 where a class is empty. */
    static double auc(double[] scores, boolean[] bad) {
        int bads = (int) IntStream.range(0, bad.length).filter(i -> bad[i]).count();
        double[] ofBad = new double[bads];
        double[] ofGood = new double[bad.length - bads];
        int b = 0;
        int g = 0;
        for (int i = 0; i < bad.length; i++) {
            if (bad[i]) {
                ofBad[b++] = scores[i];
            } else {
                ofGood[g++] = scores[i];
            }
        }
        if (b == 0 || g == 0) {
            return 0.5;
        }
        Arrays.sort(ofBad);
        Arrays.sort(ofGood);
        double wins = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : ofBad) {
            while (below < g && ofGood[below] < score) {
                below++;
            }
            while (notAbove < g && ofGood[notAbove] <= score) {
                notAbove++;
            }
            wins += 0.5 * (below + notAbove);
        }
        return wins / ((double) b * g);
    }
}
