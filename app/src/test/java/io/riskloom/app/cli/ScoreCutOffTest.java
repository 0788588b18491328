package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCutOffTest {

    @TempDir
    Path folder;

    /** A run of an earlier version may have kept no cut-off: nobody would be refused, and nobody told. */
    @Test
    void aRunWithoutACutOffAsksForOne() throws Exception {
        Path data = Files.writeString(folder.resolve("loans.csv"), "age,class\n30,good\n");
        String id;
        try (Project project = Project.open(folder.resolve("project"))) {
            CreditSpec spec = Specs.defaults(CreditSpec.class, data.toString());
            Run run = project.begin(spec, new Provenance("", "cpu", 1, Map.of()));
            id = run.id();
            project.finish(
                    id,
                    new Outcome.Finished(new Evaluation(
                            Map.of(Metric.CUT_OFF, Double.NaN),
                            Map.of(),
                            List.of(),
                            Notice.of("verdict.none"),
                            0,
                            List.of(),
                            null)),
                    1);
        }
        CliRun scored = CliRun.of("score", id, "--data", data, "--project", folder.resolve("project"));
        assertEquals(2, scored.code(), scored.err());
        assertTrue(scored.err().contains("found no cut-off") && scored.err().contains("--cut-off"), scored.err());
        assertEquals("", scored.out());
    }
}
