package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.feature.CreditEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapleyTest {

    private static final int MANY = 1 << 17;

    private static Shapley.Values values(
            ToDoubleFunction<float[]> function, float[] applicant, float[][] background, int answers, long seed) {
        FunctionScorer scorer = FunctionScorer.of(applicant.length, function);
        Batches batches = new Batches(scorer, () -> false);
        return Shapley.of(batches, Inputs.of(scorer.encoder()), applicant, background, answers, seed);
    }

    private static float[][] applicants(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] applicants = new float[rows][columns];
        for (float[] applicant : applicants) {
            for (int c = 0; c < columns; c++) {
                applicant[c] = (float) random.nextGaussian();
            }
        }
        return applicants;
    }

    private static double crooked(float[] x) {
        double sum = Math.tanh(x[0] * x[1] + x[2]) + Math.abs(x[2] - x[3]) + (x[0] > 0 && x[3] > 0 ? 1 : 0);
        for (int i = 4; i < x.length; i++) {
            sum += Math.sin(x[i] * x[i - 1] - x[i - 2]);
        }
        return sum;
    }

    @Test
    void aLinearModelHasTheClosedForm() {
        double[] weights = {2, -1, 0.5, 0, 3, 1, -2, 0.1};
        float[] applicant = applicants(1, 8, 1)[0];
        float[][] background = applicants(20, 8, 2);
        double[] expected = IntStream.range(0, 8)
                .mapToDouble(c -> weights[c]
                        * (applicant[c]
                                - Arrays.stream(background)
                                        .mapToDouble(b -> b[c])
                                        .average()
                                        .orElseThrow()))
                .toArray();
        Shapley.Values exact = values(FunctionScorer.linear(weights), applicant, background, MANY, 1);
        assertTrue(exact.exact());
        assertArrayEquals(expected, exact.values(), 1e-6);
        Shapley.Values sampled = values(FunctionScorer.linear(weights), applicant, background, 100, 1);
        assertFalse(sampled.exact());
        assertArrayEquals(expected, sampled.values(), 1e-6, "every order gives the same, so that any sample is exact");
        assertEquals(0, sampled.error(), 1e-6);
    }

    @Test
    void exactValuesAreTheMeanGainOverAllOrders() {
        float[] applicant = applicants(1, 4, 3)[0];
        float[][] background = applicants(7, 4, 4);
        double[] expected = new double[4];
        List<int[]> orders = orders(4);
        for (int[] order : orders) {
            boolean[] in = new boolean[4];
            for (int column : order) {
                double before = worth(applicant, background, in);
                in[column] = true;
                expected[column] += (worth(applicant, background, in) - before) / orders.size();
            }
        }
        Shapley.Values values = values(ShapleyTest::crooked, applicant, background, MANY, 5);
        assertEquals(24, orders.size());
        assertEquals(worth(applicant, background, new boolean[4]), values.base(), 1e-12);
        assertArrayEquals(expected, values.values(), 1e-12);
    }

    private static double worth(float[] applicant, float[][] background, boolean[] in) {
        return Arrays.stream(background)
                .mapToDouble(other -> {
                    float[] mixed = new float[applicant.length];
                    for (int c = 0; c < mixed.length; c++) {
                        mixed[c] = in[c] ? applicant[c] : other[c];
                    }
                    return crooked(mixed);
                })
                .average()
                .orElseThrow();
    }

    private static List<int[]> orders(int n) {
        if (n == 0) {
            return List.of(new int[0]);
        }
        List<int[]> all = new ArrayList<>();
        for (int[] shorter : orders(n - 1)) {
            for (int at = 0; at < n; at++) {
                int place = at;
                all.add(IntStream.range(0, n)
                        .map(i -> i < place ? shorter[i] : i == place ? n - 1 : shorter[i - 1])
                        .toArray());
            }
        }
        return all;
    }

    @Test
    void sampledValuesLieWithinFourStandardErrorsOfTheExactOnes() {
        float[] applicant = applicants(1, 10, 6)[0];
        float[][] background = applicants(8, 10, 7);
        double[] exact =
                values(ShapleyTest::crooked, applicant, background, MANY, 0).values();
        for (long seed = 0; seed < 20; seed++) {
            Shapley.Values sampled = values(ShapleyTest::crooked, applicant, background, 8000, seed);
            assertFalse(sampled.exact());
            assertTrue(sampled.error() > 0 && sampled.error() < 0.1, "error " + sampled.error());
            assertArrayEquals(exact, sampled.values(), 4 * sampled.error());
        }
    }

    @Test
    void theStandardErrorIsTheSpreadOverSeeds() {
        float[] applicant = applicants(1, 6, 8)[0];
        float[][] background = applicants(4, 6, 9);
        double[] exact =
                values(ShapleyTest::crooked, applicant, background, MANY, 0).values();
        double[] squares = new double[6];
        double told = 0;
        for (long seed = 0; seed < 300; seed++) {
            Shapley.Values sampled = values(ShapleyTest::crooked, applicant, background, 240, seed);
            told += sampled.error() * sampled.error() / 300;
            for (int c = 0; c < 6; c++) {
                squares[c] += Math.pow(sampled.values()[c] - exact[c], 2) / 300;
            }
        }
        double worst = Arrays.stream(squares).max().orElseThrow();
        assertEquals(1, Math.sqrt(worst / told), 0.2, "spread of the least certain column over the error told");
    }

    @Test
    void anOrderAndItsReverseAreExactWhereNoThreeColumnsInteract() {
        ToDoubleFunction<float[]> pairs = x -> Math.tanh(x[0] * x[1]) + Math.abs(x[2] - x[3]) + x[4] * x[5] * x[5];
        float[] applicant = applicants(1, 6, 12)[0];
        float[][] background = applicants(4, 6, 13);
        Shapley.Values sampled = values(pairs, applicant, background, 200, 1);
        assertFalse(sampled.exact());
        assertArrayEquals(values(pairs, applicant, background, MANY, 0).values(), sampled.values(), 1e-12);
        assertEquals(0, sampled.error(), 1e-12);
    }

    @Test
    void valuesSumToTheDifferenceFromTheBackground() {
        for (long seed = 0; seed < 10; seed++) {
            float[] applicant = applicants(1, 7, seed)[0];
            float[][] background = applicants(5, 7, 100 + seed);
            for (int answers : new int[] {MANY, 200}) {
                Shapley.Values values = values(ShapleyTest::crooked, applicant, background, answers, seed);
                assertEquals(
                        crooked(applicant) - values.base(),
                        Arrays.stream(values.values()).sum(),
                        1e-9);
            }
        }
    }

    @Test
    void columnsThatPlayTheSamePartGetTheSame() {
        ToDoubleFunction<float[]> symmetric = x -> Math.sin(x[0] + x[1]) * x[2] + x[0] * x[1];
        float[] applicant = {0.7f, 0.7f, 2};
        float[][] background = {{0.1f, 0.1f, 0}, {-1, -1, 1}, {0.4f, 0.4f, -2}};
        double[] values = values(symmetric, applicant, background, MANY, 1).values();
        assertEquals(values[0], values[1], 1e-12);
        assertTrue(Math.abs(values[0]) > 0.1);
    }

    @Test
    void aColumnThatTheModelDoesNotReadGetsNothing() {
        float[] applicant = applicants(1, 5, 10)[0];
        float[][] background = applicants(6, 5, 11);
        for (int answers : new int[] {MANY, 150}) {
            double[] values = values(x -> x[0] * x[1] - x[3], applicant, background, answers, 2)
                    .values();
            assertEquals(0, values[2], 1e-12);
            assertEquals(0, values[4], 1e-12);
        }
    }

    @Test
    void columnsInWhichNobodyDiffersAreNoPlayers() {
        float[] applicant = new float[40];
        float[][] background = new float[3][40];
        background[1][7] = 2;
        background[2][9] = 1;
        Shapley.Values values = values(x -> x[7] * 3 + x[9] * x[8] + x[9], applicant, background, 12, 3);
        assertTrue(values.exact(), "two columns make four coalitions of three applicants each");
        assertEquals(-2, values.values()[7], 1e-12);
        assertEquals(-1.0 / 3, values.values()[9], 1e-12);
    }

    @Test
    void theInputsOfAColumnPlayTogether() {
        CreditEncoder encoder = new CreditEncoder(List.of(
                CreditEncoder.Field.number("a", 0, 1), CreditEncoder.Field.category("home", List.of("own", "rent"))));
        FunctionScorer scorer = new FunctionScorer(encoder, new float[3], x -> x[0] + 2 * x[1] - x[2] + x[0] * x[1]);
        Shapley.Values values = Shapley.of(
                new Batches(scorer, () -> false),
                Inputs.of(encoder),
                new float[] {1, 1, 0},
                new float[][] {{0, 0, 1}},
                MANY,
                1);
        assertArrayEquals(new double[] {1.5, 3.5}, values.values(), 1e-12);
    }
}
