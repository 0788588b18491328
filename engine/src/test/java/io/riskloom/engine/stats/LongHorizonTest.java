package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongHorizonTest {

    private static final LongHorizon.Model MEAN = (input, horizon) -> {
        double[] steps = new double[horizon];
        Arrays.fill(steps, Arrays.stream(input).average().orElseThrow());
        return steps;
    };

    /** Against {@code forecasts.py}: sliding windows over the standardised table, as the benchmark's loader cuts them. */
    @Test
    void repeatingTheLastValueGivesTheReferencesErrors() throws IOException {
        JsonObject reference = ForecastsReference.read();
        double[][] columns = reference.getAsJsonArray("columns").asList().stream()
                .map(ForecastsReference::numbers)
                .toArray(double[][]::new);
        for (JsonElement one : reference.getAsJsonArray("repeatLast")) {
            compare(one.getAsJsonObject(), columns, LongHorizon.REPEAT_LAST);
        }
        for (JsonElement one : reference.getAsJsonArray("mean")) {
            compare(one.getAsJsonObject(), columns, MEAN);
        }
    }

    private static void compare(JsonObject expected, double[][] columns, LongHorizon.Model model) {
        LongHorizon found = LongHorizon.of(
                columns,
                expected.get("input").getAsInt(),
                expected.get("horizon").getAsInt(),
                model);
        assertEquals(expected.get("windows").getAsInt(), found.windows());
        assertEquals(expected.get("mse").getAsDouble(), found.mse(), 1e-10);
        assertEquals(expected.get("mae").getAsDouble(), found.mae(), 1e-10);
    }

    /** Ten rows: 7 train (mean 3, variance 4), 2 test; one window of horizon 2 after the 7. */
    @Test
    void smallCaseByHand() {
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 9, 13};
        LongHorizon found = LongHorizon.of(new double[][] {x}, 2, 2, LongHorizon.REPEAT_LAST);
        assertEquals(1, found.windows());
        assertEquals((1 + 3) / 2.0, found.mae(), 1e-12, "7 → 9 and 13, in deviations of 2: 1 and 3");
        assertEquals((1 + 9) / 2.0, found.mse(), 1e-12);
        double[] still = new double[10];
        assertEquals(
                2.5,
                LongHorizon.of(new double[][] {x, still}, 2, 2, LongHorizon.REPEAT_LAST)
                        .mse(),
                1e-12,
                "a column that stands still adds nothing");
    }

    /** On a random walk with steps of variance v the error after s steps is s·v: its mean over H steps is v(H + 1)/2. */
    @Test
    void onRandomWalksTheErrorGrowsWithTheHorizon() {
        SplittableRandom random = new SplittableRandom(12);
        for (int horizon : new int[] {1, 24, 96}) {
            double ratio = 0;
            int columns = 200;
            for (int c = 0; c < columns; c++) {
                double[] x = new double[1500];
                for (int t = 1; t < x.length; t++) {
                    x[t] = x[t - 1] + random.nextGaussian();
                }
                double variance = Moments.squares(Arrays.copyOf(x, 1050)) / 1050;
                double mse = LongHorizon.of(new double[][] {x}, 96, horizon, LongHorizon.REPEAT_LAST)
                        .mse();
                ratio += mse * variance / ((horizon + 1) / 2.0) / columns;
            }
            assertEquals(1, ratio, horizon == 1 ? 0.02 : 0.1, "horizon " + horizon);
        }
    }

    @Test
    void theUsualTableHasItsWindows() {
        double[][] columns = new double[1][7588];
        int[] windows = {1422, 1326, 1182, 798};
        int[] horizons = {96, 192, 336, 720};
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    windows[i],
                    LongHorizon.of(columns, 96, horizons[i], LongHorizon.REPEAT_LAST)
                            .windows());
        }
    }

    @Test
    void tooFewRowsAreRefused() {
        double[][] columns = new double[2][100];
        assertThrows(IllegalArgumentException.class, () -> LongHorizon.of(columns, 5, 21, LongHorizon.REPEAT_LAST));
        assertThrows(IllegalArgumentException.class, () -> LongHorizon.of(columns, 81, 5, LongHorizon.REPEAT_LAST));
        double[][] uneven = {new double[100], new double[99]};
        assertThrows(IllegalArgumentException.class, () -> LongHorizon.of(uneven, 5, 5, LongHorizon.REPEAT_LAST));
    }
}
