package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens while files are still being read: cancelling, closing, choosing something else. */
class HeldWorkTest {

    private static final Step LAST_ROW = new Step(Check.MISSING, Fix.LEAVE_OUT, "", "debt", "");

    @TempDir
    private Path folder;

    private HeldSession held;
    private DataShelf shelf;
    private Path first;
    private Path second;

    @BeforeEach
    void open() throws IOException {
        begin();
        first = credit("first.csv");
        second = credit("second.csv");
    }

    @AfterEach
    void close() {
        held.session().close();
    }

    private void begin() {
        held = new HeldSession(folder.resolve("project"));
        shelf = held.session().data();
    }

    private void again() {
        held.session().close();
        begin();
        held.session().restore(List.of(), Optional.empty());
    }

    private Path credit(String name) throws IOException {
        StringBuilder csv = new StringBuilder("age,debt,default\n");
        for (int i = 0; i < 60; i++) {
            csv.append(20 + i % 40).append(',').append(100 * i).append(i % 3 == 0 ? ",yes\n" : ",no\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private List<String> names() {
        return shelf.opened().stream().map(Dataset::name).toList();
    }

    @Test
    void aCancelledCorrectionDoesNotComeBackAtTheNextStart() {
        shelf.open(first);
        held.runAll();
        shelf.changes().reread(Reading.PLAIN.and(LAST_ROW));
        assertTrue(shelf.changes().busy().get());
        held.session().tasks().items().getFirst().cancel();
        assertFalse(shelf.changes().busy().get());
        held.runAll();
        assertEquals(Reading.PLAIN, shelf.active().get().reading());
        again();
        held.runAll();
        assertEquals(Reading.PLAIN, shelf.active().get().reading());
    }

    @Test
    void aCorrectionMadeJustBeforeTheWindowClosesIsKept() {
        shelf.open(first);
        held.runAll();
        shelf.changes().reread(Reading.PLAIN.and(LAST_ROW));
        held.runOne();
        assertEquals(List.of(LAST_ROW), shelf.active().get().reading().steps());
        again();
        held.runAll();
        assertEquals(List.of(LAST_ROW), shelf.active().get().reading().steps());
    }

    @Test
    void closingWhileFilesAreStillReadForgetsNone() {
        shelf.open(List.of(first, second));
        held.runAll();
        shelf.show(shelf.opened().get(1));
        again();
        held.runOne(); // what the project remembers
        assertEquals(List.of(), names());
        again();
        held.runAll();
        assertEquals(List.of("first.csv", "second.csv"), names());
        assertEquals("second.csv", shelf.active().get().name());
    }

    @Test
    void aFileThatIsClosedWhileItIsReadAgainStaysClosed() {
        shelf.open(first);
        held.runAll();
        shelf.open(first);
        shelf.close(shelf.opened().getFirst());
        held.runAll();
        assertEquals(List.of(), names());
    }

    @Test
    void aFileThatTakesLongDoesNotTakeThePlaceOfOneChosenMeanwhile() {
        shelf.open(first);
        held.runAll();
        shelf.open(second);
        shelf.show(shelf.opened().getFirst());
        held.runAll();
        assertEquals(List.of("first.csv", "second.csv"), names());
        assertEquals("first.csv", shelf.active().get().name());
    }

    @Test
    void aNoteIsNotTakenOffWhileAChangeIsOnItsWay() throws IOException {
        shelf.open(first);
        held.runAll();
        shelf.changes().reread(Reading.PLAIN.and(LAST_ROW));
        held.runAll();
        Files.writeString(first, "99,1,yes\n", StandardOpenOption.APPEND);
        again();
        held.runAll();
        OpenNote note = shelf.active().get().note().orElseThrow();
        shelf.changes().reread(Reading.PLAIN.and(new Step(Check.SPECIAL_CODE, Fix.LEAVE_OUT_COLUMN, "", "age", "")));
        shelf.changes().dismiss(note);
        held.runAll();
        assertEquals(Optional.of(note), shelf.active().get().note());
        shelf.changes().dismiss(note);
        assertEquals(Optional.empty(), shelf.active().get().note());
    }
}
