package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of learning, through whole runs on toy data and one thread. */
class LearningTest {

    private static String threadsBefore;

    @TempDir
    private Path folder;

    @BeforeAll
    static void oneThread() {
        threadsBefore = System.setProperty("riskloom.threads", "1");
    }

    @AfterAll
    static void threadsAsBefore() {
        if (threadsBefore == null) {
            System.clearProperty("riskloom.threads");
        } else {
            System.setProperty("riskloom.threads", threadsBefore);
        }
    }

    /** Keeps the reports and cancels at the given question. */
    private static class Watch implements RunMonitor {
        private final List<EpochReport> epochs = new ArrayList<>();
        private final int cancelAt;
        private int asked;

        Watch(int cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        public void onEpoch(EpochReport report) {
            epochs.add(report);
        }

        @Override
        public boolean cancelled() {
            return ++asked >= cancelAt;
        }
    }

    private static RunSpec spec(String task, String settings) {
        Map<String, String> small = Map.of(
                "forecast", "window=8 horizon=2 units=4 layers=1 batch=16 learningRate=0.01",
                "classify", "model=mlp window=8 horizon=2 units=4 layers=1 batch=16 learningRate=0.01",
                "credit", "members=2 units=8 units2=4 batch=32",
                "generate", "model=mlp-gan window=10 latent=4 units=8 batch=16");
        RunSpec spec = Specs.with(Specs.defaults(task, "toy.csv"), "epochs", 4);
        for (String setting : (small.get(task) + " " + settings).split(" ")) {
            spec = Specs.with(spec, setting.split("=")[0], setting.split("=")[1]);
        }
        return spec;
    }

    private static Imported data(String task) {
        return task.equals("credit") ? ToyData.applicants(300, false) : ToyData.swings(200);
    }

    private Outcome train(RunSpec spec, String name, RunMonitor monitor) throws Exception {
        Path run = Files.createDirectories(folder.resolve(name));
        return Recipes.of(spec).train(spec, data(spec.task()), run, monitor);
    }

    private byte[] weights(String name) throws Exception {
        return Files.readAllBytes(folder.resolve(name).resolve("weights.safetensors"));
    }

    @ParameterizedTest
    @CsvSource({
        "forecast, optimiser=sgd schedule=plateau loss=mse stopOn=mae l2=0.001",
        "forecast, optimiser=adam schedule=one-cycle warmup=0.3 loss=mae l1=0.0001",
        "forecast, target=volatility volatilityDays=5 skip=yes model=gru",
        "classify, directions=three dropout=0.2",
        "credit, schedule=constant classWeights=balanced stopOn=auc",
        "generate, optimiser=sgd schedule=plateau momentum=0.9"
    })
    void aRunStoppedWithinAnEpochGoesOnBitForBit(String task, String settings) throws Exception {
        RunSpec spec = spec(task, settings);
        Watch whole = new Watch(Integer.MAX_VALUE);
        assertInstanceOf(Outcome.Finished.class, train(spec, "whole", whole));
        assertEquals(4, whole.epochs.size());
        int stops = 0;
        for (int question = 3;
                !(train(spec, "resumed", new Watch(question)) instanceof Outcome.Finished);
                question += 4) {
            stops++;
        }
        assertTrue(stops > 2, stops + " stops");
        assertArrayEquals(weights("whole"), weights("resumed"));
    }

    @ParameterizedTest
    @CsvSource({"forecast, stopOn=mae, validMae, 1", "credit, stopOn=auc, validAuc, -1"})
    void theEpochThatIsBestByTheChosenFigureIsKept(String task, String setting, String figure, double sign)
            throws Exception {
        Watch watch = new Watch(Integer.MAX_VALUE);
        train(Specs.with(spec(task, setting), "epochs", 8), "run", watch);
        EpochReport best = watch.epochs.stream()
                .min(Comparator.comparingDouble(e -> sign * e.values().get(figure)))
                .orElseThrow();
        String model = Files.readString(folder.resolve("run/model.json"));
        assertEquals(
                best.epoch(),
                JsonParser.parseString(model).getAsJsonObject().get("bestEpoch").getAsInt());
    }

