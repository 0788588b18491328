package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderReadingTest {

    private static final String BODY = "2020-01-02,1.5,10\n2020-01-03,2.5,20\n2020-01-06,3.5,30\n";
    private static final String COLUMNS =
            "Date[2020-01-02, 2020-01-03, 2020-01-06] Close[1.5, 2.5, 3.5] Volume[10.0, 20.0, 30.0]";

    @TempDir
    Path folder;

    static Stream<Arguments> preambles() {
        return Stream.of(
                Arguments.of("", 0),
                Arguments.of("# made by a robot\n# 2020-01-07\n", 2),
                Arguments.of("// made by a robot\n", 1),
                Arguments.of("% made by, a, robot\n", 1),
                Arguments.of("! made by a robot\n", 1),
                Arguments.of("; made by a robot\n", 1),
                Arguments.of("SPDR S&P 500 ETF,,\n\nData as of 2020-01-03,,\n", 2),
                Arguments.of("SPDR S&P 500 ETF Trust\nData as of 2020-01-03\n\n", 2),
                Arguments.of("Symbol: SPY\nCurrency: USD\nFrom: 2020-01-02\nTo: 2020-01-06\nRows: 3\n", 5),
                Arguments.of("Symbol,SPY,\nCurrency,USD,\nFrom,2020-01-02,\n", 3),
                Arguments.of("\"Prices, daily\"\n", 1));
    }

    @ParameterizedTest
    @MethodSource("preambles")
    void whatStandsAboveTheNamesIsSkippedAndTold(String preamble, int lines) throws Exception {
        Sheet sheet = Sheets.read(folder, preamble + "Date,Close,Volume\n" + BODY);
        assertEquals(COLUMNS, Sheets.table(sheet));
        assertEquals(
                lines == 0 ? List.of() : List.of("preamble[1, , " + lines + "]"), Sheets.warnings(sheet), preamble);
        int header = (int) preamble.lines().count() + 1;
        assertEquals(header, sheet.detected().header());
        assertEquals(header + 3, sheet.lines()[2]);
    }

    @Test
    void commentMarksBeforeTheNamesAreTakenOff() throws Exception {
        assertEquals(COLUMNS, Sheets.table(folder, "# Date,Close,Volume\n" + BODY));
        assertEquals(COLUMNS, Sheets.table(folder, "# from a robot\n#Date,Close,Volume\n" + BODY));
    }

    @Test
    void commentLinesBetweenTheRowsAreSkippedAndTold() throws Exception {
        Sheet sheet = Sheets.read(
                folder,
                "Date,Close,Volume\n2020-01-02,1.5,10\n# holiday, no trade\n2020-01-03,2.5,20\n2020-01-06,3.5,30\n");
        assertEquals(COLUMNS, Sheets.table(sheet));
        assertEquals(List.of("comments[3, , 1]"), Sheets.warnings(sheet));
        assertEquals(
                "id[#1, #2, #3, #4] x[1.5, 2.5, 3.5, 4.5]",
                Sheets.table(folder, "id,x\n#1,1.5\n#2,2.5\n#3,3.5\n#4,4.5\n"));
    }

    @Test
    void filesWithoutNamesGetNumbers() throws Exception {
        Sheet sheet = Sheets.read(folder, BODY);
        assertEquals(
                "#1[2020-01-02, 2020-01-03, 2020-01-06] #2[1.5, 2.5, 3.5] #3[10.0, 20.0, 30.0]", Sheets.table(sheet));
        assertEquals(List.of("noHeader[1, , 3]"), Sheets.warnings(sheet));
        assertEquals(ReadSettings.NO_HEADER, sheet.detected().header());
        assertEquals(
                "#1[b, a, a] #2[30.83, 58.67, 24.5] #3[+, -, +]",
                Sheets.table(folder, "b,30.83,+\na,58.67,-\na,24.5,+\n"));
    }

    @Test
    void theReadersHeaderLineCounts() throws Exception {
        ReadSettings third = ReadSettings.DETECTED.withHeader(3);
        Sheet sheet = Sheets.read(folder, "Date,Close\nx,y\nDay,Kurs\n2020-01-02,1\n2020-01-03,2\n", third);
        assertEquals("Day[2020-01-02, 2020-01-03] Kurs[1.0, 2.0]", Sheets.table(sheet));
        assertEquals(3, sheet.detected().header());
        ReadSettings none = ReadSettings.DETECTED.withHeader(ReadSettings.NO_HEADER);
        Sheet unnamed = Sheets.read(folder, "home,class\nrent,good\nown,bad\n", none);
        assertEquals("#1[home, rent, own] #2[class, good, bad]", Sheets.table(unnamed));
        assertEquals(List.of(), Sheets.warnings(unnamed));
    }

    @Test
    void repeatedNamesAreNumberedAndTold() throws Exception {
        Sheet sheet = Sheets.read(folder, "date,Close,close,Close (2),close\n2020-01-02,1,2,3,4\n2020-01-03,5,6,7,8\n");
        assertEquals(
                "date[2020-01-02, 2020-01-03] Close[1.0, 5.0] close (3)[2.0, 6.0] Close (2)[3.0, 7.0] close (4)[4.0, 8.0]",
                Sheets.table(sheet));
        assertEquals(List.of("duplicateColumn[1, Close, 3]"), Sheets.warnings(sheet));
    }

    @Test
    void emptyNamesGetTheirPlaceAndVanishWithoutValues() throws Exception {
        assertEquals(
                "#1[a, b] date[2020-01-02, 2020-01-03] x[1.5, 2.5]",
                Sheets.table(folder, ",date,x,,\na,2020-01-02,1.5,,\nb,2020-01-03,2.5,,\n"));
    }

    @Test
    void yahoosThreeHeaderLinesAreOne() throws Exception {
        Sheet sheet = Sheets.read(folder, """
                Price,Close,High,Low,Open,Volume
                Ticker,SPY,SPY,SPY,SPY,SPY
                Date,,,,,
                2020-01-02,2,3,1,1.5,100
                2020-01-03,2.5,4,2,2,200
                """);
        assertEquals(
                "Date[2020-01-02, 2020-01-03] Close[2.0, 2.5] High[3.0, 4.0] Low[1.0, 2.0] Open[1.5, 2.0] Volume[100.0, 200.0]",
                Sheets.table(sheet));
        assertEquals(List.of(), Sheets.warnings(sheet));
        assertEquals(1, sheet.detected().header());
    }

    @Test
    void severalTickersNameTheirColumns() throws Exception {
        String columns = "Date[2020-01-02, 2020-01-03] AAPL Close[2.0, 2.5] MSFT Close[3.0, 4.0]";
        assertEquals(columns, Sheets.table(folder, """
                Price,Close,Close
                Ticker,AAPL,MSFT
                Date,,
                2020-01-02,2,3
                2020-01-03,2.5,4
                """));
        assertEquals(columns, Sheets.table(folder, """
                Ticker,AAPL,MSFT
                Price,Close,Close
                Date,,
                2020-01-02,2,3
                2020-01-03,2.5,4
                """));
        assertEquals(columns, Sheets.table(folder, """
                ,Close,Close
                ,AAPL,MSFT
                Date,,
                2020-01-02,2,3
                2020-01-03,2.5,4
                """));
    }

    @Test
    void aRowOfUnitsIsSkippedAndTold() throws Exception {
        Sheet sheet = Sheets.read(folder, "Date,Close,Volume\n(yyyy-mm-dd),USD,shares\n" + BODY);
        assertEquals(COLUMNS, Sheets.table(sheet));
        assertEquals(List.of("units[2, , 1]"), Sheets.warnings(sheet));
        assertEquals(
                "date[2020-01-02, 2020-01-03] USD[1.5, 2.5]",
                Sheets.table(folder, "date,USD\n2020-01-02,1.5\n2020-01-03,2.5\n"));
    }

    @Test
    void currenciesOfAnApplicantAreNoUnits() throws Exception {
        assertEquals(
                "pay[EUR, USD, EUR] debt[USD, EUR, USD]",
                Sheets.table(folder, "pay,debt\nEUR,USD\nUSD,EUR\nEUR,USD\n"));
        assertEquals("pay[EUR, USD, EUR] x[, 1.5, 2.5]", Sheets.table(folder, "pay,x\nEUR,\nUSD,1.5\nEUR,2.5\n"));
    }

    @Test
    void theReadersHeaderMayStandFarBelow() throws Exception {
        String notes = "a note, of two cells\n".repeat(1_000);
        Sheet sheet =
                Sheets.read(folder, notes + "Date,Close,Volume\n" + BODY, ReadSettings.DETECTED.withHeader(1_001));
        assertEquals(COLUMNS, Sheets.table(sheet));
        assertEquals(1_004, sheet.lines()[2]);
    }

    @Test
    void theFirstRowMayHoldBadCells() throws Exception {
        assertEquals(
                "date[2020-01-02, 2020-01-03, 2020-01-06] close[, 2.5, 3.5]",
                Sheets.table(folder, "date,close\n2020-01-02,soon\n2020-01-03,2.5\n2020-01-06,3.5\n"));
        assertEquals(
                "name[Bob, Al, Cy, Di] amount[, 3.0, 4.0, 5.0] city[Rome, Oslo, Bern, Wien]",
                Sheets.table(folder, "name,amount,city\nBob,NA,Rome\nAl,3,Oslo\nCy,4,Bern\nDi,5,Wien\n"));
    }

    @Test
    void yearsMayNameColumnsBesideADate() throws Exception {
        assertEquals(
                "date[2020-01-02, 2020-01-03] 2019[1.5, 2.5] 2020[3.0, 4.0]",
                Sheets.table(folder, "date,2019,2020\n2020-01-02,1.5,3\n2020-01-03,2.5,4\n"));
    }

    @Test
    void rowsBelowTheNamesThatStartWithAMarkAreKeptOrTold() throws Exception {
        assertEquals(
                "symbol[!AAA, BBB, CCC] date[2020-01-02, 2020-01-03, 2020-01-06] close[1.5, 2.5, 3.5]",
                Sheets.table(
                        folder, "symbol,date,close\n!AAA,2020-01-02,1.5\nBBB,2020-01-03,2.5\nCCC,2020-01-06,3.5\n"));
        Sheet sheet = Sheets.read(folder, "id,income,default\n#1,100.5,1\n2,200.5,0\n3,300.5,1\n");
        assertEquals("id[2.0, 3.0] income[200.5, 300.5] default[0.0, 1.0]", Sheets.table(sheet));
        assertEquals(List.of("comments[2, , 1]"), Sheets.warnings(sheet));
    }

    @Test
    void aHeaderFarBelowIsFoundAndTheRowsAboveAreCounted() throws Exception {
        Sheet sheet = Sheets.read(folder, "a,b\n".repeat(300) + "x,y\n1.5,2\n", ReadSettings.DETECTED.withHeader(301));
        assertEquals("x[1.5] y[2.0]", Sheets.table(sheet));
        assertEquals(List.of("preamble[1, , 300]"), Sheets.warnings(sheet));
    }
}
