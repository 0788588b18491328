package io.riskloom.app.playground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTextTest {

    private static Notice refusal(String text) {
        return assertThrows(NoticeException.class, () -> GridText.parse(text, 12))
                .notice();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\t-2.5\n3\t4\n", "1;-2.5\r\n3;4", "1,-2.5\n3,4\n\n", "1  −2.5\n 3 4"})
    void blocksOfSpreadsheetsAreRead(String text) throws NoticeException {
        assertArrayEquals(
                new double[][] {{1, -2.5}, {3, 4}}, GridText.parse(text, 12).values());
    }

    @Test
    void thousandsCommasAreReadBetweenTabs() throws NoticeException {
        assertArrayEquals(
                new double[][] {{4769.83, 1234567}},
                GridText.parse("4,769.83\t1,234,567", 12).values());
    }

    @Test
    void aBadCellIsNamedByRowAndColumn() {
        assertEquals(Notice.of("playground.paste.notNumber", 2, 3, "n/a"), refusal("1\t2\t3\n4\t5\tn/a"));
        assertEquals(Notice.of("playground.paste.notNumber", 1, 2, ""), refusal("1\t\t3"));
        assertEquals(Notice.of("playground.paste.notNumber", 1, 1, "1e999"), refusal("1e999"));
        assertEquals(Notice.of("playground.paste.notNumber", 1, 1, "NaN"), refusal("NaN"));
    }

    @Test
    void raggedEmptyAndOversizedBlocksAreRefused() {
        assertEquals(Notice.of("playground.paste.ragged", 2, 1, 2), refusal("1\t2\n3"));
        assertEquals(Notice.of("playground.paste.empty"), refusal(" \n\n"));
        assertEquals(Notice.of("playground.paste.large", 13, 1, 12), refusal("1\n".repeat(13)));
    }

    @Test
    void copiesPasteBackUnchanged() throws NoticeException {
        double[][] values = {{-0.125, 1e-7}, {12345678, 1.0 / 3}};
        assertArrayEquals(values, GridText.parse(GridText.of(values), 12).values());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 0",
        "-0.73, 3.6, −.73",
        "-0.73, 3, −.7",
        "-0.73, 5, −0.73",
        "0.0625, 3, .06",
        "0.0625, 3.5, .063",
        "1234.5, 4, 1235",
        "2526.8999, 8.2, 2526.9",
        "123456, 4, 1e5",
        "0.00001, 4, 1e−5",
        "-0.00004, 5, −4e−5",
        "12, 1, …"
    })
    void numbersFitTheirCells(double value, double room, String shown) {
        assertEquals(shown, CellText.fit(value, room));
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "-2.5, −2.5", "0.33333333, 0.3333", "1e-7, 1.00e-07", "100, 100", "-0.0, 0"})
    void arithmeticShowsFourDecimals(double value, String shown) {
        assertEquals(shown, CellText.of(value));
    }
}
