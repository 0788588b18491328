package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.model.Scores;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of applicants scored into other files. */
class FileScoringTest {

    @TempDir
    private Path folder;

    private static class Work extends FakeWork {
        @Override
        public TrainedModel load(Requests.ModelRef model) {
            return new LinearScorer();
        }

        @Override
        public Imported readForScoring(Path data, Reading reading, Map<String, Boolean> numeric) throws Exception {
            return DataFile.readForScoring(data, reading, numeric);
        }
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("applicants.csv"), text);
    }

    private Requests.ScoreFileRequest request(Path data, Reading reading, double cutOff, int reasons) {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, data.toString()), "reading", reading.toJson());
        Requests.ModelRef model =
                new Requests.ModelRef(spec, folder.resolve("run").toString());
        return new Requests.ScoreFileRequest(
                model, data.toString(), folder.resolve("scores.csv").toString(), cutOff, reasons);
    }

    private ScoreReport score(Requests.ScoreFileRequest request) throws Exception {
        return new FileScoring(FileModel.of(new LinearScorer()), request, EngineEvents.SILENT, () -> false).run();
    }

    private List<String> written() throws Exception {
        return Files.readAllLines(folder.resolve("scores.csv"));
    }

    @Test
    void everyApplicantGetsAScoreADecisionAndItsReasons() throws Exception {
        Path data = file("note,client_id,sum,home,age\nx,=7,2000,rent,40\ny,8,0,own,30\n,9,0,rent,\n");
        ScoreReport report = score(request(data, Reading.PLAIN, 0.5, 2));
        assertEquals(
                List.of(
                        "row,client_id,score,decision,reason_1,reason_2",
                        "1,'=7," + 1 / (1 + Math.exp(-3)) + ",refuse,sum=2000 (+2.00),home=rent (+1.00)",
                        "2,8," + 1 / (1 + Math.exp(2)) + ",approve,age=30 (-1.00),home=own (-1.00)",
                        "3,9," + 1 / (1 + Math.exp(-1)) + ",refuse,home=rent (+1.00),"),
                written());
        assertEquals(3, report.rows());
        assertEquals(2, report.refused());
        double mean = (1 / (1 + Math.exp(-3)) + 1 / (1 + Math.exp(2)) + 1 / (1 + Math.exp(-1))) / 3;
        assertEquals(mean, report.mean(), 1e-7);
        assertTrue(report.complete());
        assertEquals(List.of(), report.notes());
    }

    @Test
    void whatShouldBeKnownOfTheFileIsToldByName() throws Exception {
        Path data = file("age,home\n30,boat\nold,tent\n41,boat\n50,cave\n51,own\n52,shed\n");
        ScoreReport report = score(request(data, Reading.PLAIN, 0.5, 0));
        assertEquals(
                List.of(
                        Notice.of("data.warn.badCell", 3, "age", 1, "old"),
                        Notice.of("credit.note.absent", "sum", 1),
                        Notice.of("score.note.unseen", "home", 5, "boat, tent, cave")),
                report.notes());
        String[] last = written().getLast().split(",");
        assertEquals(1 / (1 + Math.exp(-1.2)), Double.parseDouble(last[1]), 1e-7);
        assertEquals("refuse", last[2]);
    }

    @Test
    void aFileThatLacksMostColumnsIsRefusedByName() throws Exception {
        Path data = file("age,class\n30,1\n40,2\n");
        NoticeException e = assertThrows(NoticeException.class, () -> score(request(data, Reading.PLAIN, 0.5, 0)));
        assertEquals("score.error.columns", e.notice().key());
        assertEquals(List.of("applicants.csv", "2", "3"), e.notice().args().subList(0, 3));
        assertTrue(e.notice().args().get(3).contains("home")
                && e.notice().args().get(3).contains("sum"));
        assertFalse(Files.exists(folder.resolve("scores.csv")));
    }

    @Test
    void theFileItselfIsNotOverwritten() throws Exception {
        Path data = file("age,home,sum\n30,rent,1\n");
        Requests.ScoreFileRequest request = request(data, Reading.PLAIN, 0.5, 0);
        Requests.ScoreFileRequest same =
                new Requests.ScoreFileRequest(request.model(), data.toString(), folder + "/./applicants.csv", 0.5, 0);
        NoticeException e = assertThrows(NoticeException.class, () -> score(same));
        assertEquals(Notice.of("score.error.sameFile", "applicants.csv"), e.notice());
        assertEquals("age,home,sum\n30,rent,1\n", Files.readString(data));
    }

    private Notice refusal(Requests.ScoreFileRequest request, Path out) {
        Requests.ScoreFileRequest elsewhere =
                new Requests.ScoreFileRequest(request.model(), request.data(), out.toString(), 0.5, 0);
        return assertThrows(NoticeException.class, () -> score(elsewhere)).notice();
    }

    @Test
    void whatARunOrAProjectKeepsIsNotOverwritten() throws Exception {
        Path data = file("age,home,sum\n30,rent,1\n");
        Requests.ScoreFileRequest own = request(data, Reading.PLAIN, 0.5, 0);
        Path trained = Files.writeString(folder.resolve("trained.csv"), "age,class\n30,1\n");
        CreditSpec spec = Specs.defaults(CreditSpec.class, trained.toString());
        Path project = Files.createDirectories(folder.resolve("project"));
        Path run = Files.createDirectories(project.resolve("models/r1"));
        Files.writeString(project.resolve("project.db"), "SQLite");
        Requests.ScoreFileRequest request = new Requests.ScoreFileRequest(
                new Requests.ModelRef(spec, run.toString()), own.data(), own.out(), 0.5, 0);
        assertEquals(Notice.of("score.error.runData", "trained.csv"), refusal(request, trained));
        Path real = project.toRealPath();
        for (String name : List.of("models/r1/model.json", "models/r1/new/scores.csv")) {
            assertEquals(
                    Notice.of("score.error.runFolder", Path.of(name).getFileName(), real.resolve("models/r1")),
                    refusal(request, project.resolve(name)));
        }
        for (String name : List.of("models/other/x.csv", "project.db", "project.db-wal")) {
            assertEquals(
                    Notice.of("score.error.runFolder", Path.of(name).getFileName(), real),
                    refusal(request, project.resolve(name)));
        }
        Path alone = Files.createDirectories(folder.resolve("alone"));
        Files.writeString(alone.resolve("model.json"), "{}");
        assertEquals(
                Notice.of("score.error.runFolder", "x.csv", alone.toRealPath()),
                refusal(request, alone.resolve("x.csv")));
        Path link = Files.createSymbolicLink(folder.resolve("link"), run);
        assertEquals(
                "score.error.runFolder", refusal(request, link.resolve("x.csv")).key());
        assertEquals("age,class\n30,1\n", Files.readString(trained));
        assertEquals("SQLite", Files.readString(project.resolve("project.db")));
        Path beside = project.resolve("exports/scores.csv");
        Requests.ScoreFileRequest fine =
                new Requests.ScoreFileRequest(request.model(), own.data(), beside.toString(), 0.5, 0);
        assertTrue(score(fine).complete());
        assertEquals(2, Files.readAllLines(beside).size());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Path data = file("age,home,sum\n30,rent,1\n");
        Path taken =
                Files.createDirectories(folder.resolve("scores.csv/inside")).getParent();
        NoticeException e = assertThrows(NoticeException.class, () -> score(request(data, Reading.PLAIN, 0.5, 0)));
        assertEquals("score.error.write", e.notice().key());
        assertEquals(taken.toString(), e.notice().args().getFirst());
    }

    /** More rows than a portion has, settings and corrections of the run, the columns in another order. */
    @Test
    void scoresAreThoseOfTheApplicantsReadAtOnce() throws Exception {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("sum;who;home;age\n");
        for (int i = 0; i < 10_000; i++) {
            String age = random.nextInt(9) == 0 ? "-9" : String.valueOf(18 + random.nextInt(60));
            String home = List.of("rent", "own", "boat", "").get(random.nextInt(4));
            text.append(random.nextInt(4000))
                    .append(",5;p")
                    .append(i)
                    .append(';')
                    .append(home)
                    .append(';')
                    .append(age)
                    .append('\n');
        }
        Path data = file(text.toString());
        Reading reading = new Reading(
                ReadSettings.DETECTED.withRoles(Map.of("who", "id")),
                List.of(
                        new Step(Check.SPECIAL_CODE, Fix.SET_MISSING, "", "age", "-9"),
                        new Step(Check.MISSING, Fix.FILL_VALUE, "", "home", "own")));
        Requests.ScoreFileRequest request = request(data, reading, 0.6, 1);
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, new Work())) {
            ScoreReport report = Asked.get(engine.scoreFile(request));
            Scores scores = Asked.get(engine.applicants(new Requests.ScoreRequest(request.model(), data.toString())));
            List<String> lines = written();
            assertEquals("row,who,score,decision,reason_1", lines.getFirst());
            double[] read = lines.stream()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.split(",")[2]))
                    .toArray();
            assertArrayEquals(scores.bad(), read, 1e-12);
            assertEquals(10_000, report.rows());
            assertTrue(lines.get(5000).startsWith("5000,p4999,"), lines.get(5000));
        }
    }

    @Test
    void stoppingLeavesNoFile() throws Exception {
        StringBuilder text = new StringBuilder("age,home,sum\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("30,rent,1\n");
        }
        Requests.ScoreFileRequest request = request(file(text.toString()), Reading.PLAIN, 0.5, 0);
        for (int patience : List.of(0, 1, 3, 5)) {
            AtomicInteger asked = new AtomicInteger();
            ScoreReport report = new FileScoring(
                            FileModel.of(new LinearScorer()),
                            request,
                            EngineEvents.SILENT,
                            () -> asked.incrementAndGet() > patience)
                    .run();
            assertFalse(report.complete());
            assertTrue(report.rows() < 20_000);
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(
                        List.of("applicants.csv"),
                        files.map(f -> f.getFileName().toString()).toList());
            }
        }
    }

    @Test
    void aFileThatWaitsForItsTurnIsStoppedToo() throws Exception {
        Semaphore permits = new Semaphore(0);
        Semaphore begun = new Semaphore(0);
        Work work = new Work() {
            @Override
            void step() throws InterruptedException {
                begun.release();
                permits.acquire();
            }
        };
        Requests.ScoreFileRequest request = request(file("age,home,sum\n30,rent,1\n"), Reading.PLAIN, 0.5, 0);
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work)) {
            CompletableFuture<?> run = engine.train(Asked.train(folder.resolve("run"), "plain", 1));
            begun.acquire();
            CompletableFuture<ScoreReport> first = engine.scoreFile(request);
            engine.stopScoring();
            CompletableFuture<ScoreReport> second = engine.scoreFile(request);
            permits.release();
            Asked.get(run);
            assertFalse(Asked.get(first).complete());
            assertTrue(Asked.get(second).complete());
            assertEquals(2, written().size());
        }
    }

    /** The first portion is being scored when the engine is closed: it is the last one. */
    @Test
    void closingTheEngineEndsTheFile() throws Exception {
        Path data = file("age,home,sum\n" + "30,rent,1\n".repeat(20_000));
        Requests.ScoreFileRequest request = request(data, Reading.PLAIN, 0.5, 0);
        OneScorer work = new OneScorer(new LinearScorer());
        work.held = new CountDownLatch(1);
        LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work);
        CompletableFuture<ScoreReport> report = engine.scoreFile(request);
        work.asked.await();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(engine::close);
        while (engine.alive()) {
            Thread.onSpinWait();
        }
        work.held.countDown();
        Asked.get(closed);
        assertFalse(Asked.get(report).complete());
        assertEquals(1, work.calls);
        assertFalse(Files.exists(folder.resolve("scores.csv")));
    }

    @Test
    void aFileThatIsNoLongerAwaitedIsNotStoppedEither() {
        Stops stops = new Stops();
        AtomicBoolean refused = stops.announce();
        AtomicBoolean waits = stops.announce();
        stops.withdraw(refused);
        stops.all();
        assertFalse(refused.get());
        assertTrue(waits.get());
    }

    @Test
    void theEndIsTold() throws Exception {
        List<EngineEvents.Scored> told = new ArrayList<>();
        EngineEvents events = new Heard() {
            @Override
            public void scored(EngineEvents.Scored scored) {
                told.add(scored);
            }
        };
        Requests.ScoreFileRequest request = request(file("age,home,sum\n30,rent,1\n41,own,2\n"), Reading.PLAIN, 0.5, 0);
        new FileScoring(FileModel.of(new LinearScorer()), request, events, () -> false).run();
        assertEquals(new EngineEvents.Scored(2, 1), told.getLast());
    }

    @Test
    void contributionsHaveASignAndTwoDecimals() {
        assertEquals("+0.42", ReasonTexts.signed(0.42));
        assertEquals("-12.05", ReasonTexts.signed(-12.049));
        assertEquals("+1.00", ReasonTexts.signed(0.999));
    }
}
