package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectReadingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void separatorsAreFoundAndQuotedTextMayHoldThem(String s) throws Exception {
        String text = "date#name#close\n2020-01-02#\"a, b; c| d\te\"#1.5\n2020-01-03#\"say \"\"no\"\"\"#2.5\n";
        Sheet sheet = Sheets.read(folder, text.replace("#", s));
        assertEquals(
                "date[2020-01-02, 2020-01-03] name[a, b; c| d\te, say \"no\"] close[1.5, 2.5]", Sheets.table(sheet));
        assertEquals(s, sheet.detected().separator());
        assertEquals(".", sheet.detected().decimal());
        assertEquals(1, sheet.detected().header());
        assertEquals("yyyy-MM-dd", sheet.detected().dates());
    }

    @Test
    void decimalCommasDoNotLookLikeSeparators() throws Exception {
        Sheet sheet = Sheets.read(folder, "02.01.2020;1,5;2,5\n03.01.2020;1,75;2,25\n");
        assertEquals("#1[2020-01-02, 2020-01-03] #2[1.5, 1.75] #3[2.5, 2.25]", Sheets.table(sheet));
        assertEquals(",", sheet.detected().decimal());
        assertEquals("dd.MM.yyyy", sheet.detected().dates());
        assertEquals(ReadSettings.NO_HEADER, sheet.detected().header());
    }

    @Test
    void runsOfBlanksSeparateWhereNothingElseDoes() throws Exception {
        Sheet sheet =
                Sheets.read(folder, "  date        open  close\n  2020-01-02  1.5   2\n  2020-01-03  1.75  22.5  \n");
        assertEquals("date[2020-01-02, 2020-01-03] open[1.5, 1.75] close[2.0, 22.5]", Sheets.table(sheet));
        assertEquals(" ", sheet.detected().separator());
        assertEquals(
                "date[2020-01-02, 2020-01-03] close[1.5, 2.5]",
                Sheets.table(folder, "date,close\n2020-01-02 09:30:00,1.5\n2020-01-03 09:30:00,2.5\n"));
    }

    @Test
    void tablesOfRHaveARowNameMoreThanTheirHeader() throws Exception {
        Sheet sheet = Sheets.read(
                folder, "\"SPY Open\" \"SPY.Close\"\n\"2007-01-03\" 142.25 141.37\n\"2007-01-04\" 141.23 141.67\n");
        assertEquals(
                "#1[2007-01-03, 2007-01-04] SPY Open[142.25, 141.23] SPY.Close[141.37, 141.67]", Sheets.table(sheet));
        assertEquals(
                "#1[a, b] x[1.5, 2.5] y[3.0, 4.0]", Sheets.table(folder, "\"x\",\"y\"\n\"a\",1.5,3\n\"b\",2.5,4\n"));
    }

    @Test
    void aSeparatorAfterEveryRowIsNoRowName() throws Exception {
        assertEquals(
                "date[2020-01-02, 2020-01-03] close[1.0, 2.0]",
                Sheets.table(folder, "date,close\n2020-01-02,1,\n2020-01-03,2,\n"));
        assertEquals(
                "date[2020-01-02, 2020-01-03] close[1.0, 2.0]",
                Sheets.table(folder, "date,close,,\n2020-01-02,1,,\n2020-01-03,2,,\n"));
    }

    @Test
    void aColumnOfNumbersUnderANameIsATable() throws Exception {
        Sheet sheet = Sheets.read(folder, "Close\n1.5\n2.5\n3\n");
        assertEquals("Close[1.5, 2.5, 3.0]", Sheets.table(sheet));
        assertEquals("oneColumn|1||, ; TAB ||1.5", Sheets.refusal(folder, "1.5\n2.5\n3\n"));
        assertEquals("oneColumn|1||, ; TAB ||name", Sheets.refusal(folder, "name\nann\nbob\n"));
    }

    @Test
    void theReadersSeparatorAndDecimalMarkCount() throws Exception {
        String text = "a,b\n1,5;x\n2,5;y\n";
        Sheet sheet = Sheets.read(folder, "a;b\n1,500;1\n2,500;2\n", ReadSettings.DETECTED.withDecimal("."));
        assertEquals("a[1500.0, 2500.0] b[1.0, 2.0]", Sheets.table(sheet));
        assertEquals(List.of(), Sheets.warnings(sheet));
        Sheet cut = Sheets.read(
                folder, text, ReadSettings.DETECTED.withSeparator(";").withHeader(ReadSettings.NO_HEADER));
        assertEquals(";", cut.detected().separator());
        assertEquals("#1[1.5, 2.5] #2[x, y]", Sheets.table(cut)); // the first row has one cell only
        assertEquals(List.of("preamble[1, , 1]"), Sheets.warnings(cut));
    }

    @Test
    void quotedCellsMayHoldLineBreaks() throws Exception {
        Sheet sheet = Sheets.read(folder, "id,note,x\n1,\"two\nlines\",5\n2,\"three\r\n\r\nlines\",6\n3,z,7\n");
        assertEquals("id[1.0, 2.0, 3.0] note[two\nlines, three\r\n\r\nlines, z] x[5.0, 6.0, 7.0]", Sheets.table(sheet));
        assertEquals(List.of(2, 4, 7), Arrays.stream(sheet.lines()).boxed().toList());
    }

    @Test
    void blanksAroundQuotedCellsDoNotMatter() throws Exception {
        assertEquals(
                "date[2020-01-02, 2020-01-03] close[2582.3, 2584.62]",
                Sheets.table(folder, "date, close\n2020-01-02, \"2,582.30\" \n2020-01-03, \"2,584.62\"\n"));
    }

    @Test
    void cellsOfMegabytesAreRead() throws Exception {
        String cell = "lorem ipsum, ".repeat(300_000);
        Sheet sheet = Sheets.read(folder, "id,note,x\n1,\"" + cell + "\",5\n2,b,6\n");
        assertEquals(cell.strip(), sheet.column(1).get(0));
        assertEquals("5.0", String.valueOf(sheet.column(2).get(0)));
    }

    @Test
    void thousandsOfColumnsAreRead() throws Exception {
        StringBuilder text = new StringBuilder("date");
        for (int i = 0; i < 2_000; i++) {
            text.append(",T").append(i);
        }
        for (int day = 1; day <= 28; day++) {
            text.append(String.format("%n2020-01-%02d", day));
            for (int i = 0; i < 2_000; i++) {
                text.append(',').append(i).append('.').append(day);
            }
        }
        Sheet sheet = Sheets.read(folder, text.toString());
        assertEquals(2_001, sheet.columns().size());
        assertEquals("T1999", sheet.column(2_000).name());
        assertEquals(1999.28, (double) sheet.column(2_000).get(27));
        assertEquals(28, sheet.rows());
    }

    @Test
    void endlessRowsAreRefusedNotRead() {
        assertEquals("longCell|2|||65537 …", Sheets.refusal(folder, "a,b\n1" + ",".repeat(70_000) + "\n1,2\n"));
    }

    @Test
    void aVeryLongCellIsNoHalfRow() throws Exception {
        String words = "1 2020-01-02 ".repeat(100_000);
        assertEquals(
                "x[1.5, 2.5] note[" + words.strip() + ", b]",
                Sheets.table(folder, "x,note\n1.5," + words + "\n2.5,b\n"));
    }

    @Test
    void oneColumnOfDecimalCommasIsOneColumn() throws Exception {
        Sheet sheet = Sheets.read(folder, "Kurs\n50,00\n51,25\n-49,5\n");
        assertEquals("Kurs[50.0, 51.25, -49.5]", Sheets.table(sheet));
        assertEquals(",", sheet.detected().decimal());
        assertEquals("a[50.0, 51.0] b[1.0, 25.0]", Sheets.table(folder, "a,b\n50,1\n51,25\n"));
    }
}
