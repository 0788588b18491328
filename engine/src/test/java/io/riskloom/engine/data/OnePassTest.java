package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first rows promise is kept or taken back: reading in one pass ends as reading in two does. */
class OnePassTest {

    private static final int ROWS = 3_000;

    @TempDir
    Path folder;

    static Stream<Arguments> lastRows() {
        return Stream.of(
                Arguments.of("clean", "2020-01-02,1.5,7"),
                Arguments.of("bad number", "2020-01-02,x,7"),
                Arguments.of("infinity", "2020-01-02,1e999,7"),
                Arguments.of("comma decimals", "2020-01-02,\"1,5\",7"),
                Arguments.of("thousands", "2020-01-02,\"1,555\",7"),
                Arguments.of("plus", "2020-01-02,+,7"),
                Arguments.of("minus", "2020-01-02,-,7"),
                Arguments.of("bad date", "2020-02-30,1.5,7"),
                Arguments.of("other date", "1/13/2020,1.5,7"),
                Arguments.of("no date", ",1.5,7"),
                Arguments.of("short", "2020-01-02,1.5"),
                Arguments.of("long", "2020-01-02,1.5,7,8"),
                Arguments.of("empty end", "2020-01-02,1.5,7,,"),
                Arguments.of("comment", "# end of day"),
                Arguments.of("empty", ",,"),
                Arguments.of("quotes", "\"2020-01-02\",\"1.5\",\"7\""),
                Arguments.of("total", "Total,,7"));
    }

    private static String table(String row, int at) {
        StringBuilder text = new StringBuilder("date,close,volume\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(LocalDate.of(2000, 1, 1).plusDays(i))
                    .append(',')
                    .append(i)
                    .append(".25,")
                    .append(i)
                    .append('\n');
            text.append(i == at ? row + "\n" : "");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lastRows")
    void contradictionsBehindTheSampleAreFound(String name, String row) throws Exception {
        same(table(row, ROWS - 1));
        same(table(row, ROWS - 100));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void columnsThatTheSampleDoesNotDecideAreReadInFull(String head, String first, String last) throws Exception {
        StringBuilder text = new StringBuilder(head).append('\n');
        for (int i = 0; i < ROWS; i++) {
            text.append((i < 2_900 ? first : last).replace("#", String.valueOf(1000 + i)))
                    .append('\n');
        }
        same(text.toString());
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                Arguments.of("date,x", "1/2/2020,#.5", "13/2/2020,#.5"),
                Arguments.of("date,x", "1/13/2020,#.5", "1/2/2020,#.5"),
                Arguments.of("date,x", "1/2/2020,#.5", "1/2/2020,#.5"),
                Arguments.of("date,x", "20200102,#.5", "20200199,#.5"),
                Arguments.of("when,x", "20200102,#.5", "20200103,#.5"),
                Arguments.of("a;b", "#;1", "#;1,234"),
                Arguments.of("a;b", "#,5;1", "#,5;1.234"),
                Arguments.of("a,b", "#,1.5", "#,x"),
                Arguments.of("a,b,c", "#.5,,1", "#.5,2,1"),
                Arguments.of("a,b,", "#.5,1,", "#.5,2,3"),
                Arguments.of("a,b", "#.5,yes", "#.5,1"));
    }

    @Test
    void numbersUnderADatesNameAndLatePercentsAreReadInFull() throws Exception {
        for (String last : List.of("1,1.5", "30000,1.5", "25000,2%")) {
            StringBuilder text = new StringBuilder("Time,Amount\n");
            for (int i = 0; i < ROWS; i++) {
                text.append(i < 2_100 ? (i % 2 == 0 ? 20_000 + i : i) + ",1.5" : last)
                        .append('\n');
            }
            same(text.toString());
            same(text.toString().replace("Time", "day"));
            same(text.toString().replace("Time", "x"));
            same(text.toString().replace("Amount", "Close"));
        }
    }

    @Test
    void aLineBreakInQuotesAtTheMiddleIsNoRowEnd() throws Exception {
        StringBuilder text = new StringBuilder("date,symbol,close\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(LocalDate.of(2000, 1, 1).plusDays(i))
                    .append(",\"A\n2000-01-01,B,\",")
                    .append(i)
                    .append(".25\n");
        }
        same(text.toString());
    }

    @Test
    void symbolsAreReadInHalvesAsWell() throws Exception {
        StringBuilder text = new StringBuilder("symbol,date,close\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("00000").append(i / 1000).append(',');
            text.append(LocalDate.of(2000, 1, 1).plusDays(i % 1000))
                    .append(',')
                    .append(i)
                    .append(".25\n");
        }
        same(text.toString());
    }

    private void same(String text) throws Exception {
        same(text, Halves.WORTHWHILE);
        same(text, 0);
    }

    private void same(String text, int worthwhile) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Sheet once = new SheetReader(
                        Sheets.file(folder, bytes), ReadSettings.DETECTED, Progress.NONE, worthwhile, false)
                .read();
        Sheet twice = new SheetReader(Sheets.file(folder, bytes), ReadSettings.DETECTED, Progress.NONE).readTwice();
        assertEquals(Sheets.table(twice), Sheets.table(once));
        assertEquals(Sheets.warnings(twice), Sheets.warnings(once));
        assertEquals(
                twice.warnings().stream().map(ImportReport.Warning::lines).toList(),
                once.warnings().stream().map(ImportReport.Warning::lines).toList());
        assertEquals(twice.plans(), once.plans());
        assertEquals(twice.preview(), once.preview());
        assertEquals(twice.detected(), once.detected());
        assertArrayEquals(twice.lines(), once.lines());
    }
}
