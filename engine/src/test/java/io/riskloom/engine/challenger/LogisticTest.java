package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class LogisticTest {

    @Test
    void agreesWithNewtonsMethodOnThePenalisedLikelihood() {
        Cases train = Cases.of(1000, 1);
        double[] exact = newton(train);
        Logistic fitted = Logistic.fit(train.x(), train.bad(), 7);
        for (int j = 0; j < 3; j++) {
            assertEquals(exact[j], fitted.weights()[j], 0.05, "weight " + j);
        }
        assertEquals(exact[3], fitted.bias(), 0.05);
        Logistic newton = new Logistic(Arrays.copyOf(exact, 3), exact[3]);
        double[] p = fitted.probability(train.x());
        double[] q = newton.probability(train.x());
        for (int i = 0; i < p.length; i++) {
            assertEquals(q[i], p[i], 0.02);
        }
    }

    @Test
    void probabilitiesAreCalibratedOnFreshCases() {
        Logistic fitted = Logistic.fit(Cases.of(2000, 2).x(), Cases.of(2000, 2).bad(), 7);
        Cases fresh = Cases.of(20_000, 3);
        double[] p = fitted.probability(fresh.x());
        for (double low = 0.1; low < 0.75; low += 0.2) {
            double sum = 0;
            double bad = 0;
            int n = 0;
            for (int i = 0; i < p.length; i++) {
                if (p[i] >= low && p[i] < low + 0.2) {
                    sum += p[i];
                    bad += fresh.bad()[i] ? 1 : 0;
                    n++;
                }
            }
            assertTrue(n > 500);
            assertEquals(sum / n, bad / n, 0.05, "probabilities from " + low);
        }
        assertEquals(Roc.auc(fresh.truth(), fresh.bad()), Roc.auc(p, fresh.bad()), 0.005);
    }

    @Test
    void theSeedFixesTheWeights() {
        Cases train = Cases.of(300, 4);
        Logistic first = Logistic.fit(train.x(), train.bad(), 7);
        Logistic second = Logistic.fit(train.x(), train.bad(), 7);
        assertArrayEquals(first.weights(), second.weights());
        assertEquals(first.bias(), second.bias());
    }

    @Test
    void constantAndEmptyInputsDoNoHarm() {
        float[][] x = {{0, 1}, {0, 1}, {0, 1}, {0, 1}};
        double[] p =
                Logistic.fit(x, new boolean[] {true, false, false, false}, 1).probability(x);
        assertEquals(0.25, p[0], 0.03);
    }

    @Test
    void refusesOneClassOnly() {
        assertThrows(IllegalArgumentException.class, () -> Logistic.fit(new float[][] {{1}}, new boolean[] {true}, 1));
        assertThrows(IllegalArgumentException.class, () -> Logistic.fit(new float[0][], new boolean[0], 1));
        Logistic two = new Logistic(new double[2], 0);
        assertThrows(IllegalArgumentException.class, () -> two.probability(new float[][] {{1}}));
    }

    /** Minimum of Σ log loss + (λ/2)‖w‖² by Newton's method; the bias comes last and is free. */
    private static double[] newton(Cases cases) {
        RealVector w = new ArrayRealVector(4);
        for (int round = 0; round < 30; round++) {
            RealVector gradient = new ArrayRealVector(4);
            RealMatrix hessian = new Array2DRowRealMatrix(4, 4);
            for (int i = 0; i < cases.x().length; i++) {
                float[] x = cases.x()[i];
                RealVector row = new ArrayRealVector(new double[] {x[0], x[1], x[2], 1});
                double p = 1 / (1 + Math.exp(-row.dotProduct(w)));
                gradient = gradient.add(row.mapMultiply((cases.bad()[i] ? 1 : 0) - p));
                hessian = hessian.add(row.outerProduct(row).scalarMultiply(p * (1 - p)));
            }
            for (int j = 0; j < 3; j++) {
                gradient.addToEntry(j, -Logistic.PENALTY * w.getEntry(j));
                hessian.addToEntry(j, j, Logistic.PENALTY);
            }
            w = w.add(new LUDecomposition(hessian).getSolver().solve(gradient));
        }
        return w.toArray();
    }

    /** Two numbers and a rare indicator; P(bad) = 1 / (1 + exp(−(1.2 x₀ − .7 x₁ + x₂ − .8))). */
    private record Cases(float[][] x, boolean[] bad, double[] truth) {
        static Cases of(int n, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            float[][] x = new float[n][];
            boolean[] bad = new boolean[n];
            double[] truth = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = new float[] {
                    (float) random.nextGaussian(), (float) random.nextGaussian(), random.nextDouble() < 0.2 ? 1 : 0
                };
                truth[i] = 1 / (1 + Math.exp(-(1.2 * x[i][0] - 0.7 * x[i][1] + x[i][2] - 0.8)));
                bad[i] = random.nextDouble() < truth[i];
            }
            return new Cases(x, bad, truth);
        }
    }
}
