package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.stats.Stability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScoreTest {

    @TempDir
    Path folder;

    private final CreditDesk desk = new CreditDesk();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicLong clock = new AtomicLong();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private FileScore score;

    @BeforeEach
    void open() throws Exception {
        // the engine is waited for by a thread of its own; what it tells is heard at once
        session = desk.session(folder, new Tasks(work -> Thread.ofVirtual().start(work), Runnable::run));
        ResultFixtures.add(session, CreditDesk.run("r1", 0, folder));
        score = new FileScore(session, new ChosenRun(session, texts, "credit"), clock::get);
        // told last: once what came of it is there
        score.done().addListener((value, before, now) -> {
            if (now != null) {
                over.countDown();
            }
        });
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void start() throws Exception {
        score.file().set(folder.resolve("new.csv"));
        score.start(0.4);
        desk.awaitAsked(Requests.ScoreFileRequest.class);
    }

    private void settle() throws Exception {
        assertTrue(over.await(10, TimeUnit.SECONDS));
        assertFalse(score.busy().get());
    }

    @Test
    void theFileIsWrittenBesideTheOneThatIsScored() {
        assertEquals(Path.of("/a/new-scored.csv"), FileScore.beside(Path.of("/a/new.csv.gz")));
        score.start(0.5);
        assertFalse(score.busy().get(), "without a file there is nothing to score");
    }

    @Test
    void theEngineIsAskedWithAllThatWasChosen() throws Exception {
        score.reasons().set(5);
        start();
        Requests.ScoreFileRequest request =
                (Requests.ScoreFileRequest) desk.asked().getLast();
        assertEquals(folder.resolve("new.csv").toString(), request.data());
        assertEquals(folder.resolve("new-scored.csv").toString(), request.out());
        assertEquals(0.4, request.cutOff());
        assertEquals(5, request.reasons());
    }

    @Test
    void progressComesWithItsSpeedAndEndsInAReport() throws Exception {
        start();
        clock.set(2_000_000_000L);
        desk.scored(50_000, 0.25);
        assertEquals(
                new FileScore.Progress(50_000, 0.25, 25_000), score.progress().get());
        desk.finishScoring(new ScoreReport(200_000, 31, 0.2, 8, List.of(), true));
        settle();
        assertEquals(200_000, score.done().get().report().rows());
        assertEquals(0.4, score.done().get().cutOff());
        assertNull(score.progress().get());
    }

    @Test
    void stoppingAsksTheEngineAtOnceAndTheReportSaysThatNothingWasWritten() throws Exception {
        start();
        score.cancel();
        assertTrue(desk.awaitStopped(), "though it has not yet told how far it is");
        desk.finishScoring(new ScoreReport(1000, 3, 0.2, 1, List.of(), false));
        settle();
        assertFalse(score.done().get().report().complete());
    }

    @Test
    void aSessionThatClosesEndsTheEngineThatScores() throws Exception {
        start();
        assertEquals(0, desk.closed());
        session.close();
        assertEquals(1, desk.closed());
    }

    @Test
    void theTrafficLightTurnsAtATenthAndAQuarter() {
        Stability.Chance little = new Stability.Chance(0.01, 0.02);
        assertEquals("good", DriftModel.light(0.0999, little));
        assertEquals("amber", DriftModel.light(0.1, little));
        assertEquals("bad", DriftModel.light(0.25, little));
    }

    @Test
    void whatChanceMakesOfFewApplicantsIsNoShift() {
        Stability.Chance much = new Stability.Chance(0.2, 0.35);
        assertEquals("good", DriftModel.light(0.0999, much));
        assertEquals("chance", DriftModel.light(0.35, much));
        assertEquals("bad", DriftModel.light(0.36, much));
        Drift found = CreditDesk.drift();
        DriftModel model = new DriftModel(
                new Drift(
                        48,
                        0.3,
                        much,
                        found.expected(),
                        found.actual(),
                        List.of(new Drift.Column("age", 0.3, much, List.of("NA"), new double[] {1}, new double[] {1})),
                        Double.NaN,
                        List.of(),
                        List.of()),
                "",
                texts);
        assertEquals(0, model.grade());
        assertTrue(model.sentence().startsWith("So few applicants do not tell"), model.sentence());
        assertEquals(
                "within chance",
                model.line(new Drift.Column("age", 0.3, much, List.of("NA"), new double[] {1}, new double[] {1}))
                        .get(2));
        assertEquals(Tone.MUTED, model.columns().bars().getFirst().tone());
    }

    @Test
    void aColumnWhoseMoveCannotBeToldIsNotCalledStable() {
        Stability.Chance none = new Stability.Chance(0, 0);
        Drift.Column moved = new Drift.Column("age", 0.3, none, List.of("NA"), new double[] {1}, new double[] {1});
        Drift.Column blind =
                new Drift.Column("home", Double.NaN, none, List.of("own, rent"), new double[] {1}, new double[] {1});
        Drift found = CreditDesk.drift();
        DriftModel model = new DriftModel(
                new Drift(
                        48,
                        0.3,
                        none,
                        found.expected(),
                        found.actual(),
                        List.of(moved, blind),
                        Double.NaN,
                        List.of(),
                        List.of()),
                "",
                texts);
        assertEquals(
                List.of("home", "–", "cannot be told: one bin"),
                model.line(blind).subList(0, 3));
        assertEquals(
                List.of("age"),
                model.columns().bars().stream().map(b -> b.name()).toList());
    }

    @Test
    void driftIsSaidColumnByColumn() {
        DriftModel model = new DriftModel(CreditDesk.drift(), "abc", texts);
        assertEquals(0, model.grade());
        assertEquals(
                "The scores have moved: PSI 0.170 over 1,234 applicants, between 0.1 and 0.25, where chance alone makes"
                        + " 0.005 on average and up to 0.013 in 19 of 20 files. Watch them.",
                model.sentence());
        assertEquals(List.of("Columns that the file lacks, taken as missing: purpose"), model.notes());
        assertEquals("The file holds the target: AUC 0.710 on it.", model.ranking());
        assertEquals(
                List.of("amount", "0.310", "has moved far", "< 2000", "50.0%", "25.0%"),
                model.line(CreditDesk.drift().columns().getFirst()));
        assertEquals(Tone.BAD, model.columns().bars().get(0).tone());
        assertEquals(Tone.GOOD, model.columns().bars().get(1).tone());
        assertArrayEquals(new double[] {0.5, 1.5, 2.5, 3.5}, model.scores().edges());
        assertArrayEquals(
                new double[] {30, 40, 30}, model.scores().groups().get(0).heights(), 1e-12);
        assertArrayEquals(
                new double[] {50, 30, 20}, model.scores().groups().get(1).heights(), 1e-12);
    }

    @Test
    void theFileOfTheTrainingIsNoEvidenceOfStability() {
        DriftModel own = new DriftModel(CreditDesk.drift().ofFile("abc"), "abc", texts);
        assertEquals(0, own.grade());
        assertTrue(own.sentence().startsWith("This is the file of the training itself"), own.sentence());
        assertEquals("", own.ranking(), "most of its applicants were learnt");
        DriftModel other = new DriftModel(CreditDesk.drift().ofFile("abd"), "abc", texts);
        assertTrue(other.sentence().startsWith("The scores have moved"), other.sentence());
    }

    @Test
    void aFileWrittenAnewIsAnotherQuestion() throws Exception {
        Path file = folder.resolve("mended.csv");
        FileState none = FileState.of(file);
        assertEquals(-1, none.bytes());
        Files.writeString(file, "age\n30\n");
        FileState first = FileState.of(file);
        assertEquals(7, first.bytes());
        assertEquals(first, FileState.of(file));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
        assertNotEquals(first, FileState.of(file));
    }

    @Test
    void anEndingIsTakenOffButNoPartOfTheName() {
        assertEquals(Path.of("/a/applicants.2024-scored.csv"), FileScore.beside(Path.of("/a/applicants.2024.csv")));
        assertEquals(Path.of("/a/applicants.2025-scored.csv"), FileScore.beside(Path.of("/a/applicants.2025.csv.gz")));
        assertEquals(Path.of("/a/plain-scored.csv"), FileScore.beside(Path.of("/a/plain")));
    }

    @Test
    void whatIsThereIsWrittenOverOnlyWhereTheReaderChoseIt() throws Exception {
        Files.writeString(folder.resolve("new-scored.csv"), "kept");
        start();
        assertEquals(folder.resolve("new-scored-2.csv"), score.out().get());
        Files.writeString(folder.resolve("new-scored-2.csv"), "written");
        desk.finishScoring(new ScoreReport(1, 0, 0.2, 1, List.of(), true));
        settle();
        score.start(0.4);
        assertEquals(folder.resolve("new-scored-3.csv"), score.out().get(), "the scores before stay");
    }

    @Test
    void aFileThatTheReaderChoseIsWrittenOverOnce() throws Exception {
        Path chosen = Files.writeString(folder.resolve("mine.csv"), "old");
        score.file().set(folder.resolve("new.csv"));
        score.writeTo(chosen);
        score.start(0.4);
        assertEquals(chosen, score.out().get());
        desk.awaitAsked(Requests.ScoreFileRequest.class);
        desk.finishScoring(new ScoreReport(1, 0, 0.2, 1, List.of(), true));
        settle();
        score.start(0.4);
        assertEquals(folder.resolve("mine-2.csv"), score.out().get());
    }

    @Test
    void aFolderIsOpenedByTheSystemsOwnProgram() {
        assertEquals(List.of("xdg-open", "/a"), FolderOpener.command("Linux", Path.of("/a")));
        assertEquals(
                "explorer", FolderOpener.command("Windows 11", Path.of("/a")).getFirst());
        assertEquals("open", FolderOpener.command("Mac OS X", Path.of("/a")).getFirst());
    }
}
