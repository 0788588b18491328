package io.riskloom.engine.run;

import io.riskloom.engine.data.Imported;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Price series whose best forecast is known. */
final class Simulated {

    private static final int WARM_UP = 500;

    private Simulated() {}

    /**
     * ln C(t) = .03·sin(2πt/20) + x(t) with x(t) = 1.1·x(t−1) − .4·x(t−2) + z(t), z normal with a standard deviation of .8 %: it
     * returns to its mean within days and swings with a period of 20.
     */
    static Imported.Prices seasonal(int days, long seed) {
        Random random = new Random(seed);
        double[] x = new double[WARM_UP + days];
        for (int t = 2; t < x.length; t++) {
            x[t] = 1.1 * x[t - 1] - 0.4 * x[t - 2] + 0.008 * random.nextGaussian();
        }
        return prices(IntStream.range(0, days)
                .mapToDouble(t -> 0.03 * Math.sin(2 * Math.PI * t / 20) + x[WARM_UP + t])
                .toArray());
    }

    /** Returns σ(t)·z(t) with σ²(t) = ω + .1·r²(t−1) + .87·σ²(t−1) and a mean variance of (1 %)². */
    static Imported.Prices garch(int days, long seed) {
        Random random = new Random(seed);
        double[] logPrice = new double[days];
        double variance = 1e-4;
        double last = 0;
        for (int t = 1 - WARM_UP; t < days; t++) {
            variance = 0.03 * 1e-4 + 0.1 * last * last + 0.87 * variance;
            last = Math.sqrt(variance) * random.nextGaussian();
            if (t >= 1) {
                logPrice[t] = logPrice[t - 1] + last;
            }
        }
        return prices(logPrice);
    }

    /** Returns .3·r(t−1) + z(t), z normal with a standard deviation of 1 %: stationary, all days alike. */
    static Imported.Prices stationary(int days, long seed) {
        Random random = new Random(seed);
        double[] logPrice = new double[days];
        double last = 0;
        for (int t = 1; t < days; t++) {
            last = 0.3 * last + 0.01 * random.nextGaussian();
            logPrice[t] = logPrice[t - 1] + last;
        }
        return prices(logPrice);
    }

    private static Imported.Prices prices(double[] logPrice) {
        List<LocalDate> dates = IntStream.range(0, logPrice.length)
                .mapToObj(LocalDate.of(1980, 1, 1)::plusDays)
                .toList();
        double[] close = IntStream.range(0, logPrice.length)
                .mapToDouble(t -> 100 * Math.exp(logPrice[t]))
                .toArray();
        return ToyData.prices(dates, close);
    }
}
