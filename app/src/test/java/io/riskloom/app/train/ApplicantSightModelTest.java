package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Samples;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.RowPicture;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicantSightModelTest {

    @TempDir
    static Path folder;

    private static CreditBook german;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final ApplicantSightModel model = new ApplicantSightModel(new Tasks(waiting::add, Runnable::run));

    @BeforeAll
    static void read() throws Exception {
        german = ((Imported.Credit) CsvReader.read(Samples.unpack(folder).get(3))).book();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static CreditSpec spec(Object... settings) {
        CreditSpec spec = Specs.defaults(CreditSpec.class, "c.csv");
        for (int i = 0; i < settings.length; i += 2) {
            spec = Specs.with(spec, (String) settings[i], settings[i + 1]);
        }
        return spec;
    }

    @Test
    void pixelsAreThoseThatTrainingWouldGiveTheNetwork() throws Exception {
        CreditSpec spec = spec("model", "resnet", "members", 1);
        model.show(spec, german);
        model.place().set(3);
        work();
        ApplicantSight.Picture picture =
                assertInstanceOf(ApplicantSight.Picture.class, model.sight().get());
        StratifiedSplit split = Splits.rows(spec, german);
        CreditEncoder encoder = CreditEncoder.fit(german, split.train());
        float[] row = encoder.encode(german, new int[] {3})[0];
        RowPicture place =
                RowPicture.fit(encoder.encode(german, split.train()), encoder.names(), Seeds.mix(spec.seed(), 6));
        assertArrayEquals(place.place(), picture.place().place());
        assertEquals(8, picture.pixels().length);
        int age = encoder.names().indexOf("age");
        int pixel = place.place()[age];
        assertEquals(row[age], picture.pixels()[pixel / 8][pixel % 8]);
        assertEquals("age", picture.labels().get(pixel));
        assertEquals(3, picture.labels().stream().filter(String::isEmpty).count(), "61 inputs on 64 pixels");
        int empty = picture.labels().indexOf("");
        assertTrue(Double.isNaN(picture.pixels()[empty / 8][empty % 8]));
        assertEquals(
                new ApplicantSight.Cell("checking_status", "<0"),
                picture.cells().getFirst());
        assertEquals(20, picture.cells().size());
        assertEquals(8, picture.seen());
    }

    @Test
    void anApplicantIsNamedWithTheClass() {
        model.show(spec("model", "cnn"), german);
        Texts texts = new Texts(Texts.ENGLISH);
        assertEquals("Applicant 1 of 1,000: good", model.words(texts));
        model.step(1);
        assertEquals("Applicant 2 of 1,000: bad", model.words(texts));
        model.step(-9);
        assertEquals(0, model.place().get());
        model.step(5000);
        assertEquals(999, model.place().get());
    }

    @Test
    void anotherTableIsToldAnew() {
        model.show(spec("model", "resnet"), german);
        List<Boolean> told = new ArrayList<>();
        model.offered().subscribe((before, now) -> told.add(now));
        model.show(
                spec("model", "resnet"),
                new CreditBook(
                        "other",
                        german.features(),
                        german.target(),
                        "paid",
                        "late",
                        german.bad(),
                        List.of(),
                        german.source()));
        assertEquals(List.of(false, true), told);
        assertEquals("Applicant 1 of 1,000: paid", model.words(new Texts(Texts.ENGLISH)));
    }

    @Test
    void theRowStaysWhileSettingsChange() {
        model.show(spec("model", "resnet"), german);
        model.place().set(40);
        model.show(spec("model", "resnet50"), german);
        assertEquals(40, model.place().get());
        work();
        assertEquals(16, ((ApplicantSight.Picture) model.sight().get()).seen());
    }

    @Test
    void monthsStandOldestFirst() {
        Random random = new Random(2);
        List<CreditColumn> columns = new ArrayList<>();
        for (int month = 1; month <= 4; month++) {
            double[] balances = random.doubles(60, 0, 100).toArray();
            balances[7] = month == 1 ? 1e9 : -1e9;
            columns.add(new CreditColumn.Numeric("balance" + month, balances));
        }
        columns.add(new CreditColumn.Numeric("age", random.doubles(60, 20, 80).toArray()));
        boolean[] bad = new boolean[60];
        for (int i = 0; i < 60; i += 3) {
            bad[i] = true;
        }
        CreditBook book =
                new CreditBook("x", columns, "y", "paid", "late", bad, List.of(), new Source("x.csv", "", 60));
        model.show(spec("model", "lstm"), book);
        model.place().set(7);
        work();
        ApplicantSight.Months months =
                assertInstanceOf(ApplicantSight.Months.class, model.sight().get());
        assertEquals(List.of("balance4 … balance1"), months.features());
        assertEquals(List.of("age"), months.fixed());
        assertEquals(4, months.values()[0].length);
        assertTrue(months.values()[0][3] > 2, "the newest month is balance1");
        assertTrue(months.values()[0][0] < -2);
    }

    @Test
    void withoutMonthsTheReasonIsTold() {
        model.show(spec("model", "gru"), german);
        work();
        assertNull(model.sight().get());
        assertEquals("run.error.noHistory", model.problem().get().orElseThrow().key());
    }

    @Test
    void anMlpShowsNothing() {
        model.show(spec("model", "resnet"), german);
        assertTrue(model.offered().get());
        model.show(spec(), german);
        assertFalse(model.offered().get());
    }
}
