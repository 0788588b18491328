package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.CreditEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers outside of what a model was trained on: ages 20 to 60 with the code −9, balances −100 to 100, one of a single value. */
class BeyondTrainingTest {

    private static CreditEncoder.Field field(String column, List<Double> knots, List<Double> specials) {
        return new CreditEncoder.Field(column, List.of(), true, false, 0, 0, 1, knots, specials, List.of(), false);
    }

    private final BeyondTraining beyond = new BeyondTraining(new CreditEncoder(List.of(
            field("age", List.of(20.0, 30.0, 60.0), List.of(-9.0)),
            field("balance", List.of(-100.0, 100.0), List.of()),
            field("constant", List.of(1.0), List.of()),
            CreditEncoder.Field.number("old", 0, 1))));

    private void add(String column, int firstLine, double... values) {
        int[] lines = new int[values.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = firstLine + i;
        }
        CreditBook book = new CreditBook(
                "b",
                List.of(new CreditColumn.Numeric(column, values)),
                "",
                "",
                "",
                new boolean[0],
                List.of(),
                new Source("b.csv", "", values.length));
        beyond.add(book, lines);
    }

    @Test
    void farNumbersAreToldByColumnWithTheFirstLine() {
        add("balance", 2, -200, 200, 0);
        add("age", 2, 20, 60, -9, Double.NaN, 0, 80);
        assertEquals(List.of(), beyond.notes(), "half a width beyond the range is not far");
        add("age", 9, 30, -999, 1e8);
        add("age", 12, -0.5);
        add("balance", 12, -201, 99999999);
        add("constant", 2, 7);
        add("old", 2, 1e9);
        assertEquals(
                List.of(
                        Notice.of("score.note.beyond", "age", 3, 10, "-999", "20", "60"),
                        Notice.of("score.note.beyond", "balance", 2, 12, "-201", "-100", "100")),
                beyond.notes());
    }
}
