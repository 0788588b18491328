package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.WoeBins;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WoeScorecardTest {

    private static List<String> used(WoeScorecard card) {
        return Arrays.stream(card.used())
                .mapToObj(i -> card.columns().get(i).column())
                .toList();
    }

    @Test
    void learnsWhatDrivesRiskAndLeavesNoiseOut() throws NoticeException {
        CreditBook book = Loans.of(3000, 1);
        WoeScorecard card = WoeScorecard.fit(book, Loans.rows(0, 2000), 6);
        assertEquals(List.of("debt", "income", "home"), used(card));
        assertEquals("shoe", card.columns().getLast().column());
        assertTrue(card.columns().getLast().informationValue() < 0.02);
        assertTrue(card.regression().converged());
        assertTrue(Arrays.stream(card.regression().weights()).allMatch(w -> w < -0.7 && w > -1.4));
        int[] test = Loans.rows(2000, 3000);
        assertEquals(0.82, Roc.auc(card.probability(book, test), Loans.bad(book, test)), 0.03);
    }

    /** Levels drawn by lot: sorted by their share of bad they would look like the best column of all. */
    @Test
    void levelsOfNoiseAreLeftOutHoweverManyTheyAre() throws NoticeException {
        for (int levels : new int[] {50, 200, 500}) {
            SplittableRandom random = new SplittableRandom(levels);
            double lost = 0;
            for (int trial = 0; trial < 5; trial++) {
                int n = 2000;
                double[] x = random.doubles(n, -1, 1).toArray();
                int[] codes = random.ints(n, 0, levels).toArray();
                boolean[] bad = new boolean[n];
                for (int i = 0; i < n; i++) {
                    bad[i] = random.nextDouble() < 1 / (1 + Math.exp(1.2 - 1.5 * x[i]));
                }
                CreditColumn.Numeric real = new CreditColumn.Numeric("x", x);
                List<String> names =
                        IntStream.range(0, levels).mapToObj(i -> "z" + i).toList();
                CreditBook both = Loans.book(bad, real, new CreditColumn.Categorical("postcode", names, codes));
                lost += auc(Loans.book(bad, real)) - auc(both);
            }
            assertTrue(lost / 5 < 0.01, levels + " levels cost " + lost / 5);
        }
    }

    private static double auc(CreditBook book) throws NoticeException {
        int[] test = Loans.rows(1400, 2000);
        WoeScorecard card = WoeScorecard.fit(book, Loans.rows(0, 1400), 6);
        return Roc.auc(card.probability(book, test), Loans.bad(book, test));
    }

    /** No bad one among the 30 % with a deposit: ln((590.5 / 1640) / (.5 / 360)) and the weight of the rest. */
    @Test
    void aLevelWithoutABadApplicantEarnsItsPoints() throws NoticeException {
        int n = 2000;
        int[] codes = new int[n];
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            codes[i] = i < 590 ? 1 : 0;
            bad[i] = i >= 590 && i < 950;
        }
        CreditBook book = Loans.book(bad, new CreditColumn.Categorical("deposit", List.of("no", "yes"), codes));
        WoeScorecard card = WoeScorecard.fit(book, Loans.rows(0, n), 6);
        WoeBins.Bin yes = card.columns().getFirst().bins().get(1);
        assertEquals(List.of("yes"), yes.levels());
        assertEquals(Math.log((590.5 / 1640) / (0.5 / 360)), yes.woe(), 1e-12);
        assertEquals(List.of("deposit"), used(card));
        assertTrue(card.probability(book, new int[] {0})[0] < 0.01);
    }

    @Test
    void columnsComeInOrderOfInformationValue() throws NoticeException {
        List<WoeBins> columns =
                WoeScorecard.fit(Loans.of(1000, 2), Loans.rows(0, 1000), 6).columns();
        for (int i = 1; i < columns.size(); i++) {
            assertTrue(columns.get(i - 1).informationValue() >= columns.get(i).informationValue());
        }
    }

    /** The regression's mean answer on its own rows is their share of bad, as its constant demands. */
    @Test
    void meanAnswerIsTheShareOfBad() throws NoticeException {
        CreditBook book = Loans.of(800, 3);
        WoeScorecard card = WoeScorecard.fit(book, Loans.rows(0, 800), 6);
        double mean = Arrays.stream(card.probability(book, Loans.rows(0, 800)))
                .average()
                .orElseThrow();
        assertEquals(book.eventRate(), mean, 1e-6);
    }

    /**
     * Both columns alone are worse when 1, but of those with a = 1 the ones with b = 1 are better: beside a, b would earn
     * points for being riskier, and goes.
     */
    @Test
    void aColumnWithTheWrongSignIsDropped() throws NoticeException {
        int[][] cells = {{0, 0, 900, 60}, {1, 0, 20, 40}, {0, 1, 60, 2}, {1, 1, 140, 130}};
        int n = Arrays.stream(cells).mapToInt(c -> c[2] + c[3]).sum();
        double[] a = new double[n];
        double[] b = new double[n];
        boolean[] bad = new boolean[n];
        int at = 0;
        for (int[] cell : cells) {
            for (int k = 0; k < cell[2] + cell[3]; k++) {
                a[at] = cell[0];
                b[at] = cell[1];
                bad[at++] = k >= cell[2];
            }
        }
        CreditBook book = Loans.book(bad, new CreditColumn.Numeric("a", a), new CreditColumn.Numeric("b", b));
        WoeScorecard card = WoeScorecard.fit(book, Loans.rows(0, n), 6);
        assertTrue(card.columns().stream().allMatch(c -> c.informationValue() > 0.1), "both are predictive alone");
        assertEquals(List.of("a"), used(card));
        double[] woe = card.columns().getFirst().woe(book, Loans.rows(0, n));
        LogisticRegression alone = LogisticRegression.fit(new double[][] {woe}, bad, LogisticRegression.TINY_RIDGE);
        assertArrayEquals(alone.weights(), card.regression().weights());
        assertEquals(-1, alone.weights()[0], 1e-6, "of one column, WoE is the log odds themselves");
    }

    @Test
    void withoutAPredictiveColumnItSaysTheShareOfBad() throws NoticeException {
        boolean[] bad = new boolean[100];
        IntStream.range(0, 100).filter(i -> i % 4 == 0).forEach(i -> bad[i] = true);
        CreditBook book = Loans.book(bad, new CreditColumn.Numeric("x", new double[100]));
        WoeScorecard card = WoeScorecard.fit(book, Loans.rows(0, 100), 6);
        assertEquals(0, card.used().length);
        assertArrayEquals(new double[] {0.25, 0.25}, card.probability(book, new int[] {1, 4}), 1e-6);
    }
}
