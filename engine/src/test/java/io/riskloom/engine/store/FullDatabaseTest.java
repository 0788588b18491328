package io.riskloom.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose file may not grow any more, as on a full disk. */
class FullDatabaseTest {

    private static final Provenance PROVENANCE = new Provenance("abc", "cpu", 1, Map.of("java", "25"));

    @TempDir
    private Path folder;

    private Project fixed() {
        return Project.open(folder, path -> {
            Database database = Database.open(path);
            database.read(() -> database.query(
                    "PRAGMA max_page_count = "
                            + database.query("PRAGMA page_count", row -> row.getInt(1))
                                    .getFirst(),
                    row -> row.getInt(1)));
            return database;
        });
    }

    @Test
    void aFullProjectRefusesInWordsStaysReadableAndOpensAgain() {
        String id;
        try (Project project = Project.open(folder)) {
            id = project.begin(Specs.defaults("forecast", "p.csv"), PROVENANCE).id();
            project.epoch(id, new EpochReport(1, 9, 1, 1, Map.of(), 0.5));
        }
        String name = "x".repeat(100_000);
        try (Project project = fixed()) {
            StoreException full = assertThrows(
                    StoreException.class, () -> project.epoch(id, new EpochReport(2, 9, 1, 1, Map.of(name, 1.0), 0.5)));
            assertEquals("store.error.database", full.notice().key());
            assertTrue(
                    full.notice().args().getLast().contains("full"),
                    full.notice().toString());
            Run run = project.run(id).orElseThrow();
            assertEquals(1, run.epochs().size(), "nothing of the refused epoch is left");
            Notice reason = Notice.of("run.error.disk", "models", "No space left on device");
            assertEquals(
                    new Outcome.Failed(reason),
                    project.finish(id, new Outcome.Failed(reason), 1).outcome(),
                    "a short outcome finds room in the row's own page");
        }
        try (Project project = Project.open(folder)) {
            Run run = project.run(id).orElseThrow();
            assertInstanceOf(Outcome.Failed.class, run.outcome());
            assertFalse(run.epochs().isEmpty());
            project.epoch(id, new EpochReport(2, 9, 1, 1, Map.of(name, 1.0), 0.5));
        }
    }
}
