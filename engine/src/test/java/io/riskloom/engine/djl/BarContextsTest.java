package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.feature.BarCode;
import io.riskloom.engine.feature.Ticks;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarContextsTest {
    private static final int WINDOW = 5;

    /** Calm windows, then wild ones, then calm ones: 40 of each; places and volumes grow by the day. */
    private static BarScale scale() {
        BarCode[] windows = new BarCode[120];
        Arrays.setAll(windows, i -> {
            double[] context = new double[BarCode.CONTEXT];
            context[BarCode.PLACE] = 4 + 0.001 * i;
            context[BarCode.TRADED] = 10 + 0.01 * i;
            context[BarCode.VOLATILITY] = i >= 40 && i < 80 ? -3 : -5;
            return new BarCode(new double[][] {{0, 1, 0.5, 0.4, 0}, {1, 3, 0.7, 0.6, 0.1}}, context);
        });
        return BarScale.fit(windows, windows[119].context(), new Ticks(2, 1));
    }

    @Test
    void aContextFollowsAsItDidAfterTheNearestWindows() {
        BarContexts contexts = new BarContexts(scale(), WINDOW, 0);
        SplittableRandom random = new SplittableRandom(1);
        double[] wild = scale().contexts()[60].clone();
        for (int i = 0; i < 50; i++) {
            double[] next = contexts.next(wild, 7, random);
            assertEquals(7, next[BarCode.PLACE]);
            assertEquals(-3, next[BarCode.VOLATILITY]);
            assertEquals(wild[BarCode.TRADED] + 0.01 * WINDOW, next[BarCode.TRADED], 1e-12);
        }
        double[] ends = scale().contexts()[78].clone();
        long calm = IntStream.range(0, 200)
                .filter(i -> contexts.next(ends, 7, random)[BarCode.VOLATILITY] == -5)
                .count();
        assertTrue(
                calm > 60 && calm < 200,
                calm + " of 200 calm: of the eight nearest windows some end within the wild days");
    }

    @Test
    void jitterIsInPartsOfTheSpreadAndSharesStayShares() {
        BarScale scale = scale();
        BarContexts contexts = new BarContexts(scale, WINDOW, 0.5);
        SplittableRandom random = new SplittableRandom(2);
        double[][] drawn =
                IntStream.range(0, 4000).mapToObj(i -> contexts.any(random)).toArray(double[][]::new);
        double mean = Arrays.stream(drawn)
                .mapToDouble(c -> c[BarCode.PLACE])
                .average()
                .orElseThrow();
        double variance = Arrays.stream(drawn)
                .mapToDouble(c -> Math.pow(c[BarCode.PLACE] - mean, 2))
                .average()
                .orElseThrow();
        double real = scale.scale()[BarCode.PLACE];
        assertEquals(1.25, variance / (real * real), 0.08);
        assertTrue(Arrays.stream(drawn).allMatch(c -> c[BarCode.QUIET] == 0), "what never varies is not shaken");
    }

    @Test
    void rowsAreStandardAndComeBack() {
        BarScale scale = scale();
        BarCode code =
                new BarCode(new double[][] {{0, 1, 0.5, 0.4, 0}, {1, 3, 0.7, 0.6, 0.1}}, scale.contexts()[30].clone());
        float[] row = scale.row(code);
        assertEquals(BarCode.CONTEXT + 2 * 5, row.length);
        assertEquals(2, row[BarCode.CONTEXT + 5], 1e-6, "a gap of 1 over its standard deviation of 1/2");
        BarCode back = scale.code(row, 0, 2, scale.context(row, 0));
        assertArrayEquals(code.context(), back.context(), 1e-6);
        for (int t = 0; t < 2; t++) {
            assertArrayEquals(code.moves()[t], back.moves()[t], 1e-6);
        }
        double[] beyond = code.context();
        beyond[BarCode.VOLATILITY] = 9;
        assertEquals(
                (-3 - scale.mean()[BarCode.VOLATILITY]) / scale.scale()[BarCode.VOLATILITY],
                scale.standard(beyond)[BarCode.VOLATILITY],
                1e-6);
    }
}
