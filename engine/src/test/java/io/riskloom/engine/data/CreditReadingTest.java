package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditReadingTest {

    @TempDir
    Path folder;

    @Test
    void columnsAreTypedAndTheTargetFound() throws Exception {
        Imported.Credit read = Csv.credit(folder, """
                id,age,home,opened,income,class
                7,30,rent,2020-01-01,100.5,good
                8,41,own,2020-02-01,NA,bad
                9,25,rent,2020-03-01,80,good
                10,33,?,2020-04-01,70,good
                """);
        CreditBook book = read.book();
        assertEquals("class", book.target());
        assertEquals("good", book.goodLabel());
        assertEquals("bad", book.badLabel());
        assertArrayEquals(new boolean[] {false, true, false, false}, book.bad());
        assertEquals(0.25, book.eventRate());
        assertEquals(List.of("id", "opened"), book.setAside());
        assertEquals(
                List.of("age", "home", "income"),
                book.features().stream().map(CreditColumn::name).toList());
        CreditColumn.Categorical home =
                assertInstanceOf(CreditColumn.Categorical.class, book.features().get(1));
        assertEquals(List.of("rent", "own"), home.levels());
        assertArrayEquals(new int[] {0, 1, 0, -1}, home.codes());
        CreditColumn.Numeric income =
                assertInstanceOf(CreditColumn.Numeric.class, book.features().get(2));
        assertArrayEquals(new double[] {100.5, Double.NaN, 80, 70}, income.values());
        assertEquals(1, income.missing());
        assertEquals(
                List.of(
                        "id:number:id:0",
                        "age:number:feature:0",
                        "home:category:feature:1",
                        "opened:date:ignored:0",
                        "income:number:feature:1",
                        "class:category:target:0"),
                read.report().columns().stream()
                        .map(c -> c.name() + ":" + c.type() + ":" + c.role() + ":" + c.missing())
                        .toList());
        assertEquals(List.of(), Csv.warnings(read));
    }

    /** Which text of a target means bad, and whether that had to be guessed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class|good|bad|bad|false",
                "Status|G|B|B|false",
                "default|0|1|1|false",
                "default.payment.next.month|0|1|1|false",
                "good|0|1|0|false",
                "target|0|1|1|true",
                "y|no|yes|yes|true",
                "default|no|yes|yes|false",
                "A16|+|-|-|false",
                "class|1|2|2|true",
                "loan_status|Fully Paid|Charged Off|Charged Off|false",
                "risk|low|high|high|false",
                "是否违约|否|是|是|false",
                "outcome|x|z|z|true"
            })
    void theBadClassIsStated(String target, String good, String other, String bad, boolean guessed) throws Exception {
        StringBuilder text = new StringBuilder("amount," + target + "\n");
        for (int i = 0; i < 6; i++) {
            text.append(i).append(',').append(i < 4 ? good : other).append('\n');
        }
        Imported.Credit read = Csv.credit(folder, text.toString());
        assertEquals(target, read.book().target());
        assertEquals(bad, read.book().badLabel());
        assertEquals(bad.equals(other) ? 2.0 / 6 : 4.0 / 6, read.book().eventRate(), 1e-12);
        assertEquals(guessed ? List.of("badGuessed[, " + target + ", " + bad + "]") : List.of(), Csv.warnings(read));
    }

    @Test
    void aTargetWithoutANameIsFoundByPlaceAndTold() throws Exception {
        Imported.Credit read = Csv.credit(folder, "amount,code\n1,0\n2,1\n3,0\n");
        assertEquals("code", read.book().target());
        assertEquals(List.of("targetGuessed[, code, ]", "badGuessed[, code, 1]"), Csv.warnings(read));
    }

    @Test
    void theUserMayNameTheTarget() throws Exception {
        Path file = Csv.file(folder, "amount,approved,class\n1,no,good\n2,yes,bad\n3,no,good\n");
        CreditBook book = assertInstanceOf(
                        Imported.Credit.class,
                        CsvReader.read(file, ReadSettings.DETECTED.withTarget("approved", List.of())))
                .book();
        assertEquals("approved", book.target());
        assertEquals(
                List.of("amount", "class"),
                book.features().stream().map(CreditColumn::name).toList());
    }

    @Test
    void rowsWithoutATargetAreDroppedWithAWarning() throws Exception {
        Imported.Credit read = Csv.credit(folder, "amount,class\n1,good\n2,\n3,bad\n4,NA\n");
        assertArrayEquals(new boolean[] {false, true}, read.book().bad());
        assertArrayEquals(
                new double[] {1, 3},
                ((CreditColumn.Numeric) read.book().features().getFirst()).values());
        assertEquals(List.of("missingTarget[3, class, 2]"), Csv.warnings(read));
        assertEquals(2, read.source().rows());
    }

    @Test
    void lowerCaseNoneIsALevelAndPythonsNoneIsMissing() throws Exception {
        Imported.Credit read = Csv.credit(folder, "plan,class\nnone,good\nNone,bad\nbank,good\n");
        CreditColumn.Categorical plan =
                (CreditColumn.Categorical) read.book().features().getFirst();
        assertEquals(List.of("none", "bank"), plan.levels());
        assertArrayEquals(new int[] {0, -1, 1}, plan.codes());
    }

    @Test
    void freeTextAndEmptyColumnsAreSetAsideWithAWarning() throws Exception {
        StringBuilder text = new StringBuilder("note,empty,amount,class\n");
        for (int i = 0; i < 60; i++) {
            text.append("remark ")
                    .append(i)
                    .append(",,")
                    .append(i)
                    .append(',')
                    .append(i % 3 == 0 ? "bad" : "good")
                    .append('\n');
        }
        Imported.Credit read = Csv.credit(folder, text.toString());
        assertEquals(List.of("note", "empty"), read.book().setAside());
        assertEquals(List.of("freeText[, note, 60]", "emptyColumn[, empty, ]"), Csv.warnings(read));
    }

    @Test
    void numbersMixedWithFewCodesAreCategoriesWithAWarning() throws Exception {
        Imported.Credit read = Csv.credit(folder, "grade,class\n1,good\n2,bad\nA,good\n1,good\n");
        assertInstanceOf(CreditColumn.Categorical.class, read.book().features().getFirst());
        assertEquals(List.of("mixed[, grade, 3, 1]"), Csv.warnings(read));
    }

    @Test
    void aFileWithoutTargetLoadsForScoring() throws Exception {
        Imported.Credit read = CsvReader.readForScoring(Csv.file(folder, "id,age,home\n1,30,rent\n2,40,own\n"));
        assertEquals("", read.book().target());
        assertEquals(0, read.book().bad().length);
        assertEquals(2, read.book().size());
        assertTrue(Double.isNaN(read.book().eventRate()));
        assertEquals(
                List.of("id", "age", "home"),
                read.book().features().stream().map(CreditColumn::name).toList());
    }

    @Test
    void scoringKeepsEveryRowAndEveryColumnForTheModelToChooseFrom() throws Exception {
        StringBuilder text = new StringBuilder("status,note,empty,day,class\n");
        for (int i = 0; i < 60; i++) {
            text.append("new,remark ")
                    .append(i)
                    .append(",,2020-01-02,")
                    .append(i == 3 ? "" : "good")
                    .append('\n');
        }
        Imported.Credit read = CsvReader.readForScoring(Csv.file(folder, text.toString()));
        assertEquals(60, read.book().size());
        assertEquals(
                List.of("status", "note", "empty", "class"),
                read.book().features().stream().map(CreditColumn::name).toList());
        assertEquals(List.of("day"), read.book().setAside());
    }

    @Test
    void anIdentifierStaysOneWhereRowsAreDoubled() throws Exception {
        StringBuilder text = new StringBuilder("customer_id,branch_id,age,class\n");
        for (int i = 0; i < 40; i++) {
            text.append(7000 + i - i / 20).append(',').append(i % 4).append(',').append(20 + i);
            text.append(i % 3 == 0 ? ",bad\n" : ",good\n");
        }
        CreditBook book = Csv.credit(folder, text.toString()).book();
        assertEquals(List.of("customer_id"), book.setAside());
        assertEquals(
                List.of("branch_id", "age"),
                book.features().stream().map(CreditColumn::name).toList());
    }
}
