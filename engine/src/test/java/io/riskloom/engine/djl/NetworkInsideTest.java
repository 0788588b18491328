package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.inside.TopInputs;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Networks over pictures of a long series. */
class NetworkInsideTest {
    private static final int DAYS = 900;
    private static final int WINDOW = 16;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    private static PriceHistory history(int days) {
        Random random = new Random(4);
        double[] close = new double[days];
        close[0] = 100;
        for (int t = 1; t < days; t++) {
            close[t] = close[t - 1] * Math.exp(0.01 * random.nextGaussian());
        }
        List<LocalDate> dates = IntStream.range(0, days)
                .mapToObj(LocalDate.of(2015, 1, 1)::plusDays)
                .toList();
        double[] none = {};
        return new PriceHistory("A", dates, none, none, none, close, none, new Source("a.csv", "a", days));
    }

    private static ClassifySpec spec(String model, int pixels) {
        return Specs.with(
                Specs.defaults(ClassifySpec.class, "a.csv"),
                Map.of("model", model, "window", WINDOW, "imageSize", pixels, "filters", 4, "units", 6));
    }

    /** A network before its training, as one that is looked into. */
    private static final class Opened implements AutoCloseable {
        private final WindowImages pictures;
        private final Network network;
        private final WeightStages weights;
        private final NetworkInside inside;

        Opened(String model, int pixels) throws Exception {
            this(model, pixels, DAYS);
        }

        Opened(String model, int pixels, int days) throws Exception {
            ClassifySpec spec = spec(model, pixels);
            PriceHistory history = history(days);
            pictures = WindowImages.of(history, WINDOW, pixels, spec.encoding());
            Torch.seed(9);
            network = Architecture.of(spec).network(Network.shapeOf(pictures), 1);
            weights = new WeightStages(
                    List.of(network), ClassifyRecipe.making(spec, network.sample()), Path.of("no.safetensors"));
            DirectionTelling telling = new DirectionTelling(new double[1]);
            inside = new NetworkInside(new WindowPlaces(spec, history, pictures, telling, weights), Torch.Load.SMALL);
        }

        @Override
        public void close() {
            inside.close();
            weights.close();
            network.close();
        }
    }

    private static String refused(Executable question) {
        return assertThrows(NoticeException.class, question).notice().key();
    }

    @Test
    void ofTooFewDaysNoWindowExcitesAChannel() throws Exception {
        try (Opened opened = new Opened("cnn", 16, WINDOW - 1)) {
            assertEquals("inside.error.noPlace", refused(() -> opened.inside.top("conv1.relu", 0, 3, () -> false)));
            assertEquals(
                    "run.error.origin", refused(() -> opened.inside.maps(3, "conv1.relu", Stage.TRAINED, new int[0])));
        }
    }

    @Test
    void noStageAndMoreChannelsThanThereAreAreRefused() throws Exception {
        try (Opened opened = new Opened("cnn", 16)) {
            assertEquals("inside.error.stage", refused(() -> opened.inside.maps(100, "conv1.relu", null, new int[1])));
            assertEquals("inside.error.stage", refused(() -> opened.inside.filters("conv1.conv", null, new int[1])));
            NoticeException refused = assertThrows(
                    NoticeException.class,
                    () -> opened.inside.maps(100, "conv1.relu", Stage.TRAINED, new int[1_000_000]));
            assertEquals(Notice.of("inside.error.channels", 1_000_000, "conv1.relu", 4), refused.notice());
            assertEquals(
                    "inside.error.channels",
                    refused(() -> opened.inside.filters("conv1.conv", Stage.TRAINED, new int[5])));
        }
    }

    @Test
    void ofALargeNetworkFewInputsAreWorkedOutAtOnce() throws Exception {
        try (Opened large = new Opened("resnet50", 64);
                Opened small = new Opened("cnn", 16)) {
            long numbers = large.inside.graph().nodes().stream()
                    .map(NetworkGraph.Node::shape)
                    .mapToLong(shape -> shape.stream().mapToLong(i -> i).reduce(1, (a, b) -> a * b))
                    .sum();
            assertEquals((16 << 20) / numbers, large.weights.trained().rows(16));
            assertEquals(16, small.weights.trained().rows(16));
        }
    }

