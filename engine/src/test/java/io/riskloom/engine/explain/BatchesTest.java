package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void manyRowsAreAskedInCallsOfAFewThousand() {
        FunctionScorer scorer = FunctionScorer.of(2, FunctionScorer.linear(1, 10));
        double[] answers = new Batches(scorer, () -> false).logOdds(10_000, (i, row) -> {
            row[0] = i;
            row[1] = 1;
        });
        assertArrayEquals(IntStream.range(0, 10_000).mapToDouble(i -> i + 10).toArray(), answers);
        assertEquals(10_000, scorer.asked());
        assertEquals(4096, scorer.largest());
    }

    @Test
    void noRowsAreNoQuestion() {
        FunctionScorer scorer = FunctionScorer.of(2, FunctionScorer.linear(1, 10));
        assertEquals(0, new Batches(scorer, () -> false).logOdds(new float[0][]).length);
        assertEquals(0, new Batches(scorer, () -> false).gradients(new float[0][], 4).length);
        assertEquals(0, scorer.asked());
    }

    @Test
    void aQuestionEndsBeforeTheNextCallOnceNobodyWaits() {
        FunctionScorer scorer = FunctionScorer.of(1, FunctionScorer.linear(1));
        AtomicInteger looks = new AtomicInteger();
        Batches batches = new Batches(scorer, () -> looks.incrementAndGet() > 2);
        assertThrows(CancellationException.class, () -> batches.logOdds(20_000, (i, row) -> row[0] = i));
        assertEquals(8192, scorer.asked());
        assertThrows(CancellationException.class, () -> batches.gradients(new float[][] {{1}}, 8));
    }

    @Test
    void gradientsOfManyRowsAreThoseOfEach() {
        FunctionScorer scorer = FunctionScorer.of(2, x -> x[0] * x[1]);
        float[][] inputs = new float[700][2];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new float[] {i % 7, i % 11};
        }
        double[][] all = new Batches(scorer, () -> false).gradients(inputs, 64);
        for (int i = 0; i < inputs.length; i++) {
            assertArrayEquals(scorer.integratedGradients(new float[][] {inputs[i]}, new float[2], 64)[0], all[i]);
        }
    }
}
