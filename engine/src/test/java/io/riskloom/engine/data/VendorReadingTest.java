package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Column names as vendors write them. */
class VendorReadingTest {

    @TempDir
    Path folder;

    private static void assertBars(PriceHistory history) {
        assertArrayEquals(new double[] {10, 10.5}, history.open(), "open");
        assertArrayEquals(new double[] {11, 12}, history.high(), "high");
        assertArrayEquals(new double[] {9.5, 10}, history.low(), "low");
        assertArrayEquals(new double[] {10.25, 11.25}, history.close(), "close");
        assertArrayEquals(new double[] {100, 200}, history.volume(), "volume");
        assertEquals(List.of(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 3)), history.dates());
    }

    private PriceHistory only(String text) throws Exception {
        List<PriceHistory> series = Csv.prices(folder, text).series();
        assertEquals(1, series.size());
        return series.getFirst();
    }

    @Test
    void nasdaqWritesTheNewestFirst() throws Exception {
        assertBars(only("""
                Date,Close/Last,Volume,Open,High,Low
                01/03/2020,$11.25,200,$10.5,$12,$10
                01/02/2020,$10.25,100,$10,$11,$9.5
                """));
    }

    @Test
    void investingWritesAChangeColumn() throws Exception {
        assertBars(only("""
                "Date","Price","Open","High","Low","Vol.","Change %"
                "Jan 03, 2020","11.25","10.5","12","10","200","9.76%"
                "Jan 02, 2020","10.25","10","11","9.5","100","-0.1%"
                """));
        assertBars(only("""
                "Datum","Zuletzt","Eröffn.","Hoch","Tief","Vol.","+/- %"
                "03.01.2020","11,25","10,5","12","10","200","9,76%"
                "02.01.2020","10,25","10","11","9,5","100","-0,1%"
                """));
    }

    @Test
    void stooqAndMetaTraderPutNamesInAngleBrackets() throws Exception {
        PriceHistory history = only("""
                <TICKER>,<PER>,<DTYYYYMMDD>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
                ^SPX,D,20200102,000000,10,11,9.5,10.25,100,0
                ^SPX,D,20200103,000000,10.5,12,10,11.25,200,0
                """);
        assertBars(history);
        assertEquals("^SPX", history.symbol());
        assertBars(only("""
                <DATE>	<OPEN>	<HIGH>	<LOW>	<CLOSE>	<TICKVOL>	<VOL>	<SPREAD>
                2020.01.02	10	11	9.5	10.25	7	100	1
                2020.01.03	10.5	12	10	11.25	8	200	1
                """));
    }

    @Test
    void bloombergWritesFieldNames() throws Exception {
        assertBars(only("""
                Dates,PX_OPEN,PX_HIGH,PX_LOW,PX_LAST,PX_VOLUME
                2020-01-02,10,11,9.5,10.25,100
                2020-01-03,10.5,12,10,11.25,200
                """));
    }

    @Test
    void alphaVantageNumbersItsColumnsAndAdjusts() throws Exception {
        Imported.Prices read = Csv.prices(folder, """
                timestamp,1. open,2. high,3. low,4. close,5. adjusted close,6. volume,7. dividend amount
                2020-01-03,21,24,20,22.5,11.25,200,0
                2020-01-02,20,22,19,20.5,10.25,100,0
                """);
        assertBars(read.series().getFirst());
        assertEquals(List.of("adjusted[2, 5. adjusted close, 2]"), Csv.warnings(read));
        assertEquals(
                List.of("date", "open", "high", "low", "close", "adjclose", "volume", "ignored"),
                read.report().columns().stream().map(ImportReport.Column::role).toList());
    }

    @Test
    void adjustedClosesAreKnownInTheirSpellings() throws Exception {
        for (String name : List.of(
                "Adj Close",
                "Adj. Close",
                "Adjusted_close",
                "adjusted close",
                "adj_close",
                "Adj Close**",
                "AdjClose",
                "后复权收盘价")) {
            Imported.Prices read = Csv.prices(folder, "Date,Close*," + name + "\n2020-01-02,20,10\n2020-01-03,22,11\n");
            assertArrayEquals(new double[] {10, 11}, read.series().getFirst().close(), name);
            assertEquals(List.of("adjusted[2, " + name + ", 2]"), Csv.warnings(read), name);
        }
    }

    @Test
    void plainClosesAreKnownInTheirSpellings() throws Exception {
        for (String name : List.of(
                "Close",
                "CLOSE",
                "Close*",
                "Close (USD)",
                "Close USD",
                "Close/Last",
                "Last",
                "Last Price",
                "PX_LAST",
                "Price",
                "Settle",
                "NAV",
                "收盘",
                "收盘价(元)",
                "收盤價",
                "Schluss",
                "Schlusskurs",
                "Letzter",
                "Zuletzt",
                "Kurs",
                "單價")) {
            Imported.Prices read =
                    Csv.prices(folder, "Handelstag," + name + ",Change %\n2020-01-02,20,0.1\n2020-01-03,22,-0.2\n");
            assertArrayEquals(new double[] {20, 22}, read.series().getFirst().close(), name);
            assertEquals("data", read.series().getFirst().symbol(), name);
            assertEquals(
                    List.of("date", "close", "ignored"),
                    read.report().columns().stream()
                            .map(ImportReport.Column::role)
                            .toList(),
                    name);
        }
    }

    @Test
    void tusharesPreviousCloseIsNoClose() throws Exception {
        PriceHistory history = only("""
                ts_code,trade_date,open,high,low,pre_close,close,change,pct_chg,vol,amount
                000001.SZ,20200103,10.5,12,10,10.25,11.25,1,9.7561,200,2200
                000001.SZ,20200102,10,11,9.5,9.9,10.25,0.35,3.5354,100,1020
                """);
        assertBars(history);
        assertEquals("000001.SZ", history.symbol());
    }

    @Test
    void chineseTerminalsWriteManyColumns() throws Exception {
        assertBars(only("""
                日期,股票代码,名称,开盘,收盘,最高,最低,成交量,成交额,振幅,涨跌幅,涨跌额,换手率
                2020-01-02,000001,平安银行,10,10.25,11,9.5,100,1020,1,2,3,0.1
                2020-01-03,000001,平安银行,10.5,11.25,12,10,200,2200,1,-2,-3,0.2
                """));
        assertEquals("000001", only("""
                交易日期,代码,前收盘,开盘价,最高价,最低价,收盘价,成交量
                2020-01-02,000001,1,10,11,9.5,10.25,100
                """).symbol());
    }

    @Test
    void traditionalChineseIsRead() throws Exception {
        PriceHistory history = only("""
                日期,證券代號,成交股數,成交金額,開盤價,最高價,最低價,收盤價,漲跌價差,成交筆數
                2020-01-02,0050,100,1,10,11,9.5,10.25,+0.1,7
                2020-01-03,0050,200,1,10.5,12,10,11.25,-0.1,8
                """);
        assertBars(history);
        assertEquals("0050", history.symbol());
    }

    @Test
    void germanVendorsAreRead() throws Exception {
        assertBars(only("""
                Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke;Volumen
                02.01.2020;10;11;9,5;10,25;100;1.020
                03.01.2020;10,5;12;10;11,25;200;2.200
                """));
        assertBars(only("""
                Datum;Eröffnung;Schluss;Tageshoch;Tagestief;Stücke;Umsatz
                02.01.2020;10;10,25;11;9,5;100;1.020
                03.01.2020;10,5;11,25;12;10;200;2.200
                """));
        assertBars(only("""
                Zeit;Eröffnung;Hoch;Tief;Letzter;Volumen (Mio)
                02.01.2020;10;11;9,5;10,25;100
                03.01.2020;10,5;12;10;11,25;200
                """));
    }

    @Test
    void theFirstOfEqualNamesCounts() throws Exception {
        Imported.Prices read = Csv.prices(folder, "Date,Close,Close\n2020-01-02,10,99\n2020-01-03,11,98\n");
        assertArrayEquals(new double[] {10, 11}, read.series().getFirst().close());
        assertEquals("ignored", read.report().columns().getLast().role());
    }

    @Test
    void aTextThatIsTheSameInAllRowsDoesNotMatter() throws Exception {
        assertArrayEquals(
                new double[] {10, 11},
                only("Date,Price,Currency\n2020-01-02,10,EUR\n2020-01-03,11,EUR\n")
                        .close());
        assertBars(only("2020.01.02,00:00,10,11,9.5,10.25,100\n2020.01.03,00:00,10.5,12,10,11.25,200\n"));
    }

    @Test
    void anIndexColumnIsNoPrice() throws Exception {
        for (String index : List.of("Unnamed: 0", "", "index")) {
            PriceHistory history = only(index + ",Date,value\n0,2020-01-02,20\n1,2020-01-03,22\n");
            assertArrayEquals(new double[] {20, 22}, history.close(), index);
        }
        PriceHistory level = only("Date,Index\n2020-01-02,20.5\n2020-01-03,22.5\n");
        assertArrayEquals(new double[] {20.5, 22.5}, level.close());
    }

    @Test
    void barsAreKnownInOtherLanguages() throws Exception {
        for (String names : List.of(
                "Date,Ouverture,Plus haut,Plus bas,Clôture,Volume",
                "Date,Ouv.,Plus Haut,Plus Bas,Dernier,Vol.",
                "Fecha,Apertura,Máximo,Mínimo,Cierre,Volumen",
                "Fecha,Apertura,Máximo,Mínimo,Último,Vol.",
                "Data,Apertura,Massimo,Minimo,Chiusura,Volume",
                "Data,Apertura,Massimo,Minimo,Ultimo,Vol.",
                "Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen",
                "Data,Otwarcie,Najwyższy,Najniższy,Zamknięcie,Wolumen",
                "Data,Abertura,Máxima,Mínima,Último,Vol.",
                "Tarih,Açılış,Yüksek,Düşük,Şimdi,Hac.",
                "Tarih,Açılış,Yüksek,Düşük,Kapanış,Hacim",
                "日期,开,高,低,收,交易量",
                "日期,开盘,高,低,收盘,交易量",
                "t,o,h,l,c,v")) {
            assertBars(only(names + "\n2020-01-02,10,11,9.5,10.25,100\n2020-01-03,10.5,12,10,11.25,200\n"));
        }
        assertBars(only("t,o,h,l,c,v\n1577923200,10,11,9.5,10.25,100\n1578009600,10.5,12,10,11.25,200\n"));
    }

    @Test
    void singleLettersCountOnlyTogether() throws Exception {
        Imported.Prices read = Csv.prices(folder, "date,c,v\n2020-01-02,10,100\n2020-01-03,11,200\n");
        assertEquals(
                List.of("c", "v"),
                read.series().stream().map(PriceHistory::symbol).toList());
    }

    @Test
    void frenchMonthsAreRead() throws Exception {
        PriceHistory history = only("""
                Date;Clôture
                1er janvier 2023;1
                2 janv. 2023;2
                3 févr. 2023;3
                4 mars 2023;4
                5 avr. 2023;5
                6 mai 2023;6
                7 juin 2023;7
                8 juil. 2023;8
                9 août 2023;9
                10 sept. 2023;10
                11 oct. 2023;11
                12 nov. 2023;12
                13 déc. 2023;13
                14 décembre 2023;14
                """);
        assertEquals(14, history.dates().size());
        assertEquals(LocalDate.of(2023, 1, 1), history.dates().getFirst());
        assertEquals(LocalDate.of(2023, 2, 3), history.dates().get(2));
        assertEquals(LocalDate.of(2023, 8, 9), history.dates().get(8));
        assertEquals(LocalDate.of(2023, 12, 14), history.dates().getLast());
    }

    @Test
    void anAdjustedCloseWithHolesGivesWayToTheClose() throws Exception {
        Imported.Prices read =
                Csv.prices(folder, "Date,Close,Adj Close\n2020-01-02,20,\n2020-01-03,22,11\n2020-01-06,24,\n");
        assertArrayEquals(new double[] {20, 22, 24}, read.series().getFirst().close());
        assertEquals(List.of("adjustedIncomplete[, Adj Close, 2, Close]"), Csv.warnings(read));
        Imported.Prices wide =
                Csv.prices(folder, "Date,A Close,A Adj Close,B Close\n2020-01-02,20,,1\n2020-01-03,22,11,2\n");
        assertArrayEquals(new double[] {20, 22}, wide.series().getFirst().close());
        assertEquals(List.of("adjustedIncomplete[, A Adj Close, 1, A Close]"), Csv.warnings(wide));
    }

    @Test
    void oneMissingAdjustedCloseInAHundredIsAllowed() throws Exception {
        StringBuilder text = new StringBuilder("Date,Close,Adj Close\n");
        for (int i = 0; i < 100; i++) {
            text.append(LocalDate.of(2020, 1, 1).plusDays(i))
                    .append(",20,")
                    .append(i == 50 ? "" : "10")
                    .append('\n');
        }
        Imported.Prices read = Csv.prices(folder, text.toString());
        assertEquals(99, read.series().getFirst().close().length);
        assertEquals(10, read.series().getFirst().close()[0]);
    }

    @Test
    void ofSeveralClosesTheChosenOneIsTold() throws Exception {
        Imported.Prices read = Csv.prices(folder, "Date,Settle,Last\n2020-01-02,20,20.5\n2020-01-03,22,21.5\n");
        assertArrayEquals(new double[] {20.5, 21.5}, read.series().getFirst().close());
        assertEquals(List.of("closeChosen[, Last, Settle]"), Csv.warnings(read));
        Imported.Prices same = Csv.prices(folder, "Date,Settle,Last\n2020-01-02,20,20\n2020-01-03,22,22\n");
        assertEquals(List.of(), Csv.warnings(same));
    }

    @Test
    void fundsSellAtTheRedemptionPrice() throws Exception {
        PriceHistory fund = only("Datum;Ausgabepreis;Rücknahmepreis\n02.01.2020;105,5;100,5\n03.01.2020;106;101\n");
        assertArrayEquals(new double[] {100.5, 101}, fund.close());
    }
}
