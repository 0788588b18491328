package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.ScoreBins;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.stats.Stability;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A second file beside the training applicants, counted by hand. */
class DriftTallyTest {

    private static final ScoreBins EXPECTED = new ScoreBins(new double[] {0.2, 0.5}, new double[] {0.5, 0.3, 0.2});
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static Scorecard.Bin bin(String kind, double low, double high, List<String> levels, int good, int bad) {
        return new Scorecard.Bin(kind, low, high, levels, good, bad, 0, 0);
    }

    private static final Scorecard CARD = new Scorecard(
            20,
            600,
            50,
            0,
            List.of(
                    new Scorecard.Characteristic(
                            "home",
                            0.1,
                            1,
                            1,
                            List.of(
                                    bin("levels", Double.NaN, Double.NaN, List.of("own", "free"), 40, 10),
                                    bin("levels", Double.NaN, Double.NaN, List.of("rent"), 30, 20),
                                    bin("missing", Double.NaN, Double.NaN, List.of(), 0, 0),
                                    bin("other", Double.NaN, Double.NaN, List.of(), 0, 0))),
                    new Scorecard.Characteristic(
                            "age",
                            0.2,
                            1,
                            1,
                            List.of(
                                    bin("range", -INFINITE, 30, List.of(), 20, 20),
                                    bin("range", 30, 45.5, List.of(), 20, 10),
                                    bin("range", 45.5, INFINITE, List.of(), 20, 0),
                                    bin("special", -9, -9, List.of(), 5, 0),
                                    bin("missing", Double.NaN, Double.NaN, List.of(), 5, 0)))));

    private static CreditBook book(double[] ages, List<String> levels, int... homes) {
        return new CreditBook(
                "b",
                List.of(new CreditColumn.Numeric("age", ages), new CreditColumn.Categorical("home", levels, homes)),
                "",
                "",
                "",
                new boolean[0],
                List.of(),
                new Source("b.csv", "", ages.length));
    }

    private static DriftTally counted(List<CreditEncoder.Field> fields) throws Exception {
        DriftTally tally = new DriftTally(EXPECTED, CARD, fields);
        tally.add(book(new double[] {25, 30, -9}, List.of("rent", "own"), 0, 1, 0), new double[] {0.1, 0.2, 0.6});
        tally.add(book(new double[] {Double.NaN, 70}, List.of("boat", "free"), 0, 1), new double[] {0.1, 0.9});
        return tally;
    }

    /** Each bin counted, the indices by their definition; a share below half a case of the smaller sample counts as that. */
    @Test
    void sharesAndIndicesAreThoseOfTheDefinition() throws Exception {
        Drift drift = counted(List.of()).drift(new byte[] {0, 1, 1, -1, 1}, List.of(), List.of("home"));
        assertEquals(5, drift.rows());
        assertArrayEquals(new double[] {0.4, 0.2, 0.4}, drift.actual(), 1e-15);
        double psi = (0.4 - 0.5) * Math.log(0.4 / 0.5) + (0.2 - 0.3) * Math.log(0.2 / 0.3) + 0.2 * Math.log(0.4 / 0.2);
        assertEquals(psi, drift.psi(), 1e-12);
        assertEquals(List.of("home"), drift.unseen());
        assertEquals(Stability.Chance.of(3, 0, 5), drift.chance());
        Drift.Column home = column(drift, "home");
        assertEquals(Stability.Chance.of(3, 100, 5), home.chance(), "nobody in either file has no home");
        assertEquals(List.of("own, free", "rent", "NA", "*"), home.bins());
        assertArrayEquals(new double[] {0.5, 0.5, 0, 0}, home.expected(), 1e-15);
        assertArrayEquals(new double[] {0.4, 0.4, 0, 0.2}, home.actual(), 1e-15);
        double csi = 2 * (0.4 - 0.5) * Math.log(0.4 / 0.5) + (0.2 - 0.1) * Math.log(0.2 / 0.1);
        assertEquals(csi, home.index(), 1e-12);
        Drift.Column age = column(drift, "age");
        assertEquals(List.of("< 30", "30 – 45.5", "≥ 45.5", "= -9", "NA"), age.bins());
        assertArrayEquals(new double[] {0.2, 0.2, 0.2, 0.2, 0.2}, age.actual(), 1e-15);
        assertArrayEquals(new double[] {0.4, 0.3, 0.2, 0.05, 0.05}, age.expected(), 1e-15);
    }

