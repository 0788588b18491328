package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTableTest {

    @TempDir
    Path folder;

    private Session session;
    private Run run;
    private RunTable table;

    @BeforeEach
    void open() throws Exception {
        session = new CreditDesk().session(folder);
        run = CreditDesk.run("r1", 0, folder);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void show(Run shown) {
        ResultFixtures.add(session, shown);
        table = new RunTable(session, new ChosenRun(session, new Texts(Texts.ENGLISH), "credit"));
    }

    @Test
    void theFileIsReadWhenItIsFirstWanted() {
        show(run);
        assertNull(table.table().get());
        table.want();
        assertEquals("4900", Value.of(table.table().get().column("amount"), 39));
        assertEquals("", Value.of(table.table().get().column("amount"), 30));
        assertEquals("car", Value.of(table.table().get().column("purpose"), 39));
        assertNull(table.table().get().column("default"));
    }

    @Test
    void rowsWithoutAnOutcomeAreCountedInTheLinesOnly() throws Exception {
        Path file = Path.of(run.spec().data());
        Files.writeString(file, Files.readString(file).replace("K1014,22,m,1200,tv,0", "K1014,22,m,1200,tv,"));
        Run known = ResultFixtures.run(
                "r3",
                1,
                run.spec(),
                CsvReader.read(file, ReadSettings.DETECTED).source().sha256(),
                CreditDesk.evaluation(CreditDesk.scorecard()));
        show(known);
        table.want();
        int[] lines = table.table().get().lines();
        assertEquals(CreditDesk.ROWS - 1, lines.length);
        assertEquals(3, lines[1]);
        assertEquals(5, lines[2], "line 4 has no outcome");
        assertArrayEquals(lines, RunTable.lines(known, null));
        assertEquals(0, RunTable.lines(run, null).length, "another file by now");
    }

    @Test
    void aColumnThatNoModelSawCanBeReadNevertheless() {
        Reading without = new Reading(ReadSettings.DETECTED.withRoles(Map.of("sex", "ignored")), List.of());
        Run blind = ResultFixtures.run(
                "r2",
                1,
                Specs.with(run.spec(), "reading", without.toJson()),
                run.provenance().dataSha256(),
                CreditDesk.evaluation(CreditDesk.scorecard()));
        show(blind);
        table.want();
        List<String> seen =
                table.table().get().features().stream().map(CreditColumn::name).toList();
        assertEquals(
                List.of("age", "amount", "purpose"),
                seen.stream().filter(n -> !n.equals("clerk")).toList());
        assertEquals("f", Value.of(table.table().get().column("sex"), 39));
    }

    @Test
    void aFileThatHasChangedIsNotTakenForTheRuns() throws Exception {
        Path file = Path.of(run.spec().data());
        Files.writeString(file, Files.readString(file).replace("K1000", "K1001"));
        show(run);
        table.want();
        assertNull(table.table().get());
        assertEquals("credit.explain.changed", table.problem().get().key());
    }

    @Test
    void aFileThatIsGoneIsSaid() throws Exception {
        Files.delete(Path.of(run.spec().data()));
        show(run);
        table.want();
        assertNotNull(table.problem().get());
    }

    @Test
    void numbersAreSaidShortly() {
        assertEquals("1000000", Value.number(1e6));
        assertEquals("0.333333", Value.number(1 / 3.0));
        assertEquals("−2.5", Value.number(-2.5));
        assertEquals("123.457", Value.number(123.456789));
        assertEquals("", Value.number(Double.NaN));
    }
}
