package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareModelTest {

    @TempDir
    Path folder;

    private Session session;
    private DataViewModel model;

    @BeforeEach
    void open() throws IOException {
        session = ResultFixtures.session(folder);
        model = new DataViewModel(session, new Texts(Texts.ENGLISH), List.of());
        Path prices =
                Files.writeString(folder.resolve("p.csv"), "date,close\n2020-01-02,1\n2020-01-03,2\n2020-01-06,3\n");
        model.open(List.of(credit("a.csv", 0), credit("b.csv", 1000), prices));
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** Two hundred applicants; {@code more} is added to every debt, ages stay. */
    private Path credit(String name, int more) throws IOException {
        StringBuilder csv = new StringBuilder("age,debt,default\n");
        for (int i = 0; i < 200; i++) {
            csv.append(20 + i % 40).append(',').append(10 * i + more).append(i % 3 == 0 ? ",yes\n" : ",no\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private ColumnRow column(String name) {
        return model.columns().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyOtherCreditTablesCanBeComparedWith() {
        assertEquals(
                List.of("b.csv"),
                model.compare().others().stream().map(Dataset::name).toList());
        model.show(session.data().opened().get(2));
        assertEquals(List.of(), model.compare().others());
    }

    @Test
    void aShiftedColumnHasALargeIndexAndAFindingAndTheOthersNone() {
        assertTrue(Double.isNaN(column("debt").shift()));
        int before = model.findings().size();
        model.compare().with(model.compare().others().getFirst());
        assertEquals(0, column("age").shift(), 1e-12);
        assertTrue(column("debt").shift() > 0.25, "" + column("debt").shift());
        assertEquals(before + 1, model.findings().size());
        model.compare().clear();
        assertTrue(Double.isNaN(column("debt").shift()));
        assertEquals(before, model.findings().size());
    }

    @Test
    void theComparisonEndsWhenTheOtherFileIsClosed() {
        model.compare().with(model.compare().others().getFirst());
        session.data().close(session.data().opened().get(1));
        assertTrue(model.compare().compared().get().isEmpty());
        assertTrue(Double.isNaN(column("debt").shift()));
    }
}