    @Test
    void fiveThousandStepsTakeNoMemory() throws Exception {
        List<Long> kilobytes = new ArrayList<>();
        Watch watch = new Watch(Integer.MAX_VALUE) {
            @Override
            public void onEpoch(EpochReport report) {
                super.onEpoch(report);
                if (report.epoch() == 10 || report.epoch() == 62) {
                    System.gc();
                    kilobytes.add(resident());
                }
            }
        };
        CreditSpec spec = (CreditSpec) spec("credit", "batch=2 epochs=62 patience=1000");
        assertInstanceOf(Outcome.Finished.class, train(spec, "long", watch));
        // 300 applicants: each network learns four fifths of the 210 that are not tested
        assertTrue(watch.asked > 5000, watch.asked + " questions, one a step");
        long grown = kilobytes.get(1) - kilobytes.get(0);
        assertTrue(grown < 40_000, "resident memory grew by " + grown + " kB after the tenth epoch");
    }

    /**
     * A step of plain descent changes the distance of a weight from its goal by the factor 1 − η·λ, where λ is at least l2 +
     * weightDecay = 2, and for the head's bias 1 more from the squared error of one of two days. After the warm-up η is 1, so
     * that the bias goes twice as far off in every step, whatever the data are, and 2¹²⁸ is no number any more.
     */
    @Test
    void aRunThatDivergesNamesItsStepAndKeepsTheLastGoodWeights() throws Exception {
        String wild =
                "model=mlp optimiser=sgd momentum=0 learningRate=1 schedule=constant warmup=0.3 l2=1 weightDecay=1"
                        + " clipNorm=0 loss=mse epochs=60 patience=1000";
        Watch watch = new Watch(Integer.MAX_VALUE);
        NoticeException stopped =
                assertThrows(NoticeException.class, () -> train(spec("forecast", wild), "wild", watch));
        assertEquals("run.error.notFinite", stopped.notice().key());
        assertEquals(
                String.valueOf(watch.epochs.size() + 1), stopped.notice().args().getFirst());
        assertTrue(Files.exists(folder.resolve("wild/checkpoint.safetensors")));
        assertTrue(weights("wild").length > 0);
    }

    /** In kB where the system tells it, else 0. */
    private static long resident() {
        Path status = Path.of("/proc/self/status");
        try (Stream<String> lines = Files.exists(status) ? Files.lines(status) : Stream.empty()) {
            return lines.filter(l -> l.startsWith("VmRSS"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLearningSettingChangesTheWeights() throws Exception {
        train(spec("forecast", "seed=7"), "base", RunMonitor.SILENT);
        for (String setting : List.of(
                "optimiser=adam",
                "optimiser=sgd",
                "momentum=0.5",
                "schedule=constant",
                "schedule=plateau",
                "schedule=one-cycle",
                "warmup=0.5",
                "l1=0.01",
                "l2=0.01",
                "clipNorm=0.01",
                "loss=mse",
                "loss=mae")) {
            train(spec("forecast", setting), setting, RunMonitor.SILENT);
            assertTrue(!Arrays.equals(weights("base"), weights(setting)), setting);
        }
    }

    @Test
    void probabilitiesKeepTheirLevelWhereBothClassesWeighAlike() throws Exception {
        double plain = meanProbability("none");
        double balanced = meanProbability("balanced");
        assertEquals(plain, balanced, 0.05);
        assertTrue(!Arrays.equals(weights("none"), weights("balanced")));
    }

    private double meanProbability(String classWeights) throws Exception {
        CreditSpec spec = (CreditSpec) Specs.with(spec("credit", "classWeights=" + classWeights), "epochs", 30);
        Outcome.Finished finished =
                assertInstanceOf(Outcome.Finished.class, train(spec, classWeights, RunMonitor.SILENT));
        Evaluation evaluation = finished.evaluation();
        double[] answers =
                assertInstanceOf(Details.OfCredit.class, evaluation.details()).probabilityBad();
        return Arrays.stream(answers).average().orElseThrow();
    }
}
