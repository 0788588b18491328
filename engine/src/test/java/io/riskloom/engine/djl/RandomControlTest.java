package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RandomControlTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    /** A forecaster starts at zero, and nothing could be attributed to its inputs. */
    @Test
    void alsoHeadsThatARecipeZeroesAreDrawn() {
        ForecastSpec spec = Specs.with(
                Specs.defaults(ForecastSpec.class, "toy.csv"), Map.of("model", "gru", "units", 8, "skip", "no"));
        Shape window = new Shape(10, 3);
        float[] input = new float[30];
        Arrays.fill(input, 0.5f);
        try (Network network = ForecastNetwork.of(spec, window)) {
            assertEquals(0, network.predict(input, window)[0]);
            RandomControl.redraw(network, 7);
            float drawn = network.predict(input, window)[0];
            assertTrue(Math.abs(drawn) > 1e-3, "answers " + drawn);
            RandomControl.redraw(network, 8);
            assertTrue(Math.abs(network.predict(input, window)[0] - drawn) > 1e-4);
            RandomControl.redraw(network, 7);
            assertEquals(drawn, network.predict(input, window)[0]);
        }
    }

    @Test
    void residualBranchesTakePart() {
        try (Network network = new Network(ResNet.RESNET18.of(1), new Shape(1, 16, 16))) {
            NDArray scale = network.state().get("stage2.block1.main.norm2.gamma");
            assertEquals(0, scale.sum().getFloat());
            RandomControl.redraw(network, 7);
            assertEquals(128, scale.sum().getFloat());
            assertTrue(Float.isFinite(network.predict(new float[256], new Shape(1, 16, 16))[0]));
        }
    }

    @Test
    void aDrawIsKeptUntilAnotherIsAskedForAndComesBackTheSame() throws Exception {
        Shape window = new Shape(10, 3);
        try (ToySubject subject = new ToySubject(new Network(Mlp.ofWindow(8, 1, 0, 1), window), new float[30]);
                RandomFlows random = new RandomFlows(subject)) {
            subject.another(() -> new Network(Mlp.ofWindow(8, 1, 0, 1), window));
            Flow first = random.of(0);
            assertSame(first, random.of(0));
            float[] weights = weights(first);
            assertFalse(Arrays.equals(weights, weights(random.of(1))));
            Flow again = random.of(0);
            assertNotSame(first, again);
            assertArrayEquals(weights, weights(again));
        }
    }

    private static float[] weights(Flow flow) {
        return flow.networks().getFirst().state().get("dense1.weight").toFloatArray();
    }
}
