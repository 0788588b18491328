package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.feature.CreditEncoder;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void theStrongestColumnsComeFirstWithTheirSign() {
        FunctionScorer scorer = FunctionScorer.of(4, FunctionScorer.linear(1, -3, 0.5, 2));
        Reasons.Top top = Reasons.top(scorer, new float[][] {{1, 1, 1, 1}, {0, 0, -9, 1}}, 2, () -> false);
        assertEquals(List.of("a", "b", "c", "d"), top.columns());
        assertArrayEquals(new int[] {1, 3}, top.column()[0]);
        assertArrayEquals(new double[] {-3, 2}, top.contribution()[0], 1e-6);
        assertArrayEquals(new int[] {2, 3}, top.column()[1]);
        assertArrayEquals(new double[] {-4.5, 2}, top.contribution()[1], 1e-6);
    }

    @Test
    void contributionsAreSummedByColumn() {
        CreditEncoder encoder = new CreditEncoder(List.of(
                CreditEncoder.Field.category("home", List.of("own", "rent")), CreditEncoder.Field.number("age", 0, 1)));
        FunctionScorer scorer =
                new FunctionScorer(encoder, new float[] {0.75f, 0.25f, 0}, FunctionScorer.linear(1, -1, 0.1));
        Reasons.Top top = Reasons.top(scorer, new float[][] {{0, 1, 2}}, 5, () -> false);
        assertArrayEquals(new int[] {0, 1}, top.column()[0], "no more reasons than columns");
        assertArrayEquals(new double[] {-1.5, 0.2}, top.contribution()[0], 1e-6);
    }

    @Test
    void manyRowsHaveTheReasonsOfEach() {
        FunctionScorer scorer = FunctionScorer.of(3, x -> Math.tanh(x[0] * x[1]) + x[2] * x[2]);
        float[][] inputs = new float[3000][3];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new float[] {i % 5 - 2, i % 3 - 1, i % 2};
        }
        Reasons.Top all = Reasons.top(scorer, inputs, 3, () -> false);
        for (int i = 0; i < inputs.length; i += 500) {
            Reasons.Top one = Reasons.top(scorer, new float[][] {inputs[i]}, 3, () -> false);
            assertArrayEquals(one.column()[0], all.column()[i]);
            assertArrayEquals(one.contribution()[0], all.contribution()[i]);
        }
    }

    /** 10 · max(0, x − 0.53) adds 4.7 on the way to 1: four of 8 points lie beyond the bend, which makes 5. */
    @Test
    void whereTheWayBendsMorePointsAreTaken() {
        FunctionScorer scorer = FunctionScorer.of(2, x -> 10 * Math.max(0, x[0] - 0.53) + x[1]);
        Reasons.Top top = Reasons.top(scorer, new float[][] {{1, 0.25f}, {0.5f, 0.25f}, {0, 0}}, 2, () -> false);
        assertEquals(5, scorer.integratedGradients(new float[][] {{1, 0}}, new float[2], 8)[0][0], 1e-6);
        assertArrayEquals(new double[] {4.7, 0.25}, top.contribution()[0], 1e-6);
        assertArrayEquals(new double[] {0.25, 0}, top.contribution()[1], 1e-6);
        assertArrayEquals(new double[2], top.contribution()[2], 0);
    }

    @Test
    void whoStopsWaitsForFewRowsMore() {
        int[] asked = new int[1];
        FunctionScorer scorer = FunctionScorer.of(1, x -> x[0]);
        float[][] inputs = new float[50_000][1];
        assertThrows(CancellationException.class, () -> Reasons.top(scorer, inputs, 1, () -> asked[0]++ == 2));
        assertEquals(3, asked[0], "two calls of some thousand rows, then no more");
    }

    @Test
    void numbersReadTheSameEverywhere() {
        assertEquals("48", Reasons.text(48));
        assertEquals("-3.5", Reasons.text(-3.5));
        assertEquals("3.14159", Reasons.text(Math.PI));
        assertEquals("1234567", Reasons.text(1_234_567));
        assertEquals("100000", Reasons.text(1e5));
        assertEquals("0", Reasons.text(-0.0));
        assertEquals("0.000012", Reasons.text(1.2e-5));
        assertEquals("", Reasons.text(Double.NaN));
    }

    @Test
    void aMissingCellHasNoText() {
        assertEquals("rent", Reasons.text(Loans.levels("home", List.of("own", "rent"), 1, -1), 0));
        assertEquals("", Reasons.text(Loans.levels("home", List.of("own", "rent"), 1, -1), 1));
        assertEquals("", Reasons.text(Loans.numbers("age", 3, Loans.NA), 1));
    }
}
