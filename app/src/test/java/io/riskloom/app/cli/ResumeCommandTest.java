package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.service.TrainingJob;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aStoppedRunGoesOnToItsEndAndOnlyOnce() throws IOException {
        Path project = folder.resolve("project");
        String id = stopped(project, CliRun.sample(folder, "VIX.csv"));
        CliRun resumed = CliRun.of("resume", id, "--project", project, "--json");
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(id, resumed.json().get("run").getAsString());
        assertEquals("finished", resumed.json().get("outcome").getAsString());
        assertEquals(4, resumed.json().get("epochs").getAsInt());
        assertEquals(
                List.of("epoch 1 of 4", "epoch 2 of 4", "epoch 3 of 4", "epoch 4 of 4"),
                resumed.err()
                        .lines()
                        .map(l -> l.replaceFirst(".*: (epoch . of .).*", "$1"))
                        .toList());

        CliRun again = CliRun.of("resume", id, "--project", project);
        assertEquals(1, again.code());
        assertTrue(again.err().contains(id) && again.err().contains("is finished"), again.err());
        CliRun unknown = CliRun.of("resume", "nosuchrun", "--project", project);
        assertEquals(1, unknown.code());
        assertTrue(unknown.err().contains("nosuchrun"), unknown.err());
    }

    /** After its first epoch. */
    private static String stopped(Path folder, Path data) throws IOException {
        RunSpec spec = Specs.defaults("forecast", data.toString());
        for (var setting : Map.of("window", 10, "horizon", 2, "units", 4, "layers", 1, "epochs", 4)
                .entrySet()) {
            spec = Specs.with(spec, setting.getKey(), setting.getValue());
        }
        AtomicReference<TrainingJob> job = new AtomicReference<>();
        EngineEvents stopping = new EngineEvents() {
            @Override
            public void epoch(EpochReport report) {
                job.get().cancel();
            }

            @Override
            public void progress(Progress progress) {}

            @Override
            public void log(LogLine line) {}
        };
        try (Project project = Project.open(folder)) {
            ChildOptions options = ChildOptions.defaults();
            job.set(new TrainingJob(project, spec, "cpu", EngineStarter.child(), options, stopping));
            return job.get().start().join().id();
        }
    }
}
