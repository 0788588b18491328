package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where in a price file the series are. */
class LayoutReadingTest {

    @TempDir
    Path folder;

    private static List<String> symbols(Imported.Prices read) {
        return read.series().stream().map(PriceHistory::symbol).toList();
    }

    @Test
    void wideFilesMayNameTheirSeriesAsTheyLike() throws Exception {
        Imported.Prices read =
                Csv.prices(folder, "Date,SPY US Equity,平安银行,gold\n2020-01-02,300,10,1500\n2020-01-03,301,,1501\n");
        assertEquals(List.of("SPY US Equity", "平安银行", "gold"), symbols(read));
        assertArrayEquals(new double[] {300, 301}, read.series().get(0).close());
        assertArrayEquals(new double[] {10}, read.series().get(1).close());
        assertArrayEquals(new double[] {1500, 1501}, read.series().get(2).close());
        assertEquals(List.of("wideGuessed[, , 3]", "missingPrice[3, 平安银行, 1]"), Csv.warnings(read));
    }

    @Test
    void aColumnOfTwoClassesMakesNoWideFile() throws Exception {
        Imported.Credit read =
                Csv.credit(folder, "opened,amount,paid_late\n2020-01-02,300,1\n2020-01-03,301,2\n2020-01-06,5,1\n");
        assertEquals("paid_late", read.book().target());
    }

    @Test
    void columnsOfTickerAndRoleAreGrouped() throws Exception {
        for (String header : List.of(
                "AAPL Open,AAPL High,AAPL Low,AAPL Close,MSFT Close",
                "Open AAPL,High AAPL,Low AAPL,Close AAPL,Close MSFT",
                "AAPL.Open,AAPL.High,AAPL.Low,AAPL.Close,MSFT.Close",
                "AAPL_Open,AAPL_High,AAPL_Low,AAPL_Adj Close,MSFT_Close",
                "\"('Open', 'AAPL')\",\"('High', 'AAPL')\",\"('Low', 'AAPL')\",\"('Close', 'AAPL')\",\"('Close', 'MSFT')\"")) {
            Imported.Prices read = Csv.prices(
                    folder, "Date," + header + "\n2020-01-02,10,11,9,10.5,200\n2020-01-03,11,12,10,11.5,201\n");
            assertEquals(List.of("AAPL", "MSFT"), symbols(read), header);
            PriceHistory apple = read.series().get(0);
            assertArrayEquals(new double[] {10, 11}, apple.open(), header);
            assertArrayEquals(new double[] {11, 12}, apple.high(), header);
            assertArrayEquals(new double[] {9, 10}, apple.low(), header);
            assertArrayEquals(new double[] {10.5, 11.5}, apple.close(), header);
            assertArrayEquals(new double[] {200, 201}, read.series().get(1).close(), header);
            assertFalse(read.series().get(1).hasBars(), header);
        }
    }

    @Test
    void quantmodsColumnsNameTheirTicker() throws Exception {
        Imported.Prices read = Csv.prices(folder, """
                "","SPY.Open","SPY.High","SPY.Low","SPY.Close","SPY.Volume","SPY.Adjusted"
                "2020-01-02",10,11,9,10.5,100,5.25
                "2020-01-03",11,12,10,11.5,200,5.75
                """);
        assertEquals(List.of("SPY"), symbols(read));
        assertArrayEquals(new double[] {5.25, 5.75}, read.series().getFirst().close());
        assertArrayEquals(new double[] {5, 5.5}, read.series().getFirst().open());
        assertArrayEquals(new double[] {100, 200}, read.series().getFirst().volume());
    }

    @Test
    void codesOfDigitsKeepTheirZeros() throws Exception {
        Imported.Prices read = Csv.prices(
                folder, "date,code,close\n2020-01-02,000001,10\n2020-01-02,600519,1000\n2020-01-03,000001,11\n");
        assertEquals(List.of("000001", "600519"), symbols(read));
        assertArrayEquals(new double[] {10, 11}, read.seriesNamed("000001").close());
    }

    @Test
    void theOnlyTextWhereDaysRepeatNamesTheSeries() throws Exception {
        Imported.Prices read =
                Csv.prices(folder, "date,fund,close\n2020-01-02,A,10\n2020-01-02,B,20\n2020-01-03,A,11\n");
        assertEquals(List.of("A", "B"), symbols(read));
        assertArrayEquals(new double[] {10, 11}, read.seriesNamed("A").close());
    }

    @Test
    void filesWithoutNamesAreReadByTheirOrder() throws Exception {
        Imported.Prices one = Csv.prices(folder, "2020-01-02,300.5\n2020-01-03,301\n");
        assertArrayEquals(new double[] {300.5, 301}, one.series().getFirst().close());
        Imported.Prices bars = Csv.prices(folder, "2020-01-02,10,11,9,10.5,100\n2020-01-03,11,12.5,10,12,200\n");
        PriceHistory history = bars.series().getFirst();
        assertArrayEquals(new double[] {10, 11}, history.open());
        assertArrayEquals(new double[] {11, 12.5}, history.high());
        assertArrayEquals(new double[] {9, 10}, history.low());
        assertArrayEquals(new double[] {10.5, 12}, history.close());
        assertArrayEquals(new double[] {100, 200}, history.volume());
        assertTrue(
                Csv.warnings(bars).contains("barsGuessed[, #5, #2]"),
                Csv.warnings(bars).toString());
    }

