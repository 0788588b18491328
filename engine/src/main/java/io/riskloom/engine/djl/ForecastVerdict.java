package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.stats.Bootstrap;
import io.riskloom.engine.stats.DieboldMariano;
import io.riskloom.engine.stats.Proportion;
import java.util.stream.IntStream;

/**
 * Is a forecast better than a plain one? "Better" only where the mean absolute error is smaller, the two-sided
 * Diebold-Mariano test rejects equality at 5 % and the bootstrap interval of the ratio lies below 1. Both are asked because
 * the test alone rejects 10 to 14 % of equally good forecasts at long horizons (simulated), and the false-alarm rate on
 * random walks must stay below 5 %.
 *
 * @param relMae   mean loss over the last value's
 * @param interval of relMae, 95 %, stationary bootstrap over origins with blocks of twice the horizon
 * @param pValue   Diebold-Mariano with Harvey-Leybourne-Newbold correction, lag horizon − 1
 * @param good     1 better, 0 no better, −1 worse
 */
record ForecastVerdict(double relMae, Interval interval, double pValue, int good) {
    private static final double SIGNIFICANCE = 0.05;
    private static final int REPLICATES = 500;

    /**
     * @param loss  mean absolute error of each origin's steps
     * @param naive the last value's, same origins
     */
    static ForecastVerdict of(double[] loss, double[] naive, int horizon, long seed) {
        double relMae = mean(loss) / mean(naive);
        // too few origins for the test's lags: no claim
        double p = loss.length < Math.max(2, 2 * horizon)
                ? Double.NaN
                : DieboldMariano.test(loss, naive, horizon).pValue();
        double[] index = IntStream.range(0, loss.length).asDoubleStream().toArray();
        Bootstrap.Band band =
                Bootstrap.interval(index, drawn -> ratio(drawn, loss, naive), 2.0 * horizon, REPLICATES, 0.95, seed);
        int good = p < SIGNIFICANCE && band.high() < 1 ? 1 : p < SIGNIFICANCE && band.low() > 1 ? -1 : 0;
        return new ForecastVerdict(relMae, new Interval(band.low(), band.high()), p, good);
    }

    private static double ratio(double[] drawn, double[] loss, double[] naive) {
        double top = 0;
        double bottom = 0;
        for (double i : drawn) {
            top += loss[(int) i];
            bottom += naive[(int) i];
        }
        return top / bottom;
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The sentence: relMae, its interval, p, directional accuracy in %, origins, its interval in %, the drift's relMae.
     *
     * @param overDrift   the same comparison with the mean drift
     * @param driftRelMae the mean drift's loss over the last value's
     */
    Notice notice(Proportion direction, ForecastVerdict overDrift, double driftRelMae) {
        String key =
                switch (good) {
                    case 1 -> overDrift.good() == 1 ? "verdict.forecast.better" : "verdict.forecast.driftOnly";
                    case -1 -> "verdict.forecast.worse";
                    default -> "verdict.forecast.noBetter";
                };
        return Notice.of(
                key,
                Text.number(relMae, 3),
                Text.number(interval.low(), 3),
                Text.number(interval.high(), 3),
                Text.p(pValue),
                Text.percent(direction.value()),
                direction.n(),
                Text.percent(direction.low()),
                Text.percent(direction.high()),
                Text.number(driftRelMae, 3));
    }

    /** The grade of the whole: beating the last value by the market's drift alone is no forecast. */
    int grade(ForecastVerdict overDrift) {
        return good == 1 && overDrift.good() != 1 ? 0 : good;
    }
}
