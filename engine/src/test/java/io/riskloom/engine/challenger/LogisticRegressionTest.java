package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Beside statsmodels, by which {@code logistic.py} has fitted the same cases. */
class LogisticRegressionTest {

    private static final double CLOSE = 1e-6;

    private record Case(
            String name,
            double[][] columns,
            boolean[] bad,
            double[] coefficients,
            double[] errors,
            double logLikelihood,
            double[] probability) {}

    private static Case[] cases() {
        try (Reader in = new InputStreamReader(
                LogisticRegressionTest.class.getResourceAsStream("logistic.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, Case[].class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> weightsErrorsAndProbabilitiesAreThoseOfStatsmodels() {
        assertEquals(3, cases().length);
        return Arrays.stream(cases())
                .map(c -> DynamicTest.dynamicTest(c.name, () -> {
                    LogisticRegression fitted = LogisticRegression.fit(c.columns, c.bad, 0);
                    assertTrue(fitted.converged());
                    assertTrue(fitted.steps() <= 10, fitted.steps() + " steps");
                    assertRelative(c.coefficients, joined(fitted.constant(), fitted.weights()));
                    assertRelative(c.errors, joined(fitted.constantError(), fitted.standardErrors()));
                    assertArrayEquals(c.probability, fitted.probability(c.columns, c.bad.length), CLOSE);
                    double[] beta = joined(fitted.constant(), fitted.weights());
                    assertEquals(c.logLikelihood, new LogisticLikelihood(c.columns, c.bad, 0).at(beta), CLOSE);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theTinyRidgeChangesNothingThatOneWouldRead() {
        return Arrays.stream(cases())
                .map(c -> DynamicTest.dynamicTest(c.name, () -> {
                    LogisticRegression fitted = LogisticRegression.fit(c.columns, c.bad, LogisticRegression.TINY_RIDGE);
                    assertArrayEquals(c.probability, fitted.probability(c.columns, c.bad.length), 1e-4);
                }));
    }

    private static double[] joined(double first, double[] rest) {
        return DoubleStream.concat(DoubleStream.of(first), Arrays.stream(rest)).toArray();
    }

    private static void assertRelative(double[] expected, double[] found) {
        for (int j = 0; j < expected.length; j++) {
            assertEquals(expected[j], found[j], CLOSE * Math.max(1, Math.abs(expected[j])), "coefficient " + j);
        }
    }

    /** x ≤ 2 is always good, x ≥ 3 always bad: without a penalty the weight would have no end. */
    @Test
    void separatedClassesGiveFiniteWeights() {
        double[][] x = {{0, 1, 2, 3, 4, 5}};
        boolean[] bad = {false, false, false, true, true, true};
        LogisticRegression fitted = LogisticRegression.fit(x, bad, LogisticRegression.TINY_RIDGE);
        assertTrue(fitted.converged());
        assertTrue(fitted.weights()[0] > 5 && fitted.weights()[0] < 100, "weight " + fitted.weights()[0]);
        double[] p = fitted.probability(x, 6);
        assertArrayEquals(new double[] {0, 0, 0, 1, 1, 1}, p, 1e-3);
    }

    /** Half each of one weight, as the penalty wants it. */
    @Test
    void twiceTheSameInputSharesItsWeight() {
        Case c = cases()[0];
        double[][] twice = {c.columns[0], c.columns[0]};
        LogisticRegression both = LogisticRegression.fit(twice, c.bad, LogisticRegression.TINY_RIDGE);
        LogisticRegression one = LogisticRegression.fit(new double[][] {c.columns[0]}, c.bad, 0);
        assertTrue(both.converged());
        assertEquals(one.weights()[0] / 2, both.weights()[0], 1e-5);
        assertEquals(one.weights()[0] / 2, both.weights()[1], 1e-5);
    }

    @Test
    void withoutInputsItSaysTheShareOfBad() {
        LogisticRegression fitted =
                LogisticRegression.fit(new double[0][], new boolean[] {true, false, false, false}, 0);
        assertEquals(-Math.log(3), fitted.constant(), 1e-12);
        assertArrayEquals(new double[] {0.25, 0.25}, fitted.probability(new double[0][], 2), 1e-12);
    }

    /** With a huge penalty the answer is the penalty's: β ≈ gradient at zero / ridge. */
    @Test
    void thePenaltyPullsTowardsZero() {
        double[][] x = {{1, 2, 3, 4}};
        boolean[] bad = {false, true, false, true};
        LogisticRegression fitted = LogisticRegression.fit(x, bad, 1e6);
        assertEquals((2 + 4 - 1 - 3) / 2.0 / 1e6, fitted.weights()[0], 1e-10);
        assertFalse(fitted.weights()[0] == 0);
    }

    @Test
    void refusesOneClassOnly() {
        assertThrows(
                IllegalArgumentException.class,
                () -> LogisticRegression.fit(new double[][] {{1, 2}}, new boolean[] {true, true}, 0));
    }
}
