package io.riskloom.engine.judge;

import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Test applicants beside planted ones: each column is dealt out among the applicants of a group, so that every value is usual
 * and the whole is not. Planted applicants hang together with those that they are made of, so that DeLong's interval does not
 * hold; groups are applicants of their own each. So the area under the curve is the mean of the groups', and its interval that
 * of a mean, Student's t with groups − 1 degrees of freedom; differences are paired by group.
 *
 * @param order   rows of the test, group by group
 * @param first   place in {@code order} of each group's first row, and the end
 * @param planted inputs of the planted applicants, in that order
 */
record PlantedTrial(int[] order, int[] first, float[][] planted) {

    private static final int MOST_GROUPS = 20;
    /** Applicants of a group, where there are enough: fewer would often be dealt their own values. */
    private static final int GROUP = 20;

    private static final double TWO_SIDED = 0.975;

    static PlantedTrial of(float[][] rows, List<String> columns, long seed) {
        int n = rows.length;
        int groups = Math.clamp(n / GROUP, Math.min(2, Math.max(1, n / 2)), MOST_GROUPS);
        int[] order = order(n, Seeds.mix(seed, -1));
        int[] first = IntStream.rangeClosed(0, groups)
                .map(g -> (int) ((long) g * n / groups))
                .toArray();
        float[][] planted = new float[n][];
        for (int g = 0; g < groups; g++) {
            float[][] own = Arrays.stream(order, first[g], first[g + 1])
                    .mapToObj(row -> rows[row])
                    .toArray(float[][]::new);
            System.arraycopy(dealt(own, columns, Seeds.mix(seed, g)), 0, planted, first[g], own.length);
        }
        return new PlantedTrial(order, first, planted);
    }

    /** Each column of the rows in an order of its own. */
    static float[][] dealt(float[][] rows, List<String> columns, long seed) {
        float[][] dealt = new float[rows.length][columns.size()];
        int from = 0;
        for (int part = 0; from < columns.size(); part++) {
            int to = from;
            while (to < columns.size() && columns.get(to).equals(columns.get(from))) {
                to++;
            }
            int[] order = order(rows.length, Seeds.mix(seed, part));
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[order[i]], from, dealt[i], from, to - from);
            }
            from = to;
        }
        return dealt;
    }

    private static int[] order(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
        return order;
    }

    /**
     * AUC of each group.
     *
     * @param real    scores of the test rows
     * @param planted scores of the planted applicants
     */
    double[] areas(double[] real, double[] planted) {
        double[] areas = new double[first.length - 1];
        for (int g = 0; g < areas.length; g++) {
            int from = first[g];
            int size = first[g + 1] - from;
            double[] scores = new double[2 * size];
            boolean[] isPlanted = new boolean[2 * size];
            for (int i = 0; i < size; i++) {
                scores[i] = real[order[from + i]];
                scores[size + i] = planted[from + i];
                isPlanted[size + i] = true;
            }
            areas[g] = Roc.auc(scores, isPlanted);
        }
        return areas;
    }

    /** Mean of the groups' areas, with its 95 % interval cut to [0, 1]; of a single group [0, 1]. */
    static Roc.Auc auc(double[] areas) {
        double mean = ForecastScores.mean(areas);
        double error = CreditFigures.error(areas, mean);
        if (areas.length < 2) {
            return new Roc.Auc(mean, error, 0, 1);
        }
        double half = quantile(areas.length) * error;
        return new Roc.Auc(mean, error, Math.max(0, mean - half), Math.min(1, mean + half));
    }

    /** Paired by group; NaN but for the difference of a single group. */
    static Roc.Difference difference(double[] ours, double[] theirs) {
        double[] gaps = new double[ours.length];
        Arrays.setAll(gaps, g -> ours[g] - theirs[g]);
        double mean = ForecastScores.mean(gaps);
        double error = CreditFigures.error(gaps, mean);
        if (gaps.length < 2) {
            return new Roc.Difference(mean, Double.NaN, Double.NaN, Double.NaN);
        }
        double half = quantile(gaps.length) * error;
        double p = error == 0
                ? mean == 0 ? 1 : 0
                : 2 * new TDistribution(gaps.length - 1.0).cumulativeProbability(-Math.abs(mean) / error);
        return new Roc.Difference(mean, mean - half, mean + half, p);
    }

    private static double quantile(int groups) {
        return new TDistribution(groups - 1.0).inverseCumulativeProbability(TWO_SIDED);
    }
}
