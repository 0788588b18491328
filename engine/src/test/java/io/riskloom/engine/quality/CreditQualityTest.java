package io.riskloom.engine.quality;

import static io.riskloom.engine.quality.Csv.file;
import static io.riskloom.engine.quality.Csv.findings;
import static io.riskloom.engine.quality.Csv.fix;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with tables of applicants, and what their fixes make of them. */
class CreditQualityTest {

    @TempDir
    Path folder;

    /** A table with the age, a column of its own and the target; each fourth applicant is bad. */
    private Path table(int rows, IntFunction<String> cell) throws Exception {
        return table(rows, i -> i % 4 == 0, cell);
    }

    private Path table(int rows, IntPredicate bad, IntFunction<String> cell) throws Exception {
        return file(
                folder,
                "age,x,default",
                IntStream.range(0, rows)
                        .mapToObj(i -> age(i) + "," + cell.apply(i) + "," + (bad.test(i) ? 1 : 0))
                        .toList());
    }

    /** Between 20 and 59.9, not two alike, and no better in bad than in good applicants. */
    private static String age(int row) {
        return String.valueOf(20 + (row * 37 % 400) / 10.0 + row / 100_000.0);
    }

    /** A harmless amount. */
    private static String amount(int row) {
        return String.valueOf(1000 + row * 7919 % 5000);
    }

