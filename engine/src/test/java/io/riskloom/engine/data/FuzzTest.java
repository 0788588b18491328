package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are read or refused, never anything else; what is read keeps the promises of its records. */
class FuzzTest {

    private static final String[] SEEDS = {
        "date,open,high,low,close,adjclose,volume\n2000-01-03,1469.25,1478,1438.36,1455.22,1455.22,931800000\n"
                + "2000-01-04,1455.22,1455.22,1397.43,1399.42,1399.42,1009000000\n",
        "Date,vix\n1/3/2014,13.76\n1/6/2014,13.55\n1/20/2014,.\n1/21/2014,12.87\n",
        "symbol,date,price\nMSFT,Jan 1 2000,39.81\nMSFT,Feb 1 2000,36.35\nAAPL,Jan 1 2000,25.94\n",
        "Datum;Schlusskurs;Volumen\n03.01.2000;1.455,22;931.800.000\n04.01.2000;1.399,42;1.009.000.000\n",
        "id,age,home,income,class\n1,30,rent,100.5,good\n2,41,own,NA,bad\n3,25,\"a, \"\"b\"\"\",80,good\n",
        "A1|A2|A16\nb|30.83|+\na|58.67|-\na|24.5|+\n",
        "Price,Close,Volume\nTicker,SPY,SPY\nDate,,\n2020-01-02,2.5,100\n2020-01-03,2.25,200\n",
        "SPDR ETF,,\nData as of 2020-01-07\n\nDate,Close,Close\n(date),USD,USD\n2020-01-02,1.5,2\nTotal,,3\n",
        "@relation r\n% c\n@attribute 'a b' numeric\n@attribute class {good,'very bad'}\n@data\n1,good\n2,'very bad'\n",
        "\"x\" \"y\"\n\"1\" 2.5 good\n\"2\" 3.5 bad\n",
        "20200102,1.5\n20200103,2.5\n# c\n20200106,3.5\n"
    };
    private static final String[] PIECES = {
        ",",
        ";",
        "\"",
        "\n",
        "\r",
        "\t",
        "|",
        ".",
        "-",
        "+",
        "NA",
        "0",
        "9",
        "1e309",
        "\0",
        "é",
        "日期",
        "2000-01-03",
        "class",
        "good",
        "\uFEFF",
        "=",
        "%",
        " ",
        "'",
        "{",
        "@data",
        "Total",
        "#",
        "1,234",
        "1.234",
        "12/13/2014",
        "\u2212",
        "𝟙",
        "1.2M",
        "3.5亿",
        "(1.5)",
        "$",
        "€",
        "1 234",
        "10-Nov-17",
        "2017Q3",
        "1510272000",
        "17-11-10",
        "#N/A"
    };

    @TempDir
    Path folder;

    @Test
    void damagedFilesAreReadOrRefused() throws Exception {
        Random random = new Random(20_261_121);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = damaged(random);
            Path file = Files.write(folder.resolve("data.csv"), bytes);
            try {
                check(CsvReader.read(file));
                read++;
            } catch (DataException e) {
                assertEquals(5, e.notice().args().size(), e.notice().toString());
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("input " + i + ": " + new String(bytes, StandardCharsets.UTF_8), e);
            }
            try {
                Preview preview = CsvReader.preview(file, ReadSettings.DETECTED);
                assertEquals(preview.rows().size(), preview.lines().size());
            } catch (DataException e) {
                assertTrue(e.notice().key().startsWith("data.error."));
            }
            try {
                check(CsvReader.readForScoring(file));
            } catch (DataException e) {
                assertTrue(e.notice().key().startsWith("data.error."));
            }
        }
        assertTrue(read > 200 && refused > 200, read + " read, " + refused + " refused");
    }

    private static byte[] damaged(Random random) {
        StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
                default -> text.replace(at, Math.min(text.length(), at + 1), PIECES[random.nextInt(PIECES.length)]);
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int flips = random.nextInt(8) == 0 ? 3 : 0; flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void check(Imported imported) {
        switch (imported) {
            case Imported.Prices prices -> prices.series().forEach(FuzzTest::check);
            case Imported.Credit credit -> {
                assertTrue(credit.book().size() > 0);
                assertTrue(credit.book().bad().length == 0
                        || (credit.book().eventRate() > 0 && credit.book().eventRate() < 1));
            }
        }
    }

    private static void check(PriceHistory history) {
        double[] close = history.close();
        assertTrue(close.length > 0);
        for (int i = 0; i < close.length; i++) {
            assertTrue(close[i] > 0 && Double.isFinite(close[i]));
            assertTrue(i == 0
                    || history.dates().get(i - 1).isBefore(history.dates().get(i)));
        }
    }
}
