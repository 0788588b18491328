package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Stage;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaithfulnessTrialTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(5);
    }

    private static double plain(ToySubject subject, float... input) throws Exception {
        return subject.flow(Stage.TRAINED).networks().getFirst().predict(input, subject.sample())[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradcam", "gradcam++", "gradients"})
    void aMapOfWhatTheNetworkReadsBeatsRandomOrders(String method) throws Exception {
        try (ToySubject subject = PlantedCross.subject()) {
            Faithfulness found = subject.trial().of(0, method, "", Stage.TRAINED, () -> false);
            assertEquals(21, found.shares().length);
            assertEquals(0.05, found.shares()[1], 1e-15);
            double whole = plain(subject, subject.input(0));
            double empty = plain(subject, subject.baseline());
            assertEquals(whole, found.deletion()[0], 1e-6);
            assertEquals(empty, found.deletion()[20], 1e-6);
            assertEquals(empty, found.insertion()[0], 1e-6);
            assertEquals(whole, found.insertion()[20], 1e-6);
            assertEquals(whole, found.randomDeletion()[0], 1e-6);
            assertEquals(empty, found.randomDeletion()[20], 1e-6);
            assertArrayEquals(found.randomDeletion(), reversed(found.randomInsertion()));
            assertTrue(found.deletionArea() < found.randomDeletionArea(), found.toString());
            assertTrue(found.insertionArea() > found.randomInsertionArea(), found.toString());
            // a twentieth of the cells holds the cross: the answer has lost almost all at once
            assertTrue(found.deletion()[1] - empty < 0.35 * (whole - empty), found.toString());
        }
    }

    private static double[] reversed(double... values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    /** y = Σ x: covering the k largest of 40 cells takes their sum; areas by the trapezium rule. */
    @Test
    void curvesOfASumAreThoseOfItsSortedCells() throws Exception {
        Shape window = new Shape(40, 1);
        float[] input = new float[40];
        for (int i = 0; i < 40; i++) {
            input[i] = (i * 7) % 40 + 1;
        }
        Chain sum = Mlp.ofWindow(1, 0, 0, 1);
        Network network = new Network(sum, window);
        float[] ones = new float[40];
        Arrays.fill(ones, 1);
        network.state().get("head.weight").set(ones);
        network.state().get("head.bias").set(new float[1]);
        try (ToySubject subject = new ToySubject(network, input)) {
            subject.another(() -> new Network(Mlp.ofWindow(1, 0, 0, 1), window));
            Faithfulness found = subject.trial().of(0, "gradients", "", Stage.TRAINED, () -> false);
            // 820 in all, the two largest 40 + 39, and so on
            assertEquals(820, found.deletion()[0], 1e-3);
            assertEquals(741, found.deletion()[1], 1e-3);
            assertEquals(666, found.deletion()[2], 1e-3);
            assertEquals(79, found.insertion()[1], 1e-3);
            double area = 0;
            for (int k = 0; k < 20; k++) {
                area += (found.deletion()[k] + found.deletion()[k + 1]) / 40;
            }
            assertEquals(area, found.deletionArea(), 1e-9);
            assertEquals(820, found.deletionArea() + found.insertionArea(), 1e-2);
            assertEquals(410, found.randomDeletionArea(), 60);
            assertEquals(found.randomDeletionArea(), found.randomInsertionArea(), 1e-9);
        }
    }

    /** y = Σ w·x has the shares w·x: of an even input they show the weights, of even weights the input. */
    @Test
    void likenessTellsWhatWasLearntFromWhatIsThere() throws Exception {
        float[] even = new float[40];
        Arrays.fill(even, 1);
        float[] uneven = new float[40];
        for (int i = 0; i < uneven.length; i++) {
            uneven[i] = (float) Math.pow(1.5, (i * 7) % 40 - 20.0);
        }
        assertEquals(0, likeness(uneven, even), 0.3);
        assertEquals(1, likeness(even, uneven), 0.1);
    }

    private static double likeness(float[] weights, float[] input) throws Exception {
        Shape window = new Shape(40, 1);
        Network network = new Network(Mlp.ofWindow(1, 0, 0, 1), window);
        network.state().get("head.weight").set(weights);
        try (ToySubject subject = new ToySubject(network, input)) {
            subject.another(() -> new Network(Mlp.ofWindow(1, 0, 0, 1), window));
            return subject.trial()
                    .of(0, "gradients", "", Stage.TRAINED, () -> false)
                    .likeness();
        }
    }

    /** With all weights zero every map is flat: no order, and no likeness rather than none that could be told. */
    @Test
    void ofAFlatMapTheLikenessIsZero() throws Exception {
        try (ToySubject subject = PlantedCross.subject()) {
            subject.flow(Stage.TRAINED)
                    .networks()
                    .getFirst()
                    .state()
                    .get("head.weight")
                    .set(new float[2]);
            assertEquals(
                    0,
                    subject.trial()
                            .of(0, "gradcam", "", Stage.TRAINED, () -> false)
                            .likeness());
        }
    }

    @Test
    void aTrialThatNobodyWaitsForIsBrokenOff() {
        try (ToySubject subject = PlantedCross.subject()) {
            assertThrows(
                    CancellationException.class, () -> subject.trial().of(0, "gradcam", "", Stage.TRAINED, () -> true));
        }
    }
}
