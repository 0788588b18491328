package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A random table written in a random dialect is read back as it was. */
class RoundTripTest {

    private static final int CASES = 100;

    private static final Map<String, List<String>> BAR = Map.of(
            "en", List.of("Date", "Open", "High", "Low", "Close", "Volume"),
            "de", List.of("Datum", "Eröffnung", "Höchst", "Tief", "Schlusskurs", "Stück"),
            "zh", List.of("日期", "开盘价", "最高价", "最低价", "收盘价", "成交量"),
            "zh-TW", List.of("日期", "開盤價", "最高價", "最低價", "收盤價", "成交量"));

    private static final Map<String, List<String>> WORDS = Map.of(
            "en", List.of("rent", "own", "mortgage", "say \"hi\"", "a, b; c|d\te", "two\nlines", "O'Neil"),
            "de", List.of("Miete", "Eigentümer", "Straße", "Käufer, neu; alt", "übrig"),
            "zh", List.of("租房", "自有住房", "按揭贷款", "其他，未说明", "单位宿舍"),
            "zh-TW", List.of("租屋", "自有房屋", "貸款購屋", "其他，未說明", "公司宿舍"));

    @TempDir
    Path folder;

    private interface Trip {
        void run(Random random, RandomDialect dialect, Path file) throws Exception;
    }

    @Test
    void oneSeriesSurvives() throws Exception {
        trips(1_000, this::series);
    }

    @Test
    void seriesUnderEachOtherSurvive() throws Exception {
        trips(2_000, this::longTable);
    }

    @Test
    void creditTablesSurvive() throws Exception {
        trips(3_000, this::credit);
    }

    /** Runs all cases; the message names every seed that failed, and the first one's text. */
    private void trips(int firstSeed, Trip trip) throws Exception {
        Path file = folder.resolve("data.csv");
        List<String> failures = new ArrayList<>();
        AssertionError first = null;
        for (int seed = firstSeed; seed < firstSeed + CASES; seed++) {
            Random random = new Random(seed);
            RandomDialect dialect = new RandomDialect(random);
            try {
                trip.run(random, dialect, file);
            } catch (DataException | RuntimeException | AssertionError e) {
                failures.add("seed " + seed + ": " + dialect + ": " + e.getMessage());
                String text = first == null ? Files.readString(file, dialect.charset) : "";
                first = first == null ? new AssertionError(text, e) : first;
            }
        }
        if (first != null) {
            throw new AssertionError(
                    failures.size() + " of " + CASES + " failed\n" + String.join("\n", failures), first);
        }
    }

    private void series(Random random, RandomDialect dialect, Path file) throws Exception {
        List<LocalDate> days = days(random);
        boolean bars = random.nextBoolean();
        List<String> names = BAR.get(dialect.language());
        List<List<String>> rows = new ArrayList<>();
        List<LocalDate> kept = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (LocalDate day : days) {
            List<String> row = new ArrayList<>(List.of(dialect.date(day)));
            double[] bar = new double[5];
            for (int i = bars ? 0 : 3; i < 5; i++) {
                BigDecimal value = i == 4 ? BigDecimal.valueOf(random.nextInt(2_000_000_000)) : price(random);
                boolean missing = random.nextInt(25) == 0;
                bar[i] = missing ? Double.NaN : value.doubleValue();
                row.add(missing ? dialect.missing() : dialect.number(value));
            }
            rows.add(row);
            if (!Double.isNaN(bar[3])) {
                kept.add(day);
                values.add(bar);
            }
        }
        if (random.nextBoolean()) {
            Collections.reverse(rows);
        }
        List<String> header = new ArrayList<>(names.subList(bars ? 1 : 4, 6));
        header.addFirst(names.getFirst());
        rows.addFirst(header);
        Files.write(file, dialect.bytes(rows));

        PriceHistory history = assertInstanceOf(Imported.Prices.class, CsvReader.read(file))
                .series()
                .getFirst();

        assertEquals(kept, history.dates());
        assertArrayEquals(column(values, 3), history.close());
        assertArrayEquals(column(values, 4), history.volume());
        assertArrayEquals(bars ? column(values, 0) : new double[0], history.open());
        assertArrayEquals(bars ? column(values, 1) : new double[0], history.high());
        assertArrayEquals(bars ? column(values, 2) : new double[0], history.low());
    }

