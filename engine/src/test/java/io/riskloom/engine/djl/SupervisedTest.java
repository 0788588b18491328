package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupervisedTest {
    private static final int ROWS = 18;
    private static final int REAL = 8;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    /** Eight numbers that matter and then zeros. */
    private static Samples samples(int width) {
        Random random = new Random(7);
        float[] x = new float[ROWS * width];
        float[] y = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < REAL; j++) {
                x[i * width + j] = (float) random.nextGaussian();
                y[i] += j * x[i * width + j];
            }
        }
        return new Samples(x, new Shape(width), y, 1);
    }

    private static float[] learnt(int width) {
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, ""), "learningRate", 0.1);
        Chain chain = new Chain().add("head", Linear.builder().setUnits(1).build());
        Samples held = samples(width).part(0, 2);
        Supervised.Goal goal = new Supervised.Goal(Losses.named("mse"), Optional.empty());
        try (Network network = new Network(chain, new Shape(width))) {
            Weights.zero(chain.part("head"));
            try (Supervised lessons = Supervised.of(spec, network, samples(width), held, goal, 4)) {
                for (int epoch = 0; epoch < 3; epoch++) {
                    lessons.begin(epoch, 0);
                    assertEquals(5, lessons.steps());
                    for (int step = 0; step < lessons.steps(); step++) {
                        lessons.step(step, 1);
                    }
                    assertTrue(lessons.end(ROWS, () -> false).orElseThrow().trainLoss() > 0);
                }
            }
            return Arrays.copyOf(network.trainable().get("head.weight").toFloatArray(), REAL);
        }
    }

    /** A million numbers a row are gathered step by step, eight are put in order at once. */
    @Test
    void largeDataAreLearntInTheSameOrderAsSmall() {
        float[] small = learnt(REAL);
        assertTrue(small[REAL - 1] > 0.5, Arrays.toString(small));
        assertArrayEquals(small, learnt(1 << 20), 1e-4f);
    }
}
