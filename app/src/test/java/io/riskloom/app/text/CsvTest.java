package io.riskloom.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-2", "@x", "\tx"})
    void aCellThatSpreadsheetsWouldRunGetsAnApostrophe(String cell) {
        assertEquals("'" + cell, Csv.text(cell));
    }

    @Test
    void commasAndQuotesAreQuoted() {
        assertEquals("\"a,\"\"b\"\"\"", Csv.text("a,\"b\""));
        assertEquals("plain", Csv.text("plain"));
    }

    @Test
    void numbersStayPlainNumbers() {
        assertEquals("-2.5", Csv.number(-2.5));
        assertEquals("0.0000001", Csv.number(1e-7));
        assertEquals("11456230000", Csv.number(11_456_230_000.0));
        assertEquals("0", Csv.number(-0.0));
        assertEquals("", Csv.number(Double.NaN));
    }
}
