package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgesTest {

    @Test
    void copiesOfTheTrainingDataHaveNoDistanceAndFreshPathsAboutThatOfReality() {
        Random random = new Random(6);
        double[] training = gaussian(random, 1500);
        double[][] copies = {Arrays.copyOfRange(training, 100, 400), Arrays.copyOfRange(training, 700, 1000)};
        assertEquals(0, NearestReal.ratio(training, copies), 1e-12);
        double[][] fresh = {gaussian(random, 300), gaussian(random, 300)};
        assertEquals(1, NearestReal.ratio(training, fresh), 0.05);
    }

    private static double[] gaussian(Random random, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 0.01 * random.nextGaussian();
        }
        return x;
    }

    @Test
    void factsNameTheRealValueWithinItsOwnBandMostly() {
        double[] real = gaussian(new Random(3), 1000);
        double[][] other = {gaussian(new Random(4), 1000)};
        var facts = Facts.of(real, other, other, 5);
        assertEquals("volatility", facts.getFirst().name());
        assertEquals(0.01 * Math.sqrt(252), facts.getFirst().real(), 0.01);
        long inside = facts.stream()
                .filter(f -> f.real() >= f.low() && f.real() <= f.high())
                .count();
        assertTrue(inside >= 9, inside + " of " + facts.size());
    }

    @Test
    void lossesEqualTheirFormulas() {
        Torch.enter(Torch.Load.SMALL);
        try (NDManager manager = Torch.engine().newBaseManager()) {
            Shape shape = new Shape(3, 1);
            var huber = Losses.huber(
                    manager.create(new float[] {0.5f, -3, 1}, shape), manager.create(new float[] {0, 0, 1}, shape));
            assertEquals((0.125 + 2.5 + 0) / 3, huber.getFloat(), 1e-6);
            var logits = manager.create(new float[] {0, 2, -1}, shape);
            var labels = manager.create(new float[] {1, 0, 1}, shape);
            double a = Math.log(2);
            double b = -Math.log(1 - Losses.sigmoid(2));
            double c = -Math.log(Losses.sigmoid(-1));
            assertEquals((a + b + c) / 3, Losses.binary(logits, labels).getFloat(), 1e-6);
            assertEquals(
                    (3 * a + 2 * b + 3 * c) / 3,
                    Losses.weighted(logits, labels, 3, 2).getFloat(),
                    1e-5);
        }
    }

    @Test
    void theSelfCheckPassesEveryItem() {
        for (SelfCheck.Item item : SelfCheck.run()) {
            assertTrue(item.passed(), item.toString());
        }
        assertEquals(7, SelfCheck.run().size());
    }
}
