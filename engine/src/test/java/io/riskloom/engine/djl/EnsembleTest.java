package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two networks that learn side by side. */
class EnsembleTest {
    private static final int INPUTS = 4;
    private static final double RATE = 0.05;

    private final List<Network> networks = new ArrayList<>();
    private final List<Samples> kept = List.of(samples(10, 3), samples(12, 4));

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(5);
        networks.add(new Network(Mlp.ofLogit(0, 6, 4), new Shape(INPUTS)));
        networks.add(new Network(Mlp.ofLogit(0, 5, 3), new Shape(INPUTS)));
    }

    @AfterEach
    void close() {
        networks.forEach(Network::close);
    }

    /** Noise, so that the best epoch comes early. */
    private static Samples samples(int rows, long seed) {
        Random random = new Random(seed);
        float[] x = new float[rows * INPUTS];
        float[] y = new float[rows];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < rows; i++) {
            y[i] = x[i * INPUTS] + random.nextGaussian() > 0 ? 1 : 0;
        }
        return new Samples(x, new Shape(INPUTS), y, 1);
    }

    /** @param batches of the two members, which learn 40 and 24 rows */
    private Ensemble ensemble(int... batches) {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "toy.csv"), "learningRate", RATE);
        Supervised.Goal goal = new Supervised.Goal(Losses.binary("none", 0.5), Optional.empty());
        List<Supervised> members = new ArrayList<>();
        for (int m = 0; m < 2; m++) {
            members.add(
                    Supervised.of(spec, networks.get(m), samples(m == 0 ? 40 : 24, m), kept.get(m), goal, batches[m]));
        }
        return new Ensemble(members, networks.getFirst().manager());
    }

    private static void epoch(Ensemble ensemble, int number) {
        int learnt = 0;
        ensemble.begin(number, 0);
        for (int step = 0; step < ensemble.steps(); step++) {
            learnt += ensemble.rows(step);
            assertTrue(Double.isFinite(ensemble.step(step, 1)));
        }
        assertTrue(ensemble.end(learnt, () -> false).isPresent());
    }

    private double loss(int member) {
        Samples rows = kept.get(member);
        float[] logits = networks.get(member).predict(rows.x(), rows.shape());
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += Math.log1p(Math.exp(logits[i])) - rows.y()[i] * logits[i];
        }
        return sum / logits.length;
    }

    private static Map<String, float[]> copies(Map<String, NDArray> weights) {
        Map<String, float[]> copies = new HashMap<>();
        weights.forEach((name, array) -> copies.put(name, array.toFloatArray()));
        return copies;
    }

    @Test
    void eachMemberKeepsTheEpochThatIsBestOnItsOwnRows() {
        try (Ensemble ensemble = ensemble(8, 8)) {
            List<List<Double>> losses = List.of(new ArrayList<>(), new ArrayList<>());
            List<Map<String, float[]>> weights = new ArrayList<>();
            for (int number = 1; number <= 12; number++) {
                epoch(ensemble, number);
                Map<String, float[]> now = new HashMap<>();
                for (int m = 0; m < 2; m++) {
                    losses.get(m).add(loss(m));
                    int member = m;
                    copies(networks.get(m).state())
                            .forEach((name, values) -> now.put(Ensemble.name(member, name), values));
                }
                weights.add(now);
            }
            int[] best = ensemble.bestEpochs();
            assertFalse(best[0] == 12 && best[1] == 12, "both learn on: the test shows nothing");
            Map<String, float[]> found = copies(ensemble.weights());
            assertEquals(weights.getFirst().keySet(), found.keySet());
            for (int m = 0; m < 2; m++) {
                double least = losses.get(m).stream().mapToDouble(v -> v).min().orElseThrow();
                assertEquals(least, losses.get(m).get(best[m] - 1), 1e-6);
                String prefix = Ensemble.name(m, "");
                weights.get(best[m] - 1).forEach((name, values) -> {
                    if (name.startsWith(prefix)) {
                        assertArrayEquals(values, found.get(name), name);
                    }
                });
            }
        }
    }

    @Test
    void theScoreIsTheMeanOfTheMembersBestAndNeverRises() {
        try (Ensemble ensemble = ensemble(8, 8)) {
            double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            for (int number = 1; number <= 8; number++) {
                ensemble.begin(number, 0);
                for (int step = 0; step < ensemble.steps(); step++) {
                    ensemble.step(step, 1);
                }
                Trainee.Figures figures = ensemble.end(64, () -> false).orElseThrow();
                best[0] = Math.min(best[0], loss(0));
                best[1] = Math.min(best[1], loss(1));
                assertEquals((best[0] + best[1]) / 2, figures.score(), 1e-6);
                assertEquals((loss(0) + loss(1)) / 2, figures.validLoss(), 1e-6);
            }
        }
    }

    /** Forty rows in tens and 24 in eights: four steps, of which the second member takes part in the last three quarters. */
    @Test
    void membersOfUnequalBatchesLearnAllTheirRowsOnceAnEpoch() {
        try (Ensemble ensemble = ensemble(10, 8)) {
            assertEquals(4, ensemble.steps());
            assertEquals(10, ensemble.batch());
            int[] rows = new int[4];
            for (int step = 0; step < 4; step++) {
                rows[step] = ensemble.rows(step);
            }
            assertArrayEquals(new int[] {10, 18, 18, 18}, rows);
            ensemble.batch(5);
            assertEquals(8, ensemble.steps());
            assertEquals(5, ensemble.batch());
            ensemble.batch(10);
            assertEquals(4, ensemble.steps(), "each has the batch that it wants where memory holds it");
        }
    }

    @Test
    void anEpochThatIsCancelledWhileItIsScoredKeepsNothing() {
        try (Ensemble ensemble = ensemble(8, 8)) {
            epoch(ensemble, 1);
            Map<String, float[]> before = copies(ensemble.state());
            ensemble.begin(2, 0);
            ensemble.step(0, 1);
            int[] asked = new int[1];
            assertTrue(ensemble.end(16, () -> asked[0]++ > 0).isEmpty(), "the second member is not scored");
            Map<String, float[]> after = copies(ensemble.state());
            before.forEach((name, values) -> {
                if (name.startsWith("best.")) {
                    assertArrayEquals(values, after.get(name), name);
                }
            });
            assertEquals(List.of(1, 1), List.of(ensemble.bestEpochs()[0], ensemble.bestEpochs()[1]));
        }
    }
}
