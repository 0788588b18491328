package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What networks learn beside real applicants, and what that takes. */
class OversamplingTest {
    private static final int ROWS = 240;
    private static final Map<String, Object> SETTINGS = Map.of(
            "members", 1, "oversample", "gan", "oversampleShare", 0.4, "testShare", 0.3, "validationShare", 0.25);

    private static String threadsBefore;

    @TempDir
    private Path folder;

    @BeforeAll
    static void oneThread() {
        threadsBefore = System.setProperty("riskloom.threads", "1");
        Torch.enter(Torch.Load.SMALL);
    }

    @AfterAll
    static void threadsAsBefore() {
        if (threadsBefore == null) {
            System.clearProperty("riskloom.threads");
        } else {
            System.setProperty("riskloom.threads", threadsBefore);
        }
    }

    private static CreditSpec spec(Map<String, Object> settings) {
        return Specs.with(Specs.with(Specs.defaults(CreditSpec.class, "toy.csv"), SETTINGS), settings);
    }

    /** Every so many-th applicant is bad. */
    private static Imported.Credit data(int every) {
        Random random = new Random(1);
        double[] age = random.doubles(ROWS, 20, 70).toArray();
        boolean[] bad = new boolean[ROWS];
        for (int i = 0; i < ROWS; i += every) {
            bad[i] = true;
        }
        return of(age, bad);
    }

    private static Imported.Credit of(double[] age, boolean[] bad) {
        int[] housing = IntStream.range(0, ROWS).map(i -> i % 3).toArray();
        List<CreditColumn> columns = List.of(
                new CreditColumn.Numeric("age", age),
                new CreditColumn.Categorical("housing", List.of("own", "rent", "free"), housing));
        CreditBook book = new CreditBook(
                "toy", columns, "class", "good", "bad", bad, List.of(), new Source("toy.csv", "toy", ROWS));
        return new Imported.Credit(
                book,
                IntStream.range(2, ROWS + 2).toArray(),
                new ImportReport("UTF-8", ",", 0, List.of(), List.of(), List.of(), ReadSettings.DETECTED, List.of()));
    }

    @Test
    void badOnesMakeTheShareThatIsAskedForAndTheFirstCheckpointIsThere() throws Exception {
        Imported.Credit data = data(4);
        CreditLesson real = CreditLesson.of(data, spec(Map.of()));
        CreditLesson lesson = Oversampling.lesson(real, data.source(), folder, RunMonitor.SILENT);
        assertTrue(lesson.isDoubled());
        assertEquals(2, lesson.members().size());
        assertSame(lesson.parts().getFirst(), lesson.parts().getLast());
        // 108 rows are learnt, 27 of them bad; (27 + 27) / (108 + 27) is 0.4
        assertEquals(108, lesson.parts().getFirst().learns().length);
        assertEquals(0, lesson.made().getFirst().length);
        assertEquals(27, lesson.made().getLast().length);
        assertEquals(new Checkpoints.Place(0, 0), Checkpoints.place(folder, spec(Map.of()), "toy"));
        Oversampling.clear(folder, lesson);
        assertEquals(List.of("checkpoint.safetensors"), names());
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void noRowOfValidationOrTestIsSeen() throws Exception {
        Imported.Credit data = data(4);
        CreditSpec spec = spec(Map.of());
        boolean[] trained = new boolean[ROWS];
        Arrays.stream(Splits.rows(spec, data.book()).train()).forEach(row -> trained[row] = true);
        double[] other = ((CreditColumn.Numeric) data.book().features().getFirst()).values();
        for (int i = 0; i < ROWS; i++) {
            other[i] += trained[i] ? 0 : 100;
        }
        assertArrayEquals(made(data, "one"), made(of(other, data.book().bad()), "two"));
    }

    private float[][] made(Imported.Credit data, String name) throws Exception {
        CreditLesson real = CreditLesson.of(data, spec(Map.of()));
        return Oversampling.lesson(real, data.source(), folder.resolve(name), RunMonitor.SILENT)
                .made()
                .getLast();
    }

    @Test
    void nothingIsMadeOfTooFewOrWhereThereAreEnough() throws Exception {
        CreditLesson few = CreditLesson.of(data(12), spec(Map.of()));
        assertEquals(Optional.of(Notice.of("run.warning.oversampleFew", 9, 20)), Oversampling.obstacle(few));
        CreditLesson enough = CreditLesson.of(data(2), spec(Map.of()));
        assertEquals(Optional.of(Notice.of("run.warning.oversampleEnough", "40")), Oversampling.obstacle(enough));
        CreditLesson unasked = CreditLesson.of(data(12), spec(Map.of("oversample", "no")));
        assertEquals(Optional.empty(), Oversampling.obstacle(unasked));
        for (CreditLesson lesson : List.of(few, enough, unasked)) {
            assertSame(
                    lesson, Oversampling.lesson(lesson, new Source("toy.csv", "toy", ROWS), folder, RunMonitor.SILENT));
        }
        assertEquals(List.of(), names());
    }

    /** A quarter of the rows is bad, ln odds −ln 3; with 108 more of them 5 in 8 are, ln odds ln(5/3). */
    @Test
    void theOffsetPutsTheBalanceBack() throws Exception {
        CreditLesson real = CreditLesson.of(data(4), spec(Map.of("classWeights", "none")));
        double before = -Math.log(3);
        float[][] extra = new float[108][real.encoder().width()];
        assertEquals(0, real.offset());
        CreditLesson doubled = real.doubled(Collections.singletonList(extra));
        assertEquals(0, doubled.part(0, 1).offset());
        assertEquals(before - Math.log(5 / 3.0), doubled.part(1, 2).offset(), 1e-12);
        CreditLesson weighted = CreditLesson.of(data(4), spec(Map.of("classWeights", "balanced")));
        assertEquals(before, weighted.offset(), 1e-12);
        CreditLesson both = weighted.doubled(Collections.singletonList(extra));
        assertEquals(before, both.part(1, 2).offset(), 1e-12, "weights make both classes alike whatever was generated");
    }

    @Test
    void bothNetworksOfAPairBeginAlike() throws Exception {
        CreditLesson real = CreditLesson.of(data(4), spec(Map.of("members", 2)));
        float[][] rows = new float[5][real.encoder().width()];
        try (CreditNetworks plain = real.networks();
                CreditNetworks pairs = real.doubled(List.of(rows, rows)).networks()) {
            assertEquals(4, pairs.all().size());
            for (int m = 0; m < 2; m++) {
                float[] first = first(plain, m);
                assertArrayEquals(first, first(pairs, m));
                assertArrayEquals(first, first(pairs, m + 2));
            }
            assertFalse(Arrays.equals(first(plain, 0), first(plain, 1)));
        }
    }

    private static float[] first(CreditNetworks networks, int network) {
        return networks.all().get(network).trainable().get("dense1.weight").toFloatArray();
    }
}
