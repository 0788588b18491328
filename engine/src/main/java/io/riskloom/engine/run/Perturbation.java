package io.riskloom.engine.run;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;

/**
 * Another future: the same prices up to a day, and after it every price and volume times a random factor. The factor of a
 * day is e^z with z normal of standard deviation ½, its columns differ by up to a twentieth besides, so that a range or a
 * place in the range tells the change as well; a high stays the highest. Dates stay. Or no future at all ({@link #until}), by
 * which what hangs on dates, gaps or the number of days shows.
 */
final class Perturbation {

    private static final double SPREAD = 0.5;
    private static final double BETWEEN = 0.01;
    private static final double BEYOND = 0.04;

    private final Random random;

    private Perturbation(long seed) {
        this.random = new Random(seed);
    }

    /** All series of a file with the days after a date changed. */
    static Imported.Prices after(Imported.Prices prices, LocalDate last, long seed) {
        Perturbation change = new Perturbation(seed);
        return new Imported.Prices(
                prices.series().stream().map(series -> change.of(series, last)).toList(),
                prices.lines(),
                prices.report());
    }

    /** One series with the days after day {@code last} changed. */
    static PriceHistory after(PriceHistory history, int last, long seed) {
        return new Perturbation(seed).of(history, history.dates().get(last));
    }

    /** One series that ends with day {@code last}. */
    static PriceHistory until(PriceHistory history, int last) {
        return new PriceHistory(
                history.symbol(),
                history.dates().subList(0, last + 1),
                until(history.open(), last),
                until(history.high(), last),
                until(history.low(), last),
                until(history.close(), last),
                until(history.volume(), last),
                history.source());
    }

    private static double[] until(double[] column, int last) {
        return Arrays.copyOf(column, Math.min(column.length, last + 1));
    }

    private PriceHistory of(PriceHistory history, LocalDate last) {
        double[] open = history.open();
        double[] high = history.high();
        double[] low = history.low();
        double[] close = history.close();
        double[] volume = history.volume();
        for (int t = 0; t < close.length; t++) {
            if (history.dates().get(t).isAfter(last)) {
                double factor = Math.exp(SPREAD * random.nextGaussian());
                scale(open, t, factor * (1 + between(-BETWEEN, BETWEEN)));
                scale(close, t, factor * (1 + between(-BETWEEN, BETWEEN)));
                scale(high, t, factor * (1 + between(BETWEEN, BETWEEN + BEYOND)));
                scale(low, t, factor * (1 - between(BETWEEN, BETWEEN + BEYOND)));
                scale(volume, t, Math.exp(SPREAD * random.nextGaussian()));
            }
        }
        return new PriceHistory(history.symbol(), history.dates(), open, high, low, close, volume, history.source());
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A history may lack the column. */
    private static void scale(double[] column, int day, double factor) {
        if (column.length > 0) {
            column[day] *= factor;
        }
    }
}
