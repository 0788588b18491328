package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    Path folder;

    private String stored() throws IOException {
        try (Project project = Project.open(folder.resolve("project"))) {
            Run run = project.begin(
                    Specs.defaults("forecast", "/data/prices.csv"), new Provenance("ab12", "cpu", 1, Map.of()));
            project.epoch(run.id(), new EpochReport(1, 60, 0.5, 0.25, Map.of("learningRate", 0.001), 1.5));
            Files.write(project.modelFolder(run.id()).resolve("weights.safetensors"), new byte[] {1, 2});
            project.finish(run.id(), new Outcome.Failed(Notice.of("run.error.noCuda")), 2);
            return run.id();
        }
    }

    @Test
    void theFilesOfARunAreNamedOnStandardOutput() throws IOException {
        String id = stored();
        Path out = folder.resolve("out");
        CliRun run = CliRun.of("export", id, "--project", folder.resolve("project"), "--out", out);
        assertEquals(0, run.code(), run.err());
        assertEquals(
                List.of("spec.json", "metrics.csv", "epochs.csv", "weights.safetensors"),
                run.lines().stream()
                        .map(line -> Path.of(line).getFileName().toString())
                        .toList());
        assertEquals(
                "epoch,trainLoss,validLoss,learningRate,seconds\n1,0.5,0.25,0.001,1.5\n",
                Files.readString(out.resolve("epochs.csv")));
        assertEquals(2, Files.size(out.resolve("weights.safetensors")));
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInOneLine() throws IOException {
        String id = stored();
        Path file = Files.writeString(folder.resolve("file"), "x");
        CliRun run = CliRun.of("export", id, "--project", folder.resolve("project"), "--out", file);
        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(file.toString()), run.err());
    }

    @Test
    void anUnknownRunIsRefused() throws IOException {
        stored();
        CliRun run = CliRun.of("export", "nosuchrun", "--project", folder.resolve("project"), "--out", folder);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("nosuchrun"), run.err());
    }
}
