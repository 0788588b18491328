package io.riskloom.engine.stats;

/**
 * Proportion of failures test of a value at risk (Kupiec 1995): were there as many days with a larger loss as its level says?
 * LR = −2 ln [(1 − p)^(n − x) p^x / ((1 − x/n)^(n − x) (x/n)^x)], chi-squared with one degree of freedom. Its power is low:
 * at 1 % and 255 days, 1 to 6 exceedances pass at 5 % where 2.55 are expected.
 *
 * @param days        n
 * @param exceedances x, days on which the loss was larger than forecast
 * @param level       p, share of days on which it should be
 * @param statistic   LR
 */
public record Kupiec(int days, int exceedances, double level, double statistic, double pValue) {

    /** @throws IllegalArgumentException for a level outside (0, 1), no day, or more exceedances than days */
    public static Kupiec test(int exceedances, int days, double level) {
        if (!(level > 0 && level < 1) || days < 1 || exceedances < 0 || exceedances > days) {
            throw new IllegalArgumentException(exceedances + " exceedances of " + days + " days at level " + level);
        }
        int calm = days - exceedances;
        double statistic =
                Likelihood.ratio(Likelihood.log(calm, exceedances, level), Likelihood.highest(calm, exceedances));
        return new Kupiec(days, exceedances, level, statistic, Likelihood.aboveOne(statistic));
    }

    /** Exceedances that the level promises. */
    public double expected() {
        return days * level;
    }
}
