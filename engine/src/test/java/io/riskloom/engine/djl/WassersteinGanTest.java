package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import com.google.gson.Gson;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WassersteinGanTest {

    private record Penalty(int window, double value, List<double[]> gradients) {}

    private record Fixture(List<Penalty> penalties) {}

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    /** A linear critic has the slope w everywhere: (‖w‖ − 1)² with ‖(3, 4)‖ = 5, and 2·(‖w‖ − 1)·w/‖w‖ as its gradient. */
    @Test
    void thePenaltyOfALinearCriticIsCountedByHand() {
        Chain chain = new Chain().add("head", Linear.builder().setUnits(1).build());
        try (Network critic = new Network(chain, new Shape(2));
                NDManager scratch = critic.manager().newSubManager()) {
            NDArray weight = critic.trainable().get("head.weight");
            weight.set(new float[] {3, 4});
            NDArray windows = scratch.create(new float[] {1, 2, -5, 0.5f, 0, 0}, new Shape(3, 2));
            double value = descend(critic, windows);
            assertEquals(16, value, 1e-5);
            assertArrayEquals(new float[] {4.8f, 6.4f}, gradient(weight, scratch), 1e-5f);
            assertArrayEquals(new float[] {0}, gradient(critic.trainable().get("head.bias"), scratch));
        }
    }

    @Test
    void aFlatCriticHasAPenaltyOfOneAndAFiniteGradient() {
        Chain chain = new Chain().add("head", Linear.builder().setUnits(1).build());
        try (Network critic = new Network(chain, new Shape(2));
                NDManager scratch = critic.manager().newSubManager()) {
            NDArray weight = critic.trainable().get("head.weight");
            weight.set(new float[] {0, 0});
            assertEquals(1, descend(critic, scratch.ones(new Shape(3, 2))), 1e-5);
            assertArrayEquals(new float[] {0, 0}, gradient(weight, scratch));
        }
    }

    @Test
    void thePenaltyOfTemporalConvolutionsAndItsGradientAreThoseOfPyTorch() throws IOException {
        for (Penalty wanted : fixture().penalties()) {
            int window = wanted.window();
            Chain chain = TemporalGan.critic(window, 8, 3, 3, UnaryOperator.identity());
            try (Network critic = new Network(chain, new Shape(window)).channelsLast();
                    NDManager scratch = critic.manager().newSubManager()) {
                ReferenceNetworksTest.fill(critic);
                float[] numbers = ReferenceNetworksTest.numbers(999, 4 * window, 1, 0);
                double value = descend(critic, scratch.create(numbers, new Shape(4, window)));
                assertEquals(wanted.value(), value, 1e-5);
                List<double[]> gradients = new ArrayList<>(wanted.gradients());
                critic.trainable().forEach((name, weight) -> {
                    double[] expected = gradients.removeFirst();
                    // the last bias moves no slope, and PyTorch gives it no gradient
                    float[] found = gradient(weight, scratch);
                    for (int i = 0; i < found.length; i++) {
                        assertEquals(expected.length == 0 ? 0 : expected[i], found[i], 1e-5, name + " " + i);
                    }
                });
                assertTrue(gradients.isEmpty());
            }
        }
    }

    private static double descend(Network critic, NDArray windows) {
        try (GradientCollector collector = Torch.engine().newGradientCollector()) {
            NDArray penalty = WassersteinGan.penalty(critic, windows);
            collector.backward(penalty);
            return penalty.getFloat();
        }
    }

    private static float[] gradient(NDArray weight, NDManager scratch) {
        NDArray gradient = weight.getGradient();
        gradient.attach(scratch);
        return gradient.toFloatArray();
    }

    private static Fixture fixture() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(WassersteinGanTest.class.getResourceAsStream("networks.json")),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(file, Fixture.class);
        }
    }

    @Test
    void aThousandStepsLeaveNoArrayBehindAndMoveTheGenerator() {
        GenerateSpec spec = spec(
                Map.of("window", 12, "channels", 4, "blocks", 2, "batch", 8, "learningRate", 0.01, "criticRate", 0.01));
        try (Generator generator = GanNetworks.generator(spec);
                Network critic = GanNetworks.judge(spec);
                Duel lessons = GanNetworks.lessons(
                        spec,
                        generator,
                        critic,
                        Duel.Lessons.plain(windows(64, 12, 3), 8),
                        Duel.Check.distance(drawn -> 0))) {
            float before = mean(generator.draw(256));
            assertEquals(4, lessons.steps(), "two batches of eight for the critic in each");
            assertEquals(16, lessons.rows(0));
            lessons.begin(1, 0);
            lessons.step(0, 1);
            lessons.breakOff();
            int alive = Torch.liveArrays();
            for (int epoch = 0; epoch < 125; epoch++) {
                lessons.begin(epoch, 0);
                for (int step = 0; step < lessons.steps(); step++) {
                    assertTrue(Double.isFinite(lessons.step(step, 1)));
                }
                if (epoch < 124) {
                    lessons.breakOff();
                }
            }
            Trainee.Figures figures = lessons.end(64, () -> false).orElseThrow();
            assertEquals(alive, Torch.liveArrays());
            assertTrue(figures.values().containsKey("criticGap"));
            // all real returns are 3
            assertTrue(Math.abs(mean(generator.draw(256)) - 3) < Math.abs(before - 3) / 2, figures.toString());
        }
    }

    @Test
    void aPathOfAnyLengthRollsOnFromTheSameNoise() {
        GenerateSpec spec = spec(Map.of("window", 12, "channels", 4, "blocks", 3, "kernel", 2));
        try (Generator generator = GanNetworks.generator(spec)) {
            assertFalse(spec.joins());
            float[][] once = generator.paths(new Generator.Wanted(0, 5, 40, 11));
            float[][] again = generator.paths(new Generator.Wanted(0, 5, 40, 11));
            assertEquals(5, once.length);
            for (int i = 0; i < 5; i++) {
                assertEquals(40, once[i].length);
                assertArrayEquals(once[i], again[i]);
            }
            assertFalse(Arrays.equals(once[0], once[1]));
            // blocks with kernel 2 and dilations 1, 2, 4 see 8 days
            assertEquals(8, TemporalGan.field(3, 2));
        }
    }

    private static GenerateSpec spec(Map<String, Object> settings) {
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, ""), "model", "tcn-gan");
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            spec = Specs.with(spec, setting.getKey(), setting.getValue());
        }
        return spec;
    }

    private static Samples windows(int rows, int window, double level) {
        Random random = new Random(1);
        float[] x = new float[rows * window];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (level + 0.1 * random.nextGaussian());
        }
        return new Samples(x, new Shape(window), new float[rows], 1);
    }

    private static float mean(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