    @Test
    void withoutNamesAndBarsOneMustChoose() throws Exception {
        String text = "2020-01-02,10,11,9.5,12\n2020-01-03,11,12.5,10,12\n";
        assertEquals("whichPrice|1||close|#2, #3, #4, #5", Csv.refusal(folder, text));
    }

    @Test
    void rowsAreTimeWhereNoDateIs() throws Exception {
        Imported.Prices read = Csv.prices(folder, "open,high,low,close\n10,11,9,10.5\n11,12,10,\n12,13,11,12.5\n");
        PriceHistory history = read.series().getFirst();
        assertArrayEquals(new double[] {10.5, 12.5}, history.close());
        assertFalse(history.dated());
        assertEquals(List.of(PriceHistory.FIRST_ROW, PriceHistory.FIRST_ROW.plusDays(2)), history.dates());
        assertEquals(3, PriceHistory.row(history.dates().getLast()));
        assertEquals(List.of("noDates[]", "missingPrice[3, close, 1]"), Csv.warnings(read));
    }

    @Test
    void aLoneColumnOfNumbersIsAPrice() throws Exception {
        assertArrayEquals(
                new double[] {3, 4, 3.5},
                Csv.prices(folder, "level\n3\n4\n3.5\n").series().getFirst().close());
        assertArrayEquals(
                new double[] {1, 2},
                Csv.prices(folder, "close\n1\n2\n").series().getFirst().close());
        assertArrayEquals(
                new double[] {7, 8},
                Csv.prices(folder, "id,value\n1,7\n2,8\n").series().getFirst().close());
        Path headless = Csv.file(folder, "10\n11\n12.5\n");
        Imported read = CsvReader.read(headless, ReadSettings.DETECTED.withHeader(ReadSettings.NO_HEADER));
        assertArrayEquals(
                new double[] {10, 11, 12.5},
                assertInstanceOf(Imported.Prices.class, read)
                        .series()
                        .getFirst()
                        .close());
    }

    @Test
    void rowsOfLongFilesAreCountedForEachSeries() throws Exception {
        Imported.Prices read = Csv.prices(folder, "ticker,close\nA,1\nB,10\nA,2\nB,11\nB,12\n");
        assertArrayEquals(new double[] {10, 11, 12}, read.seriesNamed("B").close());
        assertEquals(
                PriceHistory.FIRST_ROW.plusDays(2),
                read.seriesNamed("B").dates().getLast());
    }

    @Test
    void applicantsWithoutATargetAreNoPrices() throws Exception {
        assertEquals("noTarget||||price, rooms, age", Csv.refusal(folder, "price,rooms,age\n10,5,3\n20,6,4\n30,7,5\n"));
    }

    @Test
    void barsOfUnknownNamesAreKnownByTheirValues() throws Exception {
        Imported.Prices read = Csv.prices(
                folder,
                "when,first,upper,lower,final,pieces\n2020-01-02,10,11,9,10.5,100\n2020-01-03,11,12.5,10,12,200\n");
        PriceHistory history = read.series().getFirst();
        assertEquals(1, read.series().size());
        assertArrayEquals(new double[] {10, 11}, history.open());
        assertArrayEquals(new double[] {11, 12.5}, history.high());
        assertArrayEquals(new double[] {9, 10}, history.low());
        assertArrayEquals(new double[] {10.5, 12}, history.close());
        assertArrayEquals(new double[] {100, 200}, history.volume());
        assertEquals(List.of("barsByValue[, final, first]"), Csv.warnings(read));
    }

    @Test
    void seriesOfOtherLevelsStaySeries() throws Exception {
        Imported.Prices read =
                Csv.prices(folder, "when,silver,gold,copper,oil\n2020-01-02,20,1500,4,60\n2020-01-03,21,1510,5,61\n");
        assertEquals(List.of("silver", "gold", "copper", "oil"), symbols(read));
    }

    @Test
    void aCountOfRowsBesideAPriceIsNoSeries() throws Exception {
        for (String text : List.of(
                "idx;price\n0;10,5\n1;11\n2;12\n", "n;price\n1;10,5\n2;11\n3;12\n", "x;value\n0;10,5\n1;11\n2;12\n")) {
            Imported.Prices read = Csv.prices(folder, text);
            assertEquals(1, read.series().size(), text);
            assertArrayEquals(
                    new double[] {10.5, 11, 12}, read.series().getFirst().close(), text);
            assertEquals("noDates[]", Csv.warnings(read).getLast(), text);
        }
    }
}
