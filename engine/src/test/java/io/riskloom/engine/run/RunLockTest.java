package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two trainings never write into one folder. */
class RunLockTest {

    @TempDir
    private Path folder;

    /** Takes the folder {@code args[0]}, says so and keeps it until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (RunLock lock = RunLock.take(Path.of(args[0]))) {
                System.out.println("took it: " + (lock != null));
                int end = System.in.read();
                System.exit(end);
            }
        }
    }

    private Process holder() throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aTrainingIsRefusedWhileAnotherProcessHasTheFolderAndNotOnceThatIsKilled() throws Exception {
        RunSpec spec = Specs.defaults("forecast", folder.resolve("missing.csv").toString());
        Process other = holder();
        try (BufferedReader said = other.inputReader()) {
            assertEquals("took it: true", said.readLine());
            Outcome refused = Training.train(spec, folder, "cpu", RunMonitor.SILENT);
            assertEquals(
                    "run.error.folderInUse[" + folder.getFileName() + "]",
                    assertInstanceOf(Outcome.Failed.class, refused).reason().toString());
        } finally {
            other.destroyForcibly();
        }
        other.waitFor();
        Outcome begun = Training.train(spec, folder, "cpu", RunMonitor.SILENT);
        assertEquals(
                "data.error.notFound",
                assertInstanceOf(Outcome.Failed.class, begun).reason().key());
    }

    @Test
    void theSameProcessTakesAFolderOnceAtATime() throws Exception {
        Path linked = Files.createDirectories(folder.resolve("models")).resolve("../models");
        try (RunLock lock = RunLock.take(folder.resolve("models"))) {
            NoticeException refused = assertThrows(NoticeException.class, () -> RunLock.check(linked));
            assertEquals("run.error.folderInUse", refused.notice().key(), lock.toString());
        }
        assertDoesNotThrow(() -> RunLock.check(linked));
    }
}
