package io.riskloom.engine.judge;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.BarsPerYear;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A forecast that needs no training, judged as a network's is. */
record JudgedRun(ForecastSpec spec, PriceHistory history, DateSplit split, HeldOut held, Evaluation evaluation) {

    static ForecastSpec spec(Map<String, ?> settings) {
        return Specs.with(Specs.defaults(ForecastSpec.class, ""), settings);
    }

    /** @param predictor of one number a step */
    static JudgedRun of(ForecastSpec spec, double[] close, Predictor predictor) throws NoticeException {
        PriceHistory history = ToySeries.ofCloses(close, 0);
        Target target = target(spec, history);
        DateSplit split = Splits.days(spec, close.length);
        HeldOut held = HeldOut.of(split);
        Outlook outlook = new Outlook(predictor, target, history.dates(), spec.window());
        Bands bands = Bands.fit(spec.bands(), outlook, held.calibration());
        Evaluation evaluation =
                ForecastJudge.evaluate(spec, history, split, held.calibration(), outlook, bands, () -> {});
        return new JudgedRun(spec, history, split, held, evaluation);
    }

    static Target target(ForecastSpec spec, PriceHistory history) {
        return switch (spec.target()) {
            case "volatility" ->
                Target.ofVolatility(history, spec.volatilityDays(), spec.horizon(), BarsPerYear.of(history.dates()));
            case "return" -> Target.ofCloses(history, new int[] {spec.horizon()}, 20);
            default ->
                Target.ofCloses(
                        history, IntStream.rangeClosed(1, spec.horizon()).toArray(), 20);
        };
    }

    Details.OfForecast details() {
        return (Details.OfForecast) evaluation.details();
    }

    /** Closes from 100 on, daily returns of 1 % in a standard deviation. */
    static double[] randomWalk(long seed, int days) {
        Random random = new Random(seed);
        double[] close = new double[days];
        close[0] = 100;
        for (int t = 1; t < days; t++) {
            close[t] = close[t - 1] * Math.exp(0.01 * random.nextGaussian());
        }
        return close;
    }

    /** Daily returns r(t) = φ·r(t−1) + noise. */
    static double[] momentum(long seed, int days, double phi) {
        Random random = new Random(seed);
        double[] close = new double[days];
        close[0] = 100;
        double r = 0;
        for (int t = 1; t < days; t++) {
            r = phi * r + 0.01 * random.nextGaussian();
            close[t] = close[t - 1] * Math.exp(r);
        }
        return close;
    }

    /** φ·(last return), φ², … summed over the days ahead. */
    static Predictor momentumForecast(double[] close, double phi, int... steps) {
        return days -> {
            double[][] rows = new double[days.length][steps.length];
            for (int i = 0; i < days.length; i++) {
                double r = Math.log(close[days[i]] / close[days[i] - 1]);
                for (int s = 0; s < steps.length; s++) {
                    rows[i][s] = r * phi * (1 - Math.pow(phi, steps[s])) / (1 - phi);
                }
            }
            return new double[][][] {rows};
        };
    }
}
