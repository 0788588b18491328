package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DependencesTest {

    private static Dependence dependence(FunctionScorer scorer, CreditBook book, int[] training, String column)
            throws NoticeException {
        int[] rows = IntStream.range(0, book.size()).toArray();
        return Dependences.of(scorer, book, training, rows, column, Effort.FULL, 1, () -> false);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Test
    void eachApplicantIsAskedWithEveryNumberThatTrainingHas() throws NoticeException {
        double[] b = {-2, -1, 0, 1, 2, 0.5};
        CreditBook book = Loans.book(new boolean[0], Loans.numbers("a", 3, 1, 1, 2, 9, 1.4), Loans.numbers("b", b));
        Dependence told = dependence(FunctionScorer.of(2, x -> x[0] * x[1]), book, new int[] {0, 1, 2, 3}, "a");
        assertTrue(told.numeric());
        assertEquals(List.of(), told.levels());
        assertArrayEquals(new double[] {1, 2, 3}, told.at(), "9 and 1.4 are not of training");
        for (int point = 0; point < 3; point++) {
            double at = told.at()[point];
            double[] alone = Arrays.stream(b).map(v -> sigmoid(at * v)).toArray();
            assertEquals(Arrays.stream(alone).average().orElseThrow(), told.mean()[point], 1e-12);
            assertEquals(Quantiles.of(alone, 0.1), told.low()[point], 1e-12);
            assertEquals(Quantiles.of(alone, 0.9), told.high()[point], 1e-12);
        }
        assertArrayEquals(new double[] {3 / 6.0, 1 / 6.0, 2 / 6.0}, told.share(), 1e-12, "9 is nearest to 3");
        assertTrue(Double.isNaN(told.missing()));
    }

    @Test
    void ofManyNumbersTwentyFiveAtEvenRanksAreAsked() throws NoticeException {
        int[] training = IntStream.range(0, 1001).toArray();
        double[] squares =
                Arrays.stream(training).mapToDouble(i -> (double) i * i).toArray();
        CreditBook book = Loans.book(new boolean[0], Loans.numbers("a", squares));
        FunctionScorer scorer = FunctionScorer.of(1, x -> x[0] / 1e6);
        Dependence told = dependence(scorer, book, training, "a");
        assertEquals(25, told.at().length);
        assertEquals(10 * 10, told.at()[0], "a hundredth lies below");
        assertEquals(990 * 990, told.at()[24]);
        assertEquals(250_000, told.at()[12]);
        assertEquals(1, Arrays.stream(told.share()).sum(), 1e-9);
        assertEquals(25 * 500, scorer.asked(), "500 applicants are drawn");
        assertEquals(sigmoid(0.25), told.mean()[12], 1e-7);
    }

    @Test
    void missingCellsAndSpecialCodesAreAskedToo() throws NoticeException {
        double[] a = IntStream.range(0, 100)
                .mapToDouble(i -> i < 10 ? Loans.NA : i < 20 ? -999 : i)
                .toArray();
        CreditBook book = Loans.book(new boolean[0], Loans.numbers("a", a));
        int[] training = IntStream.range(0, 100).toArray();
        CreditEncoder encoder = CreditEncoder.fit(book, training);
        assertEquals(List.of("a", "a = NA", "a = -999"), encoder.names());
        FunctionScorer scorer = new FunctionScorer(encoder, new float[3], x -> 2 * x[1] - x[2]);
        Dependence told = dependence(scorer, book, training, "a");
        assertEquals(-999, told.at()[0]);
        assertEquals(sigmoid(-1), told.mean()[0], 1e-7);
        assertEquals(0.1, told.share()[0], 1e-12);
        assertEquals(0.5, told.mean()[1], 1e-7);
        assertEquals(sigmoid(2), told.missing(), 1e-7);
        assertEquals(0.9, Arrays.stream(told.share()).sum(), 1e-9, "a tenth has no number");
    }

    @Test
    void levelsComeAsTheFileHasThemAndTheMissingLast() throws NoticeException {
        CreditBook book = Loans.book(
                new boolean[0],
                Loans.levels("home", List.of("own", "rent", "boat"), 0, 1, 1, -1, 2, 1),
                Loans.numbers("b", 0, 1, 2, 3, 4, 5));
        int[] training = {0, 1, 2, 3};
        CreditEncoder encoder = CreditEncoder.fit(book, training);
        assertEquals(4, encoder.width());
        FunctionScorer scorer = new FunctionScorer(encoder, new float[4], x -> x[0] - x[1] + 3 * x[2]);
        Dependence told = dependence(scorer, book, training, "home");
        assertFalse(told.numeric());
        assertEquals(List.of("own", "rent", ""), told.levels());
        assertArrayEquals(new double[] {0, 1, 2}, told.at());
        assertArrayEquals(new double[] {sigmoid(1), sigmoid(-1), sigmoid(3)}, told.mean(), 1e-7);
        assertArrayEquals(new double[] {1 / 6.0, 3 / 6.0, 1 / 6.0}, told.share(), 1e-12, "nobody trained on boats");
        assertTrue(Double.isNaN(told.missing()));
    }
}
