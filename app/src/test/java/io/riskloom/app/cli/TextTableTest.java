package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void chineseIsTwoWide() {
        assertEquals(
                List.of("  名称   行数", "  close   120", "  收盘      7"),
                new TextTable("<>")
                        .row("名称", "行数")
                        .row("close", "120")
                        .row("收盘", "7")
                        .lines());
        assertEquals(9, TextTable.width("（1）收盘"));
        assertEquals(1, TextTable.width("e\u0301"));
    }

    @Test
    void lineEndsAndEscapesAreShown() {
        assertEquals(
                List.of("  a\uFFFDb\uFFFD"),
                new TextTable("<").row("a\nb\u001B").lines());
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThrows(IllegalArgumentException.class, () -> new TextTable("<>").row("one"));
    }
}