    /** With the channels innermost in memory, as a ResNet-50 over 64 pixels has them. */
    @Test
    void mapsOfAResNet50AreThoseOfADirectPass() throws Exception {
        try (Opened opened = new Opened("resnet50", 64);
                NDManager scratch = opened.network.manager().newSubManager()) {
            NDArray x = scratch.create(opened.pictures.of(300), Network.batchOf(1, opened.network.sample()));
            Chain chain = (Chain) opened.network.block();
            NDArray direct = x;
            for (String part : List.of("channels", "stem", "pool", "stage1", "stage2")) {
                direct = opened.network.forward(chain.part(part), direct, false);
            }
            int[] some = {0, 5, 511};
            LayerMaps maps = opened.inside.maps(300, "stage2.block4.relu", Stage.TRAINED, some);
            assertEquals(512, maps.figures().size());
            assertEquals(8, maps.rows());
            for (int i = 0; i < some.length; i++) {
                float[] map = direct.get("0, " + some[i]).toFloatArray();
                for (int cell = 0; cell < map.length; cell++) {
                    assertEquals(map[cell], maps.values()[i * map.length + cell], 1e-5);
                }
            }
        }
    }

    @Test
    void ofManyWindowsEveryOneAtTheSameDistanceIsLookedAt() throws Exception {
        try (Opened opened = new Opened("cnn", 16)) {
            TopInputs top = opened.inside.top("conv2.relu", 3, 6, () -> false);
            assertEquals(512, top.tried());
            assertEquals(DAYS - WINDOW + 1, top.of());
            assertEquals(6, top.top().size());
            for (TopInputs.Top each : top.top()) {
                assertEquals(LocalDate.of(2015, 1, 1).plusDays(each.place()), each.date());
                assertEquals(
                        each.value(),
                        opened.inside.maps(each.place(), "conv2.relu", Stage.TRAINED, new int[] {3})
                                .map(0)[each.row()][each.column()],
                        1e-6);
            }
            TopInputs other = opened.inside.top("conv2.relu", 5, 1, () -> {
                throw new AssertionError("all channels of a layer are known at once");
            });
            assertEquals(5, other.channel());
        }
    }

    @Test
    void goingThroughTheDaysKeepsMemoryFlatAndComesBackToTheSameMaps() throws Exception {
        try (Opened opened = new Opened("cnn", 16)) {
            int[] all = {0, 1, 2, 3};
            float[] first =
                    opened.inside.maps(100, "conv1.relu", Stage.TRAINED, all).values();
            opened.inside.maps(100, "conv1.relu", Stage.INITIAL, all);
            opened.inside.maps(101, "conv1.relu", Stage.TRAINED, all);
            int before = Torch.liveArrays();
            for (int place = 102; place < 140; place++) {
                opened.inside.maps(place, "conv3.relu", Stage.TRAINED, all);
                opened.inside.maps(place, "conv1.relu", Stage.INITIAL, all);
                opened.inside.inputs(place);
            }
            assertTrue(Torch.liveArrays() <= before, before + " arrays before, " + Torch.liveArrays() + " after");
            assertArrayEquals(
                    first,
                    opened.inside.maps(100, "conv1.relu", Stage.TRAINED, all).values());
        }
    }

    @Test
    void theMeanPictureIsThatOfTrainingWindows() throws Exception {
        try (Opened opened = new Opened("cnn", 16)) {
            NetworkGraph graph = opened.inside.graph();
            assertEquals(List.of(Stage.INITIAL, Stage.TRAINED), graph.stages());
            float[] mean = MeanWindow.of(opened.pictures, spec("cnn", 16));
            assertEquals(256, mean.length);
            // the diagonal of a field of differences is 0, of sums cos 2φ
            double[] sums = new double[256];
            int days = 0;
            for (int place = WINDOW; place < 500; place++, days++) {
                float[] picture = opened.pictures.of(place);
                for (int p = 0; p < sums.length; p++) {
                    sums[p] += picture[p];
                }
            }
            double worst = 0;
            for (int p = 0; p < sums.length; p++) {
                worst = Math.max(worst, Math.abs(sums[p] / days - mean[p]));
            }
            assertTrue(worst < 0.15, "far from the mean of the first 500 days: " + worst);
        }
    }
}
