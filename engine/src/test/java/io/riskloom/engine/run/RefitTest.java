package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefitTest {
    private static final String NOTE = "run.note.refitted";

    private final GenerateSpec spec = Specs.with(
            Specs.defaults(GenerateSpec.class, "toy.csv"),
            Map.of("model", "mlp-gan", "window", 10, "latent", 4, "units", 8, "epochs", 4));

    @TempDir
    private Path folder;

    @Test
    void aGeneratorIsTaughtAgainOnValidationDaysToo() throws Exception {
        Outcome.Finished once = train(Specs.with(spec, "refit", "no"), "once", RunMonitor.SILENT);
        Outcome.Finished again = train(spec, "again", RunMonitor.SILENT);
        assertFalse(told(once));
        assertTrue(told(again));
        assertFalse(Arrays.equals(file("once", "weights.safetensors"), file("again", "weights.safetensors")));
        assertFalse(Arrays.equals(file("once", "model.json"), file("again", "model.json")), "scales of more days");
        assertTrue(leftovers("again").isEmpty());
    }

    /** A folder of another choice of the epoch, as a kill may leave it, is no hindrance and does not stay. */
    @Test
    void whatAnEarlierTrainingLeftIsCleared() throws Exception {
        Path left = Files.createDirectories(folder.resolve("again/refit-1"));
        Files.writeString(left.resolve("checkpoint.safetensors"), "of another run");
        Files.writeString(folder.resolve("again/playback.jsonl"), "{}\n{}\n");
        train(spec, "again", RunMonitor.SILENT);
        assertTrue(leftovers("again").isEmpty());
        assertEquals(
                4, Playback.read(folder.resolve("again")).orElseThrow().frames().size());
    }

    /** Four epochs of four or more questions; what comes later is asked while it learns again. */
    @Test
    void toldToEndWhileItLearnsAgainItKeepsWhatTheValidationDaysChose() throws Exception {
        train(Specs.with(spec, "refit", "no"), "once", RunMonitor.SILENT);
        Outcome.Finished ended = train(spec, "ended", new AfterFour());
        assertFalse(told(ended));
        assertArrayEquals(file("once", "weights.safetensors"), file("ended", "weights.safetensors"));
        assertTrue(leftovers("ended").isEmpty());
    }

    /** Has had enough from the first step after the fourth epoch on. */
    private static final class AfterFour implements RunMonitor {
        private int epochs;
        private int asked;

        @Override
        public void onEpoch(EpochReport report) {
            epochs++;
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public boolean enough() {
            return epochs == 4 && asked++ > 0;
        }
    }

    private Outcome.Finished train(RunSpec of, String name, RunMonitor monitor) throws Exception {
        Path run = Files.createDirectories(folder.resolve(name));
        return assertInstanceOf(Outcome.Finished.class, Recipes.of(of).train(of, ToyData.swings(300), run, monitor));
    }

    private static boolean told(Outcome.Finished outcome) {
        long notes = outcome.evaluation().warnings().stream()
                .filter(notice -> notice.key().equals(NOTE))
                .count();
        assertTrue(notes <= 1);
        return notes == 1;
    }

    private List<Path> leftovers(String run) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve(run))) {
            return files.filter(file -> file.getFileName().toString().startsWith("refit"))
                    .toList();
        }
    }

    private byte[] file(String run, String name) throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve(run).resolve(name));
        assertTrue(bytes.length > 0);
        return bytes;
    }
}
