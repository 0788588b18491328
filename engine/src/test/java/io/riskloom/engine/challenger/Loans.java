package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Source;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Simulated applicants whose risk is known. */
final class Loans {

    private Loans() {}

    /**
     * ln odds of bad = 1.2 · debt − 0.8 · income + 1 for renters − 1, with one income in ten missing; {@code shoe} is noise.
     */
    static CreditBook of(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] debt = new double[rows];
        double[] income = new double[rows];
        double[] shoe = new double[rows];
        int[] home = new int[rows];
        boolean[] bad = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            debt[i] = random.nextGaussian();
            income[i] = random.nextGaussian();
            shoe[i] = 36 + random.nextInt(12);
            home[i] = random.nextInt(3);
            double logit = 1.2 * debt[i] - 0.8 * income[i] + (home[i] == 1 ? 1 : 0) - 1;
            bad[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            income[i] = random.nextInt(10) == 0 ? Double.NaN : income[i];
        }
        return book(
                bad,
                new CreditColumn.Numeric("debt", debt),
                new CreditColumn.Numeric("income", income),
                new CreditColumn.Numeric("shoe", shoe),
                new CreditColumn.Categorical("home", List.of("own", "rent", "parents"), home));
    }

    static CreditBook book(boolean[] bad, CreditColumn... columns) {
        return new CreditBook(
                "loans",
                List.of(columns),
                "class",
                "good",
                "bad",
                bad,
                List.of(),
                new Source("in/loans.csv", "", columns[0].size()));
    }

    /** The same book, other values and labels from a row on. */
    static CreditBook changedFrom(CreditBook book, int first) {
        CreditColumn[] columns = book.features().stream()
                .map(column -> switch (column) {
                    case CreditColumn.Numeric numbers -> {
                        double[] values = numbers.values();
                        IntStream.range(first, values.length).forEach(i -> values[i] = i % 2 == 0 ? 1e6 : Double.NaN);
                        yield new CreditColumn.Numeric(numbers.name(), values);
                    }
                    case CreditColumn.Categorical categories -> {
                        int[] codes = categories.codes();
                        IntStream.range(first, codes.length).forEach(i -> codes[i] = -1);
                        yield new CreditColumn.Categorical(categories.name(), categories.levels(), codes);
                    }
                })
                .toArray(CreditColumn[]::new);
        boolean[] bad = book.bad();
        IntStream.range(first, bad.length).forEach(i -> bad[i] = !bad[i]);
        return book(bad, columns);
    }

    static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    static boolean[] bad(CreditBook book, int[] rows) {
        boolean[] all = book.bad();
        boolean[] bad = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            bad[i] = all[rows[i]];
        }
        return bad;
    }
}
