package io.riskloom.engine.lesson;

import java.time.LocalDate;
import java.util.List;

/**
 * Generated paths beside real windows of daily log returns.
 *
 * @param levels       of the fans' rows
 * @param fanReal      quantiles of exp(cumulated log return), levels × days, day 0 first
 * @param fanFake      the same of generated paths
 * @param qqLevels     of the two next
 * @param qqReal       quantiles of real daily log returns
 * @param qqFake       quantiles of generated ones
 * @param acfReal      autocorrelations of |r| at lags 1, 2, …, pairs of days within a window, mean and variance over all days
 * @param acfFake      the same of generated paths
 * @param kurtosisReal excess kurtosis of all days of real windows
 * @param kurtosisFake the same of generated paths
 * @param shown        some generated paths, those of them that are finite
 * @param real         some real windows as exp(cumulated log return), day 0 first
 */
public record ArenaPaths(
        double[] levels,
        double[][] fanReal,
        double[][] fanFake,
        double[] qqLevels,
        double[] qqReal,
        double[] qqFake,
        double[] acfReal,
        double[] acfFake,
        double kurtosisReal,
        double kurtosisFake,
        List<Path> shown,
        double[][] real) {

    public ArenaPaths {
        shown = List.copyOf(shown);
    }

    /**
     * @param values  exp(cumulated log return), day 0 first
     * @param nearest the real window whose daily returns are nearest, in the same form
     * @param match   where it lies
     */
    public record Path(float[] noise, double[] values, double[] nearest, Match match) {}

    /**
     * A real window.
     *
     * @param from     its first day of a return
     * @param to       its last day
     * @param distance √Σ(generated − real)² over the daily log returns
     * @param usual    median of the real windows' distances from their nearest one that shares no day with them
     */
    public record Match(LocalDate from, LocalDate to, double distance, double usual) {}
}
