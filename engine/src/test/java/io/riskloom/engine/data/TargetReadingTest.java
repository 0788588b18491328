package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is bad. */
class TargetReadingTest {

    @TempDir
    Path folder;

    private Imported.Credit read(String text, String target, List<String> bad) throws Exception {
        ReadSettings settings = ReadSettings.DETECTED.withTarget(target, bad);
        return assertInstanceOf(Imported.Credit.class, CsvReader.read(Csv.file(folder, text), settings));
    }

    private static String table(String target, String... classes) {
        StringBuilder text = new StringBuilder("amount,").append(target).append('\n');
        for (int i = 0; i < 2 * classes.length; i++) {
            text.append(100 + i).append(',').append(classes[i % classes.length]).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default|0.0|1.0|1|false",
                "target|true|false|true|true",
                "target|1|0|1|true",
                "paid|0|1|0|false",
                "Creditability|1|0|0|false",
                "loan_status|Y|N|N|true",
                "loan_status|0|1|1|true",
                "not.fully.paid|0|1|1|false",
                "SeriousDlqin2yrs|0|1|1|false",
                "好坏|好|坏|坏|false",
                "标签|正常|违约|违约|false",
                "是否逾期|否|是|是|false",
                "loan_default|Yes|No|Yes|false",
                "class|paidoff|COLLECTION|COLLECTION|false"
            })
    void theBadClassFollowsFromNameAndValues(String target, String one, String other, String bad, boolean guessed)
            throws Exception {
        Imported.Credit read = Csv.credit(folder, table(target, one, other));
        assertEquals(target, read.book().target());
        assertEquals(bad, read.book().badLabel());
        assertEquals(List.of(bad), read.report().used().bad());
        assertEquals(0.5, read.book().eventRate());
        assertEquals(guessed ? List.of("badGuessed[, " + target + ", " + bad + "]") : List.of(), Csv.warnings(read));
    }

    @Test
    void threeClassesAreAskedAbout() throws Exception {
        assertEquals("manyClasses||class|a, b, c|3", Csv.refusal(folder, table("class", "a", "b", "c")));
        assertEquals("manyClasses||target|1, 2, 3, 4|4", Csv.refusal(folder, table("target", "1", "2", "3", "4")));
    }

    @Test
    void theSettingsSayWhichClassesAreBad() throws Exception {
        Imported.Credit one = read(table("class", "a", "b", "c"), "class", List.of("c"));
        assertArrayEquals(
                new boolean[] {false, false, true, false, false, true},
                one.book().bad());
        assertEquals("a / b", one.book().goodLabel());
        assertEquals("c", one.book().badLabel());
        assertEquals(List.of(), Csv.warnings(one));
        Imported.Credit two = read(table("stage", "1", "2", "3"), "stage", List.of("2", "3"));
        assertArrayEquals(
                new boolean[] {false, true, true, false, true, true}, two.book().bad());
        assertEquals("2 / 3", two.book().badLabel());
        assertEquals(List.of("2", "3"), two.report().used().bad());
        Imported.Credit detected = read(table("class", "a", "b", "c"), "", List.of("B"));
        assertEquals("class", detected.book().target());
        assertEquals("b", detected.book().badLabel());
    }

    @Test
    void theSettingsMayTurnTheClassesRound() throws Exception {
        Imported.Credit read = read(table("class", "good", "bad"), "class", List.of("good"));
        assertEquals("good", read.book().badLabel());
        assertArrayEquals(new boolean[] {true, false, true, false}, read.book().bad());
    }

    @Test
    void badClassesMustBeSomeOfTheColumns() throws Exception {
        String text = table("class", "a", "b", "c");
        DataException none = assertThrows(DataException.class, () -> read(text, "class", List.of("d")));
        assertEquals(
                "data.error.badMissing[data.csv, , class, a, b, c, d]",
                none.notice().toString());
        DataException all = assertThrows(DataException.class, () -> read(text, "class", List.of("a", "b", "c")));
        assertEquals("data.error.badMissing", all.notice().key());
    }

