package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opened files and how each is read, over a real project. */
class DataShelfTest {

    private static final Step WITHOUT_AGE = new Step(Check.SPECIAL_CODE, Fix.LEAVE_OUT_COLUMN, "", "age", "");

    private static final Step NO_GAPS = new Step(Check.MISSING, Fix.LEAVE_OUT, "", "debt", "");

    /** No setting makes a date of the word in line 3. */
    private static final String BROKEN = "date,close\n2020-01-02,1\nsoon,2\n2020-01-06,3\n2020-01-07,4\n";

    @TempDir
    private Path folder;

    private Session session;
    private DataShelf shelf;
    private Path credit;
    private Path prices;

    @BeforeEach
    void open() throws IOException {
        begin();
        credit = credit("credit.csv", 0);
        prices = Files.writeString(
                folder.resolve("prices.csv"), "date,close\n2020-01-02,10\n2020-01-03,11\n2020-01-06,12\n");
    }

    private void begin() {
        session = new Session(
                new Tasks(Runnable::run, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, events) -> {
                    throw new IllegalStateException("no engine in this test");
                }));
        shelf = session.data();
    }

    /** Closes the window and starts it again. */
    private void again() {
        session.close();
        begin();
        session.restore(List.of(), Optional.empty());
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** Sixty applicants; {@code more} is added to every debt. */
    private Path credit(String name, int more) throws IOException {
        StringBuilder csv = new StringBuilder("age,debt,default\n");
        for (int i = 0; i < 60; i++) {
            csv.append(20 + i % 40).append(',').append(100 * i + more).append(i % 3 == 0 ? ",yes\n" : ",no\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private List<String> names() {
        return shelf.opened().stream().map(Dataset::name).toList();
    }

    private static int features(Dataset dataset) {
        return ((Imported.Credit) dataset.imported()).book().features().size();
    }

    @Test
    void severalFilesOpenInTheirOrderAndTheFirstIsActive() {
        shelf.open(List.of(credit, prices));
        assertEquals(List.of("credit.csv", "prices.csv"), names());
        assertEquals("credit.csv", shelf.active().get().name());
        shelf.show(shelf.opened().get(1));
        assertEquals("prices.csv", session.dataset().get().name());
        shelf.close(shelf.opened().get(1));
        assertEquals("credit.csv", shelf.active().get().name());
        shelf.close(shelf.opened().getFirst());
        assertNull(shelf.active().get());
    }

    @Test
    void theSameFilesAreOpenAfterTheNextStart() {
        shelf.open(List.of(credit, prices));
        shelf.show(shelf.opened().get(1));
        again();
        assertEquals(List.of("credit.csv", "prices.csv"), names());
        assertEquals("prices.csv", shelf.active().get().name());
        assertEquals(
                List.of(new RecentFile(credit, false), new RecentFile(prices, false))
                        .size(),
                shelf.recent().files().size());
    }

    @Test
    void aFileThatWasOpenAloneInAnOlderProjectIsOpenedAgain() {
        session.project().setting("dataset", prices.toString());
        again();
        assertEquals(List.of("prices.csv"), names());
    }

    @Test
    void aCorrectionIsUndoneRedoneAndStillThereAtTheNextStart() {
        shelf.open(credit);
        assertEquals(2, features(shelf.active().get()));
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        assertEquals(1, features(shelf.active().get()));
        shelf.changes().undo();
        assertEquals(2, features(shelf.active().get()));
        assertFalse(shelf.active().get().history().canUndo());
        shelf.changes().redo();
        assertEquals(List.of(WITHOUT_AGE), shelf.active().get().reading().steps());
        again();
        assertEquals(1, features(shelf.active().get()));
        assertEquals(Optional.empty(), shelf.active().get().note());
    }

    @Test
    void aChangeAfterAnUndoForgetsWhatWasUndone() {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        shelf.changes().undo();
        shelf.changes().reread(Reading.PLAIN.with(ReadSettings.DETECTED.withTarget("default", List.of("no"))));
        assertFalse(shelf.active().get().history().canRedo());
        shelf.changes().redo();
        assertEquals(
                "no", ((Imported.Credit) shelf.active().get().imported()).book().badLabel());
    }

    @Test
    void aReadingThatFailsChangesNothing() {
        shelf.open(credit);
        Dataset before = shelf.active().get();
        shelf.changes().reread(Reading.PLAIN.with(ReadSettings.DETECTED.withTarget("nowhere", List.of())));
        assertEquals(before, shelf.active().get());
        assertEquals("data.error.targetMissing", session.problem().get().key());
        assertFalse(shelf.changes().busy().get());
    }

    @Test
    void correctionsOfAFileThatChangedWaitUntilTheyAreAskedFor() throws IOException {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        credit("credit.csv", 7);
        again();
        Dataset opened = shelf.active().get();
        assertEquals(2, features(opened));
        OpenNote note = opened.note().orElseThrow();
        assertEquals(OpenNote.Kind.CHANGED, note.kind());
        assertTrue(note.offersSteps());
        again();
        assertTrue(shelf.active().get().note().isPresent(), "nobody decided yet");
        shelf.changes().apply(shelf.active().get().note().orElseThrow());
        again();
        assertEquals(Optional.empty(), shelf.active().get().note());
        assertEquals(1, features(shelf.active().get()));
    }

    @Test
    void forgottenCorrectionsDoNotComeBack() throws IOException {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        credit("credit.csv", 7);
        again();
        shelf.changes().dismiss(shelf.active().get().note().orElseThrow());
        assertEquals(Optional.empty(), shelf.active().get().note());
        again();
        assertEquals(Optional.empty(), shelf.active().get().note());
        assertEquals(2, features(shelf.active().get()));
    }

    @Test
    void settingsHoldForOtherFilesWithTheSameColumnsButCorrectionsDoNot() throws IOException {
        shelf.open(credit);
        ReadSettings settings = ReadSettings.DETECTED.withRoles(Map.of("age", "ignored"));
        shelf.changes().reread(new Reading(settings, List.of(new Step(Check.MISSING, Fix.LEAVE_OUT, "", "debt", ""))));
        shelf.open(credit("other.csv", 5));
        Dataset other = shelf.active().get();
        assertEquals("other.csv", other.name());
        assertEquals(new Reading(settings, List.of()), other.reading());
        assertEquals(OpenNote.Kind.ALIKE, other.note().orElseThrow().kind());
        assertEquals(1, features(other));
        shelf.open(prices);
        assertEquals(Reading.PLAIN, shelf.active().get().reading());
    }

    @Test
    void aRememberedReadingThatNoLongerFitsGivesWayToDetection() throws IOException {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.with(ReadSettings.DETECTED.withTarget("default", List.of("no"))));
        Files.writeString(credit, Files.readString(credit).replace("default", "defaulted"));
        again();
        Dataset opened = shelf.active().get();
        assertEquals(Reading.PLAIN, opened.reading());
        OpenNote note = opened.note().orElseThrow();
        assertEquals(OpenNote.Kind.UNFIT, note.kind());
        assertEquals("data.error.targetMissing", note.words().getLast().key());
    }

    @Test
    void aFileThatMovedTakesItsReadingAlong() throws IOException {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        Path moved = Files.move(credit, folder.resolve("moved.csv"));
        again();
        shelf.recent().refresh();
        assertEquals(List.of(new RecentFile(credit, true)), shelf.recent().files());
        shelf.relink(credit, moved);
        assertEquals(1, features(shelf.active().get()));
        assertEquals(Optional.empty(), shelf.active().get().note());
        assertEquals(List.of(new RecentFile(moved, false)), shelf.recent().files());
    }

    @Test
    void aFileThatStandsInForAnotherSaysThatItDiffers() throws IOException {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        Path other = credit("other.csv", 9);
        shelf.relink(credit, other);
        OpenNote note = shelf.active().get().note().orElseThrow();
        assertEquals(OpenNote.Kind.REPLACED, note.kind());
        assertEquals(List.of("credit.csv"), note.words().getFirst().args());
        assertEquals(2, features(shelf.active().get()));
    }

    @Test
    void recentFilesAreTwelveAtMostNewestFirst() throws IOException {
        for (int i = 0; i < 14; i++) {
            shelf.open(Files.copy(prices, folder.resolve("p" + i + ".csv")));
        }
        List<RecentFile> recent = shelf.recent().files();
        assertEquals(RecentFiles.MOST, recent.size());
        assertEquals("p13.csv", recent.getFirst().file().getFileName().toString());
        assertEquals("p2.csv", recent.getLast().file().getFileName().toString());
    }

    @Test
    void openingAnOpenFileAgainKeepsItsHistory() {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        shelf.open(credit);
        assertEquals(List.of("credit.csv"), names());
        assertTrue(shelf.active().get().history().canUndo());
    }

    @Test
    void anotherChangeLeavesTheCorrectionsThatWereHeldBackOnOffer() throws IOException {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        credit("credit.csv", 7);
        again();
        shelf.changes().reread(Reading.PLAIN.and(NO_GAPS));
        assertEquals(
                List.of(WITHOUT_AGE),
                shelf.active().get().note().orElseThrow().offered().steps());
        again();
        assertEquals(List.of(NO_GAPS), shelf.active().get().reading().steps());
        OpenNote note = shelf.active().get().note().orElseThrow();
        assertEquals(List.of(WITHOUT_AGE), note.offered().steps());
        shelf.changes().apply(note);
        again();
        assertEquals(
                List.of(WITHOUT_AGE, NO_GAPS), shelf.active().get().reading().steps());
        assertEquals(Optional.empty(), shelf.active().get().note());
    }

    @Test
    void aFileThatChangesWhileItIsOpenIsNotCorrectedUnasked() throws IOException {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        credit("credit.csv", 7);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE).and(NO_GAPS));
        Dataset changed = shelf.active().get();
        assertEquals(2, features(changed));
        assertEquals(List.of(), changed.reading().steps());
        assertFalse(changed.history().canUndo());
        OpenNote note = changed.note().orElseThrow();
        assertEquals(OpenNote.Kind.CHANGED, note.kind());
        assertEquals(List.of(WITHOUT_AGE, NO_GAPS), note.offered().steps());
        again();
        assertEquals(
                List.of(WITHOUT_AGE, NO_GAPS),
                shelf.active().get().note().orElseThrow().offered().steps());
    }

    @Test
    void aFileThatIsTakenAfterItsContentChangedKeepsItsCorrectionsOnOffer() throws Exception {
        shelf.open(credit);
        shelf.changes().reread(Reading.PLAIN.and(WITHOUT_AGE));
        credit("credit.csv", 7);
        Reading looked = shelf.active().get().reading();
        shelf.changes().adopt(credit, DataFile.load(credit, looked), () -> {});
        assertEquals(2, features(shelf.active().get()));
        assertEquals(
                List.of(WITHOUT_AGE),
                shelf.active().get().note().orElseThrow().offered().steps());
    }

    @Test
    void aRefusedFileIsAskedForAgainUntilItIsSetAside() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), BROKEN);
        shelf.open(List.of(credit, broken));
        again();
        assertEquals(List.of("credit.csv"), names());
        assertEquals(broken, shelf.refused().getFirst().file());
        assertTrue(shelf.behind(shelf.refused().getFirst()));
        shelf.setAside(shelf.refused().getFirst());
        again();
        assertEquals(List.of(), shelf.refused());
    }

    @Test
    void aFileOnADriveThatIsAwayIsOpenedOnceItIsBack() throws IOException {
        shelf.open(List.of(credit, prices));
        Path away = Files.move(credit, folder.resolve("away"));
        again();
        assertEquals(List.of("prices.csv"), names());
        again();
        Files.move(away, credit);
        again();
        assertEquals(List.of("credit.csv", "prices.csv"), names());
    }

    @Test
    void settingsThatCannotBeUnderstoodHideNeitherRunsNorFiles() {
        session.project().setting("datasets", "{\"opened\":[\"a\\u0000b\",null,\"" + credit + "\"]}");
        session.project().setting("recent", "[1,{");
        again();
        assertEquals(List.of("credit.csv"), names());
        assertNull(session.problem().get());
        session.project().setting("datasets", "{broken");
        session.project().setting("reading:" + credit, "[]");
        session.close();
        begin();
        session.restore(List.of(), Optional.of(prices));
        assertEquals(List.of("prices.csv"), names());
        assertNull(session.problem().get());
    }
}
