package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an anomaly run reads of a table whose target is named, guessed or missing. */
class UnlabelledReadingTest {

    @TempDir
    private Path folder;

    private Path file(String last, String... texts) throws Exception {
        StringBuilder csv = new StringBuilder("age,sum," + last + "\n");
        for (int i = 0; i < 30; i++) {
            csv.append(20 + i)
                    .append(',')
                    .append(1000.5 + 7 * i)
                    .append(',')
                    .append(texts[i % texts.length])
                    .append('\n');
        }
        return Files.writeString(folder.resolve("loans.csv"), csv);
    }

    private static CreditBook read(Path file, String target) throws Exception {
        AnomalySpec spec = Specs.with(Specs.defaults(AnomalySpec.class, file.toString()), "target", target);
        return ((Imported.Credit) Training.read(spec)).book();
    }

    private static List<String> features(CreditBook book) {
        return book.features().stream().map(CreditColumn::name).toList();
    }

    @Test
    void aNamedTargetJudges() throws Exception {
        CreditBook book = read(file("class", "good", "bad"), "");
        assertEquals("class", book.target());
        assertEquals(List.of("age", "sum"), features(book));
    }

    @Test
    void aGuessedTargetIsNeitherJudgeNorInput() throws Exception {
        Path file = file("abroad", "yes", "no");
        CreditBook book = read(file, "");
        assertEquals("", book.target());
        assertEquals(0, book.bad().length);
        assertEquals(List.of("age", "sum"), features(book));
        assertEquals(List.of("abroad"), book.setAside());
        AnomalySpec spec = Specs.defaults(AnomalySpec.class, file.toString());
        assertEquals(
                Optional.of(Notice.of("run.warning.guessSetAside", "abroad")),
                UnlabelledTable.setAside(Training.read(spec)));
        Reading known = Reading.PLAIN.with(ReadSettings.DETECTED.withRoles(Map.of("abroad", "feature")));
        AnomalySpec chosen = Specs.with(spec, "reading", known.toJson());
        assertEquals(List.of("age", "sum", "abroad"), features(((Imported.Credit) Training.read(chosen)).book()));
        assertEquals(Optional.empty(), UnlabelledTable.setAside(Training.read(chosen)));
        assertEquals(
                "abroad",
                ((Imported.Credit) Training.read(Specs.defaults(CreditSpec.class, file.toString())))
                        .book()
                        .target());
        assertEquals("abroad", read(file, "abroad").target());
    }

    @Test
    void aTableWithoutATargetIsReadByAnomalyRunsOnly() throws Exception {
        Path file = file("city", "Ulm", "Bonn", "Kiel", "Trier");
        assertEquals(List.of("age", "sum", "city"), features(read(file, "")));
        CreditSpec credit = Specs.defaults(CreditSpec.class, file.toString());
        DataException refused = assertThrows(DataException.class, () -> Training.read(credit));
        assertEquals("data.error.noTarget", refused.notice().key());
    }
}
