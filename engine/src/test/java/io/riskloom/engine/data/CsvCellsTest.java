package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that come from files of others and are opened in spreadsheets. */
class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 170", "-5", "@x", "＝1+1", "＋1", "－1", "＠x", " =1+1", "\u00a0=1", "\u3000＝1"})
    void whatWouldBeRunGetsAnApostrophe(String cell) {
        assertEquals("'" + cell, CsvCells.text(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "a -5", "x@y", "1-2", " a", "", "½"})
    void otherTextStaysAsItIs(String cell) {
        assertEquals(cell, CsvCells.text(cell));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a;=cmd|\"a;'=cmd\"",
                ";=1+1|\";'=1+1\"",
                "a; ＝x;b|\"a;' ＝x;b\"",
                "a;b|\"a;b\"",
                "=1;-2|\"'=1;'-2\""
            })
    void partsBehindSemicolonsAreGuardedAndQuoted(String cell, String written) {
        assertEquals(written, CsvCells.text(cell));
    }

    @Test
    void tabsAndEndsOfLinesAreGuardedAndQuoted() {
        assertEquals("\"'\n'=1+1\"", CsvCells.text("\n=1+1"));
        assertEquals("'\tx", CsvCells.text("\tx"));
        assertEquals("\"'\nx\"", CsvCells.text("\nx"));
        assertEquals("a\t'=1", CsvCells.text("a\t=1"));
        assertEquals("\"a\"\"b\"", CsvCells.text("a\"b"));
    }
}
