package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.inside.Stage;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OccluderTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(5);
    }

    private static double plain(ToySubject subject, float... input) throws Exception {
        return subject.flow(Stage.TRAINED).networks().getFirst().predict(input, subject.sample())[0];
    }

    @Test
    void eachPatchIsCoveredByTheAverageInputAlone() throws Exception {
        try (ToySubject subject = PlantedCross.subject()) {
            Occlusion found = new Occluder(subject).map(0, 5, 4, () -> false);
            assertEquals(6, found.answers().length);
            assertEquals(6, found.answers()[0].length);
            assertEquals(plain(subject, subject.input(0)), found.answer(), 1e-6);
            float[] covered = subject.input(0);
            for (int i = 20; i < 24; i++) {
                for (int j = 4; j < 9; j++) {
                    covered[i * PlantedCross.SIDE + j] = 0.2f;
                }
            }
            assertEquals(plain(subject, covered), found.answers()[5][1], 1e-6);
            assertEquals(plain(subject, covered), new Occluder(subject).covered(0, 20, 4, 5), 1e-6);
        }
    }

    /** Patches of five start every four pixels: the cross around row 6, column 17 lies in the one from 4, 16 whole. */
    @Test
    void theAnswerFallsMostWhereTheNetworkReads() throws Exception {
        try (ToySubject subject = PlantedCross.subject()) {
            Occlusion found = new Occluder(subject).map(0, 5, 4, () -> false);
            double least = Double.MAX_VALUE;
            for (double[] row : found.answers()) {
                for (double answer : row) {
                    least = Math.min(least, answer);
                }
            }
            assertEquals(least, found.answers()[1][4]);
            assertTrue(found.answer() - least > 10 * Math.abs(found.answer() - found.answers()[5][0]));
        }
    }

    @Test
    void besideTheInputNothingIsCovered() throws Exception {
        try (ToySubject subject = PlantedCross.subject()) {
            assertEquals(
                    plain(subject, subject.input(0)), new Occluder(subject).covered(0, PlantedCross.SIDE, 0, 3), 1e-7);
        }
    }

    @Test
    void ofAWindowOneFeatureOfSomeDaysIsCovered() throws Exception {
        Shape window = new Shape(7, 2);
        float[] input = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
        try (ToySubject subject = new ToySubject(new Network(Mlp.ofWindow(6, 1, 0, 1), window), input)) {
            Occlusion found = new Occluder(subject).map(0, 3, 3, () -> false);
            assertEquals(3, found.answers().length);
            float[] covered = input.clone();
            covered[6 * 2 + 1] = 0;
            assertEquals(plain(subject, covered), found.answers()[2][1], 1e-6);
            float[] day = input.clone();
            day[4] = 0;
            day[5] = 0;
            assertEquals(plain(subject, day), new Occluder(subject).covered(0, 2, -1, 1), 1e-6);
        }
    }

    @Test
    void ofAnApplicantOneColumnOfTheFileIsCovered() throws Exception {
        float[] input = {1, 0, 1, -1};
        try (ToySubject subject = new ToySubject(new Network(Mlp.ofLogit(0, 6), new Shape(4)), input)) {
            subject.fold(RowFold.of(List.of("age", "housing", "housing", "income")));
            subject.typical(0.1f, 0.2f, 0.8f, 0.3f);
            Occlusion found = new Occluder(subject).map(0, 9, 9, () -> false);
            assertEquals(1, found.answers().length);
            assertEquals(3, found.answers()[0].length);
            assertEquals(plain(subject, 1, 0.2f, 0.8f, -1), found.answers()[0][1], 1e-6);
            assertEquals(found.answers()[0][1], new Occluder(subject).covered(0, 0, 2, 1), 1e-6);
        }
    }

    @Test
    void aMapThatNobodyWaitsForIsBrokenOff() {
        try (ToySubject subject = PlantedCross.subject()) {
            AtomicInteger asked = new AtomicInteger();
            assertThrows(CancellationException.class, () -> new Occluder(subject)
                    .map(0, 3, 2, () -> asked.incrementAndGet() > 3));
            assertEquals(4, asked.get());
            assertThrows(IllegalArgumentException.class, () -> new Occluder(subject).map(0, 0, 1, () -> false));
        }
    }
}
