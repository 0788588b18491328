package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WoeBinsTest {

    private static final double NA = Double.NaN;
    private static final double OPEN = Double.POSITIVE_INFINITY;

    private static CreditBook book(CreditColumn column, boolean[] bad) {
        return new CreditBook(
                "loans",
                List.of(column),
                "class",
                "good",
                "bad",
                bad,
                List.of(),
                new Source("in/loans.csv", "", column.size()));
    }

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    /** {@code good} rows and {@code bad} rows of each value, value by value. */
    private record Cells(double[] values, boolean[] bad) {
        static Cells of(double[] values, int[] good, int[] bad) {
            int n = Arrays.stream(good).sum() + Arrays.stream(bad).sum();
            Cells cells = new Cells(new double[n], new boolean[n]);
            int at = 0;
            for (int i = 0; i < values.length; i++) {
                for (int k = 0; k < good[i] + bad[i]; k++) {
                    cells.values[at] = values[i];
                    cells.bad[at++] = k >= good[i];
                }
            }
            return cells;
        }

        WoeBins bins(int most) {
            return WoeBins.fit(new CreditColumn.Numeric("months", values), bad, all(bad.length), most);
        }
    }

    /** 100 good and 50 bad; ln((60/100)/(10/50)) = ln 3, ln((40/100)/(40/50)) = −ln 2; IV = .4 ln 3 + .4 ln 2 = .4 ln 6. */
    @Test
    void woeAndInformationValueAreThoseByHand() {
        WoeBins bins = Cells.of(new double[] {12, 24}, new int[] {60, 40}, new int[] {10, 40})
                .bins(6);
        assertEquals(
                List.of(
                        new WoeBins.Bin(
                                "range",
                                -OPEN,
                                24,
                                List.of(),
                                60,
                                10,
                                bins.bins().get(0).woe()),
                        new WoeBins.Bin(
                                "range",
                                24,
                                OPEN,
                                List.of(),
                                40,
                                40,
                                bins.bins().get(1).woe()),
                        new WoeBins.Bin("missing", NA, NA, List.of(), 0, 0, 0)),
                bins.bins());
        assertEquals(Math.log(3), bins.bins().get(0).woe(), 1e-12);
        assertEquals(-Math.log(2), bins.bins().get(1).woe(), 1e-12);
        assertEquals(0.4 * Math.log(6), bins.informationValue(), 1e-12);
    }

    /** Of 110 good and 90 bad: code −9999 10 and 20, missing 0 and 4 → ln((.5/110)/(4.5/90)). */
    @Test
    void specialCodesAndMissingCellsAreBinsOfTheirOwn() throws NoticeException {
        Cells cells = Cells.of(
                new double[] {1, 2, 3, -9999, NA}, new int[] {60, 30, 10, 10, 0}, new int[] {6, 20, 40, 20, 4});
        WoeBins bins = cells.bins(6);
        assertEquals(
                List.of("range", "range", "range", "special", "missing"),
                bins.bins().stream().map(WoeBins.Bin::kind).toList());
        WoeBins.Bin code = bins.bins().get(3);
        assertEquals(List.of(10, 20), List.of(code.good(), code.bad()));
        assertEquals(-9999, code.low());
        assertEquals(Math.log((10 / 110.0) / (20 / 90.0)), code.woe(), 1e-12);
        assertEquals(Math.log((0.5 / 110.0) / (4.5 / 90.0)), bins.bins().get(4).woe(), 1e-12);
        double[] values = {-9999, NA, -50, 2, 2.5, 3, 1e9, -9998};
        CreditBook later = book(new CreditColumn.Numeric("months", values), new boolean[0]);
        assertArrayEquals(new int[] {3, 4, 0, 1, 1, 2, 2, 0}, bins.bins(later, all(8)));
        assertArrayEquals(new double[] {code.woe(), bins.bins().get(2).woe()}, bins.woe(later, new int[] {0, 6}));
    }

    @Test
    void aColumnWithoutAnOrdinaryValueHasAnEmptyRange() throws NoticeException {
        WoeBins bins =
                Cells.of(new double[] {NA}, new int[] {30}, new int[] {10}).bins(6);
        assertEquals(2, bins.bins().size());
        assertEquals(
                new WoeBins.Bin("range", -OPEN, OPEN, List.of(), 0, 0, 0),
                bins.bins().getFirst());
        assertEquals(0, bins.bins().getLast().woe(), 1e-12);
        assertEquals(0, bins.informationValue(), 1e-12);
    }

    private static CreditColumn.Categorical homes(int... counts) {
        int[] codes = IntStream.range(0, counts.length)
                .flatMap(level ->
                        IntStream.generate(() -> level == 3 ? -1 : level).limit(counts[level]))
                .toArray();
        return new CreditColumn.Categorical("home", List.of("own", "rent", "free"), codes);
    }

    /** own 10 of 60, rent 24 of 40, free 2 of 5, missing 5 of 15: free, below 6 rows, is nearer to rent. */
    @Test
    void levelsStandFromWorstToBestAndRareOnesJoin() throws NoticeException {
        CreditColumn.Categorical column = homes(60, 40, 5, 15);
        boolean[] bad = new boolean[120];
        Arrays.fill(bad, 0, 10, true);
        Arrays.fill(bad, 60, 84, true);
        Arrays.fill(bad, 100, 102, true);
        Arrays.fill(bad, 105, 110, true);
        WoeBins bins = WoeBins.fit(column, bad, all(120), 6);
        assertEquals(
                List.of(List.of("rent", "free"), List.of("own"), List.of(), List.of()),
                bins.bins().stream().map(WoeBins.Bin::levels).toList());
        assertEquals(
                List.of("levels", "levels", "missing", "other"),
                bins.bins().stream().map(WoeBins.Bin::kind).toList());
        assertEquals(
                List.of(19, 26),
                List.of(bins.bins().get(0).good(), bins.bins().get(0).bad()));
        assertEquals(Math.log((19 / 79.0) / (26 / 41.0)), bins.bins().get(0).woe(), 1e-12);
        CreditBook later = book(
                new CreditColumn.Categorical("home", List.of("castle", "own", "free"), new int[] {0, 1, 2, -1}),
                new boolean[4]);
        assertArrayEquals(new int[] {3, 1, 0, 2}, bins.bins(later, all(4)));
        assertEquals(0, bins.woe(later, new int[] {0})[0], "an unseen level has the portfolio's odds");
    }

    @Test
    void rowsOutsideTrainingLeaveNoTrace() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = random.doubles(400, 0, 50).map(Math::rint).toArray();
        boolean[] bad = new boolean[400];
        for (int i = 0; i < 400; i++) {
            bad[i] = random.nextDouble() < values[i] / 60;
        }
        int[] train = all(300);
        WoeBins before = WoeBins.fit(new CreditColumn.Numeric("x", values), bad, train, 6);
        assertTrue(before.informationValue() > 0.1);
        for (int i = 300; i < 400; i++) {
            values[i] = i % 3 == 0 ? NA : -99999;
            bad[i] = !bad[i];
        }
        assertEquals(before, WoeBins.fit(new CreditColumn.Numeric("x", values), bad, train, 6));
    }

    @Test
    void everyTrainingRowLandsInTheBinThatCountedIt() throws NoticeException {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 40; trial++) {
            int n = 200 + random.nextInt(400);
            double[] values =
                    random.doubles(n, -5, 5).map(v -> Math.rint(v * 2) / 2).toArray();
            boolean[] bad = new boolean[n];
            for (int i = 0; i < n; i++) {
                values[i] = random.nextInt(10) == 0 ? NA : random.nextInt(12) == 0 ? -9999 : values[i];
                bad[i] = random.nextDouble() < 1 / (1 + Math.exp(-values[i] / 3));
            }
            WoeBins bins = WoeBins.fit(new CreditColumn.Numeric("x", values), bad, all(n), 5);
            int[] binOf = bins.bins(book(new CreditColumn.Numeric("x", values), bad), all(n));
            Tally counted = Tally.of(bins.bins().size(), binOf, bad);
            for (int b = 0; b < bins.bins().size(); b++) {
                assertEquals(bins.bins().get(b).good(), counted.good()[b], "trial " + trial + " bin " + b);
                assertEquals(bins.bins().get(b).bad(), counted.bad()[b], "trial " + trial + " bin " + b);
            }
            assertTrue(bins.informationValue() >= 0);
        }
    }

    @Test
    void refusesAColumnThatIsMissingOrOfAnotherType() {
        Cells cells = Cells.of(new double[] {12, 24}, new int[] {60, 40}, new int[] {10, 40});
        CreditBook other = book(new CreditColumn.Numeric("years", cells.values), cells.bad);
        assertEquals(
                Notice.of("credit.error.missingColumn", "months", "loans.csv"),
                assertThrows(NoticeException.class, () -> cells.bins(6).bins(other, all(3)))
                        .notice());
        CreditBook text =
                book(new CreditColumn.Categorical("months", List.of("a year"), new int[cells.bad.length]), cells.bad);
        assertEquals(
                Notice.of("credit.error.columnType", "months", "loans.csv", "a year"),
                assertThrows(NoticeException.class, () -> cells.bins(6).bins(text, all(3)))
                        .notice());
        WoeBins home = WoeBins.fit(homes(60, 40, 5, 15), halfBad(120), all(120), 6);
        CreditBook numbers = book(new CreditColumn.Numeric("home", new double[4]), new boolean[4]);
        assertEquals(
                Notice.of("credit.error.columnNumbers", "home", "loans.csv"),
                assertThrows(NoticeException.class, () -> home.bins(numbers, all(4)))
                        .notice());
    }

    private static boolean[] halfBad(int n) {
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i += 2) {
            bad[i] = true;
        }
        return bad;
    }

    @Test
    void refusesOneClassOnly() {
        CreditColumn.Numeric column = new CreditColumn.Numeric("x", new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> WoeBins.fit(column, new boolean[] {true, true}, all(2), 6));
    }
}
