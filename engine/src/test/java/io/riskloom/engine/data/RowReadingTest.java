package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of price files that do not count. */
class RowReadingTest {

    @TempDir
    Path folder;

    /** Days from 2020-01-01 on with closes 1, 2, 3, …; the line of day i is i + 1. */
    private static StringBuilder days(int count) {
        StringBuilder text = new StringBuilder("date,close\n");
        for (int i = 0; i < count; i++) {
            text.append(LocalDate.of(2020, 1, 1).plusDays(i))
                    .append(',')
                    .append(i + 1)
                    .append('\n');
        }
        return text;
    }

    private Imported.Prices read(String text, String conflicts) throws Exception {
        ReadSettings settings = ReadSettings.DETECTED.withConflicts(conflicts);
        return assertInstanceOf(Imported.Prices.class, CsvReader.read(Csv.file(folder, text), settings));
    }

    @Test
    void fewRowsWithoutADateAreDropped() throws Exception {
        Imported.Prices read = Csv.prices(folder, days(20).append(",99\n").toString());
        assertEquals(20, read.series().getFirst().size());
        assertEquals(List.of("noDateRow[22, date, 1]"), Csv.warnings(read));
        assertEquals(
                "noDate|21|date||",
                Csv.refusal(folder, days(19).append(",99\n,98\n").toString()));
    }

    @Test
    void fewRowsWithoutASymbolAreDropped() throws Exception {
        String text = days(20).toString().replaceAll("(?m)$", ",A").replaceFirst(",A", ",ticker");
        String rows = text.substring(0, text.lastIndexOf(",A"));
        Imported.Prices read = Csv.prices(folder, rows + "2020-02-01,5,\n");
        assertEquals(20, read.seriesNamed("A").size());
        assertEquals(List.of("noSymbolRow[22, ticker, 1]"), Csv.warnings(read));
        assertEquals("noSymbol|22|ticker||", Csv.refusal(folder, rows + "2020-02-01,5,\n2020-02-02,5,\n"));
    }

    @Test
    void pricesOfZeroOrBelowAreDropped() throws Exception {
        Imported.Prices read =
                Csv.prices(folder, "date,close\n2020-04-17,18\n2020-04-20,-37.63\n2020-04-21,10\n2020-04-22,0\n");
        assertArrayEquals(new double[] {18, 10}, read.series().getFirst().close());
        assertEquals(List.of("notPositive[3, close, 2]"), Csv.warnings(read));
        assertEquals(List.of(3, 5), read.report().warnings().getFirst().lines());
        assertArrayEquals(new int[] {2, 4}, read.lines().getFirst());
    }

    @Test
    void returnsAreRefused() throws Exception {
        String text = "date,close\n2020-01-02,-0.01\n2020-01-03,0.02\n2020-01-06,-0.03\n2020-01-07,0\n";
        assertEquals("notPositive|2|close|4|3", Csv.refusal(folder, text));
    }

    @Test
    void theLastPriceOfADayCountsUnlessSetOtherwise() throws Exception {
        String text = days(9) + "2020-01-03,33\n2020-01-03,34\n";
        Imported.Prices last = read(text, "");
        assertArrayEquals(
                new double[] {1, 2, 34, 4, 5, 6, 7, 8, 9},
                last.series().getFirst().close());
        assertEquals(List.of("unsorted[11, date, 1]", "conflict[4, close, 2]"), Csv.warnings(last));
        assertEquals(List.of(4, 11), last.report().warnings().getLast().lines());
        assertEquals("last", last.report().used().conflicts());
        assertArrayEquals(
                last.series().getFirst().close(),
                read(text, "last").series().getFirst().close());
        Imported.Prices first = read(text, "first");
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9},
                first.series().getFirst().close());
        assertEquals("conflictFirst[11, close, 2]", Csv.warnings(first).getLast());
        Imported.Prices none = read(text, "none");
        assertArrayEquals(
                new double[] {1, 2, 4, 5, 6, 7, 8, 9}, none.series().getFirst().close());
        assertEquals("conflictNone[4, close, 3]", Csv.warnings(none).getLast());
    }

    @Test
    void manyPricesADayAreRefusedUnlessTheSettingsChoose() throws Exception {
        String text = "date,close\n2020-01-02,1\n2020-01-02,2\n2020-01-03,3\n2020-01-03,4\n2020-01-06,5\n";
        assertEquals("manyPerDay|3|date|3|2", Csv.refusal(folder, text));
        assertArrayEquals(
                new double[] {1, 3, 5}, read(text, "first").series().getFirst().close());
    }
}
