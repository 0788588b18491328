package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NA",
                "na",
                "N/A",
                "n/a",
                "n.a.",
                "#N/A",
                "#N/A N/A",
                "#N/A Invalid Security",
                "#NV",
                "null",
                "NULL",
                "(null)",
                "None",
                "NaN",
                "nan",
                "-nan",
                "NaT",
                "<NA>",
                "\\N",
                "#DIV/0!",
                "#VALUE!",
                "#REF!",
                "#NAME?",
                "#NUM!",
                "#WERT!",
                "#####",
                "##########",
                "k.A.",
                "k. A.",
                "-",
                "--",
                "---",
                ".",
                "..",
                "...",
                "…",
                "?",
                "—",
                "–",
                "−",
                "——",
                "缺失",
                "空值",
                "暂无",
                "不适用"
            })
    void missingCells(String cell) {
        assertTrue(Cells.missing(cell.toCharArray(), 0, cell.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "none",
                "NONE",
                "nat",
                "NAT",
                "无",
                "空",
                "有",
                "-1",
                ".5",
                "N",
                "Nantes",
                "#1",
                "# 5",
                "#N/Another",
                "nulls",
                "-+",
                "?!",
                "inf",
                "Infinity",
                "unknown",
                "n",
                "no",
                "--x"
            })
    void everythingElseIsThere(String cell) {
        assertFalse(Cells.missing(cell.toCharArray(), 0, cell.length()));
    }

    @Test
    void aCellStandsAnywhereInItsRow() {
        char[] row = "1,N/A,2".toCharArray();
        assertTrue(Cells.missing(row, 2, 3));
        assertFalse(Cells.missing(row, 0, 5));
    }

    @Test
    void spacesOfEveryWidthAreBlank() {
        String spaces = " \t\u00A0\u2007\u2009\u202F\u3000\uFEFF";
        assertEquals(
                spaces.length(),
                spaces.chars().filter(c -> Cells.blank((char) c)).count());
        assertFalse(Cells.blank('x'));
    }
}
