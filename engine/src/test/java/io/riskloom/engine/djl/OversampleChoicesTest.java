package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.djl.OversampleChoices.Choice;
import io.riskloom.engine.feature.CreditEncoder.Input;
import io.riskloom.engine.feature.CreditEncoder.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What generated rows can be. */
class OversampleChoicesTest {
    /** An income that may be missing, a category of three levels. */
    private static final List<Input> INPUTS = List.of(
            new Input("income", Kind.NUMBER, ""),
            new Input("income", Kind.MISSING, ""),
            new Input("housing", Kind.LEVEL, "own"),
            new Input("housing", Kind.LEVEL, "rent"),
            new Input("housing", Kind.LEVEL, "free"));

    /** Incomes 0, 1, … and, in the last row, none, which the encoder puts at −0.25; nobody lives for free. */
    private static float[][] rows(int incomes) {
        return IntStream.rangeClosed(0, incomes)
                .mapToObj(i -> i == incomes
                        ? new float[] {-0.25f, 1, 0, 1, 0}
                        : new float[] {i, 0, i % 2 == 0 ? 1 : 0, i % 2 == 0 ? 0 : 1, 0})
                .toArray(float[][]::new);
    }

    @Test
    void aColumnOfManyNumbersHasThemFreeBesideItsIndicators() {
        OversampleChoices choices = OversampleChoices.of(INPUTS, rows(20));
        assertEquals(5, choices.width());
        List<Choice> income = choices.columns().getFirst().choices();
        assertEquals(2, income.size());
        assertTrue(income.getFirst().free());
        assertEquals(20, income.getFirst().numbers().length);
        assertArrayEquals(new float[] {0, 0}, income.getFirst().cells());
        assertFalse(income.getLast().free());
        assertArrayEquals(new float[] {-0.25f, 1}, income.getLast().cells());
        List<Choice> housing = choices.columns().getLast().choices();
        assertEquals(2, housing.size(), "nobody lives for free");
        assertArrayEquals(new float[] {1, 0, 0}, housing.getFirst().cells());
        assertArrayEquals(new float[] {0, 1, 0}, housing.getLast().cells());
        assertEquals(2, choices.columns().getLast().from());
    }

    @Test
    void aColumnOfTwelveNumbersIsAChoiceAmongThem() {
        List<Choice> eleven =
                OversampleChoices.of(INPUTS, rows(11)).columns().getFirst().choices();
        assertEquals(12, eleven.size(), "and missing is one more");
        assertTrue(eleven.stream().noneMatch(Choice::free));
        assertArrayEquals(new float[] {10, 0}, eleven.get(10).cells());
        List<Choice> twelve =
                OversampleChoices.of(INPUTS, rows(12)).columns().getFirst().choices();
        assertEquals(2, twelve.size());
    }

    @Test
    void theClosestRowHasInEachColumnWhatSomeRowHas() {
        OversampleChoices choices = OversampleChoices.of(INPUTS, rows(20));
        assertArrayEquals(
                new float[] {3, 0, 1, 0, 0}, choices.closest(new float[] {3.4f, 0.2f, 0.6f, 0.4f, 0}), "income 3, own");
        assertArrayEquals(
                new float[] {-0.25f, 1, 0, 1, 0},
                choices.closest(new float[] {-0.3f, 0.9f, 0.1f, 0.2f, 0.9f}),
                "missing, and not for free");
        assertArrayEquals(new float[] {19, 0, 1, 0, 0}, choices.closest(new float[] {77, 0, 1, 0, 0}), "not beyond");
        assertArrayEquals(new float[] {0, 0, 1, 0, 0}, choices.closest(new float[] {-9, 0, 1, 0, 0}));
    }
}
