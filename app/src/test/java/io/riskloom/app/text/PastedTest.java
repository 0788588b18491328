package io.riskloom.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+cmd", "-5+A1", "@x", "＝1", "-1 to =A1"})
    void whatASpreadsheetWouldRunGetsAnApostrophe(String cell) {
        assertEquals("'" + cell, Pasted.cell(cell));
    }

    @Test
    void figuresHaveAMinusThatSpreadsheetsRead() {
        assertEquals("-0.300", Pasted.cell("−0.300"));
        assertEquals("+0.600", Pasted.cell("+0.600"));
        assertEquals("-37.5 (-54.6 to -15.8)", Pasted.cell("−37.5 (−54.6 to −15.8)"));
        assertEquals("-37.5（-54.6 至 -15.8）", Pasted.cell("−37.5（−54.6 至 −15.8）"));
        assertEquals("0.812 (0.776 – 0.848)", Pasted.cell("0.812 (0.776 – 0.848)"));
    }

    @Test
    void aCellStaysOneCell() {
        assertEquals("own free", Pasted.cell("own\tfree"));
        assertEquals("a b", Pasted.cell("a\r\nb"));
        assertEquals("a;' =1", Pasted.cell("a;\t=1"));
        assertEquals("below 5, \"x\"", Pasted.cell("below 5, \"x\""), "quotes are not CSV");
    }
}
