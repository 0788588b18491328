package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Specs;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinballTest {
    private static final double[] LEVELS = {0.5, 0.05, 0.25, 0.75, 0.95};

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    @Test
    void aSpecificationAsksForOneNumberAStepOrForAllQuantiles() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "");
        assertEquals(1, spec.levels());
        assertEquals(LEVELS.length, Specs.with(spec, "loss", "pinball").levels());
    }

    /** y = 2 over the quantiles 0, −3, 1, 2, 5: .5·2, .05·5, .25·1, 0 and .05·3, a fifth of their sum 1.65. */
    @Test
    void theLossOfOneAnswerIsCountedByHand() {
        assertEquals(0.33, loss(new float[] {0, -3, 1, 2, 5}, new float[] {2}, 1), 1e-6);
    }

    @Test
    void theLossIsTheMeanOverLevelsStepsAndRows() {
        Random random = new Random(4);
        int rows = 7;
        int steps = 3;
        float[] quantiles = new float[rows * LEVELS.length * steps];
        float[] targets = new float[rows * steps];
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < rows; i++) {
            for (int level = 0; level < LEVELS.length; level++) {
                for (int s = 0; s < steps; s++) {
                    int at = (i * LEVELS.length + level) * steps + s;
                    quantiles[at] = (float) random.nextGaussian();
                    double e = (double) targets[i * steps + s] - quantiles[at];
                    sum += Math.max(LEVELS[level] * e, (LEVELS[level] - 1) * e);
                }
            }
        }
        assertEquals(sum / quantiles.length, loss(quantiles, targets, steps), 1e-6);
    }

    private static double loss(float[] quantiles, float[] targets, int steps) {
        try (NDManager scratch = Torch.engine().newBaseManager()) {
            int rows = targets.length / steps;
            NDArray q = scratch.create(quantiles, new Shape(rows, (long) LEVELS.length * steps));
            return Losses.named("pinball")
                    .of(q, scratch.create(targets, new Shape(rows, steps)))
                    .getFloat();
        }
    }

    /**
     * Quantiles −2, −1, 0, 1, 2, given out of order; nine returns of size 1 … 9 lie 0 … 8 beyond the inner ends and −1 … 7
     * beyond the outer ones, of which ranks 5 and 9 are taken.
     */
    @Test
    void marginsAreTheConformalRanksBeyondTheQuantiles() {
        double[][] actual = new double[9][1];
        double[][][] quantiles = new double[5][9][1];
        double[] crossed = {1, 0, -2, 2, -1};
        for (int i = 0; i < 9; i++) {
            actual[i][0] = (i % 2 == 0 ? 1 : -1) * (9 - i);
            for (int level = 0; level < 5; level++) {
                quantiles[level][i][0] = crossed[level];
            }
        }
        ConformalQuantiles margins = ConformalQuantiles.fit(actual, quantiles);
        assertArrayEquals(new double[] {4}, margins.margin50());
        assertArrayEquals(new double[] {7}, margins.margin90());
        ReturnForecast bands = margins.around(quantiles);
        assertEquals(0, bands.point()[0][0]);
        assertEquals(-5, bands.low50()[0][0]);
        assertEquals(5, bands.high50()[8][0]);
        assertEquals(-9, bands.low90()[3][0]);
        assertEquals(9, bands.high90()[3][0]);
        // bands that are too wide shrink, but never past the median or a narrower band
        ReturnForecast narrow = new ConformalQuantiles(new double[] {-5}, new double[] {-1.5}).around(quantiles);
        assertEquals(0, narrow.low50()[0][0]);
        assertEquals(0, narrow.high50()[0][0]);
        assertEquals(-0.5, narrow.low90()[0][0]);
        assertEquals(0.5, narrow.high90()[0][0]);
    }

    /** Returns whose spread grows with the input: bands must cover as promised and grow with it. */
    @Test
    void learntBandsCoverNewReturnsAndFollowTheirSpread() {
        Random random = new Random(9);
        Samples training = spreading(random, 2000);
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, ""), "learningRate", 0.01);
        Supervised.Goal goal = new Supervised.Goal(Losses.named("pinball"), Measure.named("mae"));
        try (Network network = new Network(Mlp.ofWindow(16, 1, 0, LEVELS.length), new Shape(1, 1));
                Supervised lessons = Supervised.of(spec, network, training, spreading(random, 100), goal, 64)) {
            Pinball.start(network.trainable().get("head.bias"));
            for (int epoch = 0; epoch < 12; epoch++) {
                lessons.begin(epoch, 0);
                for (int step = 0; step < lessons.steps(); step++) {
                    lessons.step(step, 1);
                }
                Trainee.Figures figures = lessons.end(2000, () -> false).orElseThrow();
                // the median of nothing but noise is zero: its error is the mean of its size
                assertEquals(0.8, figures.values().get("validMae"), 0.3);
            }
            Samples held = spreading(random, 1000);
            Samples fresh = spreading(random, 2000);
            ConformalQuantiles margins = ConformalQuantiles.fit(column(held.y()), answers(network, held));
            ReturnForecast bands = margins.around(answers(network, fresh));
            int in90 = 0;
            int in50 = 0;
            double calm = 0;
            double wild = 0;
            for (int i = 0; i < fresh.rows(); i++) {
                double y = fresh.y()[i];
                in90 += y >= bands.low90()[i][0] && y <= bands.high90()[i][0] ? 1 : 0;
                in50 += y >= bands.low50()[i][0] && y <= bands.high50()[i][0] ? 1 : 0;
                double width = bands.high90()[i][0] - bands.low90()[i][0];
                calm = Math.max(calm, fresh.x()[i] < 0.1 ? width : 0);
                wild = Math.max(wild, fresh.x()[i] > 0.9 ? width : 0);
            }
            assertEquals(0.9, in90 / 2000.0, 0.025);
            assertEquals(0.5, in50 / 2000.0, 0.04);
            // 2·1.64·(.2 + 1.6·.05) and 2·1.64·(.2 + 1.6·.95) in the middle of both ends
            assertEquals(0.92, calm, 0.4);
            assertEquals(5.6, wild, 0.8);
        }
    }

    private static Samples spreading(Random random, int rows) {
        float[] x = new float[rows];
        float[] y = new float[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextFloat();
            y[i] = (float) ((0.2 + 1.6 * x[i]) * random.nextGaussian());
        }
        return new Samples(x, new Shape(1, 1), y, 1);
    }

    private static double[][] column(float[] values) {
        double[][] column = new double[values.length][1];
        for (int i = 0; i < values.length; i++) {
            column[i][0] = values[i];
        }
        return column;
    }

    private static double[][][] answers(Network network, Samples samples) {
        float[] flat = network.predict(samples.x(), samples.shape());
        double[][][] quantiles = new double[LEVELS.length][samples.rows()][1];
        for (int i = 0; i < flat.length; i++) {
            quantiles[i % LEVELS.length][i / LEVELS.length][0] = flat[i];
        }
        return quantiles;
    }

    @Test
    void aModelKeepsItsMarginsAndAnOlderOneItsHalfWidths() {
        Scaler scaler = new Scaler(new double[] {0}, new double[] {1});
        ForecastModel bare = ForecastModel.uncalibrated(5, 1, List.of("return"), scaler, scaler, 3);
        double[][] actual = {{1}, {-2}, {3}};
        double[][][] quantiles = new double[5][3][1];
        for (int level = 0; level < 5; level++) {
            for (double[] row : quantiles[level]) {
                row[0] = level - 2;
            }
        }
        double[] sigma = {1, 1, 1};
        ForecastModel model = bare.calibrated(actual, quantiles, sigma);
        assertNull(model.bands());
        ForecastModel again = Json.gson().fromJson(Json.gson().toJson(model), ForecastModel.class);
        assertArrayEquals(new double[] {1}, again.margins().margin90());
        assertArrayEquals(new double[] {-3}, again.around(quantiles, sigma).low90()[0]);
        String older = """
                {"window": 5, "horizon": 1, "features": ["return"], "inputs": {"mean": [0], "scale": [1]},
                 "targets": {"mean": [0], "scale": [1]}, "bands": {"half50": [1.5], "half90": [2.5]}, "bestEpoch": 3}
                """;
        ReturnForecast bands = Json.gson()
                .fromJson(older, ForecastModel.class)
                .around(Arrays.copyOf(quantiles, 1), new double[] {2, 2, 2});
        assertArrayEquals(new double[] {-2}, bands.point()[0]);
        assertArrayEquals(new double[] {-7}, bands.low90()[0]);
        assertArrayEquals(new double[] {1}, bands.high50()[2]);
    }
}
