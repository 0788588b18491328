package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class RocTest {

    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};
    private static final boolean[] BAD = {false, false, true, true};

    @Test
    void aucIsTheShareOfPairsInOrder() {
        assertEquals(0.75, Roc.auc(SCORES, BAD), 1e-15);
        assertEquals(0.5, Roc.gini(SCORES, BAD), 1e-15);
        assertEquals(1, Roc.auc(new double[] {1, 2}, new boolean[] {false, true}));
        assertEquals(0, Roc.auc(new double[] {2, 1}, new boolean[] {false, true}));
    }

    @Test
    void tiesCountOneHalf() {
        assertEquals(0.5, Roc.auc(new double[] {3, 3, 3}, new boolean[] {true, false, false}));
        assertEquals(0.75, Roc.auc(new double[] {3, 3, 1}, new boolean[] {true, false, false}));
    }

    @Test
    void theOrderIsThatOfAStableSort() {
        SplittableRandom random = new SplittableRandom(3);
        for (int n : new int[] {0, 1, 2, 17, 500}) {
            for (int distinct : new int[] {1, 3, 40, 1_000_000}) {
                double[] scores = random.doubles(n)
                        .map(x -> Math.rint((x - 0.5) * distinct) / 7)
                        .toArray();
                assertArrayEquals(byComparing(scores), Roc.descending(scores), () -> Arrays.toString(scores));
            }
        }
        double[] odd = {0.0, Double.NaN, -0.0, Double.NEGATIVE_INFINITY, 0.0, Double.POSITIVE_INFINITY, -0.0, Double.NaN
        };
        assertArrayEquals(new int[] {5, 0, 4, 2, 6, 3, 1, 7}, Roc.descending(odd));
        assertArrayEquals(byComparing(odd), Roc.descending(odd));
    }

    private static int[] byComparing(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void delongIsTheVarianceOfPlacementsTakenPairByPair() {
        Sample s = Sample.of(5, 37, 0.4);
        double[][] placements = byPairs(s.a(), s.bad());
        double variance =
                variance(placements[0]) / placements[0].length + variance(placements[1]) / placements[1].length;
        Roc.Auc auc = Roc.delong(s.a(), s.bad());
        assertEquals(Roc.auc(s.a(), s.bad()), auc.auc(), 1e-12);
        assertEquals(Math.sqrt(variance), auc.standardError(), 1e-12);
        assertEquals(Math.max(0, auc.auc() - 1.959964 * Math.sqrt(variance)), auc.low(), 1e-6);
        assertEquals(Math.min(1, auc.auc() + 1.959964 * Math.sqrt(variance)), auc.high(), 1e-6);
    }

    @Test
    void pairedDelongTakesTheCovarianceOfBothScores() {
        Sample s = Sample.of(8, 41, 0.3);
        double[][] a = byPairs(s.a(), s.bad());
        double[][] b = byPairs(s.b(), s.bad());
        double variance = 0;
        for (int side = 0; side < 2; side++) {
            int n = a[side].length;
            variance += (variance(a[side]) + variance(b[side]) - 2 * covariance(a[side], b[side])) / n;
        }
        double difference = Roc.auc(s.a(), s.bad()) - Roc.auc(s.b(), s.bad());
        Roc.Difference paired = Roc.delongPaired(s.a(), s.b(), s.bad());
        assertEquals(difference, paired.difference(), 1e-12);
        double z = difference / Math.sqrt(variance);
        assertEquals(2 * (1 - new NormalDistribution().cumulativeProbability(Math.abs(z))), paired.pValue(), 1e-9);
        assertEquals(difference - 1.959964 * Math.sqrt(variance), paired.low(), 1e-6);
    }

    @Test
    void aScoreAgainstItselfDoesNotDiffer() {
        Sample s = Sample.of(3, 30, 0.5);
        Roc.Difference same = Roc.delongPaired(s.a(), s.a(), s.bad());
        assertEquals(0, same.difference());
        assertEquals(1, same.pValue());
    }

    @Test
    void delongsIntervalHoldsTheTrueAreaNineteenTimesInTwenty() {
        double truth = new NormalDistribution().cumulativeProbability(1 / Math.sqrt(2));
        SplittableRandom random = new SplittableRandom(2);
        int held = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] scores = new double[200];
            boolean[] bad = new boolean[200];
            for (int i = 0; i < 200; i++) {
                bad[i] = i % 3 == 0;
                scores[i] = random.nextGaussian() + (bad[i] ? 1 : 0);
            }
            Roc.Auc auc = Roc.delong(scores, bad);
            held += auc.low() <= truth && truth <= auc.high() ? 1 : 0;
        }
        assertEquals(950, held, 20);
    }

    @Test
    void curveHasOnePointForEachDistinctScore() {
        Roc.Curve curve = Roc.curve(new double[] {3, 2, 2, 1}, new boolean[] {true, true, false, false});
        assertArrayEquals(new double[] {0, 0, 0.5, 1}, curve.fpr());
        assertArrayEquals(new double[] {0, 0.5, 1, 1}, curve.tpr());
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, 3, 2, 1}, curve.thresholds());
    }

    @Test
    void trapezoidsUnderTheCurveAreTheAuc() {
        Sample s = Sample.of(1, 50, 0.4);
        Roc.Curve curve = Roc.curve(s.a(), s.bad());
        double area = 0;
        for (int i = 1; i < curve.fpr().length; i++) {
            area += (curve.fpr()[i] - curve.fpr()[i - 1]) * (curve.tpr()[i] + curve.tpr()[i - 1]) / 2;
        }
        assertEquals(Roc.auc(s.a(), s.bad()), area, 1e-12);
    }

    @Test
    void ksIsTheLargestGapBetweenTheDistributions() {
        Roc.Ks ks = Roc.ks(SCORES, BAD);
        assertEquals(0.5, ks.value(), 1e-15);
        assertEquals(0.8, ks.threshold());
    }

    @Test
    void refusesOneClassAndScoresThatAreNoNumbers() {
        assertThrows(IllegalArgumentException.class, () -> Roc.auc(new double[2], new boolean[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> Roc.auc(new double[] {1, Double.NaN}, new boolean[] {true, false}));
    }

    @Test
    void oneCaseInAClassLeavesTheIntervalOpen() {
        Roc.Auc auc = Roc.delong(new double[] {1, 2, 3}, new boolean[] {false, true, false});
        assertEquals(0, auc.low());
        assertEquals(1, auc.high());
        assertTrue(Double.isNaN(auc.standardError()));
    }

    /** Placements by comparing every bad case with every good one: of the bad, then of the good. */
    private static double[][] byPairs(double[] scores, boolean[] bad) {
        int m = 0;
        for (boolean b : bad) {
            m += b ? 1 : 0;
        }
        double[][] out = {new double[m], new double[bad.length - m]};
        int x = 0;
        for (int i = 0; i < bad.length; i++) {
            int y = 0;
            for (int j = 0; j < bad.length && bad[i]; j++) {
                if (!bad[j]) {
                    double wins = scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    out[0][x] += wins / (bad.length - m);
                    out[1][y++] += wins / m;
                }
            }
            x += bad[i] ? 1 : 0;
        }
        return out;
    }

    private static double variance(double[] x) {
        return covariance(x, x);
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / x.length;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }

    /** Two rounded, so tied, scores of different strength on the same cases. */
    private record Sample(double[] a, double[] b, boolean[] bad) {
        static Sample of(long seed, int n, double share) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] a = new double[n];
            double[] b = new double[n];
            boolean[] bad = new boolean[n];
            for (int i = 0; i < n; i++) {
                bad[i] = random.nextDouble() < share;
                a[i] = Math.rint(4 * (random.nextGaussian() + (bad[i] ? 1 : 0))) / 4;
                b[i] = Math.rint(4 * (random.nextGaussian() + (bad[i] ? 0.5 : 0))) / 4;
            }
            return new Sample(a, b, bad);
        }
    }
}
