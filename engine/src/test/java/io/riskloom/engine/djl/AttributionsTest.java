package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionsTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(5);
    }

    private static float[] noise(long size) {
        SplittableRandom random = new SplittableRandom(9);
        float[] numbers = new float[Math.toIntExact(size)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static ToySubject subject(Chain chain, Shape sample) {
        return new ToySubject(new Network(chain, sample), noise(sample.size()));
    }

    private static Attribution of(ToySubject subject, String method, String layer) throws NoticeException {
        return subject.attributions().of(0, method, layer, Stage.TRAINED, false, () -> false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradcam", "gradcam++", "gradients"})
    void allMethodsPointAtWhatTheNetworkReads(String method) throws Exception {
        try (ToySubject subject = PlantedCross.subject()) {
            Attribution found = of(subject, method, "");
            assertTrue(PlantedCross.offBy(found.cells()) <= 1, "off by " + PlantedCross.offBy(found.cells()));
            assertEquals(method.equals("gradients") ? "" : "conv.relu", found.layer());
            assertEquals(PlantedCross.SIDE, found.cells().length);
            assertEquals(0, found.byColumn().length);
            double inside = 0;
            double all = 0;
            for (int i = 0; i < PlantedCross.SIDE; i++) {
                for (int j = 0; j < PlantedCross.SIDE; j++) {
                    int off = Math.max(Math.abs(i - PlantedCross.ROW), Math.abs(j - PlantedCross.COLUMN));
                    inside += off <= 1 ? Math.abs(found.cells()[i][j]) : 0;
                    all += Math.abs(found.cells()[i][j]);
                }
            }
            assertTrue(inside > 0.3 * all, inside + " of " + all + " on 9 of 576 cells");
        }
    }

    @Test
    void gradientsSumToTheChangeFromTheAverageInput() throws Exception {
        try (ToySubject subject = subject(Cnn.of(4, 3, 12, 0, 2), new Shape(1, 16, 16))) {
            Attribution found = of(subject, "gradients", "");
            double sum =
                    Arrays.stream(found.cells()).flatMapToDouble(Arrays::stream).sum();
            float[] plain = subject.flow(Stage.TRAINED).networks().getFirst().predict(noise(256), subject.sample());
            float[] empty = subject.flow(Stage.TRAINED).networks().getFirst().predict(new float[256], subject.sample());
            assertEquals(plain[1], found.logit(), 1e-5);
            assertEquals(empty[1], found.baseline(), 1e-5);
            assertEquals(found.logit() - found.baseline(), sum, found.gap() + 1e-9);
            assertTrue(found.gap() <= Math.max(1e-3, 0.01 * Math.abs(found.logit() - found.baseline())));
        }
    }

    /** Stage 2 of pictures of 32 pixels has maps of 4 × 4, stage 3 of 2 × 2. */
    @Test
    void theDeepestLayerWithFourCellsASideIsTakenWhereNoneIsNamed() throws Exception {
        try (ToySubject subject = subject(ResNet.RESNET18.of(1), new Shape(1, 32, 32))) {
            assertEquals("stage2.block2.relu", of(subject, "gradcam", "").layer());
            Attribution deep = of(subject, "gradcam", "stage4.block1.main.conv2");
            assertEquals("stage4.block1.main.conv2", deep.layer());
            assertEquals(32, deep.cells()[0].length);
        }
        try (ToySubject subject = subject(ResNet.RESNET50.of(1), new Shape(1, 64, 64))) {
            assertEquals("stage3.block6.relu", of(subject, "gradcam", "").layer(), "no branch of the fourth stage");
        }
        try (ToySubject subject = subject(Temporal.of(3, 4, 2, 3, 0, 1), new Shape(12, 3))) {
            Attribution days = of(subject, "gradcam++", "");
            assertEquals("block2.relu", days.layer());
            assertEquals(12, days.cells().length);
            assertEquals(1, days.cells()[0].length);
        }
        try (ToySubject subject = subject(Recurrent.lstm(6, 2, false, 0, 1), new Shape(12, 3))) {
            assertEquals("lstm.layer2", of(subject, "gradcam", "").layer());
            assertEquals(12, of(subject, "gradcam", "lstm.layer1").cells().length);
            Attribution cells = of(subject, "gradients", "");
            assertEquals(3, cells.cells()[0].length);
            assertEquals(List.of("f0", "f1", "f2"), cells.names());
            assertEquals(
                    cells.logit() - cells.baseline(),
                    Arrays.stream(cells.byColumn()).sum(),
                    1e-3);
        }
    }

    /** The convolutional credit network reads a picture of its row; what its layers see falls back on the inputs. */
    @Test
    void mapsOverAnApplicantsPictureAreFoldedBackOnItsColumns() throws Exception {
        try (ToySubject subject = subject(ToyCreditNetworks.of("resnet"), ToyCreditNetworks.row())) {
            RowFold row = RowFold.of(List.of("a", "b", "c", "c", "c", "d", "e", "e", "f"));
            int[] square = {3, -1, 0, 1, 8, 2, -1, 4, 5};
            int[] input = new int[25];
            for (int i = 0; i < 25; i++) {
                input[i] = square[i / 5 * 3 / 5 * 3 + i % 5 * 3 / 5];
            }
            subject.fold(PixelFold.of(row, input));
            Attribution map = of(subject, "gradcam", "stem.relu");
            assertEquals(9, map.cells()[0].length);
            assertEquals(5, map.picture().length);
            assertEquals(List.of("a", "b", "c", "d", "e", "f"), map.names());
            assertEquals(map.cells()[0][2] + map.cells()[0][3] + map.cells()[0][4], map.byColumn()[2], 1e-12);
            assertTrue(
                    Arrays.stream(map.picture()).flatMapToDouble(Arrays::stream).anyMatch(cell -> cell > 0));
            assertTrue(
                    Arrays.stream(map.picture()).flatMapToDouble(Arrays::stream).allMatch(cell -> cell >= 0));
            // the input 8 has the pixels 12 of the picture alone: rows and columns 2 and 3 of the nearest square
            double sum = 0;
            int pixels = 0;
            for (int i = 0; i < 25; i++) {
                sum += input[i] == 8 ? map.picture()[i / 5][i % 5] : 0;
                pixels += input[i] == 8 ? 1 : 0;
            }
            assertEquals(sum / pixels, map.cells()[0][8], 1e-12);
            Attribution shares = of(subject, "gradients", "");
            assertEquals(
                    shares.logit() - shares.baseline(),
                    Arrays.stream(shares.byColumn()).sum(),
                    shares.gap() + 1e-9);
        }
    }

    @Test
    void layersWithoutAMapOverTheInputAreRefused() throws Exception {
        try (ToySubject subject = subject(Cnn.of(4, 3, 12, 0, 1), new Shape(1, 16, 16))) {
            NoticeException refused = assertThrows(NoticeException.class, () -> of(subject, "gradcam", "dense"));
            assertEquals("inside.error.noMaps", refused.notice().key());
            assertEquals(List.of("dense"), refused.notice().args());
            assertThrows(IllegalArgumentException.class, () -> of(subject, "lime", ""));
        }
        try (ToySubject subject = subject(ToyCreditNetworks.of("gru"), ToyCreditNetworks.row())) {
            assertEquals(
                    "inside.error.noMaps",
                    assertThrows(NoticeException.class, () -> of(subject, "gradcam", "months.layer"))
                            .notice()
                            .key());
            assertEquals(
                    "inside.error.noMaps",
                    assertThrows(NoticeException.class, () -> of(subject, "gradcam", ""))
                            .notice()
                            .key());
        }
    }

    @Test
    void randomWeightsGiveAnotherMapTheSameEachTime() throws Exception {
        try (ToySubject subject = PlantedCross.subject()) {
            Attribution one = subject.attributions().of(0, "gradients", "", Stage.TRAINED, true, () -> false);
            Attribution again = subject.attributions().of(0, "gradients", "", Stage.TRAINED, true, () -> false);
            assertTrue(one.randomised());
            assertArrayEquals(one.cells(), again.cells());
            assertFalse(Arrays.deepEquals(of(subject, "gradients", "").cells(), one.cells()));
        }
    }

    @Test
    void gradientsThatNobodyWaitsForAreBrokenOff() {
        try (ToySubject subject = PlantedCross.subject()) {
            assertThrows(CancellationException.class, () -> subject.attributions()
                    .of(0, "gradients", "", Stage.TRAINED, false, () -> true));
        }
    }

    @Test
    void nativeMemoryIsFreed() throws Exception {
        try (ToySubject subject = PlantedCross.subject()) {
            Attributions attributions = subject.attributions();
            attributions.of(0, "gradcam", "", Stage.TRAINED, false, () -> false);
            int before = Torch.liveArrays();
            for (int i = 0; i < 5; i++) {
                attributions.of(0, "gradcam++", "", Stage.TRAINED, false, () -> false);
                attributions.of(0, "gradients", "", Stage.TRAINED, false, () -> false);
            }
            assertEquals(before, Torch.liveArrays());
        }
    }
}
