package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeGanTest {
    private static final int WINDOW = 12;
    private static final int ROWS = 64;

    private record Case(
            float[] paths, double lost, double surprise, double beside, double[] gradients, float[] judged) {}

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static GenerateSpec spec(String model, Object... settings) {
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, ""), "model", model);
        Map<String, Object> small =
                new LinkedHashMap<>(Map.of("window", WINDOW, "units", 6, "batch", 16, "epochs", 6, "statistics", "no"));
        for (int i = 0; i < settings.length; i += 2) {
            small.put((String) settings[i], settings[i + 1]);
        }
        for (Map.Entry<String, Object> setting : small.entrySet()) {
            spec = Specs.with(spec, setting.getKey(), setting.getValue());
        }
        return spec;
    }

    /** Answers and losses within 1e-5 of PyTorch's, norms of gradients within a thousandth. */
    @ParameterizedTest
    @CsvSource({"lstm-gan,1", "lstm-gan,2", "gru-gan,1", "gru-gan,2"})
    void networksAndLossesAreThoseOfPyTorch(String model, int series) throws IOException {
        Case wanted = cases().get(model + " " + series);
        int rows = 3;
        int window = 10;
        TimeNetwork parts = new TimeNetwork(model, series, 4);
        Network network = new Network(parts, new Shape(window + 1, series + 2));
        RollingGenerator rolling = new RollingGenerator(network, window, series + 2, series, 0, 1, 1);
        try (Generator generator = new TimeGenerator(rolling, parts, 10);
                NDManager scratch = network.manager().newSubManager()) {
            ReferenceNetworksTest.fill(network);
            NDArray noise = numbers(999, scratch, rows, window + 1, series + 2);
            NDArray real = numbers(998, scratch, rows, window * series);
            TimeGenerator time = (TimeGenerator) generator;
            assertEquals(wanted.lost(), time.lost(real).getFloat(), 1e-5);
            assertEquals(wanted.surprise(), time.surprise(real).getFloat(), 1e-5);
            try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                NDArray fake = generator.rows(noise, true);
                assertArrayEquals(wanted.paths(), fake.toFloatArray(), 1e-5f);
                NDArray beside = generator.beside(real, fake);
                assertEquals(wanted.beside(), beside.getFloat(), 1e-5 * wanted.beside());
                collector.backward(beside);
            }
            List<NDArray> weights = new ArrayList<>(network.trainable().values());
            assertEquals(wanted.gradients().length, weights.size());
            for (int i = 0; i < weights.size(); i++) {
                NDArray gradient = weights.get(i).getGradient();
                gradient.attach(scratch);
                double norm = gradient.norm().getFloat();
                assertEquals(wanted.gradients()[i], norm, 1e-3 * wanted.gradients()[i], "weight " + i);
            }
        }
        GenerateSpec spec = spec(model, "window", window, "units", 4, "adversarialLoss", "original");
        try (Network judge = TimeGan.judge(spec, series, 2, 5);
                NDManager scratch = judge.manager().newSubManager()) {
            ReferenceNetworksTest.fill(judge);
            NDArray x = numbers(997, scratch, rows, 2 + window * series + 5);
            assertArrayEquals(wanted.judged(), judge.forward(x, false).toFloatArray(), 1e-5f);
        }
    }

    private static NDArray numbers(int tensor, NDManager manager, int... shape) {
        Shape of = new Shape(Arrays.stream(shape).asLongStream().toArray());
        return manager.create(ReferenceNetworksTest.numbers(tensor, Math.toIntExact(of.size()), 1, 0), of);
    }

    /** Two epochs of each phase; a second trainee takes over in the middle of each, and ends with the same bits. */
    @ParameterizedTest
    @CsvSource({"lstm-gan,original", "gru-gan,wgan-gp", "gru-gan,hinge"})
    void everyPhaseGoesOnFromItsStateBitForBit(String model, String loss) {
        GenerateSpec spec = spec(model, "adversarialLoss", loss, "pretraining", 2 / 3.0);
        try (Taught whole = new Taught(spec, 1)) {
            Map<String, Map<String, float[]>> halts = new LinkedHashMap<>();
            List<Double> scores = new ArrayList<>();
            for (int epoch = 0; epoch < 6; epoch++) {
                whole.lessons.begin(epoch, 0);
                for (int step = 0; step < whole.lessons.steps(); step++) {
                    whole.step(epoch, step);
                    if (step == 1 && epoch % 2 == 1) {
                        halts.put(epoch + "", copy(whole.lessons.state()));
                    }
                }
                Trainee.Figures figures =
                        whole.lessons.end((long) ROWS, () -> false).orElseThrow();
                scores.add(figures.score());
            }
            assertEquals(List.of(1e6, 1e6, 1e6, 1e6, 0.5, 0.5), scores);
            Map<String, float[]> end = copy(whole.lessons.state());
            halts.forEach((epoch, state) -> assertSame(end, goneOn(spec, Integer.parseInt(epoch), state)));
        }
    }

    /** Steps of half as many rows are twice as many, and the phases still change where epochs end. */
    @Test
    void phasesAreEpochsWhateverTheBatch() {
        GenerateSpec spec = spec("gru-gan", "pretraining", 2 / 3.0);
        try (Taught taught = new Taught(spec, 1)) {
            List<Double> scores = new ArrayList<>();
            for (int epoch = 0; epoch < 6; epoch++) {
                if (epoch == 1) {
                    taught.lessons.batch(8);
                }
                taught.lessons.begin(epoch, 0);
                for (int step = 0; step < taught.lessons.steps(); step++) {
                    taught.step(epoch, step);
                }
                scores.add(taught.lessons
                        .end((long) ROWS, () -> false)
                        .orElseThrow()
                        .score());
            }
            assertEquals(List.of(1e6, 1e6, 1e6, 1e6, 0.5, 0.5), scores);
        }
    }

    private static Map<String, float[]> goneOn(GenerateSpec spec, int halted, Map<String, float[]> state) {
        try (Taught later = new Taught(spec, 99)) {
            later.lessons.state().forEach((name, array) -> put(array, state.get(name)));
            later.lessons.resumeAt((long) halted * later.lessons.steps() + 2);
            for (int epoch = halted; epoch < 6; epoch++) {
                int from = epoch == halted ? 2 : 0;
                later.lessons.begin(epoch, from);
                for (int step = from; step < later.lessons.steps(); step++) {
                    later.step(epoch, step);
                }
                later.lessons.end((long) ROWS, () -> false);
            }
            return copy(later.lessons.state());
        }
    }

    private static void put(NDArray target, float[] values) {
        try (NDManager scratch = target.getManager().newSubManager()) {
            Weights.set(target, scratch.create(values, target.getShape()));
        }
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> found) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, values) -> assertArrayEquals(values, found.get(name), name));
    }

    private static Map<String, float[]> copy(Map<String, NDArray> state) {
        Map<String, float[]> copy = new LinkedHashMap<>();
        state.forEach((name, array) -> copy.put(name, array.toFloatArray()));
        return copy;
    }

    /** Windows around 3 that swing by a tenth. */
    private static final class Taught implements AutoCloseable {
        final Generator generator;
        final Network judge;
        final TimeLessons lessons;

        Taught(GenerateSpec spec, long seed) {
            Torch.seed(seed);
            generator = TimeGan.generator(spec, 1, 0);
            judge = TimeGan.judge(spec, 1, 0, 0);
            Random random = new Random(1);
            float[] x = new float[ROWS * WINDOW];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) (3 + 0.1 * random.nextGaussian());
            }
            Samples rows = new Samples(x, new Shape(WINDOW), new float[ROWS], 1);
            Duel.Lessons learnt = new Duel.Lessons(rows, spec.batch(), null, spec.average(), Duel.View.ROWS);
            Duel joint = GanNetworks.lessons(
                    spec, generator, judge, learnt, sampler -> new Duel.Checked(0.5, Map.of("seen", 1.0)));
            lessons = new TimeLessons(spec, (TimeGenerator) generator, joint);
        }

        void step(int epoch, int step) {
            Torch.seed(100L * epoch + step);
            assertTrue(Double.isFinite(lessons.step(step, 1)));
        }

        @Override
        public void close() {
            lessons.close();
            judge.close();
            generator.close();
        }
    }

    /** Each epoch of 4 steps; the first two phases teach no judge and leave no array behind. */
    @Test
    void aToyIsLearntThroughAllPhases() {
        GenerateSpec spec = spec("gru-gan", "epochs", 100, "learningRate", 0.01, "pretraining", 0.2);
        try (Taught taught = new Taught(spec, 1)) {
            Map<String, Double> losses = new LinkedHashMap<>();
            int alive = 0;
            for (int epoch = 0; epoch < 100; epoch++) {
                taught.lessons.begin(epoch, 0);
                for (int step = 0; step < 4; step++) {
                    taught.step(epoch, step);
                }
                Trainee.Figures figures =
                        taught.lessons.end((long) ROWS, () -> false).orElseThrow();
                figures.values().forEach((name, value) -> losses.put(name + " " + (epochOf(losses, name)), value));
                if (epoch == 21) {
                    alive = Torch.liveArrays();
                }
            }
            assertEquals(alive, Torch.liveArrays());
            assertTrue(losses.get("embeddingLoss 9") < losses.get("embeddingLoss 0") / 2, losses.toString());
            assertTrue(losses.get("supervisedLoss 9") < losses.get("supervisedLoss 0"), losses.toString());
            float[] drawn = taught.generator.draw(256);
            double mean = 0;
            for (float r : drawn) {
                mean += r / drawn.length;
            }
            assertEquals(3, mean, 0.3);
        }
    }

    private static long epochOf(Map<String, Double> losses, String name) {
        return losses.keySet().stream()
                .filter(key -> key.startsWith(name + " "))
                .count();
    }

    /** The states of weights twice as large forget slowly; after the days before a path they are as on any day. */
    @ParameterizedTest
    @ValueSource(strings = {"lstm-gan", "gru-gan"})
    void firstAndLastYearsAreAlike(String model) {
        try (Generator generator = TimeGan.generator(spec(model), 1, 0)) {
            generator.network().trainable().forEach((name, weight) -> {
                if (name.startsWith("generator") || name.startsWith("recovery")) {
                    weight.muli(2);
                }
            });
            float[][] paths = generator.paths(new Generator.Wanted(0, 256, 756, 5));
            double[] first = moments(paths, 0, 252);
            double[] last = moments(paths, 504, 756);
            assertEquals(first[0], last[0], 0.02);
            assertEquals(1, first[1] / last[1], 0.02);
            double[] day = moments(paths, 0, 3);
            assertEquals(1, day[1] / last[1], 0.1);
        }
    }

    private static double[] moments(float[][] paths, int from, int to) {
        double[] days = Arrays.stream(paths)
                .flatMapToDouble(p -> IntStream.range(from, to).mapToDouble(t -> p[t]))
                .toArray();
        double mean = Arrays.stream(days).average().orElseThrow();
        double squares =
                Arrays.stream(days).map(r -> (r - mean) * (r - mean)).average().orElseThrow();
        return new double[] {mean, Math.sqrt(squares)};
    }

    @Test
    void aBlockDrawnAloneEqualsThatOfALargerSetAndSeriesStandSideBySide() {
        try (Generator generator = TimeGan.generator(spec("gru-gan"), 2, 0)) {
            float[][] all = generator.paths(new Generator.Wanted(0, 300, 30, 5));
            float[][] second = generator.paths(new Generator.Wanted(256, 44, 30, 5));
            assertEquals(60, all[0].length);
            for (int i = 0; i < 44; i++) {
                assertArrayEquals(all[256 + i], second[i]);
            }
            assertFalse(Arrays.equals(all[0], all[256]));
        }
    }

    @Test
    void aConditionalOneBeginsWithItsConditionAndAnswersToIt() {
        try (Generator generator = TimeGan.generator(spec("gru-gan"), 1, 3);
                NDManager scratch = generator.network().manager().newSubManager()) {
            NDArray real = numbers(9, scratch, 4, 3 + WINDOW);
            NDArray rows = generator.rows(generator.noise(scratch, real), false);
            assertEquals(new Shape(4, 3 + WINDOW), rows.getShape());
            float[] wanted = real.get(":, :3").toFloatArray();
            assertArrayEquals(wanted, rows.get(":, :3").toFloatArray());
            Generator.Wanted paths = new Generator.Wanted(0, 2, 5, 1);
            float[][] calm = generator.paths(paths, new float[] {-2, -2, -2});
            float[][] wild = generator.paths(paths, new float[] {2, 2, 2});
            assertFalse(Arrays.equals(calm[0], wild[0]));
            assertThrows(IllegalArgumentException.class, () -> generator.paths(paths));
        }
    }

    private static Map<String, Case> cases() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(TimeGanTest.class.getResourceAsStream("timegan.json")),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(file, new TypeToken<>() {});
        }
    }
}
