package io.riskloom.engine.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static CreditBook book(int rows, CreditColumn... columns) {
        return new CreditBook("b", List.of(columns), "", "", "", new boolean[0], List.of(), new Source("b", "", rows));
    }

    private static CreditColumn levels(String... cells) {
        List<String> levels = IntStream.range(0, cells.length)
                .mapToObj(i -> cells[i])
                .filter(c -> !c.isEmpty())
                .distinct()
                .toList();
        return new CreditColumn.Categorical(
                "home",
                levels,
                IntStream.range(0, cells.length)
                        .map(i -> levels.indexOf(cells[i]))
                        .toArray());
    }

    private static CreditColumn numbers(double... cells) {
        return new CreditColumn.Numeric("income", cells);
    }

    @Test
    void levelsAreBins() {
        // shares 3/4, 1/4 and 1/2, 1/2: (1/4) ln(3/2) + (−1/4) ln(1/2) = ln(3)/4
        ColumnShift shift = Shift.between(
                        book(4, levels("own", "own", "own", "rent")), book(4, levels("rent", "own", "own", "rent")))
                .getFirst();
        assertEquals(Math.log(3) / 4, shift.psi(), 1e-12);
        assertEquals(0, shift.unseenLevels());
    }

    @Test
    void unseenLevelsAndMissingCellsHaveABinEach() {
        // own 1/2 and 1/4, rent 1/2 and 1/4, unseen 0 and 1/4, missing 0 and 1/4
        double expected = 0.5 * Math.log(2) + 2 * (0.25 - 1e-4) * Math.log(0.25 / 1e-4);
        ColumnShift shift = Shift.between(book(2, levels("own", "rent")), book(4, levels("own", "rent", "tent", "")))
                .getFirst();
        assertEquals(expected, shift.psi(), 1e-12);
        assertEquals(1, shift.unseenLevels());
    }

    @Test
    void numbersAreCutAtTheDecilesOfTheFirst() {
        double[] first = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        double[] second =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> i <= 20 ? i : 95).toArray();
        assertEquals(0, Shift.psi(first, first), 1e-15);
        // ten, ten, nothing in seven bins, eighty in the last
        double expected = 7 * (1e-4 - 0.1) * Math.log(1e-4 / 0.1) + 0.7 * Math.log(8);
        assertEquals(expected, Shift.psi(first, second), 1e-9);
    }

    @Test
    void tiesAreOneBin() {
        double[] first = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] second = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        // the ninth decile is 1, so all ones are one bin; deciles 0 and 1 and their mean between
        assertEquals(0.25 * Math.log(2) + 0.25 * Math.log(1.5), Shift.psi(first, second), 1e-12);
    }

    @Test
    void aColumnThatIsMissingOrOfAnotherTypeHasNoIndex() {
        assertTrue(Double.isNaN(Shift.between(book(1, numbers(1)), book(1, levels("own")))
                .getFirst()
                .psi()));
        CreditColumn other = new CreditColumn.Categorical("income", List.of("high"), new int[] {0});
        assertTrue(Double.isNaN(
                Shift.between(book(1, numbers(1)), book(1, other)).getFirst().psi()));
    }

    @Test
    void pricesCompareTheirReturns() {
        assertEquals(0, Shift.between(history(1), history(3)).psi(), 1e-12);
        ColumnShift wild = Shift.between(history(1), wilder());
        assertEquals("return", wild.name());
        assertTrue(wild.psi() > 0.25, () -> "psi " + wild.psi());
    }

    /** The factor changes no return. */
    private static PriceHistory history(double factor) {
        return history(
                IntStream.range(0, 200).mapToDouble(i -> factor * Csv.calm(i)).toArray());
    }

    private static PriceHistory wilder() {
        return history(IntStream.range(0, 200)
                .mapToDouble(i -> Math.pow(Csv.calm(i), 5))
                .toArray());
    }

    private static PriceHistory history(double[] close) {
        List<LocalDate> days = Csv.weekdays(close.length);
        double[] none = {};
        return new PriceHistory("A", days, none, none, none, close, none, new Source("a", "", close.length));
    }

    @Test
    void theRuleOfThumbMakesFindings() {
        List<Finding> found = Shift.findings(List.of(
                new ColumnShift("stable", 0.0999, 0),
                new ColumnShift("gone", Double.NaN, 0),
                new ColumnShift("moved", 0.12, 0),
                new ColumnShift("shifted", 0.3001, 2)));
        assertEquals(
                List.of("WARNING shift.levels[shifted, 0.3, 2] []", "NOTE shift[moved, 0.12, 0] []"),
                found.stream().map(Csv::text).toList());
    }
}
