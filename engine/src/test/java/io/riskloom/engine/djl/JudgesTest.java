package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class JudgesTest {

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
