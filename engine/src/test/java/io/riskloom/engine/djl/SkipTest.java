package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The linear forecast beside a network. */
class SkipTest {
    private static final int ROWS = 200;
    private static final int DAYS = 5;
    private static final int FEATURES = 3;
    private static final int STEPS = 2;
    private static final Random ROUNDING = new Random(9);

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static ForecastSpec spec(String model, String loss) {
        return Specs.with(
                Specs.defaults(ForecastSpec.class, ""),
                Map.of("model", model, "loss", loss, "skip", "yes", "window", DAYS, "horizon", STEPS, "units", 4));
    }

    private static Samples samples(boolean dependent) {
        Random random = new Random(5);
        float[] x = new float[ROWS * DAYS * FEATURES];
        float[] y = new float[ROWS * STEPS];
        for (int i = 0; i < x.length; i++) {
            boolean third = i % FEATURES == 2;
            x[i] = third && dependent ? 2 * x[i - 1] : (float) random.nextGaussian();
        }
        for (int i = 0; i < ROWS; i++) {
            int last = (i + 1) * DAYS * FEATURES - FEATURES;
            y[i * STEPS] = (float) (0.5 + 2 * x[last] - x[last + 1] + 0.1 * random.nextGaussian());
            y[i * STEPS + 1] = (float) (3 * x[last + 2] + 0.5 * random.nextGaussian());
        }
        return new Samples(x, new Shape(DAYS, FEATURES), y, STEPS);
    }

    /** Gauss's normal equations by elimination: slopes, then the constant. */
    private static double[] normalEquations(Samples samples, int step) {
        int n = FEATURES + 1;
        double[][] a = new double[n][n + 1];
        for (int i = 0; i < ROWS; i++) {
            double[] row = new double[n];
            for (int f = 0; f < FEATURES; f++) {
                row[f] = samples.x()[(i + 1) * DAYS * FEATURES - FEATURES + f];
            }
            row[FEATURES] = 1;
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    a[j][k] += row[j] * row[k];
                }
                a[j][n] += row[j] * samples.y()[i * STEPS + step];
            }
        }
        for (int p = 0; p < n; p++) {
            for (int j = 0; j < n; j++) {
                double factor = j == p ? 0 : a[j][p] / a[p][p];
                for (int k = p; k <= n; k++) {
                    a[j][k] -= factor * a[p][k];
                }
            }
        }
        double[] solution = new double[n];
        for (int p = 0; p < n; p++) {
            solution[p] = a[p][n] / a[p][p];
        }
        return solution;
    }

    @Test
    void theStartIsTheLeastSquaresSolution() {
        Samples samples = samples(false);
        for (String model : new String[] {"lstm", "gru", "rnn", "tcn", "mlp"}) {
            ForecastSpec spec = spec(model, "huber");
            try (Network network = ForecastNetwork.of(spec, samples.shape())) {
                ForecastNetwork.start(spec, network, samples);
                float[] weight = network.trainable().get("skip.weight").toFloatArray();
                float[] bias = network.trainable().get("skip.bias").toFloatArray();
                float[] answers = network.predict(samples.x(), samples.shape());
                for (int s = 0; s < STEPS; s++) {
                    double[] expected = normalEquations(samples, s);
                    for (int f = 0; f < FEATURES; f++) {
                        assertEquals(expected[f], weight[s * FEATURES + f], 1e-5);
                    }
                    assertEquals(expected[FEATURES], bias[s], 1e-5);
                    double by = expected[FEATURES];
                    for (int f = 0; f < FEATURES; f++) {
                        by += expected[f] * samples.x()[DAYS * FEATURES - FEATURES + f];
                    }
                    assertEquals(by, answers[s], 1e-5, model);
                }
            }
        }
    }

    @Test
    void quantilesStartAroundTheLinearForecastAsWideAsItsErrors() {
        Samples samples = samples(false);
        ForecastSpec spec = spec("lstm", "pinball");
        try (Network network = ForecastNetwork.of(spec, samples.shape())) {
            ForecastNetwork.start(spec, network, samples);
            float[] answers = network.predict(samples.x(), samples.shape());
            double[] deviations =
                    LinearFit.of(lastDays(samples), rows(samples.y(), STEPS)).deviations();
            // median, then 5, 25, 75 and 95 %, all steps of a level together
            assertEquals(0.1, deviations[0], 0.02);
            assertEquals(0.5, deviations[1], 0.05);
            for (int s = 0; s < STEPS; s++) {
                assertEquals(-1.644854 * deviations[s], answers[STEPS + s] - answers[s], 1e-5);
                assertEquals(0.67449 * deviations[s], answers[3 * STEPS + s] - answers[s], 1e-5);
            }
        }
    }

    private static double[][] lastDays(Samples samples) {
        double[][] days = new double[ROWS][FEATURES];
        for (int i = 0; i < ROWS; i++) {
            for (int f = 0; f < FEATURES; f++) {
                days[i][f] = samples.x()[(i + 1) * DAYS * FEATURES - FEATURES + f];
            }
        }
        return days;
    }

    private static double[][] rows(float[] values, int width) {
        double[][] rows = new double[values.length / width][width];
        for (int i = 0; i < values.length; i++) {
            rows[i / width][i % width] = values[i];
        }
        return rows;
    }

    @Test
    void columnsThatDependOnEachOtherShareTheirSlope() {
        Samples samples = samples(true);
        double[][] x = lastDays(samples);
        double[][] y = rows(samples.y(), STEPS);
        LinearFit fit = LinearFit.of(x, y);
        // the ridge takes the shortest of all solutions: slopes 1 and 2 of a column and its double
        assertEquals(6, fit.slopes()[1][1] + 2 * fit.slopes()[1][2], 0.2);
        assertEquals(2 * fit.slopes()[1][1], fit.slopes()[1][2], 1e-3);
        assertTrue(fit.deviations()[1] < 0.6);
        // two columns that are one but for the rounding of floats, whose own slope would be a hundred thousand
        for (double[] row : x) {
            row[2] = (float) (row[1] * (1 + 1e-7 * ROUNDING.nextGaussian()));
        }
        LinearFit rounded = LinearFit.of(x, y);
        assertEquals(rounded.slopes()[1][1], rounded.slopes()[1][2], 0.5);
        assertEquals(6, rounded.slopes()[1][1] + rounded.slopes()[1][2], 0.2);
        LinearFit one = LinearFit.of(new double[][] {{1, 2}}, new double[][] {{3}});
        assertArrayEquals(new double[] {0}, one.deviations(), 1e-6);
    }
}
