package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.judge.Banded;
import io.riskloom.engine.judge.Bands;
import io.riskloom.engine.judge.Outlook;
import io.riskloom.engine.judge.ToySeries;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Specs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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

    /** Returns whose spread grows with the input: bands must cover as promised and grow with it. */
    @Test
    void learntBandsCoverNewReturnsAndFollowTheirSpread() {
        Random random = new Random(9);
        Samples training = spreading(random, 2000);
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, ""), "learningRate", 0.01);
        Supervised.Goal goal = new Supervised.Goal(Losses.named("pinball"), Measure.named("mae"));
        try (Network network = new Network(Mlp.ofWindow(16, 1, 0, LEVELS.length), new Shape(1, 1));
                Supervised lessons = Supervised.of(spec, network, training, spreading(random, 100), goal, 64)) {
            Pinball.start(network.trainable().get("head.bias"), new double[] {1});
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
            Outlook calibrated = outlook(network, held);
            Bands fitted = Bands.fit("split", calibrated, new Span(0, held.rows() - 1));
            int[] origins = IntStream.range(0, fresh.rows()).toArray();
            Banded bands = fitted.around(outlook(network, fresh), origins);
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

    /** The network before a series in which each sample is a day, followed by its return. */
    private static Outlook outlook(Network network, Samples samples) {
        double[] returns = new double[samples.rows()];
        Arrays.setAll(returns, i -> samples.y()[i]);
        double[][][] answers = answers(network, samples);
        return ToySeries.nextDay(ToySeries.of(returns), origins -> answers);
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
    void aModelKeepsItsBandsAndOlderOnesTheirWidths() {
        Scaler scaler = new Scaler(new double[] {0}, new double[] {1});
        double[][][] quantiles = new double[5][3][1];
        for (int level = 0; level < 5; level++) {
            for (double[] row : quantiles[level]) {
                row[0] = level - 2;
            }
        }
        Outlook outlook = ToySeries.nextDay(ToySeries.of(1, -2, 3), origins -> quantiles);
        Bands fitted = Bands.fit("split", outlook, new Span(0, 2));
        ForecastModel model =
                new ForecastModel(5, 1, List.of("return"), new SeriesScale(scaler, scaler), 3, fitted, Map.of());
        ForecastModel again = Json.gson().fromJson(Json.gson().toJson(model), ForecastModel.class);
        int[] origins = {0, 1, 2};
        // the third of the scores −1, 0 and 1 beyond the quantiles −2 and 2
        assertEquals(-3, again.intervals().around(outlook, origins).low90()[0][0], 1e-12);
        String older = """
                {"window": 5, "horizon": 1, "features": ["return"], "inputs": {"mean": [0], "scale": [1]},
                 "targets": {"mean": [0], "scale": [1]}, "bestEpoch": 3, "bands": {"half50": [1.5], "half90": [2.5]}}
                """;
        Outlook zero = ToySeries.nextDay(ToySeries.of(2, -2, 2), days -> new double[1][3][1]);
        Banded bands =
                Json.gson().fromJson(older, ForecastModel.class).intervals().around(zero, origins);
        assertEquals(-5, bands.low90()[1][0], 1e-12);
        assertEquals(3, bands.high50()[2][0], 1e-12);
        String pinball = older.replace("bands", "margins").replace("half", "margin");
        Banded wide =
                Json.gson().fromJson(pinball, ForecastModel.class).intervals().around(outlook, origins);
        assertEquals(-4.5, wide.low90()[0][0], 1e-12);
        assertEquals(2.5, wide.high50()[2][0], 1e-12);
    }
}
