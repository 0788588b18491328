package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.feature.CreditEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void theStrongestColumnsComeFirstWithTheirSign() {
        FunctionScorer scorer = FunctionScorer.of(4, FunctionScorer.linear(1, -3, 0.5, 2));
        Reasons.Top top = Reasons.top(scorer, new float[][] {{1, 1, 1, 1}, {0, 0, -9, 1}}, 2);
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
        Reasons.Top top = Reasons.top(scorer, new float[][] {{0, 1, 2}}, 5);
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
        Reasons.Top all = Reasons.top(scorer, inputs, 3);
        for (int i = 0; i < inputs.length; i += 500) {
            Reasons.Top one = Reasons.top(scorer, new float[][] {inputs[i]}, 3);
            assertArrayEquals(one.column()[0], all.column()[i]);
            assertArrayEquals(one.contribution()[0], all.contribution()[i]);
        }
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
