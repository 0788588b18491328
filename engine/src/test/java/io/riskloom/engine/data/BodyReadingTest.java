package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReadingTest {

    private static final String TWO = "date,close,volume\n2020-01-02,1.5,10\n2020-01-03,2.5,20\n";
    private static final String COLUMNS = "date[2020-01-02, 2020-01-03] close[1.5, 2.5] volume[10.0, 20.0]";

    private static final String DAYS = "Date[2020-01-02, 2020-01-03, 2020-01-06] ";

    @TempDir
    Path folder;

    /** A header and 40 good rows, the one at {@code line} exchanged. */
    private static String rows(int line, String row) {
        StringBuilder text = new StringBuilder("date,close,volume\n");
        for (int i = 2; i <= 41; i++) {
            String good = String.format("2020-%02d-%02d,%d.5,%d", 1 + i / 28, 1 + i % 28, i, 10 * i);
            text.append(i == line ? row : good).append('\n');
        }
        return text.toString();
    }

    @Test
    void shorterRowsAreFilledUpAndTold() throws Exception {
        Sheet sheet = Sheets.read(folder, "date,open,close\n2020-01-02,1,1.5\n2020-01-03,2\n2020-01-06,3,3.5\n");
        assertEquals(
                "date[2020-01-02, 2020-01-03, 2020-01-06] open[1.0, 2.0, 3.0] close[1.5, , 3.5]", Sheets.table(sheet));
        assertEquals(List.of("shortRows[3, , 1]"), Sheets.warnings(sheet));
    }

    @Test
    void longerRowsAreLeftOutWhereTheyAreFew() throws Exception {
        Sheet sheet = Sheets.read(folder, rows(20, "2020-01-21,1,300.5,7"));
        assertEquals(39, sheet.rows());
        assertEquals(19, sheet.lines()[17]);
        assertEquals(21, sheet.lines()[18]);
        assertEquals(21.5, (double) sheet.column(1).get(18));
        assertEquals(List.of("longRows[20, , 1]"), Sheets.warnings(sheet));
        assertEquals(List.of(), Sheets.warnings(Sheets.read(folder, rows(20, "2020-01-21,20.5,200,,"))));
        assertEquals("ragged|3||2|3", Sheets.refusal(folder, "date,close\n2020-01-02,1\n2020-01-03,2,5\n"));
        assertEquals("ragged|2||2|3", Sheets.refusal(folder, "date,close\n02.01.2020,1,5\n03.01.2020,1,75\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,,30",
                "Total",
                "合计,,30",
                "总计,4,30",
                "Summe,,",
                "数据来源：某某,,",
                "Source: Federal Reserve, Board of Governors",
                "\n\nNote: prices are adjusted, see the web site, and the terms, of use\n\n",
                "Downloaded from a robot,,\n,,\nCopyright 2020 by somebody"
            })
    void totalsAndNotesAtTheEndAreLeftOutAndTold(String footer) throws Exception {
        Sheet sheet = Sheets.read(folder, TWO + footer);
        assertEquals(COLUMNS, Sheets.table(sheet), footer);
        long count = footer.lines().filter(l -> !l.isBlank() && !l.equals(",,")).count();
        int first = footer.startsWith("\n") ? 6 : 4;
        assertEquals(List.of("footer[" + first + ", , " + count + "]"), Sheets.warnings(sheet), footer);
    }

    @Test
    void rowsThatFitAreNoFooters() throws Exception {
        assertEquals(
                "name[BP, Shell, Total] x[1.5, 2.5, 3.5]",
                Sheets.table(folder, "name,x\nBP,1.5\nShell,2.5\nTotal,3.5\n"));
        assertEquals(
                "home[rent, own, rent] class[good, bad, ]",
                Sheets.table(folder, "home,class\nrent,good\nown,bad\nrent,\n"));
        assertEquals("date|4|date|yyyy-MM-dd|soon", Sheets.refusal(folder, TWO + "soon,3.5,30\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "12x", "inf", "-Infinity", "∞", "1e999"})
    void cellsThatAreNoNumbersAreMissingAndTold(String cell) throws Exception {
        Sheet sheet = Sheets.read(folder, rows(20, "2020-01-21," + cell + ",200"));
        assertEquals(40, sheet.rows());
        assertEquals(1, sheet.column(1).countMissing());
        assertTrue(sheet.column(1).isMissing(18));
        assertEquals(19.5, (double) sheet.column(1).get(17));
        assertEquals(List.of("badCell[20, close, 1, " + cell + "]"), Sheets.warnings(sheet));
        assertEquals(List.of(20), sheet.warnings().getFirst().lines());
    }

    @Test
    void infinitiesDoNotMakeANumberColumnText() throws Exception {
        Sheet sheet = Sheets.read(folder, "id,x,class\n1,2.5,a\n2,inf,b\n3,-inf,a\n");
        assertEquals("id[1.0, 2.0, 3.0] x[2.5, , ] class[a, b, a]", Sheets.table(sheet));
        assertEquals(List.of("badCell[3, x, 2, inf]"), Sheets.warnings(sheet));
    }

    @Test
    void fewBadDatesAreMissingAndToldManyRefused() throws Exception {
        Sheet sheet = Sheets.read(folder, rows(20, "2020-02-30,20.5,200"));
        assertEquals(1, sheet.column(0).countMissing());
        assertEquals(20.5, (double) sheet.column(1).get(18));
        assertEquals(List.of("badDate[20, date, 1, 2020-02-30]"), Sheets.warnings(sheet));
        assertEquals(
                "date|4|date|yyyy-MM-dd|2020-02-30",
                Sheets.refusal(folder, "date,close\n2020-01-02,1\n2020-01-03,2\n2020-02-30,3\n2020-01-06,4\n"));
    }

    @Test
    void digitsAreDatesUnderTheirNameOrInFrontOfNumbers() throws Exception {
        String days = "[2020-01-02, 2020-01-03, 2020-01-06]";
        String rows = "20200102,1.5\n20200103,2.5\n20200106,3.5\n";
        assertEquals("date" + days + " x[1.5, 2.5, 3.5]", Sheets.table(folder, "date,x\n" + rows));
        assertEquals("#1" + days + " #2[1.5, 2.5, 3.5]", Sheets.table(folder, rows));
        assertEquals("when" + days + " x[1.5, 2.5, 3.5]", Sheets.table(folder, "when,x\n" + rows));
        assertEquals(
                "loan_id[2.0200102E7, 2.0200103E7, 2.0200106E7] x[1.5, 2.5, 3.5]",
                Sheets.table(folder, "loan_id,x\n" + rows));
        assertEquals(
                "when[2.0200103E7, 2.0200102E7, 2.0200106E7] x[1.5, 2.5, 3.5]",
                Sheets.table(folder, "when,x\n20200103,1.5\n20200102,2.5\n20200106,3.5\n"));
        assertEquals(
                "when[2.0200102E7, 2.0200199E7] x[1.5, 2.5]",
                Sheets.table(folder, "when,x\n20200102,1.5\n20200199,2.5\n"));
        assertEquals(
                "when[2.0200102E7, 2.0200103E7] x[a, b]", Sheets.table(folder, "when,x\n20200102,a\n20200103,b\n"));
    }

    @Test
    void theReadersDatesCount() throws Exception {
        String text = "date,x\n01/02/2020,1.5\n02/02/2020,2.5\n03/02/2020,3.5\n";
        Sheet american = Sheets.read(folder, text, ReadSettings.DETECTED.withDates("M/d/yyyy"));
        assertEquals("date[2020-01-02, 2020-02-02, 2020-03-02] x[1.5, 2.5, 3.5]", Sheets.table(american));
        assertEquals(List.of(), Sheets.warnings(american));
        assertEquals("M/d/yyyy", american.detected().dates());
        Sheet european = Sheets.read(folder, text, ReadSettings.DETECTED.withDates("d/M/yyyy"));
        assertEquals("date[2020-02-01, 2020-02-02, 2020-02-03] x[1.5, 2.5, 3.5]", Sheets.table(european));
        assertEquals(
                "date|2|date|yyyy-MM-dd|01/02/2020",
                Sheets.refusal(
                        folder, text.getBytes(StandardCharsets.UTF_8), ReadSettings.DETECTED.withDates("yyyy-MM-dd")));
    }

    @Test
    void progressIsToldAndMayEndTheReading() throws Exception {
        StringBuilder text = new StringBuilder("date,name,close\n");
        for (int i = 0; i < 40_000; i++) {
            text.append("2020-01-02,a,").append(i).append(".5\n");
        }
        TextFile file = Sheets.file(folder, text.toString().getBytes(StandardCharsets.UTF_8));
        List<Double> shares = new ArrayList<>();
        Sheet sheet = Sheet.read(file, ReadSettings.DETECTED, shares::add);
        assertEquals(40_000, sheet.rows());
        assertEquals(shares.stream().sorted().toList(), shares);
        assertEquals(8, shares.size());
        DataException stopped =
                assertThrows(DataException.class, () -> Sheet.read(file, ReadSettings.DETECTED, share -> share < 0.5));
        assertEquals("data.error.cancelled", stopped.notice().key());
    }

    @Test
    void percentAndPlainNumbersInOneColumnAreTold() throws Exception {
        Sheet sheet = Sheets.read(folder, "id,rate\nA,5%\nB,6%\nC,7\nD,0\nE,8.5%\n");
        assertEquals("id[A, B, C, D, E] rate[0.05, 0.06, 7.0, 0.0, 0.085]", Sheets.table(sheet));
        assertEquals(List.of("percentMixed[4, rate, 1, 3, 1]"), Sheets.warnings(sheet));
        assertEquals(List.of(), Sheets.warnings(Sheets.read(folder, "id,rate\nA,5%\nB,6%\nC,0\n")));
    }

    @Test
    void secondsUnderAClocksNameAreNoSerialNumbers() throws Exception {
        StringBuilder fraud = new StringBuilder("Time,Amount,Class\n");
        for (int i = 0; i < 40; i++) {
            fraud.append(20_000 + 7 * i).append(",1.5,").append(i % 2).append('\n');
        }
        Sheet seconds = Sheets.read(folder, fraud.toString());
        assertEquals(ColumnPlan.Type.NUMBER, seconds.plans().getFirst().type());
        assertEquals(List.of(), Sheets.warnings(seconds));
        Sheet serial = Sheets.read(folder, "Time,Close\n43832,1.5\n43833,2.5\n43836,3.5\n");
        assertEquals("Time[2020-01-02, 2020-01-03, 2020-01-06] Close[1.5, 2.5, 3.5]", Sheets.table(serial));
        assertEquals(List.of("excelDates[2, Time, 43832]"), Sheets.warnings(serial));
        assertEquals(
                "date[2020-01-02, 2020-01-03] time[34200.0, 34260.0] close[1.5, 2.5]",
                Sheets.table(folder, "date,time,close\n2020-01-02,34200,1.5\n2020-01-03,34260,2.5\n"));
        assertEquals(
                ColumnPlan.Type.NUMBER,
                Sheets.read(folder, "day,x\n43832,1.5\n21000,2.5\n59000,3.5\n33333,4.5\n")
                        .plans()
                        .getFirst()
                        .type());
    }

    @Test
    void wholeNumbersTellWhetherAMarkGroupsThousands() throws Exception {
        String dates = "Date\tClose\n2020-01-02\t1,234\n2020-01-03\t1,250\n2020-01-06\t";
        Sheet thousands = Sheets.read(folder, dates + "987\n");
        assertEquals(DAYS + "Close[1234.0, 1250.0, 987.0]", Sheets.table(thousands));
        assertEquals(List.of("thousandsMark[2, Close, ,]"), Sheets.warnings(thousands));
        assertEquals(DAYS + "Close[1.234, 1.25, 1987.0]", Sheets.table(folder, dates + "1987\n"));
        assertEquals(DAYS + "Close[1.234, 1.25, 1.26]", Sheets.table(folder, dates + "1,260\n"));
    }

    @Test
    void aColumnWithTheOtherDecimalMarkIsRefused() {
        assertEquals(
                "mixedMarks|2|b|.|0,25", Sheets.refusal(folder, "a,b\n\"1000.5\",\"0,25\"\n\"1001.5\",\"0,26\"\n"));
    }

    @Test
    void naIsATickerInAColumnOfTickers() throws Exception {
        assertEquals(
                "date[2020-01-02, 2020-01-03, 2020-01-02] symbol[NA, NA, RY] close[1.5, 2.5, 3.5]",
                Sheets.table(folder, "date,symbol,close\n2020-01-02,NA,1.5\n2020-01-03,NA,2.5\n2020-01-02,RY,3.5\n"));
        assertEquals("grade[A, ] x[1.5, 2.5]", Sheets.table(folder, "grade,x\nA,1.5\nNA,2.5\n"));
    }
}
