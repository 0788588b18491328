package io.riskloom.engine.djl;

import io.riskloom.engine.lesson.ArenaPaths;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Generated paths beside real windows, see {@link ArenaPaths}. Real figures are counted once. */
final class ArenaPathFigures {
    private static final double[] LEVELS = {.05, .25, .5, .75, .95};
    private static final double[] QQ_LEVELS = {
        .001, .005, .01, .025, .05, .1, .15, .2, .25, .3, .35, .4, .45, .5, .55, .6, .65, .7, .75, .8, .85, .9, .95,
        .975, .99, .995, .999
    };
    private static final int SHOWN = 20;
    private static final int MOST_LAGS = 10;

    private final ArenaMarket market;
    private final double[][] real;
    private final double[][] fan;
    private final double[] quantiles;
    private final double[] acf;
    private final double kurtosis;

    /** @param rows real ones that are measured */
    ArenaPathFigures(ArenaMarket market, float[] rows) {
        this.market = market;
        this.real = market.returns(rows);
        this.fan = fan(real);
        this.quantiles = quantiles(real);
        this.acf = StylisedFacts.acfAbs(real, lags());
        this.kurtosis = StylisedFacts.kurtosis(real);
    }

    private int lags() {
        return Math.min(MOST_LAGS, market.width() / 2);
    }

    /**
     * @param noise of each generated row
     * @param fake  as many rows, one after the other
     */
    ArenaPaths of(float[][] noise, float[] fake) {
        double[][] made = market.returns(fake);
        List<ArenaPaths.Path> shown = new ArrayList<>();
        for (int i = 0; i < SHOWN; i++) {
            if (!Arrays.stream(made[i]).allMatch(Double::isFinite)) {
                continue;
            }
            int nearest = market.nearest(made[i]);
            shown.add(new ArenaPaths.Path(
                    noise[i], levels(made[i]), levels(market.window(nearest)), market.match(made[i], nearest)));
        }
        double[][] realShown = new double[SHOWN][];
        Arrays.setAll(realShown, i -> levels(real[i]));
        return new ArenaPaths(
                LEVELS.clone(),
                fan,
                fan(made),
                QQ_LEVELS.clone(),
                quantiles,
                quantiles(made),
                acf,
                StylisedFacts.acfAbs(made, lags()),
                kurtosis,
                StylisedFacts.kurtosis(made),
                shown,
                realShown);
    }

    /** exp(cumulated log return), day 0 first. */
    static double[] levels(double[] returns) {
        double[] levels = new double[returns.length + 1];
        double sum = 0;
        levels[0] = 1;
        for (int t = 0; t < returns.length; t++) {
            sum += returns[t];
            levels[t + 1] = Math.exp(sum);
        }
        return levels;
    }

    private static double[][] fan(double[][] paths) {
        double[][] levels = Arrays.stream(paths).map(ArenaPathFigures::levels).toArray(double[][]::new);
        double[][] fan = new double[LEVELS.length][levels[0].length];
        for (int t = 0; t < levels[0].length; t++) {
            int day = t;
            double[] sorted = Arrays.stream(levels)
                    .mapToDouble(path -> path[day])
                    .sorted()
                    .toArray();
            for (int q = 0; q < LEVELS.length; q++) {
                fan[q][t] = Quantiles.ofSorted(sorted, LEVELS[q]);
            }
        }
        return fan;
    }

    private static double[] quantiles(double[][] paths) {
        double[] sorted = StylisedFacts.pooled(paths);
        Arrays.sort(sorted);
        return Arrays.stream(QQ_LEVELS)
                .map(level -> Quantiles.ofSorted(sorted, level))
                .toArray();
    }
}
