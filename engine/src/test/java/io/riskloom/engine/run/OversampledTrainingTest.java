package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trainings with generated bad applicants. */
class OversampledTrainingTest {
    private static final Imported.Credit DATA = ToyData.repayers(220);

    private static String threadsBefore;

    @TempDir
    private Path folders;

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

    private static CreditSpec spec(Map<String, Object> settings) {
        CreditSpec spec = Specs.with(
                Specs.defaults(CreditSpec.class, "toy.csv"),
                Map.of("oversample", "gan", "oversampleShare", 0.5, "epochs", 4, "batch", 32, "units", 8, "units2", 6));
        return Specs.with(Specs.with(spec, Map.of("members", 1, "learningRate", 0.02)), settings);
    }

    private static Outcome train(CreditSpec spec, Path folder, RunMonitor monitor) throws Exception {
        Files.createDirectories(folder);
        return Recipes.of(spec).train(spec, DATA, folder, monitor);
    }

    private static Evaluation finished(CreditSpec spec, Path folder) throws Exception {
        return assertInstanceOf(Outcome.Finished.class, train(spec, folder, RunMonitor.SILENT))
                .evaluation();
    }

    private static Details.OfCredit details(Evaluation evaluation) {
        return assertInstanceOf(Details.OfCredit.class, evaluation.details());
    }

    /** Stops when it is asked and the predicate of the finished epochs holds for the so many-th time. */
    private static RunMonitor stoppedAfter(IntPredicate epochs, int times) {
        return new RunMonitor() {
            private int finished;
            private int met;

            @Override
            public void onEpoch(EpochReport report) {
                finished++;
            }

            @Override
            public boolean cancelled() {
                return epochs.test(finished) && ++met > times;
            }
        };
    }

    @Test
    void stoppedWhileAGanLearnsAndAgainInAnEpochItEndsAsInOneGo() throws Exception {
        CreditSpec spec = spec(Map.of());
        Path whole = folders.resolve("whole");
        Evaluation once = finished(spec, whole);
        Path broken = folders.resolve("broken");
        assertInstanceOf(Outcome.Cancelled.class, train(spec, broken, stoppedAfter(epochs -> true, 60)));
        assertTrue(Files.exists(broken.resolve("checkpoint.safetensors")), "from which a run is resumed");
        assertInstanceOf(Outcome.Cancelled.class, train(spec, broken, stoppedAfter(epochs -> epochs == 2, 1)));
        Evaluation resumed = finished(spec, broken);
        assertEquals(details(once).augmentation(), details(resumed).augmentation());
        assertEquals(once.metrics(), resumed.metrics());
        for (String file : List.of("weights.safetensors", "model.json")) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(broken.resolve(file)), file);
        }
        assertEquals(List.of("model.json", "outcome.json", "weights.safetensors"), names(broken));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The process may die when the weights of the kept half stand already and the checkpoint is still of both. */
    @Test
    void endedBetweenItsWeightsAndItsOutcomeItEndsAgainTheSame() throws Exception {
        CreditSpec spec = spec(Map.of("epochs", 3));
        Path folder = folders.resolve("ended");
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        Path aside = folders.resolve("aside");
        RunMonitor monitor = new RunMonitor() {
            @Override
            public void onEpoch(EpochReport report) {
                try {
                    Files.copy(checkpoint, aside, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertInstanceOf(Outcome.Finished.class, train(spec, folder, monitor));
        byte[] weights = Files.readAllBytes(folder.resolve("weights.safetensors"));
        Files.copy(aside, checkpoint);
        finished(spec, folder);
        assertArrayEquals(weights, Files.readAllBytes(folder.resolve("weights.safetensors")));
        assertEquals(List.of("model.json", "outcome.json", "weights.safetensors"), names(folder));
    }

    @Test
    void theKeptNetworksAnswerAsTheyWereJudgedAndTheOthersAreGone() throws Exception {
        CreditSpec spec = spec(Map.of("members", 2));
        Path folder = folders.resolve("two");
        Evaluation evaluation = finished(spec, folder);
        Details.OfCredit found = details(evaluation);
        Details.Augmentation augmentation = found.augmentation();
        assertEquals(augmentation.aucWith() > augmentation.aucWithout(), augmentation.used());
        assertTrue(augmentation.aucWith() > 0.6 && augmentation.aucWithout() > 0.6, augmentation.toString());
        assertTrue(augmentation.made() > 20 && augmentation.made() < 200, augmentation.toString());
        assertTrue(augmentation.nearest() > 0.3 * augmentation.real(), "no copies: " + augmentation);
        assertTrue(augmentation.copies() < 0.2, augmentation.toString());
        String note = augmentation.used() ? "run.note.oversampleUsed" : "run.note.oversampleUnused";
        assertTrue(evaluation.warnings().stream()
                .anyMatch(told -> told.key().equals(note)
                        && told.args().getFirst().equals(Integer.toString(augmentation.made()))));
        try (CreditScorer scorer =
                assertInstanceOf(CreditScorer.class, Recipes.of(spec).load(spec, folder))) {
            double[] asked = scorer.probabilityBad(DATA.book());
            double[] again =
                    Arrays.stream(found.rows()).mapToDouble(row -> asked[row]).toArray();
            assertArrayEquals(found.probabilityBad(), again, 1e-6);
        }
    }

    @Test
    void withoutNeedItTrainsOnRealApplicantsAloneAndSaysSo() throws Exception {
        Evaluation evaluation = finished(spec(Map.of("oversampleShare", 0.05)), folders.resolve("enough"));
        assertNull(details(evaluation).augmentation());
        assertTrue(evaluation.warnings().stream()
                .anyMatch(warning -> warning.key().equals("run.warning.oversampleEnough")
                        && warning.args().equals(List.of("5"))));
    }
}