    private void longTable(Random random, RandomDialect dialect, Path file) throws Exception {
        List<LocalDate> days = days(random);
        List<String> tickers = List.of("AAPL", "BRK.B", "600519.SH");
        Map<String, TreeMap<LocalDate, Double>> written = new TreeMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate day : days) {
            for (String ticker : tickers) {
                if (random.nextInt(5) > 0) {
                    BigDecimal value = price(random);
                    written.computeIfAbsent(ticker, t -> new TreeMap<>()).put(day, value.doubleValue());
                    rows.add(List.of(ticker, dialect.date(day), dialect.number(value)));
                }
            }
        }
        if (random.nextBoolean()) {
            rows.sort((a, b) -> a.getFirst().compareTo(b.getFirst()));
        }
        List<String> names = BAR.get(dialect.language());
        rows.addFirst(List.of("symbol", names.get(0), names.get(4)));
        Files.write(file, dialect.bytes(rows));

        List<PriceHistory> series =
                assertInstanceOf(Imported.Prices.class, CsvReader.read(file)).series();

        assertEquals(
                written.keySet(),
                new TreeSet<>(series.stream().map(PriceHistory::symbol).toList()));
        for (PriceHistory history : series) {
            TreeMap<LocalDate, Double> one = written.get(history.symbol());
            assertEquals(List.copyOf(one.keySet()), history.dates());
            assertArrayEquals(one.values().stream().mapToDouble(d -> d).toArray(), history.close());
        }
    }

    private void credit(Random random, RandomDialect dialect, Path file) throws Exception {
        int size = 30 + random.nextInt(60);
        List<String> words = dialect.gaps() ? WORDS.get(dialect.language()) : List.of("rent", "own", "other");
        List<String> classes = dialect.one(List.of(List.of("bad", "good"), List.of("1", "0"), List.of("yes", "no")));
        String target = classes.contains("good") ? "class" : "default";
        List<List<String>> rows =
                new ArrayList<>(List.of(List.of("id", "age", "income", "rate", "home", "opened", target)));
        double[][] numbers = new double[3][size];
        List<String> homes = new ArrayList<>();
        boolean[] bad = new boolean[size];
        LocalDate first = LocalDate.of(2015, 1, 1);
        for (int i = 0; i < size; i++) {
            BigDecimal age = BigDecimal.valueOf(18 + random.nextInt(60));
            BigDecimal income = BigDecimal.valueOf(random.nextInt(20_000_000), 2);
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(2_000), 2);
            boolean missing = random.nextInt(10) == 0;
            numbers[0][i] = age.doubleValue();
            numbers[1][i] = missing ? Double.NaN : income.doubleValue();
            numbers[2][i] = rate.movePointLeft(2).doubleValue();
            homes.add(random.nextInt(10) == 0 ? "" : dialect.one(words));
            bad[i] = i < 2 ? i == 0 : random.nextInt(3) == 0;
            rows.add(List.of(
                    String.valueOf(100 + i),
                    dialect.number(age),
                    missing ? dialect.missing() : dialect.number(income),
                    dialect.number(rate) + "%",
                    homes.getLast().isEmpty() ? dialect.missing() : homes.getLast(),
                    dialect.date(first.plusDays(random.nextInt(1_000))),
                    classes.get(bad[i] ? 0 : 1)));
        }
        Files.write(file, dialect.bytes(rows));

        CreditBook book =
                assertInstanceOf(Imported.Credit.class, CsvReader.read(file)).book();

        assertEquals(target, book.target());
        assertEquals(classes.getFirst(), book.badLabel());
        assertArrayEquals(bad, book.bad());
        List<CreditColumn> features = book.features();
        assertEquals(
                List.of("age", "income", "rate", "home"),
                features.subList(0, 4).stream().map(CreditColumn::name).toList());
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(
                    numbers[i],
                    assertInstanceOf(CreditColumn.Numeric.class, features.get(i))
                            .values());
        }
        CreditColumn.Categorical home = assertInstanceOf(CreditColumn.Categorical.class, features.get(3));
        List<String> read = new ArrayList<>();
        for (int code : home.codes()) {
            read.add(code < 0 ? "" : home.levels().get(code));
        }
        assertEquals(homes, read);
    }

    /** Thirty working days or more, so that days above the twelfth are among them. */
    private static List<LocalDate> days(Random random) {
        LocalDate first = LocalDate.of(1990 + random.nextInt(35), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return first.datesUntil(first.plusDays(50 + random.nextInt(60)))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    /** From 0.01 to 49,999.99, with two decimals. */
    private static BigDecimal price(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 50_000 : 4_999_999), 2);
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
