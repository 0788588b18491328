package io.riskloom.app.playground.cell;

import io.riskloom.app.session.Dataset;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Returns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The last days of the loaded series as a cell's inputs, in units of the window's root mean square return s: the day's log return
 * r/s, its size |r|/s, and over the five days to it the mean return and the root mean square.
 *
 * @param rows days × {@value CellSetup#MOST}
 */
record DayInputs(String series, List<LocalDate> dates, double[][] rows) {

    static final int DAYS = 60;

    private static final int WEEK = 5;

    /** Empty where no price file is loaded, or too few days of it, or days without a price among the last. */
    static Optional<DayInputs> of(Dataset dataset) {
        if (dataset == null || !(dataset.imported() instanceof Imported.Prices prices)) {
            return Optional.empty();
        }
        PriceHistory history = prices.series().getFirst();
        if (history.size() < DAYS + WEEK) {
            return Optional.empty();
        }
        double[] all = Returns.log(history.close());
        double[] r = Arrays.copyOfRange(all, all.length - DAYS - WEEK + 1, all.length);
        double scale = rootMeanSquare(r, 0, r.length);
        if (!(scale > 0) || !Double.isFinite(scale)) {
            return Optional.empty();
        }
        double[][] rows = new double[DAYS][];
        for (int d = 0; d < DAYS; d++) {
            int last = d + WEEK - 1;
            rows[d] = new double[] {
                r[last] / scale,
                Math.abs(r[last]) / scale,
                Arrays.stream(r, d, last + 1).average().orElseThrow() / scale,
                rootMeanSquare(r, d, last + 1) / scale
            };
        }
        List<LocalDate> dates = history.dates();
        return Optional.of(new DayInputs(history.symbol(), dates.subList(dates.size() - DAYS, dates.size()), rows));
    }

    private static double rootMeanSquare(double[] r, int from, int to) {
        return Math.sqrt(Arrays.stream(r, from, to).map(v -> v * v).average().orElse(0));
    }

    /** Days × as many inputs as a cell has. */
    double[][] first(int inputs) {
        return Arrays.stream(rows).map(row -> Arrays.copyOf(row, inputs)).toArray(double[][]::new);
    }
}
