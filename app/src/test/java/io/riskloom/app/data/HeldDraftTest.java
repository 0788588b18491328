package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.HeldSession;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts and comparisons while what was asked for is still being worked out. */
class HeldDraftTest {

    @TempDir
    Path folder;

    private HeldSession held;
    private Session session;
    private DataViewModel model;

    @BeforeEach
    void open() throws IOException {
        held = new HeldSession(folder.resolve("project"));
        session = held.session();
        model = new DataViewModel(session, new Texts(Texts.ENGLISH), List.of());
        model.open(List.of(credit("a.csv"), credit("b.csv"), credit("c.csv")));
        held.runAll();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Path credit(String name) throws IOException {
        StringBuilder csv = new StringBuilder("age,debt,default\n");
        for (int i = 0; i < 200; i++) {
            csv.append(20 + i % 40).append(',').append(10 * i).append(i % 3 == 0 ? ",yes\n" : ",no\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private String bad() {
        return ((Imported.Credit) session.dataset().get().imported()).book().badLabel();
    }

    private DraftModel check() {
        model.check();
        held.runAll();
        return model.draft().get();
    }

    @Test
    void anOlderReadingIsNotTakenForTheOneChosen() {
        DraftModel draft = check();
        assertTrue(draft.usable());
        String other = bad().equals("no") ? "yes" : "no";
        draft.choose(Setting.BAD, other);
        assertFalse(draft.usable());
        assertEquals("Reading…", draft.verdict());
        draft.use();
        held.runAll();
        assertSame(draft, model.draft().get());
        assertTrue(draft.usable());
        draft.use();
        assertSame(draft, model.draft().get(), "the draft ends once the file is open");
        held.runAll();
        assertNull(model.draft().get());
        assertEquals(other, bad());
    }

    @Test
    void aCancelledReadingLeavesTheOneBefore() {
        DraftModel draft = check();
        String before = draft.verdict();
        draft.choose(Setting.ENCODING, "UTF-16LE");
        session.tasks().items().getFirst().cancel();
        held.runAll();
        assertEquals(before, draft.verdict());
        assertTrue(draft.usable());
        draft.use();
        held.runAll();
        assertEquals("", session.dataset().get().reading().settings().encoding());
    }

    @Test
    void aComparisonEndsWithTheFileThatItWasAskedFor() {
        model.compare().with(model.compare().others().getFirst());
        model.show(session.data().opened().get(1));
        held.runAll();
        assertTrue(model.compare().compared().get().isEmpty());
        assertEquals(List.of(), session.tasks().items());
        model.compare().with(model.compare().others().getFirst());
        held.runAll();
        assertEquals(
                "a.csv", model.compare().compared().get().orElseThrow().other().name());
    }
}