    private static CreditColumn column(Imported.Credit read, String name) {
        return read.book().features().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double[] numbers(Imported.Credit read, String name) {
        return ((CreditColumn.Numeric) column(read, name)).values();
    }

    @Test
    void anOrdinaryTableIsClean() throws Exception {
        assertEquals(List.of(), findings(table(400, CreditQualityTest::amount)));
    }

    @Test
    void repeatedApplicantsAreLeftOut() throws Exception {
        Path file = table(400, i -> amount(i));
        List<String> rows = new ArrayList<>(Files.readAllLines(file));
        rows.add(20, rows.get(10));
        rows.add(rows.get(10));
        Path repeated = file(folder, String.join("\n", rows) + "\n");
        assertEquals(List.of("NOTE duplicate[2, 0.5, 21] [21, 403] LEAVE_OUT"), findings(repeated));
        Imported.Credit left = Csv.credit(repeated, fix(repeated));
        assertEquals(400, left.book().size());
        assertEquals(400, left.report().rows());
        assertEquals(100.0 / 400, left.book().eventRate());
        assertEquals(22, left.lines()[19]);
        assertEquals(Double.parseDouble(age(19)), numbers(left, "age")[19]);
        assertEquals(List.of(), findings(repeated, fix(repeated)));
    }

    @Test
    void equalRowsOfFewCategoriesAreDifferentPeople() throws Exception {
        Path file = file(
                folder,
                "job,home,default",
                IntStream.range(0, 400)
                        .mapToObj(i -> "job" + i % 5 + ",home" + i % 3 + "," + (i % 4 == 0 ? 1 : 0))
                        .toList());
        assertEquals(List.of(), findings(file));
    }

    @Test
    void aNumberThatRanksTheTargetIsALeak() throws Exception {
        Path file = table(400, i -> String.valueOf(i % 4 == 0 ? 1000 + i : i));
        assertEquals(List.of("SEVERE leak[x, 1] [] LEAVE_OUT_COLUMN"), findings(file));
        CreditBook left = Csv.credit(file, fix(file)).book();
        assertEquals(
                List.of("age"), left.features().stream().map(CreditColumn::name).toList());
        assertEquals(List.of("x"), left.setAside());
        assertEquals(
                List.of("feature", "ignored", "target"),
                Csv.credit(file, fix(file)).report().columns().stream()
                        .map(c -> c.role())
                        .toList());
        assertEquals(List.of(), findings(file, fix(file)));
    }

    @Test
    void aLevelOrAMissingCellThatTellsTheTargetIsALeak() throws Exception {
        Path levels = table(400, i -> i % 4 == 0 ? (i % 8 == 0 ? "sold" : "court") : "open");
        assertEquals(List.of("SEVERE leak[x, 1] [] LEAVE_OUT_COLUMN"), findings(levels));
        Path missing = table(400, i -> i % 4 == 0 ? String.valueOf(1 + i % 7) : "");
        assertTrue(findings(missing).contains("SEVERE leak[x, 1] [] LEAVE_OUT_COLUMN"));
    }

    @Test
    void aucCountsTiesHalfAndManySmallLevelsAreNoLeak() {
        boolean[] bad = {false, false, true, true, true};
        assertEquals(4.5 / 6, Leak.auc(new double[] {1, 2, 2, 3, 1.5}, bad));
        int[] codes = IntStream.range(0, 1000).map(i -> i / 4).toArray();
        List<String> levels = IntStream.range(0, 250).mapToObj(i -> "l" + i).toList();
        boolean[] rare = new boolean[1000];
        IntStream.range(0, 50).forEach(i -> rare[i * 7919 % 1000] = true);
        double auc = Leak.auc(new CreditColumn.Categorical("zip", levels, codes), rare);
        assertEquals(0.5, auc, 0.15);
    }

    @Test
    void fewBadApplicantsAreTold() throws Exception {
        assertEquals(
                List.of("WARNING balance.few[1, 30, 400, 7.5] []"),
                findings(table(400, i -> i % 13 == 0 && i < 390, CreditQualityTest::amount)));
        assertEquals(
                List.of("NOTE balance[1, 80, 1200, 6.7] []"),
                findings(table(1200, i -> i % 15 == 0, CreditQualityTest::amount)));
        assertEquals(
                List.of("WARNING balance[1, 60, 6000, 1] []"),
                findings(table(6000, i -> i % 100 == 0, CreditQualityTest::amount)));
        assertEquals(
                List.of("NOTE balance[0, 80, 1200, 6.7] []"),
                findings(table(1200, i -> i % 15 != 0, CreditQualityTest::amount)));
    }

    @Test
    void specialCodesBecomeMissing() throws Exception {
        Path file = table(400, i -> i % 50 == 3 ? "-9999" : i % 100 == 7 ? "98" : String.valueOf(i % 17));
        assertEquals(
                List.of("WARNING special_code[x, -9999 98, 12, 0, 16] "
                        + "[5, 9, 55, 105, 109, 155, 205, 209, 255, 305, 309, 355] SET_MISSING(-9999 98)"),
                findings(file));
        Imported.Credit mended = Csv.credit(file, fix(file));
        assertEquals(12, column(mended, "x").missing());
        assertEquals(12, mended.report().columns().get(1).missing());
        assertTrue(Double.isNaN(numbers(mended, "x")[3]));
        assertEquals(4, numbers(mended, "x")[4]);
        assertEquals(List.of(), findings(file, fix(file)));
        ColumnQuality quality =
                Csv.report(file, Csv.reading(fix(file))).columns().get(1);
        assertEquals(17, quality.distinct());
        assertEquals("0", quality.low());
        assertEquals("16", quality.high());
    }

    @Test
    void minusOneIsACodeOnlyWhereNothingElseIsNegative() throws Exception {
        IntFunction<String> frequent = i -> i % 20 == 3 ? "-1" : String.valueOf(i % 17);
        assertEquals(
                "WARNING special_code[x, -1, 20, 0, 16]",
                findings(table(400, frequent)).getFirst().replaceAll(" \\[\\d.*", ""));
        assertEquals(List.of(), findings(table(400, i -> i % 50 == 7 ? "-2" : frequent.apply(i))));
        assertEquals(List.of(), findings(table(400, i -> i == 3 ? "-1" : String.valueOf(i % 17))));
    }

    @Test
    void agesAndAmountsThatLookLikeCodesAreNone() throws Exception {
        assertEquals(List.of(), findings(table(400, i -> String.valueOf(i % 100)))); // 96 to 99 among others
        assertEquals(List.of(), findings(table(400, i -> i % 50 == 1 ? "9999" : amount(i))));
        assertEquals(
                "99999999",
                fix(table(400, i -> i % 50 == 1 ? "99999999" : amount(i))).value());
    }

    @Test
    void aConstantColumnIsFound() throws Exception {
        assertEquals(List.of("NOTE constant[x, 5] [] LEAVE_OUT_COLUMN"), findings(table(400, i -> "5")));
        assertEquals(List.of("NOTE constant[x, EUR] [] LEAVE_OUT_COLUMN"), findings(table(400, i -> "EUR")));
    }

    @Test
    void missingCellsAreFilledByAValueOfTheirOwn() throws Exception {
        Path numbers = table(400, i -> i % 5 < 2 ? "" : amount(i));
        Finding note = Csv.report(numbers, Reading.PLAIN).findings().getFirst();
        assertEquals("quality.missing[x, 160, 40]", note.notice().toString());
        assertEquals(List.of(2, 3, 7, 8), note.lines().subList(0, 4));
        assertEquals(Finding.Severity.NOTE, note.severity());
        double[] filled = numbers(Csv.credit(numbers, fix(numbers)), "x");
        assertArrayEquals(
                new double[] {0, 0, Double.parseDouble(amount(2))},
                IntStream.range(0, 3).mapToDouble(i -> filled[i]).toArray());

        Path levels = table(400, i -> i % 5 < 2 ? "" : "job" + i % 3);
        CreditColumn.Categorical jobs = (CreditColumn.Categorical) column(Csv.credit(levels, fix(levels)), "x");
        assertEquals(List.of("missing", "job2", "job0", "job1"), jobs.levels());
        assertEquals(0, jobs.missing());
        assertArrayEquals(
                new int[] {0, 0, 1, 2, 3},
                IntStream.range(0, 5).map(i -> jobs.codes()[i]).toArray());

        Path most = table(400, i -> i % 10 == 3 ? amount(i) : "");
        assertEquals(Fix.LEAVE_OUT_COLUMN, fix(most).fix());
        assertTrue(findings(most).getFirst().startsWith("WARNING missing[x, 360, 90]"));
    }

    @Test
    void aFewValuesFarOutsideAreNotedALongTailIsNot() throws Exception {
        assertEquals(
                List.of("NOTE outlier[x, 1, 2241.25, 4747.25, 1000, 900000] [12]"),
                findings(table(400, i -> i == 10 ? "900000" : amount(i))));
        assertEquals(List.of(), findings(table(400, i -> i % 40 == 1 ? "900000" : amount(i))));
    }

    @Test
    void columnsAreDescribedInFileOrder() throws Exception {
        List<ColumnQuality> columns = Csv.report(
                        table(400, i -> i == 10 ? "900000" : i == 11 ? "" : amount(i)), Reading.PLAIN)
                .columns();
        assertEquals(
                List.of("age", "x", "default"),
                columns.stream().map(ColumnQuality::name).toList());
        assertEquals(1, columns.get(1).missing());
        assertEquals(1, columns.get(1).outliers());
        assertEquals("1000", columns.get(1).low());
        assertEquals("900000", columns.get(1).high());
        assertEquals(400, columns.get(0).distinct());
        assertEquals(2, columns.get(2).distinct());
        assertEquals("target", columns.get(2).role());
    }
}
