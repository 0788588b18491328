package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.MessyFiles;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Preview;
import io.riskloom.engine.data.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftModelTest {

    @TempDir
    Path folder;

    private Session session;
    private DataViewModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        model = new DataViewModel(session, new Texts(Texts.ENGLISH), List.of());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private DraftModel draft(Path file) {
        model.open(List.of(file));
        return model.draft().get();
    }

    @Test
    void theCellThatStopsAFileIsMarkedInItsRow() throws IOException {
        DraftModel draft = draft(MessyFiles.refused(folder));
        assertFalse(draft.usable());
        Grid grid = draft.grid();
        assertEquals(2, grid.rowOf(4));
        Mark mark = grid.marks().at(4, "Date").orElseThrow();
        assertTrue(mark.grave());
        assertEquals(draft.verdict(), mark.words());
        assertTrue(grid.marks().at(4, "Close").isEmpty());
        assertEquals(mark, grid.marks().at(4).orElseThrow());
    }

    @Test
    void aRoleMakesARefusedFileUsableAndUsingItOpensIt() throws IOException {
        DraftModel draft = draft(MessyFiles.refused(folder));
        draft.role("Date", "ignored");
        assertTrue(draft.usable(), draft.verdict());
        assertEquals("Readable: prices, 5 rows, series: 1.", draft.verdict());
        assertNull(session.dataset().get());
        draft.use();
        assertNull(model.draft().get());
        assertEquals("refused.csv", session.dataset().get().name());
        assertEquals(
                "ignored", session.dataset().get().reading().settings().roles().get("Date"));
        assertEquals(List.of(), session.data().refused());
    }

    private Path unlabelled() throws IOException {
        StringBuilder csv = new StringBuilder("age,sum,city\n");
        for (int i = 0; i < 40; i++) {
            csv.append(20 + i)
                    .append(',')
                    .append(1000.5 + 7 * i)
                    .append(",town")
                    .append(i % 5)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("unlabelled.csv"), csv);
    }

    @Test
    void applicantsWithoutATargetAreOpenedSoByOneButton() throws IOException {
        DraftModel draft = draft(unlabelled());
        assertTrue(draft.lacksTarget(), draft.verdict());
        assertTrue(draft.verdict().contains("without a target, to look for unusual ones"), draft.verdict());
        draft.useWithoutTarget();
        assertNull(model.draft().get());
        Imported.Credit credit = (Imported.Credit) session.dataset().get().imported();
        assertEquals("", credit.book().target());
        assertEquals(40, credit.book().size());
        assertEquals("-", session.dataset().get().reading().settings().target());
        Summary summary = model.summary().get();
        assertTrue(
                summary.subtitle().startsWith("Table of applicants without a target · 40 applicants"),
                summary.subtitle());
        assertEquals(
                "No target: for anomalies or scoring",
                summary.figures().getFirst().note());
        Chip target = model.chips().get().stream()
                .filter(chip -> chip.setting() == Setting.TARGET)
                .findFirst()
                .orElseThrow();
        assertEquals("no target", target.value());
        assertTrue(target.own());
        assertTrue(model.chips().get().stream().noneMatch(chip -> chip.setting() == Setting.BAD));
    }

    @Test
    void aTableMayBeReadWithoutItsTarget() throws IOException {
        model.open(List.of(Files.writeString(folder.resolve("c.csv"), classes())));
        model.check();
        DraftModel draft = model.draft().get();
        assertFalse(draft.lacksTarget());
        draft.choose(Setting.TARGET, ReadSettings.NO_TARGET);
        assertTrue(draft.verdict().contains("applicants without a target"), draft.verdict());
        draft.use();
        assertEquals(
                0, ((Imported.Credit) session.dataset().get().imported()).book().bad().length);
        model.corrections().undo();
        assertTrue(((Imported.Credit) session.dataset().get().imported()).book().bad().length > 0);
    }

    @Test
    void checkingALoadedFileChangesItOnlyOnceItIsUsedAndThatCanBeUndone() throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), classes());
        model.open(List.of(file));
        String before = bad();
        model.check();
        DraftModel draft = model.draft().get();
        String other = before.equals("no") ? "yes" : "no";
        draft.choose(Setting.BAD, other);
        assertEquals(before, bad());
        draft.use();
        assertEquals(other, bad());
        model.corrections().undo();
        assertEquals(before, bad());
    }

    @Test
    void cancelledChecksChangeNothing() throws IOException {
        model.open(List.of(Files.writeString(folder.resolve("c.csv"), classes())));
        String before = bad();
        model.check();
        model.draft().get().choose(Setting.BAD, "no");
        model.draft().get().cancel();
        assertNull(model.draft().get());
        assertEquals(before, bad());
    }

    @Test
    void anotherActiveFileEndsACheck() throws IOException {
        model.open(List.of(Files.writeString(folder.resolve("c.csv"), classes())));
        model.check();
        session.load(Files.writeString(folder.resolve("p.csv"), "date,close\n2020-01-02,1\n2020-01-03,2\n"));
        assertNull(model.draft().get());
        assertEquals("p.csv", session.dataset().get().name());
    }

    @Test
    void aFileOfTwoThousandColumnsShowsTheFirstSixty() {
        List<String> names = IntStream.range(0, 2000).mapToObj(i -> "f" + i).toList();
        Grid grid = Grid.of(new Preview(ReadSettings.DETECTED, names, List.of(names), List.of(2)), Marks.NONE);
        assertEquals(60, grid.header().size());
        assertEquals(
                "The first 1 of 300 rows, as they stand in the file · 60 of 2,000 columns",
                DataBody.caption(grid, 300, new Texts(Texts.ENGLISH)));
    }

    private String bad() {
        return ((Imported.Credit) session.dataset().get().imported()).book().badLabel();
    }

    private static String classes() {
        StringBuilder csv = new StringBuilder("age,debt,default\n");
        for (int i = 0; i < 60; i++) {
            csv.append(20 + i % 40).append(',').append(100 * i).append(i % 3 == 0 ? ",yes\n" : ",no\n");
        }
        return csv.toString();
    }

    @Test
    void settingsUnderWhichNotEvenRowsAreFoundAreToldAndCanBeTakenBack() throws IOException {
        model.open(List.of(Files.writeString(folder.resolve("c.csv"), classes())));
        model.check();
        DraftModel draft = model.draft().get();
        int rows = draft.grid().rows().size();
        draft.choose(Setting.ENCODING, "UTF-16LE");
        assertFalse(draft.usable());
        assertFalse(draft.verdict().startsWith("Readable"), draft.verdict());
        assertEquals(rows, draft.grid().rows().size());
        draft.choose(Setting.ENCODING, "");
        assertTrue(draft.usable(), draft.verdict());
    }

    @Test
    void aFileThatIsGoneIsToldAndNotWaitedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), classes());
        model.open(List.of(file));
        Files.delete(file);
        model.check();
        DraftModel draft = model.draft().get();
        assertFalse(draft.waiting().get());
        assertFalse(draft.usable());
        assertTrue(draft.verdict().contains("c.csv"), draft.verdict());
        assertEquals(Grid.EMPTY.rows(), draft.grid().rows());
        assertFalse(draft.chips().isEmpty());
    }
}
