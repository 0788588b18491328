package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.explain.EchoDetector;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.run.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unusual applicants of a file without a target. */
class StrangeAnswersTest {

    @TempDir
    private Path folder;

    private Path file;
    private AnomalySpec spec;
    private LocalEngine engine;

    private static final class Work extends FakeWork {
        @Override
        public TrainedModel load(Requests.ModelRef model) {
            return new EchoDetector();
        }

        @Override
        public Imported readForTraining(RunSpec spec) throws Exception {
            return Training.read(spec);
        }

        @Override
        public Imported readForScoring(Path data, Reading reading, Map<String, Boolean> numeric) throws Exception {
            return DataFile.readForScoring(data, reading, numeric);
        }
    }

    @BeforeEach
    void open() throws Exception {
        file = Files.writeString(
                folder.resolve("loans.csv"), "client_id,age,home,sum\n7,40,own,0\n8,80,rent,2000.5\n9,,own,1000\n");
        spec = Specs.defaults(AnomalySpec.class, file.toString());
        engine = new LocalEngine(EngineEvents.SILENT, new Work());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Requests.ModelRef model() {
        return new Requests.ModelRef(spec, folder.resolve("run").toString());
    }

    private String sha() throws Exception {
        return Training.read(spec).source().sha256();
    }

    private Notice refusal(String sha, int... rows) {
        CompletionException e = assertThrows(
                CompletionException.class, () -> engine.strangers(new Requests.StrangersRequest(model(), sha, rows))
                        .join());
        return ((EngineFailure) e.getCause()).notice();
    }

    @Test
    void applicantsOfAFileWithoutATargetAreExplained() throws Exception {
        List<Strangeness> found = engine.strangers(new Requests.StrangersRequest(model(), sha(), new int[] {1, 0}))
                .join();
        assertEquals(List.of(1, 0), found.stream().map(Strangeness::row).toList());
        assertEquals("age", found.getFirst().parts().getFirst().column());
        assertEquals("40", found.getFirst().parts().getFirst().expected());
    }

    @Test
    void anotherFileOrRowIsRefused() throws Exception {
        assertEquals(Notice.of("explain.error.row", 4, 3), refusal(sha(), 3));
        assertEquals(Notice.of("explain.error.dataChanged", "loans.csv"), refusal("0", 1));
        Files.delete(file);
        assertEquals(Notice.of("explain.error.dataGone", "loans.csv"), refusal("0", 1));
    }

    /** 80 years are 4 of 8 deviations, a missing age none. */
    @Test
    void aFileIsScoredWithAlarmsAndTheirReasons() throws Exception {
        Path out = folder.resolve("scores.csv");
        ScoreReport report = engine.scoreFile(
                        new Requests.ScoreFileRequest(model(), file.toString(), out.toString(), 0.5, 2))
                .join();
        assertEquals(
                List.of(
                        "row,client_id,score,decision,reason_1,reason_2",
                        "1,7,0,usual,,",
                        "2,8,1,alarm,\"age=80 (0.50, expected 40)\",\"sum=2000.5 (0.25, expected 0)\"",
                        "3,9,0.25,usual,\"sum=1000 (1.00, expected 0)\","),
                Files.readAllLines(out));
        assertEquals(3, report.rows());
        assertEquals(1, report.refused());
    }
}