    private static Drift.Column column(Drift drift, String name) {
        return drift.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theColumnThatMovedMostIsFirst() throws Exception {
        List<Drift.Column> columns =
                counted(List.of()).drift(new byte[0], List.of(), List.of()).columns();
        assertEquals(
                List.of("age", "home"), columns.stream().map(Drift.Column::name).toList());
    }

    /** Good .1; bad .2, .6, .9; one not known: every bad one is above the good one. */
    @Test
    void theAucIsOverApplicantsWhoseOutcomeIsKnown() throws Exception {
        assertEquals(
                1,
                counted(List.of())
                        .drift(new byte[] {0, 1, 1, -1, 1}, List.of(), List.of())
                        .auc());
        assertEquals(
                0.5,
                counted(List.of())
                        .drift(new byte[] {1, 0, 1, -1, -1}, List.of(), List.of())
                        .auc());
        assertEquals(
                Double.NaN,
                counted(List.of())
                        .drift(new byte[] {1, 1, 1, -1, 1}, List.of(), List.of())
                        .auc());
        assertEquals(
                Double.NaN,
                counted(List.of()).drift(new byte[0], List.of(), List.of()).auc());
    }

    @Test
    void aColumnThatTheFileLacksHeadsTheListAsMissing() throws Exception {
        DriftTally tally = new DriftTally(EXPECTED, CARD, List.of());
        double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        tally.add(book(none, List.of("own", "rent"), 0, 1, 0, 1), new double[] {.1, .1, .1, .9});
        Drift drift = tally.drift(new byte[0], List.of("age"), List.of());
        assertEquals("age", drift.columns().getFirst().name());
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 1}, drift.columns().getFirst().actual(), 1e-15);
        assertEquals(List.of("age"), drift.missing());
    }

    private static Scorecard card(String column, Scorecard.Bin... bins) {
        return new Scorecard(20, 600, 50, 0, List.of(new Scorecard.Characteristic(column, 0, 0, 1, List.of(bins))));
    }

    private static CreditEncoder.Field knots(Double... knots) {
        return new CreditEncoder.Field(
                "age", List.of(), true, false, 0, 0, 1, List.of(knots), List.of(), List.of(), false);
    }

    private static Drift.Column age(Scorecard card, CreditEncoder.Field field, double... ages) throws Exception {
        DriftTally tally = new DriftTally(EXPECTED, card, List.of(field));
        tally.add(book(ages, List.of("own"), new int[ages.length]), new double[ages.length]);
        return tally.drift(new byte[0], List.of(), List.of()).columns().getFirst();
    }

    /** The knots stand at 0, 5, … 100 % of the training values 20, 21, … 40: tenths at 22, 24, … 38. */
    @Test
    void oneBinForAllNumbersIsPartedByTheTrainingValues() throws Exception {
        Scorecard card = card(
                "age",
                bin("range", -INFINITE, INFINITE, List.of(), 60, 30),
                bin("missing", Double.NaN, Double.NaN, List.of(), 10, 0));
        CreditEncoder.Field field =
                knots(IntStream.rangeClosed(20, 40).mapToObj(i -> (double) i).toArray(Double[]::new));
        Drift.Column moved = age(card, field, 50, 51, 52, 53, 54, 55, 56, 57, 58, Double.NaN);
        assertEquals(11, moved.bins().size());
        assertEquals(List.of("< 22", "22 – 24"), moved.bins().subList(0, 2));
        double[] tenths =
                IntStream.range(0, 11).mapToDouble(i -> i < 10 ? 0.09 : 0.1).toArray();
        assertArrayEquals(tenths, moved.expected(), 1e-15);
        assertEquals(0.9, moved.actual()[9], 1e-15, "all above 38");
        double empty = 9 * (0.09 - 0.05) * Math.log(0.09 / 0.05);
        assertEquals(empty + (0.9 - 0.09) * Math.log(0.9 / 0.09), moved.index(), 1e-12);
    }

    @Test
    void fewValuesArePartedOneByOne() throws Exception {
        Scorecard card = card("age", bin("range", -INFINITE, INFINITE, List.of(), 60, 40));
        Drift.Column column = age(card, knots(1.0, 1.0, 1.0, 2.0, 2.0), 1, 2, 2, 2);
        assertEquals(List.of("< 2", "≥ 2"), column.bins());
        assertArrayEquals(new double[] {0.63, 0.37}, column.expected(), 1e-15, "between 50 and 75 %");
        assertArrayEquals(new double[] {0.25, 0.75}, column.actual(), 1e-15);
    }

    @Test
    void whatOneBinHidesCannotBeTold() throws Exception {
        Scorecard card = card(
                "home",
                bin("levels", Double.NaN, Double.NaN, List.of("own", "rent"), 60, 40),
                bin("missing", Double.NaN, Double.NaN, List.of(), 0, 0),
                bin("other", Double.NaN, Double.NaN, List.of(), 0, 0));
        assertEquals(Double.NaN, home(card, "own").index(), "all own, none or some in training");
        assertEquals(
                Double.NaN,
                age(card("age", bin("range", -INFINITE, INFINITE, List.of(), 6, 4)), knots(), 99)
                        .index());
        assertEquals(
                (1 - 0.5) * Math.log(1 / 0.5) * 2,
                home(card, "boat").index(),
                1e-12,
                "what was never seen can be told");
    }

    private static Drift.Column home(Scorecard card, String level) throws Exception {
        DriftTally tally = new DriftTally(EXPECTED, card, List.of());
        tally.add(book(new double[] {1}, List.of(level), 0), new double[] {0.1});
        return tally.drift(new byte[0], List.of(), List.of()).columns().getFirst();
    }

    @Test
    void theSameApplicantsHaveNotDrifted() throws Exception {
        DriftTally tally = new DriftTally(new ScoreBins(new double[] {0.3}, new double[] {0.5, 0.5}), CARD, List.of());
        for (int i = 0; i < 10; i++) {
            int at = i;
            double[] ages = IntStream.range(0, 10)
                    .mapToDouble(k -> at < 4 ? 20 : at < 7 ? 40 : at < 9 ? 60 : k < 5 ? -9 : Double.NaN)
                    .toArray();
            tally.add(
                    book(ages, List.of("own", "rent"), 0, 0, 0, 0, 0, 1, 1, 1, 1, 1),
                    new double[] {.1, .1, .1, .1, .1, .9, .9, .9, .9, .9});
        }
        Drift drift = tally.drift(new byte[0], List.of(), List.of());
        assertEquals(0, drift.psi(), 1e-15);
        drift.columns().forEach(column -> assertEquals(0, column.index(), 1e-12, column.name()));
    }

    @Test
    void aFileOfNobodyIsRefused() {
        DriftTally tally = new DriftTally(EXPECTED, CARD, List.of());
        assertThrows(IllegalArgumentException.class, () -> tally.drift(new byte[0], List.of(), List.of()));
    }
}
