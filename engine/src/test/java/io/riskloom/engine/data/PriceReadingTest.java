package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceReadingTest {

    @TempDir
    Path folder;

    private static List<String> roles(Imported imported) {
        return imported.report().columns().stream()
                .map(c -> c.name() + ":" + c.type() + ":" + c.role())
                .toList();
    }

    @Test
    void barsAreReadByTheirNames() throws Exception {
        Imported.Prices read = Csv.prices(folder, """
                Date,Open,High,Low,Close,Volume
                2020-01-02,10,11,9.5,10.5,11456230000
                2020-01-03,10.5,12,10,11.25,7
                """);
        PriceHistory history = read.series().getFirst();
        assertEquals("data", history.symbol());
        assertEquals(List.of(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 3)), history.dates());
        assertArrayEquals(new double[] {10, 10.5}, history.open());
        assertArrayEquals(new double[] {11, 12}, history.high());
        assertArrayEquals(new double[] {9.5, 10}, history.low());
        assertArrayEquals(new double[] {10.5, 11.25}, history.close());
        assertArrayEquals(new double[] {11456230000.0, 7}, history.volume());
        assertEquals(
                List.of(
                        "Date:date:date",
                        "Open:number:open",
                        "High:number:high",
                        "Low:number:low",
                        "Close:number:close",
                        "Volume:number:volume"),
                roles(read));
        assertEquals(
                List.of(
                        List.of("2020-01-02", "10", "11", "9.5", "10.5", "11456230000"),
                        List.of("2020-01-03", "10.5", "12", "10", "11.25", "7")),
                read.report().preview());
        assertEquals(List.of(), read.report().warnings());
        assertEquals(2, read.source().rows());
    }

    @Test
    void chineseHeadingsInGb18030AreRead() throws Exception {
        String text = """
                交易日期,开盘价,最高价,最低价,收盘价(元),成交量,涨跌幅
                20200102,10,11,9,10.5,100,1.2%
                20200103,10,11,9,10.25,200,-2.4%
                """;
        Imported read = CsvReader.read(Csv.file(folder, text, Charset.forName("GB18030")));
        PriceHistory history =
                assertInstanceOf(Imported.Prices.class, read).series().getFirst();
        assertArrayEquals(new double[] {10.5, 10.25}, history.close());
        assertTrue(history.hasBars());
        assertEquals(LocalDate.of(2020, 1, 3), history.dates().getLast());
        assertEquals("GB18030", read.report().encoding());
        assertEquals(List.of("encoding[, , GB18030]"), Csv.warnings(read));
    }

    @Test
    void germanFileWithDecimalCommasIsRead() throws Exception {
        String text = "Datum;Eröffnung;Hoch;Tief;Schlusskurs;Volumen\n"
                + "04.01.2000;1.400,5;1.450,0;1.390,0;1.399,42;123.456\n03.01.2000;1.469;1.478;1.438,36;1.455,22;931.800\n";
        Imported read = CsvReader.read(Csv.file(folder, text, Charset.forName("windows-1252")));
        PriceHistory history =
                assertInstanceOf(Imported.Prices.class, read).series().getFirst();
        assertArrayEquals(new double[] {1455.22, 1399.42}, history.close());
        assertArrayEquals(new double[] {1469, 1400.5}, history.open());
        assertArrayEquals(new double[] {931800, 123456}, history.volume());
        assertEquals(";", read.report().delimiter());
        assertEquals("windows-1252", read.report().encoding());
    }

    @Test
    void byteOrderMarksAndUtf16AreRead() throws Exception {
        String text = "date\tclose\r\n2020-01-02\t1.5\r\n2020-01-03\t1.75\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Imported read = CsvReader.read(Csv.file(folder, "\uFEFF" + text, charset));
            assertArrayEquals(
                    new double[] {1.5, 1.75},
                    assertInstanceOf(Imported.Prices.class, read)
                            .series()
                            .getFirst()
                            .close());
            assertEquals(charset.name(), read.report().encoding());
            assertEquals("\t", read.report().delimiter());
        }
    }

    @Test
    void adjustedCloseIsPreferredAndScalesTheBars() throws Exception {
        Imported.Prices read = Csv.prices(folder, """
                Date,Open,High,Low,Close,Adj Close,Volume
                2020-01-02,98,102,97,100,50,10
                2020-01-03,101,104,100,103,103,20
                """);
        PriceHistory history = read.series().getFirst();
        assertArrayEquals(new double[] {50, 103}, history.close());
        assertArrayEquals(new double[] {49, 101}, history.open());
        assertArrayEquals(new double[] {51, 104}, history.high());
        assertArrayEquals(new double[] {10, 20}, history.volume());
        assertEquals(List.of("adjusted[2, Adj Close, 1]"), Csv.warnings(read));
    }

    @Test
    void missingPricesAreDroppedWithOneWarning() throws Exception {
        for (String token : List.of("", "NA", "N/A", "null", "None", "nan", ".", "?", "-", "--", "#N/A")) {
            Imported.Prices read = Csv.prices(
                    folder,
                    "date,vix\n2020-01-02,13.5\n2020-01-03," + token + "\n2020-01-06," + token + "\n2020-01-07,12\n");
            assertArrayEquals(new double[] {13.5, 12}, read.series().getFirst().close(), token);
            assertEquals(List.of("missingPrice[3, vix, 2]"), Csv.warnings(read), token);
            assertEquals(2, read.report().rows(), token);
        }
    }

    @Test
    void descendingRowsAreTurnedAndMixedOnesSortedWithAWarning() throws Exception {
        Imported.Prices descending = Csv.prices(folder, "date,close\n2020-01-03,3\n2020-01-02,2\n2020-01-01,1\n");
        assertArrayEquals(new double[] {1, 2, 3}, descending.series().getFirst().close());
        assertEquals(List.of(), Csv.warnings(descending));
        Imported.Prices mixed = Csv.prices(folder, "date,close\n2020-01-01,1\n2020-01-03,3\n2020-01-02,2\n");
        assertArrayEquals(new double[] {1, 2, 3}, mixed.series().getFirst().close());
        assertEquals(List.of("unsorted[4, date, 1]"), Csv.warnings(mixed));
    }

    @Test
    void repeatedRowsAreDropped() throws Exception {
        Imported.Prices read =
                Csv.prices(folder, "date,close\n2020-01-01,1\n2020-01-02,2\n2020-01-02,2.0\n2020-01-03,3\n");
        assertArrayEquals(new double[] {1, 2, 3}, read.series().getFirst().close());
        assertEquals(List.of("repeatedDate[4, date, 1]"), Csv.warnings(read));
    }

    @Test
    void longFilesGiveOneSeriesForEachSymbol() throws Exception {
        Imported.Prices read = Csv.prices(folder, """
                代码,日期,收盘价
                000001,2020-01-02,10
                600519,2020-01-02,1000
                000001,2020-01-03,11
                """);
        assertEquals(
                List.of("000001", "600519"),
                read.series().stream().map(PriceHistory::symbol).toList());
        assertArrayEquals(new double[] {10, 11}, read.seriesNamed("000001").close());
        assertEquals(3, read.report().rows());
    }

    @Test
    void wideFilesGiveOneSeriesForEachTicker() throws Exception {
        Imported.Prices read =
                Csv.prices(folder, "Date,SPY,BRK.B\n2020-01-02,300,200\n2020-01-03,,201\n2020-01-06,303,202\n");
        assertArrayEquals(new double[] {300, 303}, read.seriesNamed("SPY").close());
        assertArrayEquals(
                new double[] {200, 201, 202}, read.seriesNamed("BRK.B").close());
        assertEquals(3, read.report().rows());
        assertEquals(List.of("missingPrice[3, SPY, 1]"), Csv.warnings(read));
    }

    @Test
    void dayOrderIsDecidedByTheWholeColumn() throws Exception {
        PriceHistory american = Csv.prices(folder, "date,close\n1/3/2014,1\n1/6/2014,2\n1/13/2014,3\n")
                .series()
                .getFirst();
        assertEquals(LocalDate.of(2014, 1, 3), american.dates().getFirst());
        PriceHistory european = Csv.prices(folder, "date,close\n3/1/2014,1\n6/1/2014,2\n13/1/2014,3\n")
                .series()
                .getFirst();
        assertEquals(LocalDate.of(2014, 1, 3), european.dates().getFirst());
        assertEquals(
                "date|3|date|M/d/yyyy|14/1/2014",
                Csv.refusal(folder, "date,close\n1/13/2014,1\n14/1/2014,2\n1/15/2014,3\n1/16/2014,4\n"));
    }

    @Test
    void anAmbiguousDayOrderIsDecidedByOrderAndTold() throws Exception {
        Imported.Prices days = Csv.prices(folder, "date,close\n1/1/2020,1\n2/1/2020,2\n3/1/2020,3\n1/2/2020,4\n");
        assertEquals(LocalDate.of(2020, 2, 1), days.series().getFirst().dates().getLast());
        assertEquals(List.of("dayOrder[2, date, d/M/yyyy, 2020-01-01]"), Csv.warnings(days));
        Imported.Prices months = Csv.prices(folder, "date,close\n1/2/2020,1\n1/3/2020,2\n1/6/2020,3\n2/3/2020,4\n");
        assertEquals(
                LocalDate.of(2020, 1, 2), months.series().getFirst().dates().getFirst());
        assertEquals(List.of("dayOrder[2, date, M/d/yyyy, 2020-01-02]"), Csv.warnings(months));
    }

    @Test
    void quotedThousandsAreRead() throws Exception {
        Imported.Prices read = Csv.prices(folder, """
                "Date","Price","Vol."
                "Nov 10, 2017","2,582.30","1,000"
                "Nov 9, 2017","2,584.62","999"
                """);
        assertArrayEquals(
                new double[] {2584.62, 2582.30}, read.series().getFirst().close());
        assertArrayEquals(new double[] {999, 1000}, read.series().getFirst().volume());
    }

    @Test
    void aMarkThatCouldMeanBothIsTold() throws Exception {
        Imported.Prices read = Csv.prices(folder, "date;close\n2020-01-02;1,455\n2020-01-03;1,475\n");
        assertArrayEquals(new double[] {1.455, 1.475}, read.series().getFirst().close());
        assertEquals(List.of("decimalMark[2, close, ,]"), Csv.warnings(read));
    }

    @Test
    void impossibleBarsAndMissingCellsAreToldAndKept() throws Exception {
        Imported.Prices read = Csv.prices(folder, """
                date,open,high,low,close
                2020-01-02,10,9,8,10
                2020-01-03,,12,10,11
                """);
        assertTrue(Double.isNaN(read.series().getFirst().open()[1]));
        assertEquals(List.of("missingBar[3, open, 1]", "barOrder[2, close, 1]"), Csv.warnings(read));
    }

    @Test
    void emptyLinesSepLineAndEmptyRowsDoNotShiftLineNumbers() throws Exception {
        Imported.Prices read = Csv.prices(folder, "sep=;\ndate;close\n\n2020-01-02;1\n;\n2020-01-03;2\n");
        assertArrayEquals(new double[] {1, 2}, read.series().getFirst().close());
        assertEquals(List.of("emptyRows[5, , 1]"), Csv.warnings(read));
        Imported.Prices bad = Csv.prices(folder, "sep=;\ndate;close\n\n2020-01-02;1\n2020-01-03;x\n");
        assertEquals(List.of("badCell[5, close, 1, x]", "missingPrice[5, close, 1]"), Csv.warnings(bad));
    }

    @Test
    void aPriceBesideANamedTargetIsACreditTable() throws Exception {
        Imported read = CsvReader.read(Csv.file(folder, """
                application_date,price,default
                2020-01-02,100,0
                2020-01-03,200,1
                """));
        assertEquals(0.5, assertInstanceOf(Imported.Credit.class, read).book().eventRate());
    }

    @Test
    void thePriceOfWhatAnApplicantBuysIsNoMarketPrice() throws Exception {
        String table = "opened,price,job,paid\n2020-01-02,100,clerk,1\n2020-01-03,200,miner,0\n";
        Imported read = CsvReader.read(Csv.file(folder, table));
        assertEquals(
                "paid", assertInstanceOf(Imported.Credit.class, read).book().target());
        assertEquals(
                "noTarget||||opened, price, job",
                Csv.refusal(folder, "opened,price,job\n2020-01-02,100,clerk\n2020-01-03,200,miner\n"));
    }

    @Test
    void readingDoesNotDependOnTheLocale() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Imported.Prices read =
                    Csv.prices(folder, "DATE,HIGH,LOW,OPEN,PRICE\nJAN 2 2020,2.5,1,1.5,2\nJAN 3 2020,3,2,2,3\n");
            assertArrayEquals(new double[] {2, 3}, read.series().getFirst().close());
            assertTrue(read.series().getFirst().hasBars());
        } finally {
            Locale.setDefault(before);
        }
    }
}
