package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworksTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    @Test
    void resNet50HasThePublishedNumberOfParameters() {
        try (Network network = new Network(ResNet.RESNET50.of(1000), new Shape(3, 32, 32))) {
            Map<String, NDArray> trainable = network.trainable();
            long parameters =
                    trainable.values().stream().mapToLong(NDArray::size).sum();
            assertEquals(25_557_032, parameters);
            assertEquals(161, trainable.size());
            assertTrue(
                    trainable.containsKey("stage1.block2.main.conv3.weight"),
                    trainable.keySet().toString());
        }
    }

    @Test
    void shallowResNetsHaveThePublishedNumberOfParameters() {
        assertEquals(11_689_512, parameters(ResNet.RESNET18.of(1000), new Shape(3, 32, 32)));
        assertEquals(21_797_672, parameters(ResNet.RESNET34.of(1000), new Shape(3, 32, 32)));
        // one answer in place of 1,000 leaves 999 · (512 + 1) out
        assertEquals(11_689_512 - 999 * 513, parameters(ResNet.RESNET18.of(1), new Shape(1, 32, 32)));
    }

    @Test
    void networksOverWindowsHaveTheParametersOfTheirFormulas() {
        Shape window = new Shape(60, 6);
        // a layer and direction: gates · (in · h + h · h + 2 · h)
        assertEquals(
                4 * (6 * 64 + 64 * 64 + 128) + 4 * (64 * 64 + 64 * 64 + 128) + 65 * 20,
                parameters(Recurrent.lstm(64, 2, false, 0.1, 20), window));
        assertEquals(
                2 * 4 * (6 * 64 + 64 * 64 + 128) + 2 * 4 * (128 * 64 + 64 * 64 + 128) + 129 * 20,
                parameters(Recurrent.lstm(64, 2, true, 0.1, 20), window));
        assertEquals(
                3 * (6 * 64 + 64 * 64 + 128) + 3 * (64 * 64 + 64 * 64 + 128) + 65 * 20,
                parameters(Recurrent.gru(64, 2, false, 0.1, 20), window));
        assertEquals(
                (6 * 64 + 64 * 64 + 128) + (64 * 32 + 32 * 32 + 64) + (32 * 16 + 16 * 16 + 32) + 17 * 20,
                parameters(Recurrent.simple(64, 0.1, 20), window));
        // two convolutions of kernel 3 a block, and one of kernel 1 where the features become units
        assertEquals(
                3 * 6 * 64 + 64 + 7 * (3 * 64 * 64 + 64) + 6 * 64 + 64 + 65 * 20,
                parameters(Temporal.of(6, 64, 4, 3, 0.1, 20), window));
        assertEquals(361 * 64 + 65 * 64 + 65 * 20, parameters(Mlp.ofWindow(64, 2, 0.1, 20), window));
    }

    @Test
    void theSmallCnnHasTheParametersOfItsFormula() {
        // 3·3 kernels over 1, 32 and 64 maps with biases; 32 → 16 → 8 → 4 pixels a side
        long convolutions = (9 * 32 + 32) + (9 * 32 * 64 + 64) + (9 * 64 * 64 + 64);
        assertEquals(convolutions + (64 * 16 + 1) * 64 + 65, parameters(Cnn.of(32, 3, 64, 0, 1), new Shape(1, 32, 32)));
    }

    /** The last day cannot be told apart from days that the network does not see. */
    @Test
    void temporalConvolutionsSeeNoFurtherThanTheirReceptiveField() {
        int days = 20;
        try (Network network = new Network(Temporal.of(1, 4, 2, 3, 0, 1), new Shape(days, 1))) {
            for (NDArray weight : network.trainable().values()) {
                float[] tenths = new float[Math.toIntExact(weight.size())];
                Arrays.fill(tenths, 0.1f);
                weight.set(tenths);
            }
            // 1 + 2 · (3 − 1) · (2² − 1) = 13
            for (int day = 0; day < days; day++) {
                float[] plain = new float[days];
                Arrays.fill(plain, 1);
                float[] changed = plain.clone();
                changed[day] = 3;
                float before = network.predict(plain, new Shape(days, 1))[0];
                float after = network.predict(changed, new Shape(days, 1))[0];
                assertEquals(day < days - 13, before == after, "day " + day);
            }
        }
    }

    private static long parameters(Chain chain, Shape sample) {
        try (Network network = new Network(chain, sample)) {
            return network.trainable().values().stream()
                    .mapToLong(NDArray::size)
                    .sum();
        }
    }

    @Test
    void resNet50StagesHalveTheirMapsAndDoubleTheirChannels() {
        Chain chain = ResNet.RESNET50.of(1);
        try (Network network = new Network(chain, new Shape(1, 64, 64));
                NDManager scratch = network.manager().newSubManager()) {
            NDArray x = scratch.randomNormal(new Shape(2, 1, 64, 64));
            x = network.forward(chain.part("channels"), x, false);
            x = network.forward(chain.part("stem"), x, false);
            assertEquals(new Shape(2, 64, 32, 32), x.getShape());
            x = network.forward(chain.part("pool"), x, false);
            long[][] expected = {{256, 16}, {512, 8}, {1024, 4}, {2048, 2}};
            for (int i = 0; i < expected.length; i++) {
                x = network.forward(chain.part("stage" + (i + 1)), x, false);
                assertEquals(new Shape(2, expected[i][0], expected[i][1], expected[i][1]), x.getShape());
            }
        }
    }

    @Test
    void linearAndRecurrentWeightsStartWithinPyTorchsBounds() {
        try (Network network = new Network(Recurrent.lstm(16, 2, false, 0.1, 5), new Shape(10, 3))) {
            network.trainable().forEach((name, weight) -> {
                double largest = weight.abs().max().getFloat();
                assertTrue(largest <= 0.25 && largest > 0.1, name + " starts with up to " + largest);
            });
            assertEquals(5, network.trainable().get("head.bias").size());
        }
    }

    @Test
    void convolutionsWithABiasStartWithinPyTorchsBounds() {
        try (Network network = new Network(Cnn.of(16, 3, 8, 0, 1), new Shape(1, 16, 16))) {
            Map<String, NDArray> weights = network.trainable();
            // 9 numbers make one of the first convolution's answers, 9 · 16 one of the second's
            for (String name : new String[] {"weight", "bias"}) {
                float first = weights.get("conv1.conv." + name).abs().max().getFloat();
                float second = weights.get("conv2.conv." + name).abs().max().getFloat();
                assertTrue(first <= 1 / 3f && first > 0.25f, name + " starts with up to " + first);
                assertTrue(second <= 1 / 12f && second > 0.06f, name + " starts with up to " + second);
            }
        }
    }

    @Test
    void lstmAnswersTheHandComputedCell() {
        try (Network network = new Network(Recurrent.lstm(1, 1, false, 0, 1), new Shape(2, 1))) {
            network.trainable().values().forEach(w -> {
                float[] values = new float[(int) w.size()];
                java.util.Arrays.fill(values, 0.5f);
                w.set(values);
            });
            double[] x = {1, -2};
            double h = 0;
            double c = 0;
            for (double value : x) {
                // every gate sees the same 0.5·x + 0.5·h + two biases of 0.5
                double z = 0.5 * value + 0.5 * h + 1;
                double gate = 1 / (1 + Math.exp(-z));
                c = gate * c + gate * Math.tanh(z);
                h = gate * Math.tanh(c);
            }
            float[] y = network.predict(new float[] {1, -2}, new Shape(2, 1));
            assertEquals(0.5 * h + 0.5, y[0], 1e-6);
        }
    }

    @Test
    void predictionsDoNotDependOnTheChunkTheyFallInto() {
        try (Network network = new Network(Mlp.ofLogit(0.4, 8, 4), new Shape(3))) {
            float[] x = new float[300 * 3];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) Math.sin(i);
            }
            float[] all = network.predict(x, new Shape(3));
            float[] last = network.predict(java.util.Arrays.copyOfRange(x, 299 * 3, 300 * 3), new Shape(3));
            assertEquals(300, all.length);
            assertArrayEquals(last, new float[] {all[299]}, 1e-6f);
        }
    }

    @Test
    void largePicturesAreAnsweredFewAtATime() {
        assertEquals(256, Network.chunk(new Shape(8)));
        assertEquals(256, Network.chunk(new Shape(1, 32, 32)));
        assertEquals(64, Network.chunk(new Shape(1, 64, 64)));
        assertEquals(5, Network.chunk(new Shape(1, 224, 224)));
        assertEquals(1, Network.chunk(new Shape(3, 1024, 1024)));
    }

    @Test
    void answersAreTheSameInChunksAndACancelComesBetweenThem() {
        Torch.enter(Torch.Load.SMALL);
        assertEquals(2, Network.chunk(new Shape(100_000)));
        try (Network network = new Network(Mlp.leaky(2, 1), new Shape(100_000))) {
            float[] inputs = new float[500_000];
            for (int row = 0; row < 5; row++) {
                inputs[row * 100_000 + row] = 100;
            }
            float[] together = network.predict(inputs, new Shape(100_000));
            for (int row = 0; row < 5; row++) {
                float[] one = Arrays.copyOfRange(inputs, row * 100_000, (row + 1) * 100_000);
                assertEquals(network.predict(one, new Shape(100_000))[0], together[row], 1e-5f);
            }
            int[] asked = new int[1];
            network.cancelWhen(() -> ++asked[0] == 2);
            assertThrows(CancellationException.class, () -> network.predict(inputs, new Shape(100_000)));
            assertEquals(2, asked[0]);
        }
    }
}
