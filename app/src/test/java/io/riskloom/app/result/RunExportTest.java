package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportTest {

    private static final RunSpec SPEC = Specs.with(Specs.defaults("credit", "/data/=loans.csv"), "epochs", 2);

    @TempDir
    Path folder;

    private static Run run(Outcome outcome) {
        return new Run(
                "credit-mlp-0001",
                SPEC,
                new Provenance("ab12", "cpu", 1, Map.of()),
                Instant.parse("2026-06-01T10:00:00Z"),
                9,
                List.of(
                        new EpochReport(1, 2, 0.9, 0.8, Map.of("gradientNorm", 1.5e-7), 2.25),
                        new EpochReport(2, 2, 0.7, Double.NaN, Map.of("auc", 0.75, "gradientNorm", 0.5), 2)),
                outcome);
    }

    private static Outcome finished() {
        return new Outcome.Finished(new Evaluation(
                Map.of("auc", 0.79, "ks", 0.46),
                Map.of("auc", new Interval(0.75, 0.83)),
                List.of(new ChallengerScore("=logistic", Map.of("auc", 0.78))),
                Notice.of("runs.details.running"),
                0,
                List.of(),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0])));
    }

    private Path model(byte... weights) throws IOException {
        Path model = Files.createDirectories(folder.resolve("models/credit-mlp-0001"));
        if (weights.length > 0) {
            Files.write(model.resolve(RunExport.WEIGHTS), weights);
        }
        return model;
    }

    @Test
    void aChallengerHasItsIntervalsAndWhatTheModelHasMore() throws IOException {
        ChallengerScore forest = new ChallengerScore(
                "forest",
                Map.of("auc", 0.75),
                Map.of("auc", new Interval(0.7, 0.8)),
                Map.of("auc", new ChallengerScore.Gap(0.04, 0.01, 0.07, 0.01)));
        Evaluation evaluation = new Evaluation(
                Map.of("auc", 0.79),
                Map.of(),
                List.of(forest),
                Notice.of("runs.details.running"),
                0,
                List.of(),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]));
        assertEquals("""
                name,value,low,high,model,role
                auc,0.79,,,mlp,model
                auc,0.75,0.7,0.8,forest,challenger
                auc,0.04,0.01,0.07,forest,difference
                """, new RunExport(run(new Outcome.Finished(evaluation)), model()).metrics());
    }

    @Test
    void metricsAndEpochsArePlainTables() throws IOException {
        RunExport export = new RunExport(run(finished()), model());
        assertEquals("""
                name,value,low,high,model,role
                auc,0.79,0.75,0.83,mlp,model
                ks,0.46,,,mlp,model
                auc,0.78,,,'=logistic,challenger
                """, export.metrics());
        assertEquals("""
                epoch,trainLoss,validLoss,auc,gradientNorm,seconds
                1,0.9,0.8,,0.00000015,2.25
                2,0.7,,0.75,0.5,2
                """, export.epochs());
    }

    @Test
    void fourFilesAreWrittenAndTheSpecificationCanBeTrainedAgain() throws Exception {
        byte[] weights = {1, 2, 3, 4, 5};
        Path out = folder.resolve("new/out");
        List<Path> written = new RunExport(run(finished()), model(weights)).write(out);
        assertEquals(
                Stream.of("spec.json", "metrics.csv", "epochs.csv", "weights.safetensors")
                        .map(out::resolve)
                        .toList(),
                written);
        assertEquals(SPEC, Specs.parse(Files.readString(written.get(0))));
        assertArrayEquals(weights, Files.readAllBytes(written.get(3)));
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void aRunWithoutWeightsLeavesNoOthersBesideIt() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.write(out.resolve(RunExport.WEIGHTS), new byte[] {9});
        Files.writeString(out.resolve(RunExport.SPEC), "{}");
        Files.writeString(out.resolve("notes.txt"), "mine");
        Outcome failed = new Outcome.Failed(Notice.of("run.error.noCuda"));
        List<Path> written = new RunExport(run(failed), model()).write(out);
        assertEquals(3, written.size());
        assertTrue(Files.notExists(out.resolve(RunExport.WEIGHTS)));
        assertEquals("name,value,low,high,model,role\n", Files.readString(out.resolve(RunExport.METRICS)));
        assertEquals("mine", Files.readString(out.resolve("notes.txt")));
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        RunExport export = new RunExport(run(finished()), model());
        assertThrows(IOException.class, () -> export.write(file));
        assertEquals("x", Files.readString(file));
    }

    @Test
    void aRunIsNotExportedOverItsOwnOrAnothersWeights() throws IOException {
        Path model = model((byte) 1, (byte) 2);
        Path other = Files.createDirectories(folder.resolve("models/credit-mlp-0002"));
        Files.write(other.resolve(RunExport.WEIGHTS), new byte[] {3});
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("models"));
        RunExport export = new RunExport(run(finished()), model);
        for (Path out : List.of(
                model, other, link.resolve("credit-mlp-0002"), folder.resolve("models"), model.resolve("new/out"))) {
            NoticeException refusal = assertThrows(NoticeException.class, () -> export.write(out));
            assertEquals(Notice.of("runs.error.intoModels", out), refusal.notice());
        }
        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(model.resolve(RunExport.WEIGHTS)));
        assertArrayEquals(new byte[] {3}, Files.readAllBytes(other.resolve(RunExport.WEIGHTS)));
        assertTrue(Files.notExists(other.resolve(RunExport.SPEC)));
    }

    @Test
    void theModelsOfAnotherProjectAreNoPlaceForAnExport() throws IOException {
        Path others = Files.createDirectories(folder.resolve("other/models"));
        Files.createFile(folder.resolve("other/project.db"));
        RunExport export = new RunExport(run(finished()), model((byte) 1));
        NoticeException refusal = assertThrows(NoticeException.class, () -> export.write(others.resolve("x")));
        assertEquals(Notice.of("runs.error.intoModels", others.resolve("x")), refusal.notice());
        assertTrue(Files.notExists(others.resolve("x")));
    }

    @Test
    void weightsThatNoExportWroteStay() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path weights = Files.write(out.resolve(RunExport.WEIGHTS), new byte[] {9});
        for (Path model : List.of(model(), model((byte) 1))) {
            RunExport export = new RunExport(run(finished()), model);
            NoticeException refusal = assertThrows(NoticeException.class, () -> export.write(out));
            assertEquals(Notice.of("runs.error.strangersWeights", weights), refusal.notice());
        }
        assertArrayEquals(new byte[] {9}, Files.readAllBytes(weights));
    }

    @Test
    void anExportIsReplacedWhole() throws Exception {
        Path out = folder.resolve("out");
        new RunExport(run(finished()), model((byte) 1)).write(out);
        new RunExport(run(finished()), model((byte) 2)).write(out);
        assertArrayEquals(new byte[] {2}, Files.readAllBytes(out.resolve(RunExport.WEIGHTS)));
    }
}