    @Test
    void lendingClubsStatesAreKnownAndTold() throws Exception {
        Imported.Credit read = Csv.credit(
                folder,
                table(
                        "loan_status",
                        "Fully Paid",
                        "Current",
                        "Charged Off",
                        "Default",
                        "Late (31-120 days)",
                        "In Grace Period",
                        "Does not meet the credit policy. Status:Charged Off"));
        assertArrayEquals(
                new boolean[] {false, false, true, true, true, false, true, false, false, true, true, true, false, true
                },
                read.book().bad());
        assertEquals("Fully Paid / Current / In Grace Period", read.book().goodLabel());
        assertEquals(
                List.of(
                        "badClasses[, loan_status, Charged Off / Default / Late (31-120 days) / Does not meet the credit"
                                + " policy. Status:Charged Off, Fully Paid / Current / In Grace Period]"),
                Csv.warnings(read));
        assertEquals(
                "manyClasses||loan_status|Current, Charged Off, Sold|3",
                Csv.refusal(folder, table("loan_status", "Current", "Charged Off", "Sold")));
    }

    @Test
    void fiveGradesOfChineseBanksAreKnown() throws Exception {
        Imported.Credit read = Csv.credit(folder, table("五级分类", "正常", "关注", "次级", "可疑", "损失"));
        assertEquals("次级 / 可疑 / 损失", read.book().badLabel());
        assertEquals(0.6, read.book().eventRate());
    }

    @Test
    void spellingsOfOneClassAreOne() throws Exception {
        Imported.Credit read = Csv.credit(folder, table("default", "Yes", "yes", "No", "NO"));
        assertEquals("Yes / yes", read.book().badLabel());
        assertEquals(0.5, read.book().eventRate());
    }

    @Test
    void aLooseNameGivesWayToAColumnOfTwoClasses() throws Exception {
        Imported.Credit read = Csv.credit(
                folder, "status,amount,repaid_in_time\nmarried,1,yes\nsingle,2,no\nwidowed,3,yes\nsingle,4,yes\n");
        assertEquals("repaid_in_time", read.book().target());
    }

    @Test
    void theClassesOfAColumnCanBeAskedFor() throws Exception {
        Path file = Csv.file(folder, "amount,class\n1,c\n2,\n3,a\n4,c\n5,b\n");
        assertEquals(List.of("c", "a", "b"), CsvReader.classes(file, ReadSettings.DETECTED, "class"));
        assertEquals(List.of("1", "2", "3", "4", "5"), CsvReader.classes(file, ReadSettings.DETECTED, "amount"));
        DataException e =
                assertThrows(DataException.class, () -> CsvReader.classes(file, ReadSettings.DETECTED, "klass"));
        assertEquals(
                "data.error.targetMissing[data.csv, 1, klass, klass, amount, class]",
                e.notice().toString());
        StringBuilder many = new StringBuilder("n,m\n");
        for (int i = 0; i < 80; i++) {
            many.append(i).append(",1\n");
        }
        assertEquals(
                50,
                CsvReader.classes(Csv.file(folder, many.toString()), ReadSettings.DETECTED, "n")
                        .size());
    }

    @Test
    void aTargetWithoutValuesIsRefused() throws Exception {
        Path file = Csv.file(folder, "amount,class\n1,\n2,\n");
        DataException e = assertThrows(
                DataException.class, () -> CsvReader.read(file, ReadSettings.DETECTED.withTarget("class", List.of())));
        assertEquals("data.error.targetEmpty[data.csv, , class, , ]", e.notice().toString());
    }

