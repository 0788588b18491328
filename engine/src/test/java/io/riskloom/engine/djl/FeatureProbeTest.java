package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.FeatureMaps;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeatureProbeTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static float[] picture(int size) {
        float[] pixels = new float[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.sin(i * 0.37) * (i % size) / size;
        }
        return pixels;
    }

    @Test
    void everyStageIsSeenAndTheActivationCoversThePicture() {
        try (Network network = new Network(ResNet.RESNET50.of(1), new Shape(1, 32, 32))) {
            FeatureProbe.Seen seen = FeatureProbe.look(network, picture(32), 32, 32);
            assertEquals(
                    List.of("stem", "stage1", "stage2", "stage3", "stage4"),
                    seen.layers().stream().map(FeatureMaps.Layer::name).toList());
            assertEquals(
                    List.of(64, 256, 512, 1024, 2048),
                    seen.layers().stream().map(FeatureMaps.Layer::channels).toList());
            assertEquals(
                    List.of(16, 8, 4, 2, 1),
                    seen.layers().stream().map(FeatureMaps.Layer::height).toList());
            assertEquals(network.predict(picture(32), new Shape(1, 32, 32))[0], seen.logit(), 1e-5);
            double low = 1;
            double high = 0;
            assertEquals(32, seen.activation().length);
            for (double[] row : seen.activation()) {
                assertEquals(32, row.length);
                for (double value : row) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            assertEquals(0, low);
            assertEquals(1, high);
        }
    }

    @Test
    void shallowResNetsAndTheSmallCnnAreSeenToo() {
        try (Network network = new Network(ResNet.RESNET18.of(1), new Shape(1, 32, 32))) {
            FeatureProbe.Seen seen = FeatureProbe.look(network, picture(32), 32, 32);
            assertEquals(
                    List.of(64, 64, 128, 256, 512),
                    seen.layers().stream().map(FeatureMaps.Layer::channels).toList());
            assertEquals(network.predict(picture(32), new Shape(1, 32, 32))[0], seen.logit(), 1e-5);
        }
        try (Network network = new Network(Cnn.of(8, 3, 16, 0.2, 1), new Shape(1, 16, 16))) {
            FeatureProbe.Seen seen = FeatureProbe.look(network, picture(16), 16, 16);
            assertEquals(
                    List.of("conv1", "conv2", "conv3"),
                    seen.layers().stream().map(FeatureMaps.Layer::name).toList());
            assertEquals(
                    List.of(16, 8, 4),
                    seen.layers().stream().map(FeatureMaps.Layer::width).toList());
            assertEquals(network.predict(picture(16), new Shape(1, 16, 16))[0], seen.logit(), 1e-6);
            assertEquals(16, seen.activation().length);
            assertEquals(
                    1,
                    Arrays.stream(seen.activation())
                            .flatMapToDouble(Arrays::stream)
                            .max()
                            .orElseThrow());
        }
    }

    /** With four cells a side at the last stage the map is the dense weights times the maps, then scaled. */
    @Test
    void onTheLastStageItIsTheMapOfDenseWeights() {
        int size = 128;
        try (Network network = ResNet.RESNET50.network(1, new Shape(1, size, size))) {
            FeatureProbe.Seen seen = FeatureProbe.look(network, picture(size), size, size);
            assertEquals(network.predict(picture(size), new Shape(1, size, size))[0], seen.logit(), 1e-5);
            FeatureMaps.Layer last = seen.layers().getLast();
            assertEquals(4, last.height());
            NDArray head = network.trainable().get("head.weight");
            float[] dense = head.toFloatArray();
            double[][] map = new double[4][4];
            for (int k = 0; k < last.channels(); k++) {
                double[][] channel = last.map(k);
                for (int i = 0; i < 16; i++) {
                    map[i / 4][i % 4] += dense[k] * channel[i / 4][i % 4];
                }
            }
            double[][] scaled = Bilinear.scale(map, size, size);
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (double[] row : scaled) {
                for (double value : row) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            for (int i = 0; i < size; i += 7) {
                for (int j = 0; j < size; j += 5) {
                    assertEquals((scaled[i][j] - low) / (high - low), seen.activation()[i][j], 1e-3);
                }
            }
            assertTrue(high > low);
        }
    }

    /** Bars of 20 days are 64 rows high and 60 columns wide; of several classes the last one is looked for. */
    @Test
    void picturesNeedNotBeSquareAndTheMapIsThatOfUp() {
        float[] pixels = new float[64 * 36];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.sin(i * 0.37);
        }
        Shape shape = new Shape(1, 64, 36);
        try (Network network = new Network(Cnn.of(4, 3, 8, 0, 3), shape)) {
            FeatureProbe.Seen seen = FeatureProbe.look(network, pixels, 64, 36);
            assertEquals(network.predict(pixels, shape)[2], seen.logit(), 1e-6);
            FeatureMaps.Layer last = seen.layers().getLast();
            assertEquals(16, last.height());
            assertEquals(9, last.width());
            assertEquals(64, seen.activation().length);
            assertEquals(36, seen.activation()[0].length);
            double[][] map = seen.activation();
            // with the other classes' weights taken away nothing changes
            NDArray head = network.trainable().get("head.weight");
            float[] weights = head.toFloatArray();
            Arrays.fill(weights, 0, 16, 0);
            head.set(weights);
            double[][] alone = FeatureProbe.look(network, pixels, 64, 36).activation();
            for (int i = 0; i < 64; i += 5) {
                for (int j = 0; j < 36; j += 5) {
                    assertEquals(map[i][j], alone[i][j], 1e-6);
                }
            }
        }
    }

    @Test
    void bilinearScalingAlignsCellCentres() {
        double[][] scaled = Bilinear.scale(new double[][] {{0, 4}}, 1, 4);
        // centres at −¼, ¼, ¾ and 1¼ of the two cells, cut to their ends
        assertEquals(0, scaled[0][0]);
        assertEquals(1, scaled[0][1]);
        assertEquals(3, scaled[0][2]);
        assertEquals(4, scaled[0][3]);
    }
}
