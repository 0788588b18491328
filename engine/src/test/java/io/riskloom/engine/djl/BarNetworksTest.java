package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.Gson;
import io.riskloom.engine.feature.BarCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generator of bars and its critic against PyTorch's with equal weights, see {@code bars.py} beside the stored answers. */
class BarNetworksTest {
    private static final int ROWS = 3;

    private record Case(
            int moves,
            boolean making,
            double[] rows,
            double[] seen,
            double[] answers,
            double[] generatorNorms,
            double penalty,
            double[] penaltyNorms) {}

    private record Fixture(List<Case> cases) {}

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(1);
    }

    @Test
    void rowsTheCriticsViewAndItsPenaltyAreThoseOfPyTorch() throws IOException {
        List<Case> cases = fixture().cases();
        assertEquals(3, cases.size());
        cases.forEach(BarNetworksTest::assertAsPyTorch);
    }

    private static void assertAsPyTorch(Case wanted) {
        BarShape shape = new BarShape(6, wanted.moves(), BarCode.CONTEXT, 2.5, 0.9);
        BarGenerator.Size size = new BarGenerator.Size(shape, 10, 4, 3);
        try (BarSampler sampler = BarSampler.of(size, wanted.making());
                Network critic = critic(shape);
                NDManager scratch = critic.manager().newSubManager()) {
            ReferenceNetworksTest.fill(sampler.network());
            int width = (wanted.making() ? ContextMaker.SOURCES : shape.contexts()) + size.noise();
            NDArray x = scratch.create(ReferenceNetworksTest.numbers(999, ROWS * width, 4, 0), new Shape(ROWS, width));
            NDArray view;
            try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                NDArray rows = sampler.rows(x, true);
                view = shape.seen(rows);
                NDArray answers = critic.forward(view, true);
                assertNear(wanted.rows(), rows);
                assertNear(wanted.seen(), view);
                assertNear(wanted.answers(), answers);
                collector.backward(answers.mean());
            }
            assertNorms(wanted.generatorNorms(), sampler.network());
            assertPenalty(wanted, shape, scratch.create(view.toFloatArray(), view.getShape()));
        }
    }

    private static Network critic(BarShape shape) {
        Network critic = new Network(new BarCritic(shape, 12, UnaryOperator.identity()), new Shape(shape.view()));
        ReferenceNetworksTest.fill(critic);
        return critic;
    }

    private static void assertPenalty(Case wanted, BarShape shape, NDArray view) {
        try (Network critic = critic(shape);
                GradientCollector collector = Torch.engine().newGradientCollector()) {
            NDArray penalty = WassersteinGan.penalty(critic, view);
            assertEquals(wanted.penalty(), penalty.getFloat(), 1e-5);
            collector.backward(penalty);
            assertNorms(wanted.penaltyNorms(), critic);
        }
    }

    private static void assertNear(double[] wanted, NDArray found) {
        float[] numbers = found.toFloatArray();
        double[] plain = new double[numbers.length];
        Arrays.setAll(plain, i -> numbers[i]);
        assertArrayEquals(wanted, plain, 1e-5);
    }

    private static void assertNorms(double[] wanted, Network network) {
        List<Double> found = norms(network);
        assertEquals(wanted.length, found.size());
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], found.get(i), 1e-5 + 1e-3 * wanted[i], "weight " + i);
        }
    }

    private static List<Double> norms(Network network) {
        List<Double> norms = new ArrayList<>();
        network.trainable().values().forEach(weight -> {
            try (NDArray gradient = weight.getGradient();
                    NDArray squares = gradient.square();
                    NDArray sum = squares.sum()) {
                norms.add(Math.sqrt(sum.getFloat()));
            }
        });
        return norms;
    }

    private static Fixture fixture() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(BarNetworksTest.class.getResourceAsStream("bars.json")),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(file, Fixture.class);
        }
    }
}
