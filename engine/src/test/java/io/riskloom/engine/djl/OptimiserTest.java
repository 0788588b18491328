package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import com.google.gson.Gson;
import io.riskloom.engine.djl.Optimiser.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beside PyTorch's own optimisers, whose results {@code optimisers.py} has written down. */
class OptimiserTest {
    private static final int INPUTS = 4;
    private static final Fixture FIXTURE = fixture();

    private record Descent(double l1, double l2, double clip, List<Double> norms, double[] weights) {
        Limits limits() {
            return new Limits(l1, l2, clip);
        }
    }

    private record OneCycle(double warmup, double[] rates) {}

    private record Plateau(int patience, List<Double> scores, double[] rates) {}

    private record Fixture(
            double[] start,
            List<Descent> adamw,
            List<Descent> adam,
            List<Descent> sgd,
            List<Descent> rmsprop,
            OneCycle oneCycle,
            Plateau plateau) {}

    private static Fixture fixture() {
        try (Reader in = new InputStreamReader(
                OptimiserTest.class.getResourceAsStream("optimisers.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, Fixture.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    @Test
    void hundredStepsOfAdamWEqualPyTorchs() {
        for (Descent descent : FIXTURE.adamw()) {
            assertEqualsPyTorch(descent, (n, limits) -> new Adam(n, 0.9, 0.1, true, limits));
        }
    }

    @Test
    void hundredStepsOfAdamWithDecayInTheGradientEqualPyTorchs() {
        assertEqualsPyTorch(FIXTURE.adam().getFirst(), (n, limits) -> new Adam(n, 0.5, 0.05, false, limits));
    }

    @Test
    void hundredStepsOfGradientDescentEqualPyTorchs() {
        assertEqualsPyTorch(FIXTURE.sgd().get(0), (n, limits) -> new Sgd(n, 0.9, 0.05, limits));
        assertEqualsPyTorch(FIXTURE.sgd().get(1), (n, limits) -> new Sgd(n, 0, 0, limits));
    }

    @Test
    void hundredStepsOfRmspropEqualPyTorchs() {
        assertEqualsPyTorch(FIXTURE.rmsprop().get(0), (n, limits) -> new Rmsprop(n, 0));
        assertEqualsPyTorch(FIXTURE.rmsprop().get(1), (n, limits) -> new Rmsprop(n, 0.9));
    }

    private static void assertEqualsPyTorch(Descent descent, BiFunction<Network, Limits, Optimiser> make) {
        try (Network network = network();
                Optimiser optimiser = make.apply(network, descent.limits())) {
            for (int step = 0; step < descent.norms().size(); step++) {
                double norm = step(network, optimiser, step);
                assertEquals(descent.norms().get(step), norm, 1e-6 * Math.max(1, norm), "norm of step " + step);
            }
            assertArrayEquals(descent.weights(), weights(network), 1e-6);
        }
    }

    @Test
    void aStateThatWasCarriedOverGoesOnBitForBit() {
        BiFunction<Network, Limits, Optimiser> adam = (n, limits) -> new Adam(n, 0.9, 0.1, true, limits);
        BiFunction<Network, Limits, Optimiser> sgd = (n, limits) -> new Sgd(n, 0.9, 0.1, limits);
        BiFunction<Network, Limits, Optimiser> rmsprop = (n, limits) -> new Rmsprop(n, 0.9);
        for (BiFunction<Network, Limits, Optimiser> make : List.of(adam, sgd, rmsprop)) {
            try (Network whole = network();
                    Optimiser first = make.apply(whole, Limits.NONE);
                    Network second = network();
                    Optimiser next = make.apply(second, Limits.NONE)) {
                for (int step = 0; step < 7; step++) {
                    step(whole, first, step);
                }
                whole.state()
                        .forEach((name, array) -> Weights.set(second.state().get(name), array));
                first.state().forEach((name, array) -> Weights.set(next.state().get(name), array));
                next.resumeAt(7);
                for (int step = 7; step < 20; step++) {
                    step(whole, first, step);
                    step(second, next, step);
                }
                assertArrayEquals(weights(whole), weights(second));
            }
        }
    }

    @Test
    void gradientsThatAreNotFiniteChangeNothing() {
        try (Network network = network();
                Adam adam = new Adam(network, 0.9, 0.1, true, new Limits(0, 0, 1));
                NDManager scratch = network.manager().newSubManager()) {
            NDArray x = scratch.create(new float[] {Float.NaN, 0, 0, 0}, new Shape(1, INPUTS));
            double norm =
                    adam.step(Torch.recorded(() -> network.forward(x, true).sum()), 0.1);
            assertFalse(Double.isFinite(norm));
            assertArrayEquals(FIXTURE.start(), weights(network));
            assertEquals(0, adam.steps());
            adam.state()
                    .forEach((name, array) -> assertEquals(0, array.abs().sum().getFloat(), name));
        }
    }

    @Test
    void onlyTheOptimisersOwnNetworkMoves() {
        try (Network own = network();
                Network other = network();
                Optimiser optimiser = new Sgd(own, 0, 0, Limits.NONE);
                NDManager scratch = own.manager().newSubManager()) {
            NDArray x = scratch.ones(new Shape(1, INPUTS));
            NDArray loss = Torch.recorded(
                    () -> own.forward(x, true).mul(other.forward(x, true)).sum());
            optimiser.step(loss, 0.1);
            assertArrayEquals(FIXTURE.start(), weights(other));
            // both layers answer 0.625, so that every gradient of the first is 0.625
            double[] moved = FIXTURE.start().clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] -= 0.0625;
            }
            assertArrayEquals(moved, weights(own), 1e-7);
        }
    }

    @Test
    void thousandStepsLeaveNoArrayBehind() {
        try (Network network = network();
                Optimiser adam = new Adam(network, 0.9, 0.1, true, new Limits(0.1, 0.1, 1))) {
            step(network, adam, 0);
            int before = Torch.liveArrays();
            for (int step = 1; step < 1000; step++) {
                step(network, adam, step % 100);
            }
            assertEquals(before, Torch.liveArrays());
        }
    }

    @Test
    void oneCycleAndPlateauFollowPyTorchs() {
        OneCycle cycle = FIXTURE.oneCycle();
        Schedule schedule = new Schedule(Schedule.Kind.ONE_CYCLE, cycle.warmup(), 1);
        for (int step = 0; step < cycle.rates().length; step++) {
            assertEquals(
                    cycle.rates()[step], schedule.factor(step, cycle.rates().length, List.of()), 1e-9, "step " + step);
        }
        Plateau plateau = FIXTURE.plateau();
        Schedule halving = new Schedule(Schedule.Kind.PLATEAU, 0, plateau.patience());
        for (int epoch = 0; epoch < plateau.rates().length; epoch++) {
            List<Double> scores = plateau.scores().subList(0, epoch);
            assertEquals(plateau.rates()[epoch], halving.factor(epoch, 100, scores), 1e-12, "epoch " + epoch);
        }
        assertEquals(0.25, plateau.rates()[plateau.rates().length - 1]);
    }

    /** The archive carries the text that it was compiled from. */
    @Test
    void theCompiledStepsAreThoseOfTheSourceBesideThem() throws IOException {
        byte[] source;
        try (InputStream in = Ops.class.getResourceAsStream("ops.py")) {
            source = in.readAllBytes();
        }
        Map<String, byte[]> archive = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Ops.class.getResourceAsStream("ops.pt"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                archive.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertArrayEquals(source, archive.get("ops/extra/ops.py"), "run ops.py after a change");
        String code = new String(archive.get("ops/code/__torch__.py"), StandardCharsets.UTF_8);
        for (String kernel : List.of("_fused_adamw_", "_fused_adam_", "_fused_sgd_", "_foreach_norm")) {
            assertTrue(code.contains("torch." + kernel + "("), kernel);
        }
    }

    private static Network network() {
        Chain chain = new Chain().add("head", Linear.builder().setUnits(1).build());
        Network network = new Network(chain, new Shape(INPUTS));
        float[] weight = new float[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            weight[i] = (float) FIXTURE.start()[i];
        }
        network.trainable().get("head.weight").set(weight);
        network.trainable().get("head.bias").set(new float[] {(float) FIXTURE.start()[INPUTS]});
        return network;
    }

    private static double[] weights(Network network) {
        float[] weight = network.trainable().get("head.weight").toFloatArray();
        double[] all = new double[INPUTS + 1];
        for (int i = 0; i < INPUTS; i++) {
            all[i] = weight[i];
        }
        all[INPUTS] = network.trainable().get("head.bias").getFloat(0);
        return all;
    }

    private static double step(Network network, Optimiser optimiser, int step) {
        try (NDManager scratch = network.manager().newSubManager()) {
            float[] x = new float[INPUTS];
            for (int i = 0; i < INPUTS; i++) {
                x[i] = number(step, i);
            }
            NDArray input = scratch.create(x, new Shape(1, INPUTS));
            NDArray loss =
                    Torch.recorded(() -> network.forward(input, true).sum().mul(number(step, INPUTS)));
            return optimiser.step(loss, 0.02 / (1 + step * 0.01));
        }
    }

    private static float number(int step, int i) {
        return ((step * 37 + i * 101 + step * i * 17) % 201 - 100) / 64f;
    }
}
