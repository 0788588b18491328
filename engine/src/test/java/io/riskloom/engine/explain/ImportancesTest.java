package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportancesTest {

    private static final int ROWS = 400;
    private static final double[] WEIGHTS = {0.5, -2, 0, 1};
    private static final double[][] VALUES = normal();

    private static double[][] normal() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = new double[4][ROWS];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> random.nextGaussian());
        }
        return columns;
    }

    private static CreditBook book() {
        boolean[] bad = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            bad[i] = VALUES[0][i] * 0.5 - 2 * VALUES[1][i] + VALUES[3][i] > 1;
        }
        return Loans.book(
                bad,
                Loans.numbers("a", VALUES[0]),
                Loans.numbers("b", VALUES[1]),
                Loans.numbers("c", VALUES[2]),
                Loans.numbers("d", VALUES[3]));
    }

    private static Importance importance(FunctionScorer scorer, long seed) throws NoticeException {
        int[] rows = IntStream.range(0, ROWS).toArray();
        return Importances.of(scorer, book(), rows, Effort.FULL, seed, () -> false);
    }

    @Test
    void columnsAreOrderedByTheirMeanContribution() throws NoticeException {
        Importance told = importance(FunctionScorer.of(4, FunctionScorer.linear(WEIGHTS)), 1);
        assertEquals(ROWS, told.applicants());
        assertEquals(
                "b d a c",
                String.join(
                        " ",
                        told.columns().stream().map(Importance.Column::name).toList()));
        double expected =
                Arrays.stream(VALUES[1]).map(v -> 2 * Math.abs(v)).average().orElseThrow();
        assertEquals(expected, told.columns().getFirst().meanAbsolute(), 1e-5);
    }

    @Test
    void shufflingAColumnCostsAucWhereTheModelReadsIt() throws NoticeException {
        Importance told = importance(FunctionScorer.of(4, FunctionScorer.linear(WEIGHTS)), 1);
        double[] drops =
                told.columns().stream().mapToDouble(Importance.Column::aucDrop).toArray();
        assertTrue(drops[0] > 0.3 && drops[0] < 0.5, "b was nearly all, its drop is " + drops[0]);
        assertTrue(drops[0] > drops[1] && drops[1] > drops[2] && drops[2] > 0, Arrays.toString(drops));
        assertEquals(0, drops[3]);
        assertEquals(0, told.columns().getLast().aucSd());
        assertTrue(told.columns().getFirst().aucSd() > 0
                && told.columns().getFirst().aucSd() < 0.05);
    }

    @Test
    void aSeedRepeatsTheDeals() throws NoticeException {
        FunctionScorer scorer = FunctionScorer.of(4, FunctionScorer.linear(WEIGHTS));
        assertEquals(importance(scorer, 4).columns(), importance(scorer, 4).columns());
        assertTrue(!importance(scorer, 4).columns().equals(importance(scorer, 5).columns()));
    }

    @Test
    void deletingTheStrongestReasonsMovesMoreThanDeletingAny() throws NoticeException {
        Importance.Deletion told = importance(FunctionScorer.of(4, FunctionScorer.linear(WEIGHTS)), 1)
                .deletion();
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, told.columns());
        assertEquals(0, told.guided()[0]);
        assertEquals(0, told.random()[0]);
        double all = IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.abs(0.5 * VALUES[0][i] - 2 * VALUES[1][i] + VALUES[3][i]))
                .average()
                .orElseThrow();
        assertEquals(all, told.guided()[4], 0.15, "all replaced is the average applicant; half of the rows are drawn");
        assertEquals(told.guided()[4], told.random()[4], 1e-5);
        assertEquals(told.guided()[3], told.guided()[4], 1e-5, "the column that is not read comes last");
        for (int k = 1; k < 4; k++) {
            assertTrue(told.guided()[k] > told.random()[k], "after " + k);
        }
        double gain = Arrays.stream(told.guided()).average().orElseThrow()
                - Arrays.stream(told.random()).average().orElseThrow();
        assertEquals(gain / told.guided()[4], told.area(), 1e-12);
        assertTrue(told.area() > 0.1);
    }

    @Test
    void reasonsThatAreNoneDoNotBeatChance() {
        FunctionScorer scorer = FunctionScorer.of(4, FunctionScorer.linear(WEIGHTS));
        float[][] inputs = new float[ROWS][4];
        double[][] upsideDown = new double[ROWS][4];
        for (int i = 0; i < ROWS; i++) {
            for (int c = 0; c < 4; c++) {
                inputs[i][c] = (float) VALUES[c][i];
                upsideDown[i][c] = 1 / (0.01 + Math.abs(WEIGHTS[c] * VALUES[c][i]));
            }
        }
        Importance.Deletion told = Deletions.of(
                new Batches(scorer, () -> false),
                Inputs.of(scorer.encoder()),
                inputs,
                upsideDown,
                new SplittableRandom(1));
        assertTrue(told.area() < -0.1, "the weakest first move least: " + told.area());
    }

    /** The first 300 of 600 do not move at all, the others by 1: of those drawn about half. */
    @Test
    void deletionsAskApplicantsFromAllOfTheRows() {
        FunctionScorer scorer = FunctionScorer.of(1, FunctionScorer.linear(1));
        float[][] inputs = new float[600][1];
        IntStream.range(300, 600).forEach(i -> inputs[i][0] = 1);
        Importance.Deletion told = Deletions.of(
                new Batches(scorer, () -> false),
                Inputs.of(scorer.encoder()),
                inputs,
                new double[600][1],
                new SplittableRandom(1));
        assertEquals(0.5, told.guided()[1], 0.1);
    }

    @Test
    void someOfManyAreDrawnInTheSameBalance() {
        boolean[] bad = new boolean[1000];
        Arrays.fill(bad, 0, 100, true);
        int[] rows = IntStream.range(0, 1000).toArray();
        int[] some = Draws.some(rows, bad, 50, new SplittableRandom(1));
        assertEquals(50, some.length);
        assertEquals(5, Arrays.stream(some).filter(row -> bad[row]).count());
        assertEquals(50, Arrays.stream(some).distinct().count());
        boolean[] one = new boolean[1000];
        one[17] = true;
        assertTrue(Arrays.stream(Draws.some(rows, one, 10, new SplittableRandom(2)))
                .anyMatch(row -> row == 17));
    }
}
