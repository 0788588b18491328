package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every sample file; the figures were summed with awk, not with this code. */
class SamplesTest {

    private static Imported.Prices prices(String name) throws Exception {
        return assertInstanceOf(
                Imported.Prices.class,
                CsvReader.read(Csv.SAMPLES.resolve("prices").resolve(name)));
    }

    private static Imported.Credit credit(String name) throws Exception {
        return assertInstanceOf(
                Imported.Credit.class,
                CsvReader.read(Csv.SAMPLES.resolve("credit").resolve(name)));
    }

    private static double sum(CreditBook book, String column) {
        return book.features().stream()
                .filter(c -> c.name().equals(column))
                .mapToDouble(c -> Arrays.stream(((CreditColumn.Numeric) c).values())
                        .filter(v -> !Double.isNaN(v))
                        .sum())
                .sum();
    }

    @Test
    void sp500HasAllItsBars() throws Exception {
        Imported.Prices read = prices("SP500.csv");
        PriceHistory history = read.series().getFirst();
        assertEquals(1, read.series().size());
        assertEquals("SP500", history.symbol());
        assertEquals(5105, history.size());
        assertEquals(LocalDate.of(2000, 1, 3), history.dates().getFirst());
        assertEquals(LocalDate.of(2020, 4, 17), history.dates().getLast());
        assertEquals(1455.219971, history.close()[0]);
        assertEquals(2874.560059, history.close()[5104]);
        assertEquals(LocalDate.of(2009, 12, 10), history.dates().get(2500));
        assertEquals(1102.349976, history.close()[2500]);
        assertEquals(8145749.726481, Arrays.stream(history.close()).sum(), 1e-6);
        assertEquals(8144824.078048, Arrays.stream(history.open()).sum(), 1e-6);
        assertEquals(8191889.392051, Arrays.stream(history.high()).sum(), 1e-6);
        assertEquals(8093656.354657, Arrays.stream(history.low()).sum(), 1e-6);
        assertEquals(15950099260000.0, Arrays.stream(history.volume()).sum());
        assertEquals(
                870,
                Arrays.stream(history.volume()).filter(v -> v > 4294967296.0).count());
        assertEquals(
                "45d83d7ac74db4034f5ab0883340a96372f52b51c135ea1a03e8745028a44a5c",
                read.source().sha256());
        assertEquals(List.of(), read.report().warnings());
    }

    @Test
    void vixDropsItsHolidays() throws Exception {
        Imported.Prices read = prices("VIX.csv");
        PriceHistory history = read.series().getFirst();
        assertEquals(1259, history.size());
        assertEquals(1259, read.report().rows());
        assertEquals(LocalDate.of(2014, 1, 3), history.dates().getFirst());
        assertEquals(LocalDate.of(2019, 1, 3), history.dates().getLast());
        assertEquals(13.76, history.close()[0]);
        assertEquals(25.45, history.close()[1258]);
        assertEquals(18756.98, Arrays.stream(history.close()).sum(), 1e-6);
        assertEquals(List.of("missingPrice[13, vix, 46]"), Csv.warnings(read));
    }

    @Test
    void techMonthlyIsFiveSeries() throws Exception {
        Imported.Prices read = prices("tech_monthly_long.csv");
        assertEquals(
                List.of("MSFT 123", "AMZN 123", "IBM 123", "GOOG 68", "AAPL 123"),
                read.series().stream().map(s -> s.symbol() + " " + s.size()).toList());
        double[] sums = {3042.62, 5902.41, 11225.13, 28279.19, 7961.85};
        IntStream.range(0, 5)
                .forEach(i -> assertEquals(
                        sums[i], Arrays.stream(read.series().get(i).close()).sum(), 1e-6));
        assertEquals(39.81, read.seriesNamed("MSFT").close()[0]);
        assertEquals(223.02, read.seriesNamed("AAPL").close()[122]);
        assertEquals(LocalDate.of(2004, 8, 1), read.seriesNamed("GOOG").dates().getFirst());
        assertEquals(List.of(), read.report().warnings());
    }

    @Test
    void germanCreditHasTwentyFeatures() throws Exception {
        Imported.Credit read = credit("german_credit.csv");
        CreditBook book = read.book();
        assertEquals(1000, book.size());
        assertEquals("class", book.target());
        assertEquals("bad", book.badLabel());
        assertEquals(0.3, book.eventRate());
        assertEquals(20, book.features().size());
        assertEquals(
                7,
                book.features().stream()
                        .filter(CreditColumn.Numeric.class::isInstance)
                        .count());
        assertEquals(0, book.features().stream().mapToInt(CreditColumn::missing).sum());
        assertEquals(3271258, sum(book, "credit_amount"));
        assertEquals(20903, sum(book, "duration"));
        assertEquals(
                "38b6dbf6fb4b0311a3ffc005730f42623128591fb36473ab3c22d270c0467632",
                book.source().sha256());
        assertEquals(List.of(), read.report().warnings());
    }

    @Test
    void barcelonaCreditKeepsItsGaps() throws Exception {
        CreditBook book = credit("barcelona_credit.csv").book();
        assertEquals(4454, book.size());
        assertEquals("Status", book.target());
        assertEquals(1254.0 / 4454, book.eventRate());
        assertEquals(13, book.features().size());
        assertEquals(
                9,
                book.features().stream()
                        .filter(CreditColumn.Numeric.class::isInstance)
                        .count());
        assertEquals(
                455, book.features().stream().mapToInt(CreditColumn::missing).sum());
        assertEquals(6515223, sum(book, "Price"));
        assertEquals(577094, sum(book, "Income"));
        assertTrue(book.setAside().isEmpty());
    }
}