    @Test
    void creditTablesWithDatesAndHistoriesStayCredit() throws Exception {
        Imported.Credit read = Csv.credit(folder, """
                ID,opened,PAY_0,PAY_2,BILL_AMT1,default.payment.next.month
                1,2019-01-02,2,-1,3913,1
                2,2019-01-02,-1,2,2682,0
                3,2019-03-01,0,0,29239,0
                """);
        assertEquals(List.of("ID", "opened"), read.book().setAside());
        CreditColumn.Numeric history = assertInstanceOf(
                CreditColumn.Numeric.class, read.book().features().get(1));
        assertArrayEquals(new double[] {-1, 2, 0}, history.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "non_default|0|1|0",
                "no_default|1|0|0",
                "Not Bad|yes|no|no",
                "is_not_default|1|0|0",
                "Nichtausfall|ja|nein|nein",
                "未违约|1|0|0",
                "notgood|1|0|1",
                "Ausfall|ja|nein|ja",
                "Insolvenz|nein|ja|ja",
                "Bonität|gut|schlecht|schlecht",
                "défaut|oui|non|oui",
                "loan_condition|Good Loan|Bad Loan|Bad Loan",
                "MIS_Status|P I F|CHGOFF|CHGOFF",
                "违约标志|0|1|1",
                "是否逾期|是|否|是",
                "违约|1|0|1"
            })
    void namesMayDenyAndSpeakOtherLanguages(String target, String one, String other, String bad) throws Exception {
        Imported.Credit read = Csv.credit(folder, table(target, one, other));
        assertEquals(target, read.book().target());
        assertEquals(bad, read.book().badLabel());
        boolean first = one.equals(bad);
        assertArrayEquals(
                new boolean[] {first, !first, first, !first}, read.book().bad());
        assertEquals(List.of(), Csv.warnings(read));
    }

    @Test
    void aDeniedDefaultIsGoodBesideOtherNumbers() throws Exception {
        Imported.Credit read = Csv.credit(folder, """
                age,amount,duration,non_default
                30,1000,12,1
                40,2000,24,1
                50,1500,36,0
                35,1200,12,1
                """);
        assertEquals("0", read.book().badLabel());
        assertEquals(0.25, read.book().eventRate());
    }

    @Test
    void aCountOfDefaultsIsNoDenial() throws Exception {
        Imported.Credit read = Csv.credit(folder, table("no_of_defaults", "0", "1"));
        assertEquals("1", read.book().badLabel());
    }

    @Test
    void aGuessedBadMajorityIsTold() throws Exception {
        Imported.Credit read = Csv.credit(folder, "amount,credit_risk\n100,1\n200,1\n300,0\n150,1\n");
        assertEquals("1", read.book().badLabel());
        assertEquals(List.of("badGuessed[, credit_risk, 1]", "badMajority[, credit_risk, 1, 3]"), Csv.warnings(read));
        Imported.Credit fewer = Csv.credit(folder, "amount,credit_risk\n100,1\n200,0\n300,0\n150,1\n");
        assertEquals(List.of("badGuessed[, credit_risk, 1]"), Csv.warnings(fewer));
        Imported.Credit sure = Csv.credit(folder, "amount,default\n100,1\n200,1\n300,0\n150,1\n");
        assertEquals(List.of(), Csv.warnings(sure));
    }

    @Test
    void theRefusalOfManyClassesNamesTheColumn() throws Exception {
        Path file = Csv.file(folder, table("class", "a", "b", "c"));
        DataException refused = assertThrows(DataException.class, () -> CsvReader.read(file));
        assertEquals("data.error.manyClasses", refused.notice().key());
        assertEquals("class", refused.column().orElseThrow());
    }

    @Test
    void identifiersAreKnownInChineseAndGerman() throws Exception {
        for (String name : List.of("申请编号", "客户号", "贷款编号", "合同号", "身份证", "Antragsnummer", "Kundennr")) {
            Imported.Credit read = Csv.credit(folder, name + ",amount,default\n7001,100,0\n7005,200,1\n7003,300,0\n");
            assertEquals("id", read.report().columns().getFirst().role(), name);
            assertEquals(
                    List.of("amount"),
                    read.book().features().stream().map(CreditColumn::name).toList(),
                    name);
        }
    }

    @Test
    void rolesOfColumnsThatAreMissingAreTold() throws Exception {
        ReadSettings settings = ReadSettings.DETECTED.withRoles(Map.of("Nope", "feature"));
        Imported credit = CsvReader.read(Csv.file(folder, table("default", "0", "1")), settings);
        assertEquals(List.of("roleMissing[, Nope, feature]"), Csv.warnings(credit));
        ReadSettings closes = ReadSettings.DETECTED.withRoles(Map.of("Nope", "close"));
        Imported prices = CsvReader.read(Csv.file(folder, "date,close\n2020-01-02,10\n2020-01-03,11\n"), closes);
        assertEquals(List.of("roleMissing[, Nope, close]"), Csv.warnings(prices));
    }
}
