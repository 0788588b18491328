package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of weights in memory shows nowhere but in the time. */
class ChannelsLastTest {
    private static final int WINDOW = 20;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static Network critic() {
        Network critic = new Network(TemporalGan.critic(WINDOW, 8, 3, 3, UnaryOperator.identity()), new Shape(WINDOW));
        ReferenceNetworksTest.fill(critic);
        return critic;
    }

    @Test
    void aFileHoldsTheSameBytesAndFillsEither(@TempDir Path folder) throws Exception {
        try (Network plain = critic();
                Network moved = critic().channelsLast()) {
            Path first = folder.resolve("plain.safetensors");
            Path second = folder.resolve("moved.safetensors");
            WeightsFile.write(first, plain.state());
            int before = Torch.liveArrays();
            WeightsFile.write(second, moved.state());
            assertEquals(before, Torch.liveArrays());
            assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
            step(moved, 0.5);
            WeightsFile.read(first, moved.state(), moved.manager());
            assertWeights(plain, moved, 0);
        }
    }

    /** The fused kernels walk through memory: weights that lay otherwise than the optimiser's state would go astray. */
    @Test
    void stepsMoveTheSameWeightsAlsoAfterTheyWereSet() {
        try (Network plain = critic();
                Network moved = critic().channelsLast();
                Optimiser plainSteps = new Adam(plain, 0.9, 0.1, true, new Optimiser.Limits(0, 0.1, 1));
                Optimiser movedSteps = new Adam(moved, 0.9, 0.1, true, new Optimiser.Limits(0, 0.1, 1))) {
            for (int step = 0; step < 10; step++) {
                descend(plain, plainSteps);
                descend(moved, movedSteps);
            }
            ReferenceNetworksTest.fill(plain);
            ReferenceNetworksTest.fill(moved);
            for (int step = 0; step < 10; step++) {
                descend(plain, plainSteps);
                descend(moved, movedSteps);
            }
            assertWeights(plain, moved, 1e-5f);
            plainSteps
                    .state()
                    .forEach((name, array) -> assertArrayEquals(
                            array.toFloatArray(), movedSteps.state().get(name).toFloatArray(), 1e-5f, name));
        }
    }

    private static void step(Network network, double rate) {
        try (Optimiser steps = new Sgd(network, 0, 0, Optimiser.Limits.NONE)) {
            steps.step(loss(network), rate);
        }
    }

    private static void descend(Network network, Optimiser steps) {
        steps.step(loss(network), 0.01);
    }

    private static NDArray loss(Network network) {
        NDManager manager = network.manager();
        NDArray windows = manager.create(ReferenceNetworksTest.numbers(999, 4 * WINDOW, 1, 0), new Shape(4, WINDOW));
        return Torch.recorded(
                () -> network.forward(windows, true).square().mean().add(WassersteinGan.penalty(network, windows)));
    }

    private static void assertWeights(Network wanted, Network found, float tolerance) {
        wanted.state().forEach((name, array) -> {
            float[] numbers = found.state().get(name).toFloatArray();
            if (tolerance == 0) {
                assertArrayEquals(array.toFloatArray(), numbers, name);
            } else {
                assertArrayEquals(array.toFloatArray(), numbers, tolerance, name);
            }
        });
    }
}
