package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader decides overrules what the importer would have made of a file. */
class SettingsReadingTest {

    @TempDir
    Path folder;

    private Imported.Prices prices(String text, ReadSettings settings) throws Exception {
        return assertInstanceOf(Imported.Prices.class, CsvReader.read(Csv.file(folder, text), settings));
    }

    private Imported.Credit credit(String text, ReadSettings settings) throws Exception {
        return assertInstanceOf(Imported.Credit.class, CsvReader.read(Csv.file(folder, text), settings));
    }

    private String refusal(String text, ReadSettings settings) throws Exception {
        Path file = Csv.file(folder, text);
        return assertThrows(DataException.class, () -> CsvReader.read(file, settings))
                .notice()
                .toString();
    }

    private static ReadSettings roles(Map<String, String> roles) {
        return ReadSettings.DETECTED.withRoles(roles);
    }

    @Test
    void whatWasDetectedIsTold() throws Exception {
        ReadSettings prices = Csv.prices(folder, "date,close\n2020-01-02,10\n2020-01-03,11\n")
                .report()
                .used();
        assertEquals(List.of("price", "", "last"), List.of(prices.kind(), prices.target(), prices.conflicts()));
        assertEquals(List.of(), prices.bad());
        ReadSettings credit =
                Csv.credit(folder, "age,class\n30,good\n40,bad\n").report().used();
        assertEquals(List.of("credit", "class", ""), List.of(credit.kind(), credit.target(), credit.conflicts()));
        assertEquals(List.of("bad"), credit.bad());
    }

    @Test
    void theSettingsInForceReadTheSameAgain() throws Exception {
        String text = "age,class\n30,good\n40,bad\n50,good\n";
        Imported.Credit first = Csv.credit(folder, text);
        Imported.Credit again = credit(text, first.report().used());
        assertArrayEquals(first.book().bad(), again.book().bad());
        assertEquals(first.report().used(), again.report().used());
        String series = "Datum;Schluss\n02.01.2020;1,5\n03.01.2020;1,75\n";
        Imported.Prices prices = Csv.prices(folder, series);
        Imported.Prices same = prices(series, prices.report().used());
        assertArrayEquals(new double[] {1.5, 1.75}, same.series().getFirst().close());
        assertEquals(prices.report().used(), same.report().used());
    }

    @Test
    void theKindMayBeForced() throws Exception {
        String text = "date,price,default\n2020-01-02,100,0\n2020-01-03,200,1\n";
        assertEquals(0.5, Csv.credit(folder, text).book().eventRate());
        Imported.Prices prices = prices(text, ReadSettings.DETECTED.withKind("price"));
        assertArrayEquals(new double[] {100, 200}, prices.series().getFirst().close());
        String bars = "date,close,grade\n2020-01-02,1,a\n2020-01-03,2,b\n2020-01-06,3,a\n";
        assertEquals(
                "grade",
                credit(bars, ReadSettings.DETECTED.withKind("credit").withTarget("grade", List.of("b")))
                        .book()
                        .target());
        assertEquals(
                "data.error.whichPrice[data.csv, 1, , close, alpha, beta]",
                refusal("date,alpha,beta\n2020-01-02,1,-2\n2020-01-03,1,2\n", ReadSettings.DETECTED.withKind("price")));
        assertEquals(
                "data.error.noPriceColumn[data.csv, , , , ]",
                refusal("a,b\nx,y\nz,y\n", ReadSettings.DETECTED.withKind("price")));
    }

    @Test
    void rolesChooseThePriceAndItsBars() throws Exception {
        Imported.Prices read = prices(
                "day,first,top,bottom,end,Adj Close,n\n2020-01-02,10,11,9,10.5,5,100\n2020-01-03,11,12,10,11.5,6,200\n",
                roles(Map.of("first", "open", "top", "high", "bottom", "low", "end", "close", "n", "volume")));
        PriceHistory history = read.series().getFirst();
        assertArrayEquals(new double[] {10, 11}, history.open());
        assertArrayEquals(new double[] {11, 12}, history.high());
        assertArrayEquals(new double[] {9, 10}, history.low());
        assertArrayEquals(new double[] {10.5, 11.5}, history.close());
        assertArrayEquals(new double[] {100, 200}, history.volume());
        assertEquals(List.of(), Csv.warnings(read));
    }

    @Test
    void rolesChooseTheDateAndTheSymbol() throws Exception {
        Imported.Prices read = prices(
                "date,settled,desk,book,close\n2020-01-02,2020-01-06,x,000001,1\n2020-01-02,2020-01-06,x,B,2\n",
                roles(Map.of("date", "ignored", "settled", "date", "book", "symbol")));
        assertEquals(
                List.of("000001", "B"),
                read.series().stream().map(PriceHistory::symbol).toList());
        assertEquals("2020-01-06", read.series().getFirst().dates().getFirst().toString());
        assertEquals(
                List.of("ignored", "date", "ignored", "symbol", "close"),
                read.report().columns().stream().map(ImportReport.Column::role).toList());
    }

