package io.riskloom.engine.run;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.data.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Small data with something to learn in it. */
final class ToyData {
    private static final ImportReport REPORT =
            new ImportReport("UTF-8", ",", 0, List.of(), List.of(), List.of(), ReadSettings.DETECTED, List.of());

    private ToyData() {}

    /** A price that swings with a period of 20 days, under a little noise. */
    static Imported.Prices swings(int days) {
        Random random = new Random(1);
        double[] noise = random.doubles(days, -0.004, 0.004).toArray();
        return prices(days, t -> 100 * Math.exp(0.05 * Math.sin(2 * Math.PI * t / 20) + noise[t]));
    }

    static Imported.Prices prices(int days, IntToDoubleFunction close) {
        double[] closes = new double[days];
        List<LocalDate> dates = new ArrayList<>();
        for (int t = 0; t < days; t++) {
            closes[t] = close.applyAsDouble(t);
            dates.add(LocalDate.of(2020, 1, 1).plusDays(t));
        }
        return prices(dates, closes);
    }

    static Imported.Prices prices(List<LocalDate> dates, double[] closes) {
        double[] none = {};
        Source source = new Source("toy.csv", "toy", dates.size());
        return new Imported.Prices(
                List.of(new PriceHistory("TOY", dates, none, none, none, closes, none, source)),
                List.of(IntStream.range(2, dates.size() + 2).toArray()),
                REPORT);
    }

    /** Two series with bars and volume, the second a quicker swing that begins twenty days earlier. */
    static Imported.Prices two(int days) {
        PriceHistory slow = barred("SLOW", days, 0, t -> 100 * Math.exp(0.05 * Math.sin(2 * Math.PI * t / 20)));
        PriceHistory quick = barred("QUICK", days, 20, t -> 50 * Math.exp(0.1 * Math.sin(2 * Math.PI * t / 12)));
        return new Imported.Prices(List.of(slow, quick), List.of(lines(days), lines(days)), REPORT);
    }

    private static int[] lines(int days) {
        return IntStream.range(2, days + 2).toArray();
    }

    private static PriceHistory barred(String symbol, int days, int earlier, IntToDoubleFunction close) {
        Random random = new Random(symbol.hashCode());
        double[][] columns = new double[5][days];
        List<LocalDate> dates = new ArrayList<>();
        for (int t = 0; t < days; t++) {
            double c = close.applyAsDouble(t) * Math.exp(0.002 * random.nextGaussian());
            double spread = 0.004 + 0.01 * random.nextDouble();
            columns[0][t] = c * (1 - spread / 2);
            columns[1][t] = c * (1 + spread);
            columns[2][t] = c * (1 - spread);
            columns[3][t] = c;
            columns[4][t] = 1000 + random.nextInt(1000);
            dates.add(LocalDate.of(2020, 1, 1).plusDays(t - earlier));
        }
        Source source = new Source("toy.csv", "toy", 2 * days);
        return new PriceHistory(symbol, dates, columns[0], columns[1], columns[2], columns[3], columns[4], source);
    }

    /** A series whose prices and volumes from a day on are others, all else alike. */
    static PriceHistory changedFrom(PriceHistory history, int day) {
        double[][] columns = {history.open(), history.high(), history.low(), history.close(), history.volume()};
        for (int t = day; t < history.size(); t++) {
            for (double[] column : columns) {
                if (column.length > 0) {
                    column[t] *= 1.5 + t % 3;
                }
            }
        }
        return new PriceHistory(
                history.symbol(),
                history.dates(),
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                history.source());
    }

    static Imported.Prices with(Imported.Prices prices, PriceHistory... series) {
        return new Imported.Prices(List.of(series), prices.lines(), REPORT);
    }

    /** Applicants whose risk follows age and housing; the column {@code known} tells all when {@code leak} is set. */
    static Imported.Credit applicants(int rows, boolean leak) {
        Random random = new Random(2);
        double[] age = new double[rows];
        double[] known = new double[rows];
        int[] housing = new int[rows];
        boolean[] bad = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            age[i] = 20 + random.nextInt(50);
            housing[i] = random.nextInt(3) - 1;
            bad[i] = random.nextGaussian() + (45 - age[i]) / 12 + (housing[i] == 0 ? 1 : 0) > 0.7;
            known[i] = leak && bad[i] ? 1 + random.nextDouble() : random.nextDouble();
        }
        List<CreditColumn> columns = List.of(
                new CreditColumn.Numeric("age", age),
                new CreditColumn.Numeric("known", known),
                new CreditColumn.Categorical("housing", List.of("rent", "own"), housing));
        Source source = new Source("toy_credit.csv", "toy", rows);
        return new Imported.Credit(
                new CreditBook("toy", columns, "class", "good", "bad", bad, List.of(), source),
                IntStream.range(2, rows + 2).toArray(),
                REPORT);
    }

    /** Applicants with three months of delays and bills; the last two delays, age and housing make the risk. */
    static Imported.Credit repayers(int rows) {
        Random random = new Random(3);
        double[][] delays = new double[3][rows];
        double[][] bills = new double[3][rows];
        double[] age = new double[rows];
        int[] housing = new int[rows];
        boolean[] bad = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            for (int month = 0; month < 3; month++) {
                delays[month][i] = random.nextInt(4);
                bills[month][i] = Math.exp(random.nextGaussian());
            }
            age[i] = 20 + random.nextInt(50);
            housing[i] = random.nextInt(2);
            bad[i] = delays[0][i] + delays[1][i] / 2 + housing[i] + (45 - age[i]) / 25 + random.nextGaussian() > 3;
        }
        List<CreditColumn> columns = new ArrayList<>();
        for (int month = 0; month < 3; month++) {
            columns.add(new CreditColumn.Numeric("delay_" + (month + 1), delays[month]));
            columns.add(new CreditColumn.Numeric("bill_" + (month + 1), bills[month]));
        }
        columns.add(new CreditColumn.Numeric("age", age));
        columns.add(new CreditColumn.Categorical("housing", List.of("own", "rent"), housing));
        Source source = new Source("toy_repayers.csv", "repayers", rows);
        return new Imported.Credit(
                new CreditBook("toy", columns, "class", "good", "bad", bad, List.of(), source),
                IntStream.range(2, rows + 2).toArray(),
                REPORT);
    }
}
