package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final CreditBook BOOK = Loans.book(
            new boolean[0],
            Loans.numbers("a", 1, 2.5, Loans.NA),
            Loans.numbers("b", 4, 1, 0),
            Loans.numbers("c", -2, 0, 3));

    private static Explainer explainer(FunctionScorer scorer) {
        return new Explainer(scorer, Effort.FULL, () -> false);
    }

    @Test
    void reasonsAreOrderedAndSumToTheDistanceFromTheBase() throws NoticeException {
        FunctionScorer scorer = FunctionScorer.of(3, x -> 1 + 2 * x[0] - x[1] * x[1] + x[2] * x[0]);
        List<Explanation> told = explainer(scorer).gradients(BOOK, new int[] {1, 0});
        assertEquals(2, told.size());
        Explanation first = told.getFirst();
        assertEquals(1, first.row());
        assertEquals("gradients", first.method());
        assertEquals(1, first.base());
        assertEquals(5, first.logOdds());
        assertEquals(1 / (1 + Math.exp(-5)), first.probability(), 1e-12);
        assertEquals(List.of("a", "b", "c"), names(first));
        assertEquals("2.5", first.reasons().getFirst().value());
        assertEquals(5, first.reasons().getFirst().contribution(), 1e-4);
        assertEquals(-1, first.reasons().get(1).contribution(), 1e-4);
        for (Explanation explanation : told) {
            double sum = explanation.reasons().stream()
                    .mapToDouble(Explanation.Reason::contribution)
                    .sum();
            assertEquals(explanation.logOdds() - explanation.base() - sum, explanation.gap(), 1e-12);
            assertEquals(0, explanation.gap(), 1e-3, "the path integral is complete");
            assertEquals(0, explanation.error());
        }
    }

    private static List<String> names(Explanation explanation) {
        return explanation.reasons().stream().map(Explanation.Reason::column).toList();
    }

    @Test
    void aKinkLeavesAGapThatIsTold() throws NoticeException {
        FunctionScorer scorer = FunctionScorer.of(3, x -> x[1] > 1.01 ? 5 : 0);
        Explanation told = new Explainer(scorer, new Effort(1, 1, 8, 1, 1, 1), () -> false)
                .gradients(BOOK, new int[] {0})
                .getFirst();
        double sum = told.reasons().stream()
                .mapToDouble(Explanation.Reason::contribution)
                .sum();
        assertEquals(5 - sum, told.gap(), 1e-12);
        assertTrue(Math.abs(told.gap()) > 1, "eight points miss the jump");
    }

    @Test
    void shapleyValuesStartFromTheBackgroundsMean() throws NoticeException {
        FunctionScorer scorer = FunctionScorer.of(3, FunctionScorer.linear(1, 2, 3));
        float[][] background = {{0, 0, 0}, {2, 0, 2}};
        Explanation told =
                explainer(scorer).shapley(BOOK, new int[] {0}, background, 1).getFirst();
        assertEquals("exact", told.method());
        assertEquals(4, told.base(), 1e-12);
        assertEquals(3, told.logOdds(), 1e-12);
        assertEquals(List.of("c", "b", "a"), names(told));
        assertArrayEquals(
                new double[] {-9, 8, 0},
                told.reasons().stream()
                        .mapToDouble(Explanation.Reason::contribution)
                        .toArray(),
                1e-12);
        assertEquals(0, told.gap(), 1e-12);
        Explanation sampled = new Explainer(scorer, new Effort(4, 2, 8, 1, 1, 1), () -> false)
                .shapley(BOOK, new int[] {0}, background, 1)
                .getFirst();
        assertEquals("sampled", sampled.method());
        assertEquals(0, sampled.gap(), 1e-9);
    }

    @Test
    void whatIsTypicalIsTheMedianOrTheCommonestLevel() throws NoticeException {
        CreditBook book = Loans.book(
                new boolean[0],
                Loans.numbers(
                        "age", IntStream.rangeClosed(1, 101).asDoubleStream().toArray()),
                Loans.levels(
                        "home",
                        List.of("own", "rent", "free"),
                        IntStream.range(0, 101)
                                .map(i -> i % 4 == 3 ? 0 : i % 4 == 2 ? 2 : 1)
                                .toArray()),
                Loans.numbers(
                        "late",
                        IntStream.range(0, 101)
                                .mapToDouble(i -> i < 70 ? Loans.NA : i)
                                .toArray()));
        CreditEncoder encoder = CreditEncoder.fit(book, IntStream.range(0, 101).toArray());
        float[] average = new float[encoder.width()];
        for (float[] row : encoder.encode(book)) {
            for (int i = 0; i < average.length; i++) {
                average[i] += row[i] / 101;
            }
        }
        FunctionScorer scorer = new FunctionScorer(encoder, average, x -> 3 * x[0] + 2 * x[1] + x[5]);
        Explanation told = explainer(scorer).gradients(book, new int[] {0}).getFirst();
        assertEquals(List.of("age", "home", "late"), names(told));
        assertEquals("51", told.reasons().get(0).typical());
        assertEquals("rent", told.reasons().get(1).typical());
        assertEquals("", told.reasons().get(2).typical(), "most are missing");
        assertEquals("1", told.reasons().get(0).value());
        assertEquals("", told.reasons().get(2).value());
    }

    @Test
    void aColumnThatTheFileLacksCountsAsMissing() throws NoticeException {
        FunctionScorer scorer = FunctionScorer.of(4, FunctionScorer.linear(1, 1, 1, 1));
        Explanation told = explainer(scorer).gradients(BOOK, new int[] {0}).getFirst();
        Explanation.Reason absent = told.reasons().getLast();
        assertEquals("d", absent.column());
        assertEquals("", absent.value());
        assertEquals(0, absent.contribution(), 1e-12);
    }

    @Test
    void theBackgroundIsDrawnBySeed() throws NoticeException {
        FunctionScorer scorer = FunctionScorer.of(1, FunctionScorer.linear(1));
        CreditBook book = Loans.book(
                new boolean[0],
                Loans.numbers("a", IntStream.range(0, 500).asDoubleStream().toArray()));
        int[] training = IntStream.range(100, 500).toArray();
        float[][] background = explainer(scorer).background(book, training, 5);
        assertEquals(64, background.length);
        assertArrayEquals(background, explainer(scorer).background(book, training, 5));
        for (float[] row : background) {
            assertTrue(row[0] >= 100, "training rows only");
        }
        assertEquals(3, explainer(scorer).background(book, new int[] {1, 2, 3}, 5).length);
    }
}
