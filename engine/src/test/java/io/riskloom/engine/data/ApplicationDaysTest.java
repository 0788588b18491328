package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of application in credit tables: kept beside the features, never one of them. */
class ApplicationDaysTest {

    @TempDir
    Path folder;

    private CreditBook read(String text) throws Exception {
        return Csv.credit(folder, text).book();
    }

    @Test
    void theOnlyColumnOfDaysIsKeptAndStaysSetAside() throws Exception {
        CreditBook book = read("date,age,default\n2014-01-03,30,0\n2013-12-24,41,1\n2014-05-01,50,0\n");
        assertEquals("date", book.dateColumn());
        assertEquals(
                List.of(LocalDate.of(2014, 1, 3), LocalDate.of(2013, 12, 24), LocalDate.of(2014, 5, 1)), book.dates());
        assertEquals(List.of("date"), book.setAside());
        assertEquals(
                List.of("age"), book.features().stream().map(CreditColumn::name).toList());
    }

    @Test
    void aTableWithoutDaysHasNone() throws Exception {
        CreditBook book = read("age,default\n30,0\n41,1\n");
        assertEquals("", book.dateColumn());
        assertEquals(List.of(), book.dates());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date_of_birth",
                "maturity date",
                "last_payment_d",
                "出生日期",
                "loan_end_date",
                "DATEOFBIRTH",
                "nextPayment",
                "applicant_dob",
                "charge_off_date",
                "paydate",
                "closed.on",
                "enddate"
            })
    void daysOfOtherEventsAreNone(String name) throws Exception {
        CreditBook book = read(name + ",age,default\n1984-01-03,30,0\n1973-12-24,41,1\n");
        assertEquals("", book.dateColumn());
        assertEquals(List.of(name), book.setAside());
    }

    /** With parts of words such as end and due. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lending_date",
                "calendar_date",
                "tender_date",
                "vendor_application_date",
                "gender_applied_date",
                "residue day",
                "last_application_date",
                "loan_payout_date",
                "created_at"
            })
    void daysThatMayBeThoseOfTheApplicationAreTaken(String name) throws Exception {
        CreditBook book = read(name + ",age,default\n1984-01-03,30,0\n1973-12-24,41,1\n");
        assertEquals(name, book.dateColumn());
        assertEquals(LocalDate.of(1973, 12, 24), book.dates().getLast());
    }

    @Test
    void ofSeveralTheNameTells() throws Exception {
        CreditBook book = read("birth,decision_day,application_date,age,default\n"
                + "1984-01-03,2014-02-02,2014-01-03,30,0\n1973-12-24,2014-03-03,2014-02-24,41,1\n");
        assertEquals("application_date", book.dateColumn());
        assertEquals(LocalDate.of(2014, 2, 24), book.dates().getLast());
    }

    @Test
    void ofSeveralWithoutATellingNameNoneIsTaken() throws Exception {
        CreditBook book = read("day1,day2,age,default\n2014-02-02,2014-01-03,30,0\n2014-03-03,2014-02-24,41,1\n");
        assertEquals("", book.dateColumn());
    }

    @Test
    void theReadersChoiceCountsMost() throws Exception {
        Path file = Csv.file(
                folder, "birth,application_date,age,default\n1984-01-03,2014-01-03,30,0\n1973-12-24,2014-02-24,41,1\n");
        ReadSettings settings = ReadSettings.DETECTED.withRoles(Map.of("birth", "date"));
        CreditBook book = ((Imported.Credit) CsvReader.read(file, settings)).book();
        assertEquals("birth", book.dateColumn());
        Imported.Credit scored = CsvReader.readForScoring(file, settings);
        assertEquals(List.of("birth", "application_date"), scored.book().setAside());
        ReadSettings left = ReadSettings.DETECTED.withRoles(Map.of("application_date", "ignored"));
        assertEquals("", ((Imported.Credit) CsvReader.read(file, left)).book().dateColumn());
    }

    /** The row without a target is left out, its day with it. */
    @Test
    void daysAreThoseOfTheRowsThatAreKept() throws Exception {
        CreditBook book = read("申请日期,age,default\n2014-01-03,30,0\n2014-01-04,35,\n2014-01-05,41,1\n");
        assertEquals(List.of(LocalDate.of(2014, 1, 3), LocalDate.of(2014, 1, 5)), book.dates());
    }

    @Test
    void aMissingDayLeavesNoneAndIsTold() throws Exception {
        Imported.Credit read = Csv.credit(folder, "date,age,default\n2014-01-03,30,0\n,35,1\n2014-01-05,41,1\n");
        assertEquals("date", read.book().dateColumn());
        assertEquals(List.of(), read.book().dates());
        assertEquals(
                List.of(Notice.of("data.warn.daysMissing", "", "date", "1", "3")),
                read.report().warnings().stream()
                        .map(ImportReport.Warning::notice)
                        .toList());
    }

    @Test
    void aBookRefusesDaysOfAnotherNumber() {
        List<CreditColumn> age = List.of(new CreditColumn.Numeric("age", new double[] {1, 2}));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new CreditBook(
                        "b",
                        age,
                        "",
                        "",
                        "",
                        new boolean[0],
                        List.of(),
                        new Source("b", "", 2),
                        "d",
                        List.of(LocalDate.EPOCH)));
        assertTrue(e.getMessage().contains("1 dates for 2 rows"), e.getMessage());
    }
}
