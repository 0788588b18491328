package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.feature.CreditEncoder.Input;
import io.riskloom.engine.feature.CreditEncoder.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CreditHistoryTest {

    private static Stream<String> numbered(String stem, int... numbers) {
        return IntStream.of(numbers).mapToObj(n -> stem + n);
    }

    @Test
    void taiwansSixMonthsAreFoundOldestFirst() {
        List<String> columns = Stream.of(
                        Stream.of("LIMIT_BAL", "SEX", "AGE"),
                        numbered("PAY_", 0, 2, 3, 4, 5, 6),
                        numbered("BILL_AMT", 1, 2, 3, 4, 5, 6),
                        numbered("PAY_AMT", 1, 2, 3, 4, 5, 6))
                .flatMap(c -> c)
                .toList();
        CreditHistory history = CreditHistory.of(columns);
        assertEquals(List.of("PAY_", "BILL_AMT", "PAY_AMT"), history.features());
        assertEquals(6, history.steps());
        assertEquals(List.of("PAY_6", "PAY_5", "PAY_4", "PAY_3", "PAY_2", "PAY_0"), history.columns().getFirst());
        assertEquals("BILL_AMT1", history.columns().get(1).getLast());
        assertEquals(List.of("LIMIT_BAL", "SEX", "AGE"), history.fixed());
    }

    @Test
    void namesOfGermanCreditTellOfNoMonths() {
        CreditHistory history = CreditHistory.of(List.of("duration", "credit_amount", "x1", "x2", "age"));
        assertTrue(history.empty());
        assertEquals(0, history.steps());
        assertEquals(List.of("duration", "credit_amount", "x1", "x2", "age"), history.fixed());
    }

    @Test
    void monthsThatAreDatesCountForward() {
        CreditHistory history = CreditHistory.of(List.of("balance_202311", "balance_202312", "balance_202401", "age"));
        assertEquals(
                List.of(List.of("balance_202311", "balance_202312", "balance_202401")), history.columns());
    }

    @Test
    void anotherLengthThanMostStandsStill() {
        List<String> columns = Stream.of(numbered("a", 1, 2, 3), numbered("b", 1, 2, 3, 4), numbered("c", 1, 2, 3))
                .flatMap(c -> c)
                .toList();
        CreditHistory history = CreditHistory.of(columns);
        assertEquals(List.of("a", "c"), history.features());
        assertEquals(List.of("b1", "b2", "b3", "b4"), history.fixed());
        assertEquals(
                List.of("b"),
                CreditHistory.of(columns.subList(0, 7)).features(),
                "of two as frequent the longer one");
    }

    /** Months p1 (newest) and p3 know the code 2, p2 does not; p2 has missing cells; z is a category with such a name. */
    @Test
    void everyMonthHasTheSameMeaningsInTheSamePlaces() {
        CreditEncoder encoder = new CreditEncoder(List.of(
                number("p1", false, List.of(0.0, 2.0)),
                CreditEncoder.Field.category("z1", List.of("x", "y")),
                number("p2", true, List.of(0.0)),
                number("p3", false, List.of(2.0)),
                CreditEncoder.Field.number("age", 0, 1)));
        CreditHistory history = CreditHistory.of(encoder);
        assertEquals(List.of("z1", "age"), history.fixed());
        assertEquals(
                List.of(
                        new Input("p", Kind.NUMBER, ""),
                        new Input("p", Kind.CODE, "0"),
                        new Input("p", Kind.CODE, "2"),
                        new Input("p", Kind.MISSING, "")),
                history.meanings(encoder));
        // inputs: p1, p1=0, p1=2, z1=x, z1=y, p2, p2 missing, p2=0, p3, p3=2, age
        assertArrayEquals(
                new int[][] {{8, -1, 9, -1}, {5, 7, -1, 6}, {0, 1, 2, -1}}, history.stepInputs(encoder));
        assertArrayEquals(new int[][] {{8}, {5}, {0}}, history.values(encoder));
        assertArrayEquals(new int[] {3, 4, 10}, history.rest(encoder));
    }

    private static CreditEncoder.Field number(String name, boolean gaps, List<Double> codes) {
        return new CreditEncoder.Field(name, List.of(), true, gaps, 0, 0, 1, List.of(), List.of(), codes);
    }
}
