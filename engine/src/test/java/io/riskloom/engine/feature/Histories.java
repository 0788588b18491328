package io.riskloom.engine.feature;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Price series for tests. */
final class Histories {

    private Histories() {}

    /** A random walk with bars and volume; the same seed gives the same series. */
    static PriceHistory walk(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] open = new double[days];
        double[] high = new double[days];
        double[] low = new double[days];
        double[] close = new double[days];
        double[] volume = new double[days];
        double price = 100;
        for (int t = 0; t < days; t++) {
            open[t] = price;
            price *= Math.exp(0.01 * random.nextGaussian());
            close[t] = price;
            high[t] = Math.max(open[t], price) * (1 + 0.01 * random.nextDouble());
            low[t] = Math.min(open[t], price) * (1 - 0.01 * random.nextDouble());
            volume[t] = 1e6 * (1 + random.nextDouble());
        }
        return of(open, high, low, close, volume);
    }

    static PriceHistory of(double[] open, double[] high, double[] low, double[] close, double[] volume) {
        return new PriceHistory(
                "TEST",
                IntStream.range(0, close.length)
                        .mapToObj(LocalDate.of(2020, 1, 1)::plusDays)
                        .toList(),
                open,
                high,
                low,
                close,
                volume,
                new Source("test.csv", "", close.length));
    }

    static PriceHistory closesOnly(double... close) {
        double[] none = {};
        return of(none, none, none, close, none);
    }

    /** The same up to and including a day, every later value tripled. */
    static PriceHistory changedAfter(PriceHistory h, int day) {
        return of(
                tripled(h.open(), day),
                tripled(h.high(), day),
                tripled(h.low(), day),
                tripled(h.close(), day),
                tripled(h.volume(), day));
    }

    /** The same from a day on, every earlier value tripled. */
    static PriceHistory changedBefore(PriceHistory h, int day) {
        PriceHistory changed = changedAfter(h, -1);
        return of(
                joined(changed.open(), h.open(), day),
                joined(changed.high(), h.high(), day),
                joined(changed.low(), h.low(), day),
                joined(changed.close(), h.close(), day),
                joined(changed.volume(), h.volume(), day));
    }

    private static double[] joined(double[] early, double[] late, int day) {
        System.arraycopy(late, day, early, day, late.length - day);
        return early;
    }

    private static double[] tripled(double[] values, int day) {
        for (int t = day + 1; t < values.length; t++) {
            values[t] *= 3 + t % 2;
        }
        return values;
    }
}
