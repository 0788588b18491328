package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cross-entropy over several classes. */
class ClassLossTest {
    /** Their softmax is 1/8, 2/8, 5/8 and 1/4, 1/2, 1/4. */
    private static final float[] LOGITS = {0, (float) Math.log(2), (float) Math.log(5), 1, 1 + (float) Math.log(2), 1};

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static double loss(Supervised.Loss loss, float[] logits, float... target) {
        try (NDManager scratch = Torch.engine().newBaseManager()) {
            Shape shape = new Shape(target.length, logits.length / target.length);
            return loss.of(scratch.create(logits, shape), scratch.create(target, new Shape(target.length, 1)))
                    .getFloat();
        }
    }

    @Test
    void itIsTheMeanOfTheLogarithmsOfTheClassesThatCame() {
        Supervised.Loss plain = Losses.classes("none", 0.2, 0.3, 0.5);
        assertEquals((Math.log(8.0 / 5) + Math.log(4)) / 2, loss(plain, LOGITS, 2, 0), 1e-6);
        assertEquals((Math.log(8) + Math.log(2)) / 2, loss(plain, LOGITS, 0, 1), 1e-6);
        assertThrows(IllegalArgumentException.class, () -> Losses.classes("some", 0.5, 0.5));
    }

    /** Weights 1/(3·.2), 1/(3·.3) and 1/(3·.5): 5/3, 10/9 and 2/3. */
    @Test
    void balancedClassesCountTheSame() {
        Supervised.Loss balanced = Losses.classes("balanced", 0.2, 0.3, 0.5);
        double wanted = (2.0 / 3 * Math.log(8.0 / 5) + 5.0 / 3 * Math.log(4)) / 2;
        assertEquals(wanted, loss(balanced, LOGITS, 2, 0), 1e-6);
    }

    @Test
    void largeLogitsStayFinite() {
        assertEquals(1000, loss(Losses.classes("none", 0.5, 0.5), new float[] {1000, 0}, 1), 1e-3);
    }

    @Test
    void twoClassesCostWhatOneLogitCosts() {
        double one = loss(Losses::binary, new float[] {0.7f, -1.2f}, 1, 0);
        assertEquals(one, loss(Losses.classes("none", 0.5, 0.5), new float[] {0, 0.7f, 0, -1.2f}, 1, 0), 1e-6);
    }

    /** softmax(z) less one at the class that came, over the number of rows, as {@code torch.nn.functional.cross_entropy}. */
    @Test
    void itsGradientIsTheErrorOfTheProbabilities() {
        try (NDManager scratch = Torch.engine().newBaseManager()) {
            NDArray logits = scratch.create(LOGITS, new Shape(2, 3));
            logits.setRequiresGradient(true);
            NDArray target = scratch.create(new float[] {2, 0}, new Shape(2, 1));
            try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                collector.backward(Losses.classes("none", 0.2, 0.3, 0.5).of(logits, target));
            }
            NDArray gradient = logits.getGradient();
            gradient.attach(scratch);
            float[] wanted = {0.125f / 2, 0.25f / 2, -0.375f / 2, -0.75f / 2, 0.5f / 2, 0.25f / 2};
            assertArrayEquals(wanted, gradient.toFloatArray(), 1e-6f);
        }
    }

    /** Points around three corners of a triangle, the third of them rare. */
    @Test
    void aHeadOfThreeClassesLearnsThreeHeaps() {
        Random random = new Random(2);
        Samples training = heaps(random, 600);
        Samples fresh = heaps(random, 300);
        Supervised.Goal goal = new Supervised.Goal(Losses.classes("balanced", 0.45, 0.45, 0.1), Optional.empty());
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, ""), "learningRate", 0.02);
        try (Network network = new Network(Mlp.ofWindow(16, 1, 0, 3), new Shape(2));
                Supervised lessons = Supervised.of(spec, network, training, fresh, goal, 50)) {
            double first = epoch(lessons, 0);
            double last = first;
            for (int epoch = 1; epoch < 10; epoch++) {
                last = epoch(lessons, epoch);
            }
            assertTrue(last < first / 3, first + " to " + last);
            float[] logits = network.predict(fresh.x(), fresh.shape());
            int right = 0;
            for (int i = 0; i < fresh.rows(); i++) {
                int best = 0;
                for (int c = 1; c < 3; c++) {
                    best = logits[3 * i + c] > logits[3 * i + best] ? c : best;
                }
                right += best == fresh.y()[i] ? 1 : 0;
            }
            assertTrue(right >= 285, right + " of 300");
        }
    }

    private static double epoch(Supervised lessons, int epoch) {
        lessons.begin(epoch, 0);
        for (int step = 0; step < lessons.steps(); step++) {
            lessons.step(step, 1);
        }
        return lessons.end(600, () -> false).orElseThrow().validLoss();
    }

    private static Samples heaps(Random random, int rows) {
        float[] x = new float[2 * rows];
        float[] y = new float[rows];
        for (int i = 0; i < rows; i++) {
            double lot = random.nextDouble();
            int heap = lot < 0.45 ? 0 : lot < 0.9 ? 1 : 2;
            y[i] = heap;
            x[2 * i] = (float) (2 * Math.cos(heap * 2 * Math.PI / 3) + 0.6 * random.nextGaussian());
            x[2 * i + 1] = (float) (2 * Math.sin(heap * 2 * Math.PI / 3) + 0.6 * random.nextGaussian());
        }
        return new Samples(x, new Shape(2), y, 1);
    }
}
