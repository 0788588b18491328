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
        assertEquals(
                List.of("PAY_6", "PAY_5", "PAY_4", "PAY_3", "PAY_2", "PAY_0"),
                history.columns().getFirst());
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
    void columnsThatAreOnlyNumberedAreNoMonths() {
        for (String stem : List.of("A", "x_", "V", "var", "Feature_", "col ", "字1期")) {
            List<String> columns = numbered(stem, 1, 2, 3, 4).toList();
            assertEquals(stem.startsWith("字"), !CreditHistory.of(columns).empty(), stem);
        }
        assertTrue(
                CreditHistory.of(numbered("bal", 2, 3, 8, 11, 14, 15).toList()).empty(), "gaps");
        assertEquals(4, CreditHistory.of(numbered("bal", 1, 2, 4, 5).toList()).steps(), "one is left out");
    }

    @Test
    void severalThingsOfAKindAreNoMonths() {
        for (String stem : List.of("EXT_SOURCE_", "addr", "product_", "FLAG_DOCUMENT_", "score", "child_age_")) {
            assertTrue(CreditHistory.of(numbered(stem, 1, 2, 3).toList()).empty(), stem);
        }
        List<String> both = Stream.concat(numbered("pay_", 1, 2, 3), numbered("addr", 1, 2, 3))
                .toList();
        assertEquals(List.of("pay_"), CreditHistory.of(both).features());
        assertEquals(List.of("addr1", "addr2", "addr3"), CreditHistory.of(both).fixed());
        List<String> unknown =
                Stream.concat(numbered("aa", 1, 2, 3), numbered("bb", 1, 2, 3)).toList();
        assertEquals(List.of("aa", "bb"), CreditHistory.of(unknown).features());
    }

    @Test
    void monthsThatAreDatesCountForward() {
        CreditHistory history = CreditHistory.of(List.of("balance_202311", "balance_202312", "balance_202401", "age"));
        assertEquals(List.of(List.of("balance_202311", "balance_202312", "balance_202401")), history.columns());
    }

    @Test
    void anotherLengthThanMostStandsStill() {
        List<String> columns = Stream.of(numbered("aa", 1, 2, 3), numbered("bill", 1, 2, 3, 4), numbered("cc", 1, 2, 3))
                .flatMap(c -> c)
                .toList();
        CreditHistory history = CreditHistory.of(columns);
        assertEquals(List.of("aa", "cc"), history.features());
        assertEquals(List.of("bill1", "bill2", "bill3", "bill4"), history.fixed());
        assertEquals(
                List.of("bill"),
                CreditHistory.of(columns.subList(0, 7)).features(),
                "of two as frequent the longer one");
    }

    /** Months pay1 (newest) and pay3 know the code 2, pay2 does not; pay2 has missing cells; z is a category with such a name. */
    @Test
    void everyMonthHasTheSameMeaningsInTheSamePlaces() {
        CreditEncoder encoder = new CreditEncoder(List.of(
                number("pay1", false, List.of(0.0, 2.0)),
                CreditEncoder.Field.category("z1", List.of("x", "y")),
                number("pay2", true, List.of(0.0)),
                number("pay3", false, List.of(2.0)),
                CreditEncoder.Field.number("age", 0, 1)));
        CreditHistory history = CreditHistory.of(encoder);
        assertEquals(List.of("z1", "age"), history.fixed());
        assertEquals(
                List.of(
                        new Input("pay", Kind.NUMBER, ""),
                        new Input("pay", Kind.CODE, "0"),
                        new Input("pay", Kind.CODE, "2"),
                        new Input("pay", Kind.MISSING, "")),
                history.meanings(encoder));
        // inputs: pay1, pay1=0, pay1=2, z1=x, z1=y, pay2, pay2 missing, pay2=0, pay3, pay3=2, age
        assertArrayEquals(new int[][] {{8, -1, 9, -1}, {5, 7, -1, 6}, {0, 1, 2, -1}}, history.stepInputs(encoder));
        assertArrayEquals(new int[][] {{8}, {5}, {0}}, history.values(encoder));
        assertArrayEquals(new int[] {3, 4, 10}, history.rest(encoder));
    }

    private static CreditEncoder.Field number(String name, boolean gaps, List<Double> codes) {
        return new CreditEncoder.Field(name, List.of(), true, gaps, 0, 0, 1, List.of(), List.of(), codes, false);
    }
}