    @Test
    void aRoleOfSymbolKeepsLeadingZeros() throws Exception {
        Imported.Prices read = prices(
                "date,fund,close\n2020-01-02,000001,10\n2020-01-02,600519,1000\n2020-01-03,000001,11\n",
                roles(Map.of("fund", "symbol")));
        assertArrayEquals(new double[] {10, 11}, read.seriesNamed("000001").close());
        assertEquals(2, read.series().size());
    }

    @Test
    void aRoleOfDateReadsDigits() throws Exception {
        Imported.Prices read = prices("no,stamp,close\n1,20200102,10\n2,20200103,11\n", roles(Map.of("stamp", "date")));
        assertEquals("2020-01-03", read.series().getFirst().dates().getLast().toString());
    }

    @Test
    void aRoleOfCloseReadsNumbersAmongTexts() throws Exception {
        Imported.Prices read = prices(
                "date,fix\n2020-01-02,1\n2020-01-03,halt\n2020-01-06,2\n2020-01-07,n.q.\n2020-01-08,3\n",
                roles(Map.of("fix", "close")));
        assertArrayEquals(new double[] {1, 2, 3}, read.series().getFirst().close());
        assertEquals(List.of("badCell[3, fix, 2, halt]", "missingPrice[3, fix, 2]"), Csv.warnings(read));
    }

    @Test
    void severalClosesMakeAWideFile() throws Exception {
        Imported.Prices read = prices(
                "date,alpha,beta,gamma\n2020-01-02,1,-2,3\n2020-01-03,1.5,2,4\n",
                roles(Map.of("alpha", "close", "gamma", "close")));
        assertEquals(
                List.of("alpha", "gamma"),
                read.series().stream().map(PriceHistory::symbol).toList());
        assertArrayEquals(new double[] {3, 4}, read.seriesNamed("gamma").close());
    }

    @Test
    void ignoredColumnsPlayNoPart() throws Exception {
        Imported.Prices prices = prices(
                "date,close,adj close,volume\n2020-01-02,10,5,0\n2020-01-03,11,6,0\n",
                roles(Map.of("adj close", "ignored", "volume", "ignored")));
        assertArrayEquals(new double[] {10, 11}, prices.series().getFirst().close());
        assertEquals(0, prices.series().getFirst().volume().length);
        Imported.Credit credit = credit(
                "age,income,default,class\n30,1,0,good\n40,2,1,bad\n",
                roles(Map.of("default", "ignored", "income", "ignored")));
        assertEquals("class", credit.book().target());
        assertEquals(List.of("income", "default"), credit.book().setAside());
        assertEquals(1, credit.book().features().size());
    }

    @Test
    void rolesOfApplicantsOverruleTheirNames() throws Exception {
        Imported.Credit read = credit(
                "id,age,flag,class\n7,30,a,good\n8,40,b,bad\n9,50,a,good\n",
                roles(Map.of("id", "feature", "age", "id", "flag", "target")));
        assertEquals("flag", read.book().target());
        assertEquals("b", read.book().badLabel());
        assertEquals(List.of("age"), read.book().setAside());
        assertEquals(
                List.of("id", "class"),
                read.book().features().stream().map(CreditColumn::name).toList());
    }

    @Test
    void rolesThatCannotBeAreRefused() throws Exception {
        String text = "date,close,note\n2020-01-02,10,a\n2020-01-03,11,b\n";
        assertEquals("data.error.roleType[data.csv, , note, close, ]", refusal(text, roles(Map.of("note", "close"))));
        assertEquals(
                "data.error.dateColumn[data.csv, , note, yyyy-MM-dd, ]", refusal(text, roles(Map.of("note", "date"))));
        assertEquals(
                "data.error.roleUnknown[data.csv, , note, date, symbol, open, high, low, close, adjclose, volume, feature,"
                        + " number, category, target, id, ignored, pirce]",
                refusal(text, roles(Map.of("note", "pirce"))));
        Imported.Prices read = prices(text, roles(Map.of("gone", "volume")));
        assertEquals(List.of("roleMissing[, gone, volume]"), Csv.warnings(read));
    }

    @Test
    void readingTellsItsProgressAndCanBeStopped() throws Exception {
        Path file = Csv.file(folder, "date,close\n2020-01-02,10\n2020-01-03,11\n");
        List<Double> shares = new ArrayList<>();
        CsvReader.read(file, ReadSettings.DETECTED, share -> {
            shares.add(share);
            return true;
        });
        assertEquals(shares.stream().sorted().toList(), shares);
    }
}
