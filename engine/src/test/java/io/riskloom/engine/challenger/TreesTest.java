package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreesTest {

    private static final int[] TRAIN = Loans.rows(0, 1500);
    private static final int[] TEST = Loans.rows(1500, 2500);

    @FunctionalInterface
    private interface Fit {
        PlainCredit of(CreditBook book, int[] train, long seed) throws NoticeException;
    }

    private static final List<Fit> BOTH = List.of(Forest::fit, Boosting::fit);

    @Test
    void learnWhatDrivesRisk() throws NoticeException {
        CreditBook book = Loans.of(2500, 1);
        for (Fit fit : BOTH) {
            PlainCredit trees = fit.of(book, TRAIN, 7);
            double[] p = trees.probability(book, TEST);
            assertTrue(Arrays.stream(p).allMatch(v -> v >= 0 && v <= 1));
            double auc = Roc.auc(p, Loans.bad(book, TEST));
            assertTrue(auc > 0.79 && auc < 0.86, trees.name() + " " + auc);
            double mean = Arrays.stream(p).average().orElseThrow();
            assertEquals(book.eventRate(), mean, 0.03, trees.name());
        }
    }

    @Test
    void theSeedFixesTheAnswersBitForBit() throws NoticeException {
        CreditBook book = Loans.of(900, 2);
        int[] train = Loans.rows(0, 600);
        int[] test = Loans.rows(600, 900);
        for (Fit fit : BOTH) {
            double[] first = fit.of(book, train, 7).probability(book, test);
            assertArrayEquals(first, fit.of(book, train, 7).probability(book, test));
            assertFalse(Arrays.equals(first, fit.of(book, train, 8).probability(book, test)));
        }
    }

    @Test
    void rowsOutsideTrainingLeaveNoTrace() throws NoticeException {
        CreditBook book = Loans.of(700, 3);
        int[] train = Loans.rows(0, 500);
        for (Fit fit : BOTH) {
            double[] before = fit.of(book, train, 7).probability(book, train);
            double[] after = fit.of(Loans.changedFrom(book, 500), train, 7).probability(book, train);
            assertArrayEquals(before, after);
        }
    }

    /** Half of those with a gap are bad, a tenth of the others, and the gap can be told from any number. */
    @Test
    void aGapIsNoNumber() throws NoticeException {
        SplittableRandom random = new SplittableRandom(4);
        double[] x = new double[2000];
        boolean[] bad = new boolean[2000];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextBoolean() ? Double.NaN : random.nextGaussian();
            bad[i] = random.nextDouble() < (Double.isNaN(x[i]) ? 0.5 : 0.1);
        }
        CreditBook book = Loans.book(bad, new CreditColumn.Numeric("x", x));
        int gap = IntStream.range(0, 2000)
                .filter(i -> Double.isNaN(x[i]))
                .findFirst()
                .orElseThrow();
        int middle = IntStream.range(0, 2000)
                .filter(i -> Math.abs(x[i]) < 0.1)
                .findFirst()
                .orElseThrow();
        for (Fit fit : BOTH) {
            double[] p = fit.of(book, Loans.rows(0, 2000), 7).probability(book, new int[] {gap, middle});
            assertEquals(0.5, p[0], 0.06);
            assertEquals(0.1, p[1], 0.08);
        }
    }

    /** A tree of one 0/1 input has a leaf each: its answer is the leaf's share of bad among the rows drawn. */
    @Test
    void aForestAnswersWithShares() throws NoticeException {
        double[] x = IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray();
        boolean[] bad = new boolean[400];
        IntStream.range(0, 400).forEach(i -> bad[i] = i % 2 == 1 ? i % 8 != 1 : i % 20 == 0);
        CreditBook book = Loans.book(bad, new CreditColumn.Numeric("x", x));
        double[] p = Forest.fit(book, Loans.rows(0, 400), 7).probability(book, new int[] {0, 1});
        assertEquals(0.1, p[0], 0.01);
        assertEquals(0.75, p[1], 0.01);
    }

    @Test
    void levelsUnseenInTrainingAndHugeNumbersAreAnswered() throws NoticeException {
        CreditBook book = Loans.of(500, 5);
        CreditBook odd = Loans.book(
                new boolean[2],
                new CreditColumn.Numeric("debt", new double[] {1e300, Double.NEGATIVE_INFINITY}),
                new CreditColumn.Numeric("income", new double[2]),
                new CreditColumn.Numeric("shoe", new double[2]),
                new CreditColumn.Categorical("home", List.of("castle"), new int[] {0, -1}));
        for (Fit fit : BOTH) {
            double[] p = fit.of(book, Loans.rows(0, 500), 7).probability(odd, new int[] {0, 1});
            assertTrue(p[0] > p[1], "more debt, more risk");
            assertEquals(0, fit.of(book, Loans.rows(0, 500), 7).probability(odd, new int[0]).length);
        }
    }

    @Test
    void withoutAnInputEverybodyHasTheShareOfBad() throws NoticeException {
        boolean[] bad = new boolean[40];
        Arrays.fill(bad, 0, 10, true);
        int[] gaps = new int[40];
        Arrays.fill(gaps, -1);
        CreditBook book = Loans.book(bad, new CreditColumn.Categorical("empty", List.of(), gaps));
        for (Fit fit : BOTH) {
            PlainCredit fitted = fit.of(book, Loans.rows(0, 20), 7);
            assertArrayEquals(new double[] {0.5, 0.5}, fitted.probability(book, new int[] {0, 39}));
        }
    }

    @Test
    void anErrorOfTheLibraryIsToldInWords() {
        NoticeException told = assertThrows(
                NoticeException.class,
                () -> Trees.grow(
                        "forest", Loans.of(100, 1), Loans.rows(0, 100), Map.of("objective", "no such thing"), 1, 7));
        assertEquals("run.warning.treesFailed", told.notice().key());
        assertEquals("challenger.forest", told.notice().args().getFirst());
    }

    /** Levels 0 to 99, the higher the commoner: 36 to 99 are kept. */
    @Test
    void onlyTheCommonestLevelsBecomeInputs() throws NoticeException {
        int[] codes = IntStream.range(0, 100)
                .flatMap(level -> IntStream.generate(() -> level).limit(level + 1))
                .toArray();
        List<String> levels =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        CreditBook book = Loans.book(
                new boolean[codes.length],
                new CreditColumn.Numeric("x", new double[codes.length]),
                new CreditColumn.Categorical("branch", levels, codes));
        TreeInputs inputs = TreeInputs.fit(book, Loans.rows(0, codes.length));
        assertEquals(65, inputs.width());
        float[] rare = inputs.matrix(book, new int[] {0});
        float[] common = inputs.matrix(book, new int[] {codes.length - 1});
        assertArrayEquals(new float[65], rare);
        assertEquals(1, common[64]);
    }

    @Test
    void refusesABookThatLacksAColumnOrHasItOfAnotherType() throws NoticeException {
        CreditBook book = Loans.of(300, 6);
        PlainCredit trees = Boosting.fit(book, Loans.rows(0, 300), 7);
        CreditBook narrow = Loans.book(new boolean[1], new CreditColumn.Numeric("debt", new double[1]));
        assertEquals(Notice.of("credit.error.missingColumn", "income", "loans.csv"), refusal(trees, narrow));
        CreditBook text = Loans.book(new boolean[1], new CreditColumn.Categorical("debt", List.of("low"), new int[1]));
        assertEquals(Notice.of("credit.error.columnType", "debt", "loans.csv", "low"), refusal(trees, text));
    }

    private static Notice refusal(PlainCredit trees, CreditBook book) {
        return assertThrows(NoticeException.class, () -> trees.probability(book, new int[1]))
                .notice();
    }
}
