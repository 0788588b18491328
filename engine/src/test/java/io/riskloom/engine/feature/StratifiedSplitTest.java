package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedSplitTest {

    private static final boolean[] BAD = labels(1000, 300);

    @Test
    void everyPartHasTheSameShareOfBad() {
        StratifiedSplit split = StratifiedSplit.of(BAD, 0.15, 0.3, 7);
        assertEquals(550, split.train().length);
        assertEquals(150, split.validation().length);
        assertEquals(300, split.test().length);
        assertEquals(165, bad(split.train()));
        assertEquals(45, bad(split.validation()));
        assertEquals(90, bad(split.test()));
    }

    @Test
    void everyRowIsInExactlyOnePart() {
        StratifiedSplit split = StratifiedSplit.of(BAD, 0.15, 0.3, 7);
        int[] all = IntStream.concat(
                        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation())),
                        Arrays.stream(split.test()))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 1000).toArray(), all);
    }

    @Test
    void theSeedFixesTheSplit() {
        assertArrayEquals(
                StratifiedSplit.of(BAD, 0, 0.3, 7).test(),
                StratifiedSplit.of(BAD, 0, 0.3, 7).test());
        assertFalse(Arrays.equals(
                StratifiedSplit.of(BAD, 0, 0.3, 7).test(),
                StratifiedSplit.of(BAD, 0, 0.3, 8).test()));
    }

    @Test
    void refusesSharesThatLeaveNothingToTrainOn() {
        assertThrows(IllegalArgumentException.class, () -> StratifiedSplit.of(BAD, 0.5, 0.5, 7));
    }

    private static int bad(int[] rows) {
        return (int) Arrays.stream(rows).filter(row -> BAD[row]).count();
    }

    private static boolean[] labels(int n, int bad) {
        boolean[] labels = new boolean[n];
        for (int i = 0; i < bad; i++) {
            labels[i * n / bad] = true;
        }
        return labels;
    }
}
