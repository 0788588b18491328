package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AveragedTest {
    private Network network;
    private NDArray weight;

    @BeforeEach
    void aNetworkOfTwoWeights() {
        Torch.enter(Torch.Load.SMALL);
        network =
                new Network(new Chain().add("head", Linear.builder().setUnits(1).build()), new Shape(2));
        weight = network.trainable().get("head.weight");
        weight.set(new float[] {1, 2});
    }

    @AfterEach
    void close() {
        network.close();
    }

    /** d is 2/11 after the first step and 3/12 after the second, both below the share. */
    @Test
    void theMeanFollowsByHandComputedShares() {
        Averaged averaged = new Averaged(network, 0.999);
        weight.set(new float[] {12, 2});
        averaged.follow();
        double first = 2.0 / 11 * 1 + 9.0 / 11 * 12;
        assertArrayEquals(new float[] {(float) first, 2}, means(averaged), 1e-5f);
        weight.set(new float[] {0, 6});
        averaged.follow();
        assertArrayEquals(new float[] {(float) (0.25 * first), 0.25f * 2 + 0.75f * 6}, means(averaged), 1e-5f);
        assertArrayEquals(new float[] {0, 6}, weight.toFloatArray());
    }

    @Test
    void theShareIsTheMostThatIsKept() {
        Averaged averaged = new Averaged(network, 0.5);
        averaged.resumeAt(1000);
        weight.set(new float[] {3, 4});
        averaged.follow();
        assertArrayEquals(new float[] {2, 3}, means(averaged), 1e-6f);
    }

    @Test
    void theMeansStandInTheNetworkOnlyWhileTheWorkLasts() {
        Averaged averaged = new Averaged(network, 0.5);
        averaged.resumeAt(1000);
        weight.set(new float[] {3, 4});
        averaged.follow();
        assertArrayEquals(new float[] {2, 3}, averaged.with(weight::toFloatArray), 1e-6f);
        assertArrayEquals(new float[] {3, 4}, weight.toFloatArray());
        assertArrayEquals(new float[] {2, 3}, means(averaged), 1e-6f);
    }

    @Test
    void withoutAShareTheWeightsThemselvesAreMeant() {
        Averaged averaged = new Averaged(network, 0);
        weight.set(new float[] {3, 4});
        averaged.follow();
        assertTrue(averaged.saved().isEmpty());
        assertArrayEquals(new float[] {3, 4}, means(averaged));
        assertEquals(network.state().keySet(), averaged.state().keySet());
    }

    private static float[] means(Averaged averaged) {
        return averaged.state().get("head.weight").toFloatArray();
    }
}
